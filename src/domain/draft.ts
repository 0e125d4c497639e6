import { type Instant, toEpoch } from './day.ts'

/** Field name → what was typed and when. */
export type Draft = Readonly<Record<string, { value: unknown; at: Instant }>>

type Field = Draft[string]

/** At the same moment the text decides, so that telephone and server come to the same end. */
function later(a: Field, b: Field): Field {
  const first = toEpoch(a.at) - toEpoch(b.at)
  if (first !== 0) return first > 0 ? a : b
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b
}

/** Field by field the later one wins. Order and repetition of merging make no difference. */
export function mergeDrafts(a: Draft, b: Draft): Draft {
  const fields = new Map(Object.entries(a))
  for (const [name, field] of Object.entries(b)) {
    const mine = fields.get(name)
    fields.set(name, mine ? later(mine, field) : field)
  }
  return Object.fromEntries(fields)
}
