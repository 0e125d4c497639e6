import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Reply } from '#contract/endpoint'
import type { listLedger } from '#contract/ledger'
import { LEDGER } from '../words.ts'

type Counter = Reply<typeof listLedger>['counters'][number]

/** What the month comes to, service by service. */
export const Counters = ({ counters }: { counters: readonly Counter[] }) => {
  const made = counters.filter(({ count }) => count > 0)
  if (made.length === 0) return null
  return (
    <Box>
      <Muted>{LEDGER.counters}</Muted>
      <Box as="ul" className="counters" label={LEDGER.counters}>
        {made.map(({ service, text, count, people, verified }) => (
          <Box as="li" key={service} className="counters__item">
            <Box className="counters__name">{text}</Box>
            <Box className="counters__count">{LEDGER.count(count, people, verified)}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
