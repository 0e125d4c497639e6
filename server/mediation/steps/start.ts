import { CASE_SOURCE, sourceOf } from '#domain/case-source'
import { addDays, dayOf } from '#domain/day'
import { EXCLUSION, EXCLUSION_LAW, type Exclusion } from '#domain/dispute'
import { effectiveAt } from '#domain/mediation-past'
import { readPhone } from '#domain/phone'
import { REFERRAL, type ReferralId } from '#domain/referral'
import { invalid } from '#domain/refusal'
import { accountOf } from '../../accounts/accounts.ts'
import type { Act, Change, Effect } from '../../cases/kind.ts'
import { codeOf, invitationOf, invitationPage } from '../../invitation-code.ts'
import { writeNotice } from '../../outbox/write.ts'
import { committeeOf } from '../committees.ts'
import { answerComplaint, complain } from '../complaints.ts'
import { headOf } from '../head.ts'
import { issue } from '../issue.ts'
import { endNotice } from '../papers/end.ts'
import type { Person } from '../papers/head.ts'
import { application, invitation, registration, rightsNotice } from '../papers/start.ts'
import {
  AGREED,
  isApplicants,
  issueCode,
  type Party,
  readParty,
  renameParty,
  SAME_NUMBER,
  withItsNumber,
} from '../party.ts'
import { freePlan } from '../sessions.ts'
import { isParty, noted, text } from '../sides.ts'
import { stateParty } from '../stated.ts'
import { formIn } from '../words.ts'
import { nameParties } from './names.ts'
import { beginAnew, notMe } from './wrong-person.ts'

/** The number as everywhere; what is not one is said beside the field. */
function phoneIn(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const read = readPhone(value)
  if ('problem' in read) throw invalid({ phone: read.problem })
  return read.phone
}

async function betterNamed(act: Act, party: Party): Promise<Party> {
  const { context, tx, row, past, body } = act
  const name = text(body.name) || party.name
  if (name !== party.name && effectiveAt(past)) throw invalid({ name: AGREED })
  const better = phoneIn(body.phone)
  if (better && (await isApplicants(context, tx, row.id, better))) throw invalid({ phone: SAME_NUMBER })
  const phone = better ?? party.phone ?? undefined
  await renameParty(context, tx, row, { name, phone })
  return { ...party, name, phone: phone ?? null }
}

/** Told in the app, and by SMS with a link; whoever signs in with that number finds it too. It says nothing of the matter. */
async function notify({ context, tx, row, now }: Act, phone: string, seq: number): Promise<void> {
  const accountId = await accountOf(tx, context.vault, { phone, now })
  await writeNotice(context, tx, {
    accountId,
    caseId: null,
    organisationId: row.organisation_id,
    news: 'mediation_invited',
    facts: { invitation: invitationOf(row.id, seq) },
    key: `${row.id}/invited/${row.seq + 1}`,
    at: now,
  })
}

const GOOD_FOR_DAYS = 30

async function invitationSheet(act: Act, party: Party, seq: number) {
  const { context, tx, row, now } = act
  const head = await headOf(act)
  const { phone } = await committeeOf(tx, row.organisation_id)
  const code = codeOf(context.vault, invitationOf(row.id, seq))
  const until = addDays(dayOf(now), GOOD_FOR_DAYS)
  const site = context.env.publicUrl
  const address = `${site}/#/${invitationPage(code)}`
  const paper = invitation(
    { ...head, other: { ...head.other, name: party.name } },
    { code, site, address, phone, until },
  )
  return { type: 'TJ-016', paper, audience: 'staff' } as const
}

const OTHER_NUMBER = '这不是现在这个人的号码。找错了人，请先点“找错人了”请他退出，再邀请'

/** Up to here whoever came can still turn out to be somebody else, without a step that says so. */
const BEFORE_IT_BEGINS = ['requested', 'invited']

/** Whoever came by the invitation to another number was not the one who was meant. Once it has begun, a step says so. */
async function whoIsMeant({ tx, row }: Act): Promise<string[]> {
  const meant = await withItsNumber(tx, row.id, row.other_side_ids)
  if (meant.length < row.other_side_ids.length && !BEFORE_IT_BEGINS.includes(row.status))
    throw invalid({ phone: OTHER_NUMBER })
  return meant
}

/** An SMS goes to mobile numbers alone. */
const MOBILE = /^1[3-9]\d{9}$/

