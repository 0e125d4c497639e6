import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { Box } from '#components/tags'
import type { Desk } from '#contract/hotline'
import type { Instant } from '#domain/day'
import { CHANNEL_NAME } from '#domain/hotline-words'
import { goBack } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { type Asking, What, Who, Wishes } from './Asking.tsx'
import { loadFree } from './free.ts'
import { Times } from './Times.tsx'
import { useBookFor } from './use-book-for.ts'
import { Village } from './Village.tsx'
import { BOOK_WORDS, WAY_GO, WAY_NAME, WAYS, type Way } from './words.ts'

const WAY_OPTIONS = WAYS.map((value) => ({ value, ...WAY_NAME[value] }))

type Props = { now: Instant; desks: readonly [Desk, ...Desk[]] }

/** Few fields: somebody stands there or holds the line. */
export function BookFor({ now, desks }: Props) {
  const [desk, setDesk] = useState(desks[0])
  const { loaded, reload } = useLoaded(() => loadFree(desk.id, now), [desk.id])
  const { typed, set, send, asked, busy, fields, trouble } = useBookFor(desk, reload)
  const chooseDesk = (id: string) => {
    setDesk(desks.find((one) => one.id === id) ?? desk)
    set({ day: '', slotId: '' })
  }
  const { way } = typed
  const asking = { typed, fields, onChange: set }
  if (asked) return <Asked number={asked.number} way={typed.way} />
  return (
    <Box className="admin__form">
      <Choice
        label={BOOK_WORDS.way}
        options={WAY_OPTIONS}
        value={way}
        onChange={(chosen) =>
          set({ way: chosen, ...(chosen === 'now' && typed.cameBy === 'letter' && { cameBy: 'telephone' }) })
        }
      />
      <Who {...asking} />
      <Box>
        {way !== 'adviser' && desks.length > 1 && (
          <Select
            label={BOOK_WORDS.desk}
            blank=""
            entries={desks.map(({ id, name }) => ({ value: id, text: name }))}
            value={desk.id}
            onChange={chooseDesk}
          />
        )}
      </Box>
      <Box>
        {way === 'later' && (
          <Box>
            <Channels desk={desk} {...asking} />
            <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={2}>
              {(slots) => <Times slots={slots} {...asking} />}
            </Await>
          </Box>
        )}
        {way === 'adviser' && <Village {...asking} />}
      </Box>
      <What {...asking} />
      <Box>{way !== 'adviser' && <Wishes {...asking} />}</Box>
      <Box className="admin__news" live="polite">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Button busy={busy} busyWords={BOOK_WORDS.going} onTap={send}>
        {WAY_GO[way]}
      </Button>
    </Box>
  )
}

const Channels = ({ desk, typed, fields, onChange }: Asking & { desk: Desk }) => (
  <Choice
    label={BOOK_WORDS.channel}
    layout="pair"
    options={desk.channels.map((value) => ({ value, text: CHANNEL_NAME[value] }))}
    value={typed.channel}
    error={fields.channel}
    onChange={(channel) => onChange({ channel })}
  />
)

/** It is done: what is left is to say its number, or to find it where it was put. */
const Asked = ({ number, way }: { number: string; way: Way }) => (
  <Box>
    {way === 'adviser' ? (
      <Notice tone="ok" title={BOOK_WORDS.asked(number)} news>
        {BOOK_WORDS.askedText}
      </Notice>
    ) : (
      <Notice tone="ok" title={BOOK_WORDS.registered(number)} news>
        {BOOK_WORDS.registeredText}
      </Notice>
    )}
    <Button onTap={() => void goBack()}>{BOOK_WORDS.back}</Button>
  </Box>
)
