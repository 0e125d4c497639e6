import type { AdminDesk, DeskChange, NewDesk } from '#contract/admin-desk'
import type { Instant } from '#domain/day'
import type { Channel } from '#domain/hotline'
import { invalid, Refusal } from '#domain/refusal'
import { spokenPath } from '#domain/region'
import { type Db, sql } from '../db/sql.ts'
import { cut, type Page } from '../http/page.ts'
import { newId } from '../id.ts'
import { type Hours, hoursColumns, refitSlots, storeHours } from '../openings/hours.ts'
import { type Act, type Caller, type Office, record, type Said, said } from './office.ts'
import { PAGED, placeCursor, readCursor } from './paging.ts'
import { checkOrganisation, checkPlace, placesOf, within } from './scope.ts'

type Row = Hours & {
  id: string
  name: string
  organisation_id: string
  organisation_name: string
  region_code: string
  path: string | null
  channels: Channel[]
  address: string | null
  phone: string | null
  meeting_url: string | null
  bookings: number
}

const COLUMNS = `t.id, t.name, t.organisation_id, o.name as organisation_name, t.region_code, g.path, t.channels,
  t.address, t.phone, t.meeting_url, t.active, ${hoursColumns('t')}`
const bookings = (now: string) =>
  `(select coalesce(sum(s.taken), 0) from slot s where s.desk_id = t.id and s.starts_at > ${now})::int as bookings`
const SOURCES = `desk t join organisation o on o.id = t.organisation_id left join region g on g.code = t.region_code`

const list = sql<Row>(
  'admin_desks',
  `select ${COLUMNS}, ${bookings('$6')} from ${SOURCES}
   where t.adviser_id is null and ${PAGED.where} and ($5::text is null or strpos(lower(t.name), lower($5)) > 0
     or strpos(lower(o.name), lower($5)) > 0 or strpos(g.path, $5) > 0)
   ${PAGED.order}`,
)
const find = sql<Row>(
  'admin_desk',
  `select ${COLUMNS}, ${bookings('$2')} from ${SOURCES} where t.id = $1 for update of t`,
)
const activeOf = sql<{ id: string }>(
  'admin_desks_of',
  'select id from desk where organisation_id = $1 and active order by id',
)
const nameTaken = sql(
  'admin_desk_name',
  'select from desk where organisation_id = $1 and name = $2 and id <> $3',
)
const insert = sql(
  'admin_desk_insert',
  `insert into desk (id, organisation_id, name, region_code, channels, address, phone, meeting_url)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const update = sql(
  'admin_desk_update',
  `update desk set organisation_id = $2, name = $3, region_code = $4, channels = $5, address = $6, phone = $7,
     active = $8, meeting_url = $9 where id = $1`,
)
const shown = ({
  organisation_id,
  organisation_name,
  region_code,
  path,
  meeting_url,
  ...row
}: Row): AdminDesk => ({
  ...row,
  organisationId: organisation_id,
  organisationName: organisation_name,
  regionCode: region_code,
  meetingUrl: meeting_url,
  region: path && spokenPath(path),
})

export async function listDesks(
  { context }: Office,
  caller: Caller,
  { q, limit, cursor }: { q?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<AdminDesk>> {
  const after = readCursor(cursor)
  const places = placesOf(caller)
  const rows = await context.database.many(list, places, ...after, limit + 1, q || null, context.now())
  const { items, next } = cut(rows, limit, placeCursor)
  return { items: items.map(shown), next }
}

async function read(tx: Db, id: string, now: Instant): Promise<AdminDesk> {
  const row = await tx.one(find, id, now)
  if (!row) throw new Refusal('not_found')
  return shown(row)
}

const TAKEN = { name: '这个机构已有同名岗位，请换一个名称' }

/** Without weekly hours: until they are set nothing is open. */
export async function addDesk(act: Act, body: NewDesk): Promise<AdminDesk> {
  const { tx, now } = act
  const { organisationId, name, regionCode, channels, address, phone, meetingUrl } = body
  await checkOrganisation(act, organisationId)
  await checkPlace(act, regionCode)
  const id = newId()
  if (await tx.run(nameTaken, organisationId, name, id)) throw invalid(TAKEN)
  const contact = [address ?? null, phone ?? null, meetingUrl ?? null]
  await tx.run(insert, id, organisationId, name, regionCode, unique(channels), ...contact)
  record(act, 'add_desk', { id, label: name, regionCode })
  return read(tx, id, now)
}

const unique = (channels: readonly Channel[]) => [...new Set(channels)]

export async function changeDesk(
  office: Office,
  act: Act,
  id: string,
  change: DeskChange,
): Promise<AdminDesk> {
  const { tx, now } = act
  const old = await read(tx, id, now)
  within(act.caller, old.regionCode)
  const { active, openings, closures, ...particulars } = said(change)
  if (Object.keys(particulars).length > 0) await reword(act, old, particulars)
  await rehour(office, act, old, said({ active, openings, closures }))
  return read(tx, id, now)
}

async function reword(
  act: Act,
  old: AdminDesk,
  change: Said<Omit<DeskChange, 'active' | 'openings' | 'closures'>>,
) {
  const { tx } = act
  const fresh = { ...old, ...change }
  if (fresh.organisationId !== old.organisationId) await checkOrganisation(act, fresh.organisationId)
  if (fresh.regionCode !== old.regionCode) await checkPlace(act, fresh.regionCode)
  if (await tx.run(nameTaken, fresh.organisationId, fresh.name, old.id)) throw invalid(TAKEN)
  await store(tx, fresh)
  record(act, 'change_desk', { ...fresh, label: fresh.name })
}

const store = (tx: Db, desk: AdminDesk) =>
  tx.run(
    update,
    desk.id,
    desk.organisationId,
    desk.name,
    desk.regionCode,
    unique(desk.channels),
    desk.address,
    desk.phone,
    desk.active,
    desk.meetingUrl,
  )

/** Weekly hours, closures and whether the desk is open at all: they decide about the slots ahead. */
async function rehour(office: Office, act: Act, old: AdminDesk, change: Said<Partial<Hours>>) {
  if (Object.keys(change).length === 0) return
  const { tx, now } = act
  const desk = { ...(await read(tx, old.id, now)), ...change }
  if (desk.active && !old.active) await checkOrganisation(act, desk.organisationId)
  await storeHours(tx, old.id, change)
  await store(tx, desk)
  await refitSlots({ ...act, context: office.context }, office.upkeep, old.id, {
    before: old,
    after: desk,
  })
  if (change.openings || change.closures) record(act, 'change_hours', { ...desk, label: desk.name })
  if (desk.active !== old.active)
    record(act, desk.active ? 'enable_desk' : 'disable_desk', { ...desk, label: desk.name })
}

/** @throws Refusal `not_now` when one of them has bookings ahead */
export async function disableDesksOf(office: Office, act: Act, organisationId: string): Promise<void> {
  for (const { id } of await act.tx.many(activeOf, organisationId))
    await rehour(office, act, await read(act.tx, id, act.now), { active: false })
}
