import type { Application } from '#contract/legal-aid-application'
import { type CheckAnswers, check } from '#domain/aid-check'
import { type MaterialItem, materialFor } from '#domain/aid-material'
import { MEANS_ROUTE } from '#domain/aid-means'
import type { ApplicantState } from '#domain/aid-terms'
import type { Day } from '#domain/day'
import type { Paper, Shown } from '../cases/kind.ts'

/** The application as it is kept: name and telephone of the applicant stand at the top, as in every form. */
export type Filed = Omit<Application, 'onBehalfOf' | 'fromCaseId'> & {
  name: string
  phone: string
  /** What was said with material at the centre from which it came (LP-1). */
  explained?: string
}

export const filedFrom = ({
  onBehalfOf,
  fromCaseId,
  ...application
}: Omit<Application, 'onBehalfOf' | 'fromCaseId'> &
  Partial<Pick<Application, 'onBehalfOf' | 'fromCaseId'>>): Filed => ({
  name: application.applicant.name,
  phone: application.applicant.phone,
  ...application,
})

const isFiled = (form: Shown['form']): form is Filed & Shown['form'] =>
  typeof form.applicant === 'object' && typeof form.matter === 'string'

/** The application, filled in at once or later; null while a case from another service waits for it. */
export function filedIn(
  form: Shown['form'],
  papers: readonly Pick<Paper, 'action' | 'paper'>[],
): Filed | null {
  const later = papers.findLast(({ action }) => action === 'complete_application')?.paper
  if (later && isFiled(later)) return later
  return isFiled(form) ? form : null
}

const WHOM: Readonly<Record<ApplicantState, NonNullable<CheckAnswers['whom']>>> = {
  adult: 'self',
  minor: 'child',
  incapable: 'incapable',
  detained: 'detained',
}

/** The answers of the two-minute check as the application gives them: what the check sheet begins with. */
export function answersIn(filed: Filed): CheckAnswers {
  const { matter, regionCode, applicant, means, deadlineOn, preservation, hurt, violence, migrantWorker } =
    filed
  const { accusedIs } = filed
  const exempt = means.route === 'exempt' ? means.exemption : null
  const statement = 'statement' in means ? means.statement : null
  return {
    regionCode,
    matter,
    whom: WHOM[applicant.state],
    // An application for such a matter says that somebody was hurt, unless it says otherwise.
    hurt: hurt ?? true,
    ...(violence !== undefined && { violence }),
    ...(accusedIs !== undefined && { accusedIs }),
    migrantWorker: migrantWorker ?? exempt === 'migrant_worker',
    situations: exempt && exempt !== 'migrant_worker' ? [exempt] : [],
    hardship: statement?.hardship ?? 'unsure',
    deadline: deadlineOn ? 'yes' : 'no',
    ...(deadlineOn && { deadlineOn }),
    preservation,
  }
}

/** The way in which means are looked at, with its article: where they do not matter, that of the ground. */
export function meansWayOf(filed: Filed, on: Day) {
  const way = MEANS_ROUTE[filed.means.route]
  if (filed.means.route !== 'no_condition') return way
  const ground = checkOf(filed, on).grounds.find(({ means }) => means === 'none' || means === 'by_notice')
  return { ...way, law: ground?.law ?? way.law }
}

export const checkOf = (filed: Filed, on: Day) => check(answersIn(filed), on)

export const requiredIn = ({ matter, means, agent, organ, hasContract }: Filed): MaterialItem[] =>
  materialFor({
    matter,
    meansRoute: means.route,
    exemption: means.route === 'exempt' ? means.exemption : null,
    hasAgent: agent !== undefined,
    hasOrgan: organ !== 'none',
    hasContract,
  })
