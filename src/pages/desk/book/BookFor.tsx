import { useState } from 'react'

import { Await } from '#components/Await'
import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import { CAME_BY, type Desk } from '#contract/hotline'
import type { Instant } from '#domain/day'
import { CHANNEL_NAME } from '#domain/hotline-words'
import { TOPIC_NAME, TOPICS, type Topic } from '#domain/topic'
import { callLegalLine } from '../../help.ts'
import { useLoaded } from '../../use-loaded.ts'
import { loadFree } from './free.ts'
import { Times } from './Times.tsx'
import { useBookFor } from './use-book-for.ts'
import { BOOK_WORDS, CAME_BY_NAME } from './words.ts'

const TOPIC_ENTRIES = TOPICS.map((value) => ({ value, text: TOPIC_NAME[value] }))
const CAME_BY_OPTIONS = CAME_BY.map((value) => ({ value, text: CAME_BY_NAME[value] }))

type Props = { now: Instant; desks: readonly [Desk, ...Desk[]] }

/** Few fields: somebody stands there or holds the line. */
export function BookFor({ now, desks }: Props) {
  const [desk, setDesk] = useState(desks[0])
  const { loaded, reload } = useLoaded(() => loadFree(desk.id, now), [desk.id])
  const { typed, set, send, busy, fields, trouble } = useBookFor(desk, reload)
  const chooseDesk = (id: string) => {
    setDesk(desks.find((one) => one.id === id) ?? desk)
    set({ day: '', slotId: '' })
  }
  return (
    <Box className="admin__form">
      <Who typed={typed} fields={fields} onChange={set} />
      <Box>
        {desks.length > 1 && (
          <Select
            label={BOOK_WORDS.desk}
            blank=""
            entries={desks.map(({ id, name }) => ({ value: id, text: name }))}
            value={desk.id}
            onChange={chooseDesk}
          />
        )}
      </Box>
      <Choice
        label={BOOK_WORDS.channel}
        layout="pair"
        options={desk.channels.map((value) => ({ value, text: CHANNEL_NAME[value] }))}
        value={typed.channel}
        error={fields.channel}
        onChange={(channel) => set({ channel })}
      />
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={2}>
        {(slots) => <Times slots={slots} typed={typed} fields={fields} onChange={set} />}
      </Await>
      <What typed={typed} fields={fields} onChange={set} />
      <Box className="admin__news" live="polite">
        {trouble && (
          <Notice tone="warn" news>
            {trouble}
          </Notice>
        )}
      </Box>
      <Button busy={busy} busyWords={BOOK_WORDS.going} onTap={send}>
        {BOOK_WORDS.go}
      </Button>
    </Box>
  )
}

type Asking = Pick<ReturnType<typeof useBookFor>, 'typed' | 'fields'> & {
  onChange: ReturnType<typeof useBookFor>['set']
}

const Who = ({ typed, fields, onChange }: Asking) => (
  <Box>
    <TextField
      kind="phone"
      label={BOOK_WORDS.phone}
      hint={BOOK_WORDS.phoneHint}
      max={20}
      value={typed.phone}
      error={fields['onBehalfOf.phone']}
      onChange={(phone) => onChange({ phone })}
    />
    <TextField
      kind="name"
      label={BOOK_WORDS.name}
      hint={BOOK_WORDS.nameHint}
      optional
      max={40}
      value={typed.name}
      error={fields['onBehalfOf.name']}
      onChange={(name) => onChange({ name })}
    />
    <Choice
      label={BOOK_WORDS.cameBy}
      layout="pair"
      options={CAME_BY_OPTIONS}
      value={typed.cameBy}
      onChange={(cameBy) => onChange({ cameBy })}
    />
  </Box>
)

const What = ({ typed, fields, onChange }: Asking) => (
  <Box>
    <Select
      label={BOOK_WORDS.topic}
      blank={BOOK_WORDS.pickTopic}
      entries={TOPIC_ENTRIES}
      value={typed.topic}
      error={fields.topic}
      onChange={(topic) => onChange({ topic: topic as Topic })}
    />
    <TextField
      kind="long"
      label={BOOK_WORDS.summary}
      hint={BOOK_WORDS.summaryHint}
      max={200}
      value={typed.summary}
      error={fields.summary}
      onChange={(summary) => onChange({ summary })}
    />
    <Toggle
      label={BOOK_WORDS.sayWho}
      hint={BOOK_WORDS.sayWhoHint}
      on={typed.maySayWhoWeAre}
      onChange={(maySayWhoWeAre) => onChange({ maySayWhoWeAre })}
    />
    <Toggle
      label={BOOK_WORDS.leave}
      hint={BOOK_WORDS.leaveHint}
      on={typed.mayLeaveMessage}
      onChange={(mayLeaveMessage) => onChange({ mayLeaveMessage })}
    />
  </Box>
)
