import {
  type FormField,
  type FormStep,
  fieldsOf,
  isSaid,
  keptOf,
  type Said,
  type Scene,
} from '#domain/aid-form'
import { MATTER_NAME } from '#domain/aid-matter'
import { EXEMPTION_NAME, MEANS_ROUTE, RELIEF_CLASS_NAME } from '#domain/aid-means'
import { AGENT_KIND, FILLED_IN_BY, HELP, ID_KIND, LANGUAGE, ORGAN, OTHER_SIDE_KIND } from '#domain/aid-terms'
import { IDENTITY_GROUP_NAME } from '#domain/consultation'
import { type Day, isDay, spokenDay } from '#domain/day'
import { ACCUSED, FIELD, HARDSHIP, NO_EXEMPTION, SURE, WHOSE } from './words.ts'

type Texts = Readonly<Record<string, string>>

const STATE: Texts = Object.fromEntries(Object.entries(WHOSE).map(([value, { text }]) => [value, text]))
const ROUTE: Texts = { query: MEANS_ROUTE.query.name, promise: MEANS_ROUTE.promise.name }

/** Answers that were chosen from a list, as they read. */
const CHOSEN: Readonly<Partial<Record<FormField, Texts>>> = {
  matter: MATTER_NAME,
  accusedIs: ACCUSED,
  help: HELP,
  'otherSide.kind': OTHER_SIDE_KIND,
  organ: ORGAN,
  deadline: SURE,
  'applicant.state': STATE,
  'applicant.idKind': ID_KIND,
  'applicant.groups': IDENTITY_GROUP_NAME,
  language: LANGUAGE,
  'agent.kind': AGENT_KIND,
  'means.exemption': { ...EXEMPTION_NAME, none: NO_EXEMPTION },
  'means.relief': RELIEF_CLASS_NAME,
  'means.route': ROUTE,
  'means.statement.hardship': HARDSHIP,
  filledInBy: FILLED_IN_BY,
}

const ONE = (value: unknown, words: Texts | undefined): string => words?.[String(value)] ?? String(value)

function textOf(field: FormField, value: unknown): string {
  if (value === true) return '是'
  if (value === false) return '不是'
  if (Array.isArray(value)) return value.map((one) => ONE(one, CHOSEN[field])).join('、')
  if (field === 'deadlineOn' && isDay(String(value))) return spokenDay(String(value) as Day)
  return ONE(value, CHOSEN[field])
}

/** Who somebody is needs no name before it. */
const PLAIN: readonly FormField[] = ['otherSide.name', 'organName', 'applicant.name']

/** Its name stands before the answer, except where the screen is about nothing else. */
const isAlone = (step: FormStep, field: FormField) => fieldsOf(step)[0] === field || PLAIN.includes(field)

/** What was answered on one screen, in words. */
export function wordsOf(step: FormStep, said: Said, scene: Scene): string {
  const kept = keptOf(said, scene)
  return (
    fieldsOf(step)
      // The place stands above, also where nobody chose another than home.
      .filter((field) => field !== 'aidPlace' && isSaid(kept[field]))
      .map((field) => {
        const text = textOf(field, kept[field])
        return isAlone(step, field) ? text : `${FIELD[field].label.replace(/[？?]$/, '')}：${text}`
      })
      .join('\n')
  )
}
