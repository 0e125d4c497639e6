import { Choice } from '#components/Choice'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Toggle } from '#components/Toggle'
import { Box } from '#components/tags'
import { CAME_BY, CAME_BY_NAME } from '#domain/came-by'
import type { FieldProblems } from '#domain/refusal'
import { TOPIC_NAME, TOPICS, type Topic } from '#domain/topic'
import type { TypedFor } from './use-book-for.ts'
import { BOOK_WORDS } from './words.ts'

const TOPIC_ENTRIES = TOPICS.map((value) => ({ value, text: TOPIC_NAME[value] }))
const CAME_BY_OPTIONS = CAME_BY.map((value) => ({ value, text: CAME_BY_NAME[value] }))

export type Asking = {
  typed: TypedFor
  fields: FieldProblems
  onChange: (change: Partial<TypedFor>) => void
}

/** Nobody who wrote a letter is there now. */
const waysOfComing = ({ way }: TypedFor) =>
  CAME_BY_OPTIONS.filter(({ value }) => way !== 'now' || value !== 'letter')

export const Who = ({ typed, fields, onChange }: Asking) => (
  <Box>
    <TextField
      kind="phone"
      label={BOOK_WORDS.phone}
      hint={typed.way === 'later' ? BOOK_WORDS.phoneHint : BOOK_WORDS.phoneFinds}
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
      options={waysOfComing(typed)}
      value={typed.cameBy}
      error={fields.cameBy}
      onChange={(cameBy) => onChange({ cameBy })}
    />
  </Box>
)

export const What = ({ typed, fields, onChange }: Asking) => (
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
      label={typed.way === 'adviser' ? BOOK_WORDS.question : BOOK_WORDS.summary}
      hint={BOOK_WORDS.summaryHint}
      max={typed.way === 'adviser' ? 2000 : 200}
      value={typed.summary}
      error={fields.summary ?? fields.question}
      onChange={(summary) => onChange({ summary })}
    />
  </Box>
)

/** What the person asks of whoever telephones. */
export const Wishes = ({ typed, onChange }: Omit<Asking, 'fields'>) => (
  <Box>
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
