import type { StepField } from '#contract/case'
import type { Input } from '#contract/field'
import type { FieldProblems } from '#domain/refusal'
import type { Filled, Filling } from '#services/step-draft'
import { MISSING } from './words.ts'

export const textOf = (filled: Filled | undefined): string => (typeof filled === 'string' ? filled : '')
export const severalOf = (filled: Filled | undefined): readonly string[] =>
  Array.isArray(filled) ? filled : []
export const isOn = (filled: Filled | undefined): boolean => filled === true

type DayAndTime = { day: string; time: string }

/** A moment while it is being filled in: `2026-11-24 09:30`, either half perhaps empty. */
export const joined = ({ day, time }: DayAndTime): string => `${day} ${time}`

export function split(text: string): DayAndTime {
  const [day = '', time = ''] = text.split(' ')
  return { day, time }
}

const wholeMoment = (text: string): string | undefined => {
  const { day, time } = split(text)
  return day && time ? `${day}T${time}:00+08:00` : undefined
}

const said = (filled: Filled) => textOf(filled).trim() || undefined
const number = (filled: Filled) => (said(filled) === undefined ? undefined : Number(said(filled)))
const several = (filled: Filled) => (severalOf(filled).length > 0 ? severalOf(filled) : undefined)
const agreed = (filled: Filled) => isOn(filled) || undefined
const answered = (filled: Filled) => (typeof filled === 'boolean' ? filled : undefined)

/** What is sent for what was filled in; `undefined` while nothing has been said. */
const SENT: Readonly<Record<Input, (filled: Filled) => unknown>> = {
  line: said,
  long: said,
  choice: said,
  who: said,
  day: said,
  moment: (filled) => wholeMoment(textOf(filled)),
  count: number,
  choices: several,
  files: several,
  yes: agreed,
  maybe: answered,
}

const sentOf = ({ name, input }: StepField, filling: Filling): unknown => {
  const filled = filling[name]
  return filled === undefined ? undefined : (SENT[input] ?? said)(filled)
}

/** The body of a step: what is left empty is not sent. */
export const bodyOf = (fields: readonly StepField[], filling: Filling): Record<string, unknown> =>
  Object.fromEntries(
    fields
      .map((field) => [field.name, sentOf(field, filling)] as const)
      .filter(([, value]) => value !== undefined),
  )

/** What must be said and is not, before anybody is asked whether it is to be sent. The server checks the rest. */
export const missingIn = (fields: readonly StepField[], filling: Filling): FieldProblems =>
  Object.fromEntries(
    fields
      .filter((field) => field.required && sentOf(field, filling) === undefined)
      .map(({ name, input, label }) => [name, (MISSING[input] ?? MISSING.line)(label)]),
  )

/** Whoever is chosen there receives personal data (PI-6). */
const receives = ({ options }: StepField) => options.some(({ consent }) => consent !== undefined)

/** The words to which the person agrees name whoever was chosen; nobody agrees to another one by that. */
export const worded = (fields: readonly StepField[], filling: Filling): StepField[] => {
  const chosen = fields
    .filter(receives)
    .flatMap(({ name, options }) => options.filter(({ value }) => value === filling[name]))[0]
  return fields.map((field) =>
    field.name === CONSENT && chosen?.consent ? { ...field, label: chosen.consent } : field,
  )
}
const CONSENT = 'consent'

/** Another receiver is asked about anew. */
export const filledIn = (
  fields: readonly StepField[],
  filling: Filling,
  [name, filled]: [string, Filled],
): Filling => ({
  ...filling,
  [name]: filled,
  ...(fields.some((field) => field.name === name && receives(field)) && { [CONSENT]: false }),
})

/** What is being mended is wrong no longer, until it is checked again. */
export const without = (problems: FieldProblems, name: string): FieldProblems =>
  Object.fromEntries(Object.entries(problems).filter(([one]) => one !== name))
