import type { Application } from '#contract/legal-aid-application'
import { applicationProblems } from '#domain/aid-application'
import { urgencyOf } from '#domain/aid-check'
import { BRANCH, branchOf, causeCodeOf, topicOf } from '#domain/aid-matter'
import { promiseBarred } from '#domain/aid-means'
import { dayOf, type Instant } from '#domain/day'
import { invalid } from '#domain/refusal'
import { accountOf } from '../accounts/accounts.ts'
import type { Casework } from '../cases/casework.ts'
import { checkWords } from '../cases/check.ts'
import { officeFor } from '../cases/office.ts'
import { openCase, type Submission } from '../cases/open.ts'
import { refuseNowhere } from '../cases/place.ts'
import { roleThatFits } from '../cases/who.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import { type Filed, filedFrom } from './filed.ts'
import { barredUntil } from './promise.ts'
import { receive, receiverIn } from './receive.ts'

/** Opens the case at the centre of the place, gives the receipt, and says at once when time is short. */
export async function applyForAid(
  work: Casework,
  application: Application,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const filed = filedFrom(application)
  await refuseFaulty(context, filed, by.now)
  const office = await officeFor(context.database, ['legal_aid_centre'], filed.regionCode)
  const role = application.onBehalfOf ? roleAt(by.caller, office.id) : undefined
  const state = await checkWords(context, by.caller.accountId, wordsIn(filed))
  const county = office.regionCode.slice(0, 6)
  return openCase(
    work,
    { ...by, county, state },
    'legal_aid',
    async (tx) => ({
      kind: 'legal_aid',
      organisation: office,
      regionCode: filed.regionCode,
      channel: application.onBehalfOf ? 'window' : 'online',
      topic: topicOf(filed.matter),
      appointment: null,
      form: filed,
      words: wordsIn(filed),
      urgent: isUrgent(filed, by.now),
      facts: factsOf(filed, by.now),
      from: application.fromCaseId,
      openedFor:
        application.onBehalfOf && role
          ? { accountId: await personOf(context, tx, application.onBehalfOf.phone), role }
          : undefined,
    }),
    (tx, caseId) =>
      receive(context, tx, caseId, filed, {
        at: by.now,
        byId: by.caller.accountId,
        receivedBy: receiverIn(role ?? 'resident'),
        channel: role ? '窗口' : '网络',
      }),
  )
}

export const wordsIn = ({ summary, wish, applicant, otherSide }: Filed): string =>
  [summary, wish, applicant.name, otherSide.name].filter(Boolean).join('\n')

/** @throws Refusal `invalid` with a field for each thing that is wrong */
export async function refuseFaulty(context: Context, filed: Filed, now: Instant): Promise<void> {
  const problems = applicationProblems(filed, dayOf(now))
  if (Object.keys(problems).length > 0) throw invalid(problems)
  await refuseNowhere(context.database, filed.regionCode)
  if (filed.means.route !== 'promise') return
  const until = await barredUntil(context, filed.applicant.idNumber, now)
  if (until) throw invalid({ 'means.route': promiseBarred(until) })
}

export const isUrgent = (filed: Filed, now: Instant): boolean => urgencyOf(filed, dayOf(now)) !== null

/** For counting (national tables 5 to 7) and for finding what is urgent; no personal words. */
export function factsOf(filed: Filed, now: Instant): Record<string, string> {
  const { matter, means, deadlineOn, preservation, filledInBy } = filed
  const cause = causeCodeOf(matter)
  return {
    matter,
    branch: BRANCH[branchOf(matter)].code,
    ...(cause && { cause }),
    means: means.route,
    filledInBy,
    ...(deadlineOn && { deadlineOn }),
    ...(preservation && { preservation: 'yes' }),
    ...(isUrgent(filed, now) && { urgent: 'yes' }),
  }
}

/** The role in which somebody at the window opens a case for a person. */
const roleAt = ({ grants }: Submission['caller'], there: string) =>
  roleThatFits(
    grants,
    ({ organisationId, role }) =>
      organisationId === there && (role === 'legal_aid_reviewer' || role === 'legal_aid_head'),
    '只有法律援助中心的工作人员可以替别人登记',
  )

const personOf = ({ vault, now }: Context, tx: Db, phone: string): Promise<string> =>
  accountOf(tx, vault, { phone, now: now() })