const invite: Effect = async (act) => {
  const { context, tx, row, body, now } = act
  const means = body.means as string[]
  const before = await readParty(context, tx, row)
  const party = await betterNamed(act, before)
  const seq = party.codeSeq + 1
  await issueCode(context, tx, row, seq, now)
  if (means.includes('notice')) {
    if (!party.phone || !MOBILE.test(party.phone)) throw invalid({ phone: '要发短信请先填写对方的手机号' })
    await notify(act, party.phone, seq)
  }
  const meant = before.phone === party.phone ? row.other_side_ids : await whoIsMeant(act)
  const anew = meant.length < row.other_side_ids.length && row.status === 'invited'
  const paper = means.includes('paper') ? await issue(act, await invitationSheet(act, party, seq)) : {}
  const better = {
    ...(text(body.name) && { name: party.name }),
    ...(text(body.phone) && { phone: party.phone }),
  }
  return {
    ...(anew && (await beginAnew(act))),
    otherSideIds: meant,
    facts: { means: means.join(' '), ...paper, ...(anew && { anew: 'yes' }) },
    ...(Object.keys(better).length > 0 && { paper: better }),
  }
}

/** The account has been written into the case by the code it came with: see ../invite.ts. */
const join: Effect = async () => ({})

/** Whoever writes down what somebody else said says how it was said. */
function heardBy(act: Act): string {
  if (isParty(act)) return 'self'
  if (typeof act.body.heard !== 'string') throw invalid({ heard: '请选择对方怎么答复的' })
  return act.body.heard
}

const acceptInvitation: Effect = async (act) => {
  const suits = text(act.body.suits)
  return { facts: { heard: heardBy(act) }, ...(suits && { paper: { suits } }) }
}

const declineInvitation: Effect = async (act) => ({
  ...(await freePlan(act)),
  facts: { heard: heardBy(act) },
  ...noted(act.body.reason),
})

/** The applicant reads what the applicant wrote: a number or address that the office has found is not theirs. */
function asGiven({ other }: Readonly<Record<string, unknown>>, name: string): Person {
  const { phone, address } = (other ?? {}) as Readonly<Record<string, unknown>>
  return { name, phone: text(phone) || null, address: text(address) || null }
}

/** The first papers of the dossier write themselves from what was said at the beginning. */
async function firstPapers(act: Act): Promise<Record<string, string>> {
  const head = await headOf(act)
  const form = await formIn(act.context, act.tx, act.row)
  const wish = text(form.wish)
  const asked = { ...head, other: asGiven(form, head.other.name) }
  const source = sourceOf(act.body.source, form)
  const issued = await issue(
    act,
    {
      type: 'TJ-001',
      paper: application(asked, { wish, story: text(form.story) || null }),
      audience: 'applicant',
    },
    { type: 'TJ-002', paper: registration(head, { wish, source: CASE_SOURCE[source] }), audience: 'staff' },
    { type: 'TJ-003', paper: rightsNotice(head), audience: 'all' },
  )
  return { ...issued, source }
}

const accept: Effect = async (act) => ({ facts: await firstPapers(act) })

/** Both are there: told of their rights, willing, and the matter is taken, in one step. */
const acceptTogether: Effect = async (act): Promise<Change> => ({
  facts: { ...(await firstPapers(act)), side: 'both', heard: 'in_person' },
  filesFor: 'staff',
})

export const routesTo = (doors: readonly ReferralId[]) =>
  doors.map((id) => ({ name: REFERRAL[id].name, text: REFERRAL[id].text, lastText: null }))

const notAccept: Effect = async (act) => {
  const { why, told } = act.body
  const exclusion = EXCLUSION[why as Exclusion]
  const head = await headOf(act)
  const paper = endNotice(head, {
    to: head.applicant.name,
    why: exclusion.why,
    told: text(told),
    law: [`《${EXCLUSION_LAW.replace(' ', '》')}`],
    decision: '本委员会不予受理。你可以走下面的路：',
    routes: routesTo(exclusion.doors),
  })
  return {
    facts: { why: String(why), ...(await issue(act, { type: 'TJ-010', paper, audience: 'applicant' })) },
    paper: act.body,
  }
}

export const START: Readonly<Record<string, Effect>> = {
  invite,
  join,
  accept_invitation: acceptInvitation,
  decline_invitation: declineInvitation,
  accept,
  accept_together: acceptTogether,
  not_accept: notAccept,
  not_me: notMe,
  name_parties: nameParties,
  state_party: stateParty,
  complain,
  answer_complaint: answerComplaint,
}
