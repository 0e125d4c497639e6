import { OUTCOME_NAME, type Outcome } from '#domain/confirmation'
import { type Day, dayOf } from '#domain/day'
import { type Dispute, ROUTES } from '#domain/dispute'
import { DOSSIER_NAME, dossierOf } from '#domain/dossier'
import { agreementOf, effectiveAt, isPerformed, last } from '#domain/mediation-past'
import { END_REASON, RECEIVER } from '#domain/mediation-words'
import { lastDay, REFERRAL } from '#domain/referral'
import { invalid } from '#domain/refusal'
import type { Act, Effect } from '../../cases/kind.ts'
import { committeeOf } from '../committees.ts'
import { contentsOf } from '../contents.ts'
import { headOf } from '../head.ts'
import { drawCallback, flagsIn } from '../honest.ts'
import { issue } from '../issue.ts'
import { catalogue, endNotice, report } from '../papers/end.ts'
import { freePlan } from '../sessions.ts'
import { noted, text } from '../sides.ts'
import { lastPaper, papersIn } from '../words.ts'
import { noteEnd, noteFailure } from '../work.ts'

/** In writing, by both, with a later day that has a reason (PM-12). */
const extend: Effect = async ({ body, now }) => {
  if (String(body.until) <= dayOf(now)) throw invalid({ until: '请选以后的日期' })
  return { facts: { until: String(body.until) }, paper: body, filesFor: 'all' }
}

/** The other ways, each with its last day as far as that can be reckoned (PM-15; docs/rules.md, Referral). */
const routesFor = ({ context, row }: Act, since: Day | null) =>
  ROUTES[(row.topic ?? 'other') as Dispute].map((id) => ({
    name: REFERRAL[id].name,
    text: REFERRAL[id].text,
    lastText: lastDay(id, since, context.calendar())?.text ?? null,
  }))

const fail: Effect = async (act) => {
  const { tx, row, body } = act
  const since = text(body.since) || null
  await noteFailure(tx, row.id)
  const head = await headOf(act)
  const paper = endNotice(head, {
    to: `${head.applicant.name}、${head.other.name}`,
    why: END_REASON[body.why as keyof typeof END_REASON],
    told: text(body.told),
    law: ['《中华人民共和国人民调解法》第二十六条'],
    decision: '本委员会终止调解。你们可以走下面的路：',
    routes: routesFor(act, since),
  })
  return {
    ...(await freePlan(act)),
    facts: {
      ...(await issue(act, { type: 'TJ-010', paper, audience: 'all' })),
      why: String(body.why),
      ...(since && { since }),
    },
    paper: body,
  }
}

/** Inside the county a committee of ours has it at once; anybody else signs for it on paper. */
async function receiver({ tx, row, body }: Act): Promise<{ id: string | null; name: string }> {
  const id = text(body.organisationId)
  if (!id) {
    if (!text(body.unit)) throw invalid({ unit: '请填写接收单位' })
    return { id: null, name: text(body.unit) }
  }
  const committee = await committeeOf(tx, id)
  if (id === row.organisation_id) throw invalid({ organisationId: '已经在这个委员会' })
  if (committee.regionCode.slice(0, 6) !== row.county) throw invalid({ organisationId: '请选本县的委员会' })
  return { id, name: committee.name }
}

const transfer: Effect = async (act) => {
  const { body } = act
  const { id, name } = await receiver(act)
  const head = await headOf(act)
  const paper = endNotice(head, {
    to: `${head.applicant.name}、${head.other.name}`,
    why: `移交${RECEIVER[body.to as keyof typeof RECEIVER]}处理`,
    told: text(body.reason),
    law: [],
    decision: `本委员会将本纠纷移交${name}处理。移交不影响你起诉、申请仲裁。`,
    routes: [],
  })
  return {
    ...(await freePlan(act)),
    handlerId: null,
    ...(id && { organisationId: id }),
    facts: {
      ...(await issue(act, { type: 'TJ-010', paper, audience: 'all' })),
      to: String(body.to),
      ...(id && { organisation: id }),
    },
    paper: { ...body, unit: name },
  }
}

const receipt: Effect = async ({ body, now }) => {
  if (String(body.on) > dayOf(now)) throw invalid({ on: '日期不能晚于今天' })
  return { facts: { on: String(body.on) }, paper: body }
}

const resume: Effect = async ({ body }) => noted(body.reason)

/** The dossier closes itself: report and catalogue; what stands out is written down for whoever looks. */
const close: Effect = async (act) => {
  const { context, tx, row, body, past, now } = act
  const head = await headOf(act)
  const terms = lastPaper(await papersIn(context, tx, row), 'draft_agreement', 'record_oral_agreement')
  const outcome = last(past, 'record_confirmation')?.facts.outcome as Outcome | undefined
  const items = dossierOf({ past: [...past, closing(act)], contents: await contentsOf(tx, row.id) })
  const said = {
    openedOn: dayOf(row.opened_at),
    result: effectiveAt(past)
      ? agreementOf(past)?.action === 'seal_agreement'
        ? '达成书面协议'
        : '达成口头协议'
      : '没有达成协议',
    amount: effectiveAt(past) ? Number(terms?.amount ?? 0) : null,
    performed: isPerformed(past) ? '已履行' : '见回访',
    confirmed: outcome ? OUTCOME_NAME[outcome] : '没有申请',
    summary: text(body.summary) || null,
  }
  const list = items.map(({ item, done }) => ({ name: DOSSIER_NAME[item], done }))
  await noteEnd(tx, row.id, now)
  const flags = await flagsIn(tx, row.id, now)
  await drawCallback(context, tx, row, now)
  return {
    facts: {
      ...(await issue(
        act,
        { type: 'TJ-009', paper: report(head, said), audience: 'staff' },
        { type: 'TJ-015', paper: catalogue(head, list), audience: 'staff' },
      )),
      ...(flags.length && { flags: flags.join(' ') }),
    },
    ...(text(body.summary) && { paper: body }),
  }
}

const closing = ({ now, caller, to }: Act) => ({
  at: now,
  byId: caller.accountId,
  action: 'close',
  to,
  facts: {},
})

/** Taken by nobody: another office has heard something else from the people. */
const flagCallback: Effect = async () => ({ facts: { flags: 'callback_differs' } })

const review: Effect = async ({ body }) => noted(body.finding)

const withdraw: Effect = async (act) => ({ ...(await freePlan(act)), ...noted(act.body.reason) })

const reportDanger: Effect = async ({ body }) => ({
  facts: { what: String(body.what), to: String(body.to) },
  note: String(body.receipt),
  alarm: true,
})

export const END: Readonly<Record<string, Effect>> = {
  extend,
  fail,
  transfer,
  record_receipt: receipt,
  resume,
  close,
  flag_callback: flagCallback,
  review_flags: review,
  withdraw,
  report_danger: reportDanger,
}
