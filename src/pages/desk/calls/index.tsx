import './calls.scss'

import { Await, Empty } from '#components/Await'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { askAbout } from '#services/about'
import { readCalls } from '#services/desk'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { usePolled } from '../today/use-polled.ts'
import { Line } from './Line.tsx'
import { CALLS_WORDS } from './words.ts'

const load = async () => {
  const [{ now }, lines] = await Promise.all([askAbout(), readCalls()])
  return { now, lines }
}

/** People whom nothing else reaches: what to tell them, and whether they were told. */
export default function Calls() {
  const { loaded, reload } = usePolled(load, [])
  return (
    <Screen title={CALLS_WORDS.title} wide>
      <Title hint={CALLS_WORDS.hint}>{CALLS_WORDS.title}</Title>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {({ now, lines }) =>
          lines.length === 0 ? (
            <Empty title={CALLS_WORDS.none}>{CALLS_WORDS.noneText}</Empty>
          ) : (
            <Box>
              <Muted>{CALLS_WORDS.seen}</Muted>
              <Box as="ul" className="calls">
                {lines.map((line) => (
                  <Line key={line.id} line={line} now={now} onTold={reload} />
                ))}
              </Box>
            </Box>
          )
        }
      </Await>
    </Screen>
  )
}
