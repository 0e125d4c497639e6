import { MATERIAL, type Material } from '#domain/aid-material'
import { invalid } from '#domain/refusal'
import type { Effect, Paper } from '../cases/kind.ts'
import { centreOf } from './about.ts'
import { factsOf, isUrgent, refuseFaulty } from './apply.ts'
import { aboutAct, issue } from './decide.ts'
import { type Filed, filedFrom, requiredIn } from './filed.ts'
import { supplementNotice } from './letters.ts'
import { lastDayFrom, limitFact } from './limits.ts'
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
    facts: { ...facts, ...limitFact(context, 'LP-14', now), items: items.join(' ') },
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

type Given = { item: Material; fileIds: string[] }

export type MaterialState = {
  item: Material
  name: string
  why: string
  example: string
  anyOf: string[]
  needed: 'required' | 'if_you_have'
  state: 'given' | 'asked' | 'missing'
  fileIds: string[]
}

/** Steps that bring material. */
export const SUPPLIES: readonly string[] = ['supply_material', 'supply_formalities']
const NOTICES = ['ask_for_material', 'ask_again']

const itemsOf = ({ paper }: Paper) => (paper.items as Material[] | undefined) ?? []

/** The files of an item that came with one step. */
function filesIn(item: Material, one: Paper): string[] {
  const { parts, fileIds } = one.paper as { parts?: Given[]; fileIds?: string[] }
  if (parts) return parts.filter((part) => part.item === item).flatMap((part) => part.fileIds)
  const named = itemsOf(one)
  // Files that came for one item alone are of that item.
  return named.length === 1 && named[0] === item ? (fileIds ?? []) : []
}

/** Named without a file counts too. */
const supplies = (item: Material) => (one: Paper) =>
  SUPPLIES.includes(one.action) && (itemsOf(one).includes(item) || filesIn(item, one).length > 0)

/** What has been handed in of an item, and whether it was asked for since. */
function stateOf(
  item: Material,
  filed: Filed,
  papers: readonly Paper[],
): Pick<MaterialState, 'state' | 'fileIds'> {
  const first = filed.material.filter((one) => one.item === item).flatMap(({ fileIds }) => fileIds)
  const later = papers.filter(supplies(item)).flatMap((one) => filesIn(item, one))
  const asked = papers.findLastIndex((one) => NOTICES.includes(one.action) && itemsOf(one).includes(item))
  const given = papers.findLastIndex(supplies(item))
  const isThere = given >= 0 || first.length > 0
  const state = asked > given ? 'asked' : isThere ? 'given' : 'missing'
  return { fileIds: [...new Set([...first, ...later])], state }
}

/** The list of what is needed, item by item, with what the reviewer asked for besides. */
export function materialIn(filed: Filed, papers: readonly Paper[]): MaterialState[] {
  const asked = papers.filter(({ action }) => NOTICES.includes(action)).flatMap(itemsOf)
  const needed = requiredIn(filed)
  const more = [...new Set([...asked, ...filed.material.map(({ item }) => item)])].filter(
    (item) => !needed.some((one) => one.item === item),
  )
  return [
    ...needed,
    ...more.map((item) => ({ item, needed: asked.includes(item) ? 'required' : 'if_you_have' }) as const),
  ].map(({ item, needed }) => {
    const { name, why, example, anyOf = [] } = MATERIAL[item]
    return { item, name, why, example, anyOf: [...anyOf], needed, ...stateOf(item, filed, papers) }
  })
}
