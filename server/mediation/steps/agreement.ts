import { effectOf, isPast, type Touch, whyOnPaper } from '#domain/agreement'
import { contentBlocks } from '#domain/confirmation'
import { type Day, dayOf, daysBetween } from '#domain/day'
import { agreementOf, all, draftOf, since, TEXTS } from '#domain/mediation-past'
import { invalid, Refusal } from '#domain/refusal'
import type { Act, Effect } from '../../cases/kind.ts'
import { voidDocument } from '../../documents/make.ts'
import { caOf } from '../ca.ts'
import { agreementIn, checkTerms, freeze, frozen, touchesIn } from '../frozen.ts'
import { headOf } from '../head.ts'
import { flagsOfAgreement } from '../honest.ts'
import { keepInstalments } from '../instalments.ts'
import { issue } from '../issue.ts'
import { agreement as agreementPaper, oral } from '../papers/agreement.ts'
import { freePlan } from '../sessions.ts'
import { momentIn, sideOf, text } from '../sides.ts'
import { lastPaper, papersIn } from '../words.ts'
import { noteAgreement, noteConfirmed, noteWork } from '../work.ts'
import { refuseUnnamed } from './names.ts'

const COPIES = 3

/** Whether the paper may speak of the court: not where no court confirms it (JC-5). */
const courtOf = (touches = '') => ({
  confirmable: contentBlocks(touches.split(' ') as Touch[], false).length === 0,
})

/** Frozen as it is written. A new draft voids the paper of the one before, and the signatures on it. */
const draft: Effect = async (act) => {
  const { context, tx, row, body, past, now, caller } = act
  const agreement = checkTerms(body)
  const touches = touchesIn(body)
  const { text: words, hash } = freeze(context.vault, row.id, agreement)
  const head = await headOf(act)
  refuseUnnamed(head)
  const before = draftOf(past)?.facts.document
  if (before) await voidDocument(tx, { id: before, caseId: row.id, at: now, byId: caller.accountId })
  const electronic = caOf(context) && whyOnPaper(touches.split(' ') as Touch[]) === null
  await noteWork(context, tx, row, words, [])
  const paper = agreementPaper(head, {
    text: words,
    instalments: agreement.instalments,
    copies: COPIES,
    ...courtOf(touches),
  })
  return {
    facts: {
      ...(await issue(act, { type: 'TJ-006', paper, audience: 'all' })),
      no: String(all(past, 'draft_agreement').length + 1),
      hash,
      touches,
      ca: electronic ? 'yes' : 'no',
      instalments: String(agreement.instalments.length),
    },
    paper: { ...body, text: words },
  }
}

const inPast = (day: unknown, field: string, now: string): Day => {
  if (!isPast(String(day), now)) throw invalid({ [field]: '日期不能晚于今天' })
  return String(day)
}

/** A day before the text was there is a slip of the pen, and nothing could put it right afterwards. */
function sinceDraft(act: Act, field: string): Day {
  const day = inPast(act.body[field], field, act.now)
  const written = draftOf(act.past)?.at
  if (written && day < dayOf(written))
    throw invalid({ [field]: `协议是 ${dayOf(written)} 写成的，日期不能更早` })
  return day
}

/** On paper, with a photograph of the signed page. Of each side once for each draft. */
const confirm: Effect = async (act) => {
  const { body, past, tx, row } = act
  const side = sideOf(act)
  const signed = all(since(past, ...TEXTS), 'confirm_agreement', 'sign_agreement')
  if (signed.some(({ facts }) => facts.side === side)) throw new Refusal('not_now', '这一方已经签过名')
  await noteConfirmed(tx, row.id)
  return {
    facts: { side, how: String(body.how), signedOn: sinceDraft(act, 'signedOn') },
    filesFor: 'all',
  }
}

/** Only what the licensed CA says is signed counts; neither a code nor a picture does. */
const sign: Effect = async (act) => {
  const { context, body, past, now, tx, row } = act
  const ca = caOf(context)
  if (!ca) throw new Refusal('not_now', '本机构没有开通电子签名，请在纸上签名')
  const side = sideOf(act)
  const hash = draftOf(past)?.facts.hash ?? ''
  const reference = text(body.reference)
  if (!(await ca.isSigned({ reference, hash, signer: `${row.id}/${side}` })))
    throw new Refusal('not_now', '电子认证机构还没有收到你的签名，请签好后再试')
  await noteConfirmed(tx, row.id)
  return { facts: { side, how: 'ca', signedOn: dayOf(now), reference } }
}

const receive: Effect = async (act) => {
  await noteConfirmed(act.tx, act.row.id)
  return { facts: { side: sideOf(act) } }
}

