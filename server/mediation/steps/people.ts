import { commonPick } from '#domain/choice'
import { barred, openHelper, picksOf } from '#domain/mediation-past'
import { invalid, Refusal } from '#domain/refusal'
import type { Act, Effect } from '../../cases/kind.ts'
import { newId } from '../../id.ts'
import { writeNotice } from '../../outbox/write.ts'
import { mediatorsOf } from '../mediators.ts'
import { freePlan } from '../sessions.ts'
import { noted, sideOf, text } from '../sides.ts'

const confirmRights: Effect = async (act) => ({ facts: { side: sideOf(act) }, filesFor: 'staff' })

/** Those who may have this case: of the committee, not rejected, no conflict, not a party (PM-5, PM-6). */
async function eligible({ context, tx, row, past }: Act): Promise<string[]> {
  const out = [...barred(past), row.applicant_id, ...row.other_side_ids]
  return (await mediatorsOf(context, tx, row.organisation_id))
    .map(({ id }) => id)
    .filter((id) => !out.includes(id))
}

/** A common pick has the case from now on; without one it stays as it is until the committee assigns. */
const choose: Effect = async (act) => {
  const side = sideOf(act)
  const picks = act.body.picks as string[]
  const known = await eligible(act)
  if (picks.some((id) => !known.includes(id))) throw invalid({ picks: '有的调解员不能再选，请刷新后重选' })
  const other = picksOf(act.past, side === 'applicant' ? 'other_side' : 'applicant')
  const both =
    side === 'applicant' ? { applicant: picks, otherSide: other } : { applicant: other, otherSide: picks }
  const chosen = commonPick(both, barred(act.past))
  if (chosen && chosen !== act.row.handler_id) await tellMediator(act, chosen)
  return {
    facts: { side, picks: picks.join(' '), ...(chosen && { mediator: chosen }) },
    ...(chosen && { handlerId: chosen, ...(await freePlan(act)) }),
  }
}

/** Staff works in the app: there it is told. */
const tellMediator = ({ context, tx, row, now }: Act, accountId: string) =>
  writeNotice(context, tx, {
    accountId,
    caseId: row.id,
    organisationId: row.organisation_id,
    news: 'mediation_yours',
    facts: { number: row.number },
    key: `${row.id}/${row.seq + 1}/yours/${accountId}`,
    at: now,
    quietly: true,
  })

const assign: Effect = async (act) => {
  const id = text(act.body.mediatorId)
  if (!(await eligible(act)).includes(id)) throw invalid({ mediatorId: '这位调解员不能办这件，请另选' })
  await tellMediator(act, id)
  return { handlerId: id, facts: { mediator: id }, ...(await freePlan(act)) }
}

/** Whoever is rejected leaves at once, and with them the time that was agreed with them. */
const leave = async (act: Act) => ({
  ...(await freePlan(act)),
  handlerId: null,
  facts: { mediator: act.row.handler_id ?? '' },
})

const reject: Effect = async (act) => {
  const side = sideOf(act)
  const { facts, ...rest } = await leave(act)
  return { ...rest, facts: { ...facts, side }, ...noted(act.body.reason) }
}

const conflict: Effect = async (act) => ({ ...(await leave(act)), ...noted(act.body.reason) })

const closeDoors: Effect = async (act) => ({ facts: { side: sideOf(act) }, ...noted(act.body.reason) })

const inviteHelper: Effect = async ({ body }) => {
  const helper = newId()
  return { facts: { helper, as: String(body.as) }, paper: { helper, name: body.name, as: body.as } }
}

const consentHelper: Effect = async (act) => {
  const helper = openHelper(act.past)?.facts.helper
  if (!helper) throw new Refusal('not_now', '没有等待同意的受邀人')
  return { facts: { helper, side: sideOf(act), says: String(act.body.says) } }
}

export const PEOPLE: Readonly<Record<string, Effect>> = {
  confirm_rights: confirmRights,
  choose_mediator: choose,
  assign_mediator: assign,
  reject_mediator: reject,
  declare_conflict: conflict,
  close_doors: closeDoors,
  invite_helper: inviteHelper,
  consent_helper: consentHelper,
}
