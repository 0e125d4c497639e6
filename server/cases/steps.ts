import type { Step } from '../http/openapi.ts'
import type { Kinds } from './kind.ts'

/** Every step of every kind, as it is described to others. */
export const stepsOf = (kinds: Kinds): Step[] =>
  Object.values(kinds).flatMap(({ bodies, action }) =>
    Object.entries(bodies).map(([name, body]) => ({ action: name, words: action[name]?.ask ?? name, body })),
  )