const signedDays = (past: Act['past']): Day[] =>
  all(since(past, 'draft_agreement'), 'confirm_agreement', 'sign_agreement').map(
    ({ facts }) => facts.signedOn ?? '',
  )

/** The last of parties, mediator and seal makes it binding, whatever was written down first (PM-19). */
const seal: Effect = async (act) => {
  const { context, tx, row, past, now } = act
  const mediator = sinceDraft(act, 'mediatorSignedOn')
  const sealedOn = sinceDraft(act, 'sealedOn')
  const draftWords = lastPaper(await papersIn(context, tx, row), 'draft_agreement') ?? {}
  const agreement = agreementIn(draftWords)
  const { hash } = frozen(context.vault, row.id, draftWords)
  if (hash !== draftOf(past)?.facts.hash)
    throw new Refusal('not_now', '协议文本与签名时不一致，不能盖章，请报告司法局')
  const effectiveAt = effectOf({ parties: signedDays(past), mediator, seal: sealedOn }, now)
  await keepInstalments(tx, row.id, agreement.instalments)
  await noteAgreement(tx, row.id, effectiveAt, agreement.amount)
  return {
    ...(await freePlan(act)),
    facts: {
      ...{ effectiveAt, mediatorSignedOn: mediator, sealedOn, hash },
      ...(await flagsOfAgreement(tx, row.id, now)),
    },
    filesFor: 'all',
  }
}

/** The hours, where they were written down; both or neither. */
function heldAt({ startedAt, endedAt }: Act['body']) {
  if (startedAt === undefined && endedAt === undefined) return []
  const held = { startedAt: momentIn(startedAt, 'startedAt'), endedAt: momentIn(endedAt, 'endedAt') }
  if (held.endedAt <= held.startedAt) throw invalid({ endedAt: '结束要晚于开始' })
  return [held]
}

const OLDEST_DAYS = 30
const TOO_OLD = `达成日期最多往前 ${OLDEST_DAYS} 天，再早司法确认的期限就过了。请核对；确实更早的，请双方重新确认并写书面协议`

/** In force from the day on which it was reached (PM-20). */
const recordOral: Effect = async (act) => {
  const { context, tx, row, body, now } = act
  const agreement = checkTerms(body)
  const reachedOn = inPast(body.reachedOn, 'reachedOn', now)
  if (daysBetween(reachedOn, dayOf(now)) > OLDEST_DAYS) throw invalid({ reachedOn: TOO_OLD })
  const { text: words, hash } = freeze(context.vault, row.id, agreement)
  const effectiveAt = effectOf({ parties: [], mediator: reachedOn, seal: reachedOn }, now)
  const head = await headOf(act)
  refuseUnnamed(head)
  await noteWork(context, tx, row, words, heldAt(body))
  if (Array.isArray(body.fileIds) && body.fileIds.length > 0) await noteConfirmed(tx, row.id)
  await noteAgreement(tx, row.id, effectiveAt, agreement.amount)
  await keepInstalments(tx, row.id, agreement.instalments)
  const said = { text: words, instalments: agreement.instalments, reachedOn, place: text(body.place) }
  return {
    ...(await freePlan(act)),
    facts: {
      ...(await issue(act, { type: 'TJ-007', paper: oral(head, said), audience: 'all' })),
      effectiveAt,
      hash,
      touches: touchesIn(body),
      instalments: String(agreement.instalments.length),
      ...(await flagsOfAgreement(tx, row.id, now)),
    },
    paper: { ...body, text: words },
    filesFor: 'all',
  }
}

/** The same words on paper, for both to sign: the moment of effect stays that of the word of mouth (JC-4, PM-20). */
const writeDown: Effect = async (act) => {
  const { context, tx, row, past } = act
  const made = agreementOf(past)?.facts ?? {}
  const said = lastPaper(await papersIn(context, tx, row), 'record_oral_agreement') ?? {}
  const { text: words, hash } = frozen(context.vault, row.id, said)
  if (hash !== made.hash) throw new Refusal('not_now', '协议文本与登记时不一致，请报告司法局')
  const terms = { text: words, instalments: agreementIn(said).instalments, copies: COPIES }
  const reachedOn = dayOf(made.effectiveAt ?? act.now)
  const paper = agreementPaper(await headOf(act), { ...terms, ...courtOf(made.touches), reachedOn })
  const { touches = '', instalments = '0' } = made
  return {
    facts: {
      ...(await issue(act, { type: 'TJ-006', paper, audience: 'all' })),
      ...{ no: '1', hash, touches, ca: 'no', instalments },
    },
  }
}

export const AGREEMENT: Readonly<Record<string, Effect>> = {
  draft_agreement: draft,
  confirm_agreement: confirm,
  sign_agreement: sign,
  confirm_receipt: receive,
  seal_agreement: seal,
  record_oral_agreement: recordOral,
  write_down: writeDown,
}
