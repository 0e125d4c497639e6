import { dayOf, type Instant } from '#domain/day'
import {
  afterLeaving,
  afterRefusal,
  factsOf,
  freedIn,
  inquiry,
  isGroup,
  type Link,
  nextInLine,
  refusersIn,
  stageOf,
} from '#domain/inquiry'
import { serves } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import type { Act, Change } from '../cases/kind.ts'
import { matterOf } from '../cases/matter.ts'
import { type Db, sql } from '../db/sql.ts'
import { grantsOf } from '../session/authenticate.ts'
import { coverOf, type VillageCover } from './cover.ts'

/** To whom a question goes, in whose name it is answered there, and what the event says of it. */
export type Handing = {
  organisation: { id: string; regionCode: string }
  handlerId: string | null
  facts: Readonly<Record<string, string>>
}

const NOBODY = '这里还没有人在网上答复提问，请直接拨打 12348'

export function handTo(cover: VillageCover, link: Link): Handing {
  const organisation = cover.bodyOf(link.stage)
  if (!organisation) throw new Refusal('not_now', NOBODY)
  return { organisation, handlerId: link.accountId, facts: factsOf(link) }
}

/** @throws Refusal `not_now` where nobody takes written questions */
export function handToFirst(cover: VillageCover): Handing {
  const [first] = cover.chain
  if (!first) throw new Refusal('not_now', NOBODY)
  return handTo(cover, first)
}

export async function coverFor(db: Db, village: string, now: Instant): Promise<VillageCover> {
  const cover = await coverOf(db, village, dayOf(now))
  if (!cover) throw new Refusal('not_now', '这个村（社区）已经不在名单上，请直接拨打 12348')
  return cover
}

const moved = sql(
  'inquiry_moved',
  `insert into inquiry_move (case_id, seq, adviser_id, village, why, asked_at, at)
   select $1, $2, a.id, $4, $5, $6, $7 from adviser a where a.account_id = $3`,
)

/** When the question, or the last one that followed it, came to whoever has it. */
export const cameAt = ({ past, row }: Pick<Act, 'past' | 'row'>): Instant =>
  past.findLast(({ action }) => COMES.includes(action))?.at ?? row.opened_at
const COMES = ['open', 'follow_up', 'move_on', 'pass_on', 'refuse_for_conflict']

async function remember(act: Act, why: 'missed' | 'conflict') {
  const { tx, row, now } = act
  if (row.handler_id)
    await tx.run(moved, row.id, row.seq + 1, row.handler_id, row.region_code, why, cameAt(act), now)
}

const changeOf = ({ organisation, handlerId, facts }: Handing): Change => ({
  organisationId: organisation.id,
  handlerId,
  facts,
})

/** Nobody answered in time: to the next in line (VA-9). What reaches the end of the line comes first there. */
export async function moveOn(act: Act): Promise<Change> {
  const cover = await coverFor(act.tx, act.row.region_code, act.now)
  const next = nextInLine(act.past, cover.chain)
  if (!next) return free(freedIn(act.past, act.row.handler_id))
  await remember(act, 'missed')
  return { ...changeOf(handTo(cover, next)), ...(next.stage === 'hotline' && { urgent: true }) }
}

/** Nobody comes after them: the others of the group may take it. */
function free(group: Link | null): Change {
  if (!group) throw new Refusal('not_now', '没有下一位可以接手')
  return { handlerId: null, facts: factsOf(group), urgent: true }
}

/** Whoever had it serves here no more, which is no answer missed. */
export async function passOn({ tx, past, row, now }: Act): Promise<Change> {
  const cover = await coverFor(tx, row.region_code, now)
  const next = afterLeaving(past, cover.chain)
  return next.stage === stageOf(past) ? free(next) : changeOf(handTo(cover, next))
}

/** Whoever must not answer gives it to the next; why is for staff only. */
export async function refuseForConflict(act: Act): Promise<Change> {
  const cover = await coverFor(act.tx, act.row.region_code, act.now)
  const next = afterRefusal(act.past, cover.chain)
  await remember(act, 'conflict')
  return { ...changeOf(handTo(cover, next)), note: String(act.body.reason) }
}

/** Whoever has it, with the roles they have today. */
async function isServed({ tx, row }: Act): Promise<boolean> {
  if (row.handler_id === null) return true
  const handler = { accountId: row.handler_id, grants: await grantsOf(tx, row.handler_id) }
  return serves(inquiry, handler, matterOf(row))
}

/** Asked on: whoever answered has it again, unless they are away by now or serve here no more. */
export async function followUp(act: Act): Promise<Change> {
  const { row, past, body } = act
  if (isGroup(stageOf(past))) return { paper: body, ...(!(await isServed(act)) && { handlerId: null }) }
  const cover = await coverFor(act.tx, row.region_code, act.now)
  if (cover.chain.some(({ accountId }) => accountId === row.handler_id)) return { paper: body }
  const refused = refusersIn(past)
  const next = cover.chain.find(({ accountId }) => accountId === null || !refused.includes(accountId))
  return next ? { ...changeOf(handTo(cover, next)), paper: body } : { paper: body }
}
