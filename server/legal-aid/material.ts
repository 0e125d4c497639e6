import type { Material } from '#domain/aid-material'
import { invalid } from '#domain/refusal'
import { lastDayFrom } from '../cases/clocks.ts'
import type { Effect } from '../cases/kind.ts'
import { centreOf } from './about.ts'
import { factsOf, isUrgent, refuseFaulty } from './apply.ts'
import { aboutAct, issue } from './decide.ts'
import { filedFrom } from './filed.ts'
import { supplementNotice } from './letters.ts'
import type { Given } from './material-state.ts'
import { rememberParties } from './parties.ts'
import { knownFor, textOf } from './read.ts'
import { giveReceipt, receiverIn } from './receive.ts'

/** One list of everything (LP-12), with the last day and what happens then (LP-14). */
export const askForMaterial: Effect = async (act) => {
  const { context, tx, row, body, now } = act
  const known = await knownFor(act)
  const dueOn = lastDayFrom(context, 'LP-14', now)
  const items = body.items as Material[]
  const office = await centreOf(tx, row.organisation_id)
  const notice = supplementNotice(await aboutAct(act, known), {
    items,
    other: textOf(body.other),
    note: textOf(body.note),
    dueOn,
    contact: office.phone ?? '12348',
  })
  const { facts, document } = await issue(act, 'FZ-006', notice)
  return {
    paper: { ...body, dueOn, ...document },
    facts: { ...facts, items: items.join(' ') },
  }
}

/** Something must be there: a photo, or words that explain. */
const supply: Effect = async ({ body }) => {
  const parts = (body.parts as Given[] | undefined) ?? []
  const isEmpty =
    parts.every(({ fileIds }) => fileIds.length === 0) &&
    !(Array.isArray(body.fileIds) && body.fileIds.length > 0) &&
    !textOf(body.words)
  if (isEmpty) throw invalid({ words: '请附上照片，或写下说明' })
  return { paper: body }
}

export const supplyMaterial = supply
export const supplyFormalities = supply

/** The application of a case that came from another service, with its receipt. */
export const completeApplication: Effect = async (act) => {
  const { context, tx, row, body, now, caller } = act
  const filed = filedFrom(body as Parameters<typeof filedFrom>[0])
  await refuseFaulty(context, filed, now)
  await rememberParties(context, tx, row.id, filed)
  const role = caller.accountId === row.applicant_id ? 'resident' : 'legal_aid_reviewer'
  const receivedBy = receiverIn(role)
  const made = await giveReceipt(context, tx, row, filed, {
    at: now,
    byId: caller.accountId,
    receivedBy,
    channel: '转交',
  })
  return {
    paper: filed,
    facts: { ...made.facts, ...factsOf(filed, now) },
    urgent: row.urgent || isUrgent(filed, now),
  }
}
