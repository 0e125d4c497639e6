import type { Case } from '#contract/case'
import type { CheckAnswers, Whom } from '#domain/aid-check'
import { FORM_FIELDS, type FormField, NONE, type Said } from '#domain/aid-form'
import type { ApplicantState } from '#domain/aid-terms'

const STATE_OF: Readonly<Record<Whom, ApplicantState>> = {
  self: 'adult',
  child: 'minor',
  incapable: 'incapable',
  detained: 'detained',
  other: 'adult',
}

/** What was answered in the two-minute check need not be answered again. */
export const fromCheck = (answers: CheckAnswers): Said => ({
  matter: answers.matter,
  hurt: answers.hurt,
  violence: answers.violence,
  migrantWorker: answers.migrantWorker,
  accusedIs: answers.accusedIs,
  'applicant.state': answers.whom && STATE_OF[answers.whom],
  'means.exemption': answers.situations && (answers.situations[0] ?? NONE),
  'means.statement.hardship': answers.hardship,
  deadline: answers.deadline,
  deadlineOn: answers.deadlineOn,
  preservation: answers.preservation,
})

type Words = Readonly<Record<string, unknown>>

const within = (form: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Words | undefined)?.[name], form)

/** Said anew each time: consent, promise and authority are not carried over. */
const ANEW: readonly FormField[] = ['guardianConsent', 'means.authorised', 'means.promise']

/** Numbers stand in the form as they are typed; what is masked is nobody's name. */
function typedOf(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.includes('*') ? undefined : value
}

const FIELDS = (Object.values(FORM_FIELDS).flat() as FormField[]).filter((name) => !ANEW.includes(name))

const fromApplication = (form: Words): Said =>
  Object.fromEntries(FIELDS.map((name) => [name, typedOf(within(form, name.split('.')))]))

/** A call, a question, or an earlier application: nobody tells the story twice. */
export function fromCase({ kind, form }: Pick<Case, 'kind' | 'form'>): Said {
  if (!form) return {}
  return kind === 'legal_aid' ? fromApplication(form) : fromWords(form)
}

export const fromWords = (form: Words): Said => ({
  summary: typedOf(form.summary ?? form.question),
  'applicant.name': typedOf(form.name),
  'applicant.phone': typedOf(form.phone),
})
