import { flatten, type GenericSchema, safeParse } from 'valibot'

import type { FieldProblems } from '#domain/refusal'

/** What a schema finds wrong, by field, in the words of the schema; empty when all is right. */
export function problemsIn(schema: GenericSchema, body: unknown): FieldProblems {
  const { issues } = safeParse(schema, body)
  if (!issues) return {}
  const found = Object.entries(flatten(issues).nested ?? {})
  return Object.fromEntries(found.map(([name, words]) => [name, words?.[0] ?? '']))
}
