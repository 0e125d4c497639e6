import type { DeskHours, HoursChange, Preview } from '#contract/desk'
import { organisationsOf } from '#domain/actor'
import { dayOf, type Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import type { Casework } from '../cases/casework.ts'
import type { Viewer } from '../cases/present.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { type Hours, hoursColumns, planRefit, refitSlots, storeHours } from '../openings/hours.ts'
import { lockBookedAt, putBack, rehouse } from './displaced.ts'
import { HEAD } from './head.ts'
import { upkeep } from './upkeep.ts'

type Row = DeskHours & { region_code: string }

const COLUMNS = `d.id, d.name, d.active, d.region_code, ${hoursColumns('d')}`

const list = sql<Row>(
  'desk_hours_of',
  `select ${COLUMNS} from desk d where d.organisation_id = any($1) order by d.name, d.id`,
)
const find = sql<Row>(
  'desk_hours_one',
  `select ${COLUMNS} from desk d where d.organisation_id = any($1) and d.id = $2 for update of d`,
)
const booked = sql<{ case_id: string; number: string; starts_at: Instant }>(
  'desk_hours_booked',
  `select b.case_id, c.number, s.starts_at from booking b join slot s on s.id = b.slot_id
     join case_file c on c.id = b.case_id
   where s.id = any($1) and b.held order by s.starts_at, b.case_id`,
)
const log = sql(
  'desk_hours_log',
  `insert into admin_change (id, at, by_id, what, subject, label, region_code)
   values ($1, $2, $3, 'change_hours', $4, $5, $6)`,
)

const shown = ({ region_code: _, ...hours }: Row): DeskHours => hours

export const hoursOf = async ({ context }: Casework, { caller }: Viewer): Promise<DeskHours[]> =>
  (await context.database.many(list, organisationsOf(caller, HEAD))).map(shown)

async function deskOf(tx: Db, id: string, { caller }: Viewer): Promise<Row> {
  const row = await tx.one(find, organisationsOf(caller, HEAD), id)
  if (!row) throw new Refusal('not_found')
  return row
}

/** What was sent takes the place of what stands. */
const changed = (old: Row, { openings, closures }: HoursChange): Hours => ({
  active: old.active,
  openings: openings ?? old.openings,
  closures: closures ?? old.closures,
})

const asBooked = ({
  case_id,
  number,
  starts_at,
}: {
  case_id: string
  number: string
  starts_at: Instant
}) => ({
  caseId: case_id,
  number,
  startsAt: starts_at,
})

/** What a change would break, before it happens. */
export function preview(work: Casework, id: string, change: HoursChange, viewer: Viewer): Promise<Preview> {
  const { context } = work
  return context.database.inTransaction(async (tx) => {
    const before = await deskOf(tx, id, viewer)
    const at = { context, tx, now: viewer.now }
    const plan = await planRefit(at, id, { before, after: changed(before, change) })
    const shut = plan.booked.map(({ day }) => day)
    const hit = await tx.many(booked, plan.close)
    const isShut = ({ starts_at }: { starts_at: Instant }) => shut.includes(dayOf(starts_at))
    const outside = hit.filter((one) => !isShut(one)).map(asBooked)
    return {
      possible: plan.booked.length === 0,
      booked: plan.booked,
      cases: hit.filter(isShut).map(asBooked),
      closing: plan.close.length,
      kept: outside.length,
      outside,
      resized: plan.resize.length,
    }
  })
}

/** In the same line as the administrators, who lock first what all of them write last. */
export function changeHours(
  work: Casework,
  id: string,
  change: HoursChange,
  viewer: Viewer,
): Promise<DeskHours> {
  const { context } = work
  const { caller, now } = viewer
  return context.database.inTransaction(async (tx) => {
    await tx.raw('lock table admin_change in share row exclusive mode')
    const before = await deskOf(tx, id, viewer)
    const after = changed(before, change)
    const at = { context, tx, now }
    await storeHours(tx, id, after)
    await lockBookedAt(tx, id, now)
    const moveOut = change.move ? (closed: readonly string[]) => rehouse(at, id, closed) : undefined
    await refitSlots(at, upkeep, id, { before, after }, moveOut)
    await putBack(at, id)
    await tx.run(log, newId(), now, caller.accountId, id, before.name, before.region_code)
    return shown(await deskOf(tx, id, viewer))
  })
}
