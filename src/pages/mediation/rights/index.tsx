import { Card } from '#components/Card'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { MediationOwn } from '#contract/mediation'
import { useManners } from '../../polite.ts'
import { Aloud } from '../Aloud.tsx'
import { Gone, PartyScreen, stepIn } from '../PartyScreen.tsx'
import { ReadTick } from '../ReadTick.tsx'
import { RIGHTS } from '../words.ts'

/** Told before anything begins, to be read or heard (PM-8). */
export default function RightsPage() {
  return (
    <PartyScreen title={RIGHTS.title}>
      {(one, own) =>
        stepIn(one, 'confirm_rights') ? (
          <Box>
            <Told own={own} />
            <ReadTick one={one} action="confirm_rights" name="read" words={RIGHTS} />
          </Box>
        ) : (
          <Gone id={one.id} />
        )
      }
    </PartyScreen>
  )
}

const numbered = (lines: readonly string[]) => (
  <Card>
    <Box as="ol" className="dots">
      {lines.map((line) => (
        <Box as="li" key={line} className="dots__item">
          {line}
        </Box>
      ))}
    </Box>
  </Card>
)

function Told({ own: { rights, free, neverBlocks } }: { own: MediationOwn }) {
  const say = useManners()
  const also = [free, say(neverBlocks), RIGHTS.effect]
  const text = [RIGHTS.rights, ...rights.rights, RIGHTS.duties, ...rights.duties, ...also].join('\n')
  return (
    <Box>
      <Title>{RIGHTS.ask}</Title>
      <Aloud text={say(text)} />
      <Heading>{say(RIGHTS.rights)}</Heading>
      {numbered(rights.rights)}
      <Heading>{say(RIGHTS.duties)}</Heading>
      {numbered(rights.duties)}
      <Muted>{rights.law}</Muted>
      <Heading>{RIGHTS.free}</Heading>
      {numbered(also)}
    </Box>
  )
}
