import type { RowProblem } from '#contract/admin'
import { type Around, readTypedSlot, slotProblem } from '#domain/capacity'
import type { Instant } from '#domain/day'
import type { Closure, NewSlot } from '#domain/slot'
import { halfWidth } from '#domain/typed'
import { sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { type Act, type Office, record } from './office.ts'
import { placesOf } from './scope.ts'
import type { SheetRow } from './sheet.ts'

type Desk = {
  id: string
  name: string
  region_code: string
  active: boolean
  closures: (Closure & { reason: string })[]
}
type Standing = NewSlot & { desk_id: string; taken: number }
type Planned = NewSlot & { desk: Desk; line: number }

const find = sql<Desk>(
  'admin_capacity_desks',
  `select d.id, d.name, d.region_code, d.active,
     coalesce((select json_agg(json_build_object('from', c.from_day, 'to', c.to_day, 'reason', c.reason))
       from closure c where c.desk_id = d.id), '[]') as closures
   from desk d where (d.id = any($1) or d.name = any($1)) and d.region_code like any($2)`,
)
/** Held until the end, so that nobody books meanwhile. In the order in which bookings move. */
const ahead = sql<{ desk_id: string; starts_at: Instant; ends_at: Instant; capacity: number; taken: number }>(
  'admin_capacity_slots',
  `select desk_id, starts_at, ends_at, capacity, taken from slot
   where desk_id = any($1) and starts_at > $2 order by id for update`,
)
const store = sql(
  'admin_capacity_store',
  `insert into slot (id, desk_id, starts_at, ends_at, capacity, freed_at)
   select i, d, s, e, c, $6
   from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::int[]) as new(i, d, s, e, c)
   on conflict (desk_id, starts_at) do update set ends_at = excluded.ends_at, capacity = excluded.capacity,
     shut = false, freed_at = case when excluded.capacity > slot.capacity then $6 else slot.freed_at end`,
)

/** Opens slots by hand, or sets the capacity of those that are there; the same sheet again changes nothing. */
export async function importCapacity(
  office: Office,
  act: Act,
  rows: readonly SheetRow[],
): Promise<RowProblem[]> {
  const desks = await desksOf(act, rows)
  const standing = await standingOn(act, [...desks.values()].flat())
  const earlier = new Map<string, Planned[]>()
  const bad: RowProblem[] = []
  for (const row of rows) {
    const read = readRow(row, desks, (desk) => ({
      now: act.now,
      closures: desk.closures,
      standing: standing.get(desk.id) ?? [],
      earlier: earlier.get(desk.id) ?? [],
    }))
    if ('reason' in read) bad.push(read)
    else put(earlier, read.desk.id, read)
  }
  if (bad.length === 0) await storeAll(office, act, earlier)
  return bad
}

async function desksOf({ tx, caller }: Act, rows: readonly SheetRow[]): Promise<Map<string, Desk[]>> {
  const texts = [...new Set(rows.map(({ cells }) => cells.desk ?? ''))]
  const found = await tx.many(find, texts, placesOf(caller))
  return new Map(texts.map((text) => [text, found.filter(({ id, name }) => id === text || name === text)]))
}

async function standingOn({ tx, now }: Act, desks: readonly Desk[]): Promise<Map<string, Standing[]>> {
  const slots = new Map<string, Standing[]>()
  const ids = desks.map(({ id }) => id)
  for (const { starts_at, ends_at, ...slot } of await tx.many(ahead, ids, now))
    put(slots, slot.desk_id, { ...slot, startsAt: starts_at, endsAt: ends_at })
  return slots
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function readRow(
  { line, cells }: SheetRow,
  desks: ReadonlyMap<string, Desk[]>,
  around: (desk: Desk) => Around,
): Planned | RowProblem {
  const { desk: text = '', date = '', from = '', to = '', capacity = '' } = cells
  const found = desks.get(text) ?? []
  const [desk] = found
  const read = readTypedSlot({ date, from, to, capacity })
  const problems = [deskProblem(text, found), ...('problems' in read ? read.problems : [])].filter(Boolean)
  if (!desk || 'problems' in read || problems.length > 0) return { line, reason: problems.join('；') }
  const problem = slotProblem(read.slot, around(desk))
  return problem ? { line, reason: problem } : { ...read.slot, desk, line }
}

function deskProblem(text: string, found: readonly Desk[]): string | null {
  if (!halfWidth(text)) return '请填写岗位名称或编号'
  if (found.length === 0) return `没有找到岗位“${text}”`
  if (found.length > 1) return `有 ${found.length} 个岗位叫“${text}”，请改填岗位编号`
  return found[0]?.active ? null : `岗位“${text}”已经停用`
}

async function storeAll(office: Office, act: Act, planned: ReadonlyMap<string, Planned[]>) {
  for (const slots of planned.values()) await storeDesk(office, act, slots)
}

async function storeDesk({ context, upkeep }: Office, act: Act, slots: readonly Planned[]) {
  const [first] = slots
  if (!first) return
  await act.tx.run(
    store,
    slots.map(() => newId()),
    slots.map(({ desk }) => desk.id),
    slots.map(({ startsAt }) => startsAt),
    slots.map(({ endsAt }) => endsAt),
    slots.map(({ capacity }) => capacity),
    act.now,
  )
  const { id, name, region_code } = first.desk
  await upkeep.serveWaiting(context, act.tx, id)
  const label = `${name}：${slots.length} 个时间段`
  record(act, 'import_capacity', { id, label, regionCode: region_code })
}
