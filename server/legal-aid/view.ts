import type { LegalAid } from '#contract/legal-aid'
import { MATTER_NAME } from '#domain/aid-matter'
import { HOUSEHOLD_RULE } from '#domain/aid-means'
import { dayOf } from '#domain/day'
import { isComplete } from '#domain/legal-aid'
import { standingOf } from '#domain/procedure'
import { matterOf } from '../cases/matter.ts'
import type { WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { checkOf, type Filed, meansWayOf } from './filed.ts'
import { lawyerFor } from './lawyers.ts'
import { type Look, look, type Viewer } from './look.ts'
import { materialIn } from './material-state.ts'
import { barredUntil } from './promise.ts'
import { staffOf } from './view-staff.ts'
import { advanceOf, noticeOf, suppliedToday, urgentOf } from './view-waiting.ts'
import {
  changeOf,
  closingOf,
  complaintsOf,
  decisionIn,
  falsePromiseOf,
  objectionOf,
  progressOf,
  redirectedOf,
} from './view-words.ts'

/** `own` of the case: everything that its pages show, as this caller may see it. */
export async function viewOf(context: Context, row: WholeCase, viewer: Viewer): Promise<LegalAid> {
  const seen = await look(context, row, viewer)
  const { known, past, since } = seen
  const { filed, papers } = known
  const matter = filed?.matter ?? 'other'
  const isStaff = standingOf(viewer.caller, matterOf(row)) === 'staff'
  return {
    matter,
    matterText: filed ? MATTER_NAME[matter] : '（等待填写申请）',
    grounds: filed ? checkOf(filed, since).grounds.map(({ code, text, law }) => ({ code, text, law })) : [],
    means: filed ? await meansOf(seen, filed, isStaff) : null,
    complete: isComplete(past),
    prefill: isComplete(past) || isStaff ? null : prefillOf(seen),
    material: filed ? materialIn(filed, papers) : [],
    notice: noticeOf(seen),
    ifSuppliedToday: suppliedToday(seen),
    urgent: filed ? urgentOf(filed, dayOf(viewer.now)) : null,
    advance: advanceOf(seen),
    redirected: redirectedOf(seen),
    decision: decisionIn(seen),
    lawyer: await lawyerOf(seen),
    progress: progressOf(seen),
    objection: objectionOf(seen),
    change: changeOf(seen),
    complaints: isStaff && !mayHear(viewer) ? [] : complaintsOf(seen),
    closing: closingOf(seen, isStaff),
    falsePromise: falsePromiseOf(seen, isStaff),
    staff: isStaff ? await staffOf(seen) : null,
  }
}

/** A complaint is about the centre or its lawyer: the bureau reads it. */
const mayHear = ({ caller }: Viewer) => caller.grants.some(({ role }) => role === 'bureau_officer')

async function meansOf(
  { context, since, viewer }: Look,
  filed: Filed,
  isStaff: boolean,
): Promise<LegalAid['means']> {
  const { means, applicant, otherSide } = filed
  const { name, text, law } = meansWayOf(filed, since)
  const promiseBarred = isStaff && (await barredUntil(context, applicant.idNumber, viewer.now)) !== null
  const own = 'statement' in means && otherSide.sameHousehold ? `。${HOUSEHOLD_RULE}` : ''
  return { route: means.route, text: `${name}：${text}${own}`, law, promiseBarred }
}

function prefillOf({ row, known: { form } }: Look) {
  const { name, phone, summary } = form
  return { regionCode: row.region_code, topic: row.topic, name, phone, summary }
}

const BEGUN = ['assign', 'change_lawyer']
const LEFT = ['declare_conflict', 'decline_assignment']

async function lawyerOf({ context, row, past, known }: Look): Promise<LegalAid['lawyer']> {
  const begun = past.findLastIndex(({ action }) => BEGUN.includes(action))
  const deed = past[begun]
  if (!deed || past.findLastIndex(({ action }) => LEFT.includes(action)) > begun) return null
  const later = past.slice(begun)
  const lawyer = await lawyerFor(context, context.database, deed.facts.lawyerId ?? '', row.organisation_id)
  const signed = known.papers.findLast(({ action, at }) => action === 'sign_agreement' && at >= deed.at)
  return {
    ...lawyer,
    assignedAt: deed.at,
    acceptedAt: later.find(({ action }) => action === 'accept_assignment')?.at ?? null,
    agreementOn: signed ? String(signed.paper.signedOn) : null,
  }
}
