import { Row, Rows } from '#components/Card'
import { Heading, Muted } from '#components/Title'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import type { Preview } from '#contract/desk'
import { spokenDay, spokenTime } from '#domain/day'
import { go } from '#services/route'
import { HOURS_WORDS } from './words.ts'

/** Who is offered another time: on shut days everybody, outside the new hours when the head says so. */
export const peopleMoved = ({ cases, outside }: Preview, move: boolean): number =>
  cases.length + (move || cases.length > 0 ? outside.length : 0)

type Props = { preview: Preview; move: boolean; onMove: (move: boolean) => void }

const MOST = 20

const Booked = ({ cases }: { cases: Preview['cases'] }) => (
  <Rows>
    {cases.slice(0, MOST).map(({ caseId, number, startsAt }) => (
      <Row
        key={caseId}
        title={`${spokenDay(startsAt.slice(0, 10))} ${spokenTime(startsAt)}`}
        detail={number}
        onTap={() => go('case', { id: caseId, view: 'desk' })}
      />
    ))}
  </Rows>
)

/** What a change would do, before it happens. */
export function Effect({ preview, move, onMove }: Props) {
  const { cases, outside, closing, resized } = preview
  const isNothing = closing + resized + cases.length + outside.length === 0
  return (
    <Box as="section">
      <Heading>{HOURS_WORDS.effect}</Heading>
      <Box>{isNothing && <Muted>{HOURS_WORDS.nothing}</Muted>}</Box>
      <Box>{closing > 0 && <Box>{HOURS_WORDS.closing(closing)}</Box>}</Box>
      <Box>{resized > 0 && <Box>{HOURS_WORDS.resized(resized)}</Box>}</Box>
      <Box className="effect">
        {cases.length > 0 && (
          <Box>
            <Box>{HOURS_WORDS.shut(cases.length)}</Box>
            <Booked cases={cases} />
            <Muted>{HOURS_WORDS.moveShut}</Muted>
          </Box>
        )}
      </Box>
      <Box className="effect">
        {outside.length > 0 && (
          <Box>
            <Box>{HOURS_WORDS.outside(outside.length)}</Box>
            <Booked cases={outside} />
            {cases.length === 0 && (
              <Toggle label={HOURS_WORDS.move} hint={HOURS_WORDS.moveHint} on={move} onChange={onMove} />
            )}
          </Box>
        )}
      </Box>
    </Box>
  )
}
