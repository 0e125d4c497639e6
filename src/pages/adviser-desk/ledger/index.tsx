import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Select } from '#components/Select'
import { Title } from '#components/Title'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import type { Reply } from '#contract/endpoint'
import type { listLedger } from '#contract/ledger'
import { dayOf } from '#domain/day'
import { askAbout } from '#services/about'
import { readLedger } from '#services/adviser-desk'
import { go } from '#services/route'
import { hasStaffRole, useSession } from '#store/session'
import { callLegalLine } from '../../help.ts'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { MonthSwitch } from '../MonthSwitch.tsx'
import { firstOf, lastOf, monthOf } from '../month.ts'
import { ADVISER, MANAGERS, StaffScreen } from '../StaffScreen.tsx'
import { DESK, LEDGER } from '../words.ts'
import { Counters } from './Counters.tsx'
import { Export } from './Export.tsx'
import { LineCard } from './LineCard.tsx'

const READERS = [...ADVISER, 'village_contact', ...MANAGERS] as const

type Page = Reply<typeof listLedger>
type Shown = Page & { month: string }

const ALL = { value: 'all', text: LEDGER.allVillages }

type Filter = { village: string; waiting: boolean }

async function load(asked: string | null, filter: Filter): Promise<Shown> {
  const month = asked ?? monthOf(dayOf((await askAbout()).now))
  return { month, ...(await readPage(month, filter)) }
}

const readPage = (month: string, { village, waiting }: Filter, cursor?: string): Promise<Page> =>
  readLedger({
    from: firstOf(month),
    to: lastOf(month),
    ...(village && { village }),
    ...(waiting && { verification: 'waiting' as const }),
    ...(cursor && { cursor }),
  })

/** What was done, month by month; only what somebody else has confirmed counts. */
export default function LedgerPage() {
  const adviser = useSession(hasStaffRole(ADVISER))
  return (
    <StaffScreen
      title={LEDGER.title}
      roles={READERS}
      wide
      bottom={
        adviser && (
          <BottomBar>
            <Button onTap={() => go('record')}>{LEDGER.add}</Button>
          </BottomBar>
        )
      }
    >
      <Title hint={LEDGER.hint}>{LEDGER.title}</Title>
      <Month />
    </StaffScreen>
  )
}

function Month() {
  const { params } = useRouter()
  const [month, setMonth] = useState<string | null>(params.month ?? null)
  const [village, setVillage] = useState(params.village ?? '')
  const [waiting, setWaiting] = useState(false)
  const filter = { village, waiting }
  const { loaded, reload, put } = useLoaded(() => load(month, filter), [month, village, waiting])
  const [busy, setBusy] = useState(false)
  useSeenAgain(reload)
  const more = async (shown: Shown, cursor: string) => {
    setBusy(true)
    const page = await readPage(shown.month, filter, cursor).catch(() => null)
    if (page) put({ ...shown, items: [...shown.items, ...page.items], next: page.next })
    setBusy(false)
  }
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
      {(shown) => (
        <Box>
          <MonthSwitch month={shown.month} onMonth={setMonth} />
          {(village || shown.villages.length > 1) && (
            <Box className="ledger__village">
              <Select
                label={LEDGER.village}
                blank={LEDGER.allVillages}
                entries={[ALL, ...shown.villages.map(({ code, name }) => ({ value: code, text: name }))]}
                value={village || ALL.value}
                onChange={(code) => setVillage(code === ALL.value ? '' : code)}
              />
            </Box>
          )}
          <Counters counters={shown.counters} />
          <Box className="ledger__only">
            <Toggle label={LEDGER.waitingOnly} on={waiting} onChange={setWaiting} />
          </Box>
          {shown.items.length === 0 && <Empty title={LEDGER.none}>{LEDGER.noneText}</Empty>}
          <Box as="ul" className="ledger">
            {shown.items.map((line) => (
              <LineCard
                key={line.id}
                line={line}
                onLine={(next) =>
                  put({ ...shown, items: shown.items.map((one) => (one.id === next.id ? next : one)) })
                }
              />
            ))}
          </Box>
          {shown.next && (
            <Button tone="quiet" busy={busy} onTap={() => shown.next && void more(shown, shown.next)}>
              {DESK.more}
            </Button>
          )}
          <Export month={shown.month} village={village} />
        </Box>
      )}
    </Await>
  )
}
