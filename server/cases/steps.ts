import type { Step } from '../http/openapi.ts'
import { type Kinds, type StepBody, schemaFor } from './kind.ts'

/** A step may take something else depending on where it leads. */
const schemasOf = (body: StepBody, statuses: readonly string[]) =>
  [...new Set(statuses.map((to) => schemaFor(body, to)))].flatMap((schema) => schema ?? [])

/** Every step of every kind, as it is described to others. */
export const stepsOf = (kinds: Kinds): Step[] =>
  Object.values(kinds).flatMap(({ procedure, bodies, action }) =>
    Object.entries(bodies).flatMap(([name, body]) =>
      schemasOf(body, Object.keys(procedure.flow)).map((schema) => ({
        action: name,
        words: action[name]?.ask ?? name,
        body: schema,
      })),
    ),
  )
