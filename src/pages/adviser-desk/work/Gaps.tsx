import { Await } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import { readGaps } from '#services/adviser-desk'
import { onWeb } from '#services/device'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { OTHERS } from '../words.ts'

/** A mini-program cannot draw them all in one go. */
const AT_ONCE = onWeb ? 30 : 10

/** Villages in which nobody is expected this month. */
export function Gaps() {
  const { loaded, reload } = useLoaded(() => readGaps(), [])
  useSeenAgain(reload)
  return (
    <Box as="section">
      <Heading>{OTHERS.gaps}</Heading>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(gaps) =>
          gaps.length === 0 ? (
            <Muted>{OTHERS.gapsNone}</Muted>
          ) : (
            <Box>
              <Rows>
                {gaps.slice(0, AT_ONCE).map(({ village, text }) => (
                  <Row
                    key={village.code}
                    title={village.name}
                    detail={text}
                    onTap={() => go('adviser', { village: village.code })}
                  />
                ))}
              </Rows>
              {gaps.length > AT_ONCE && <Muted>{OTHERS.moreGaps(gaps.length - AT_ONCE)}</Muted>}
            </Box>
          )
        }
      </Await>
    </Box>
  )
}
