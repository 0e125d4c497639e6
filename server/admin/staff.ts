import type { Enrolment, NewStaff, Staff, StaffChange } from '#contract/staff'
import { ROLE_NAME, type StaffRole } from '#domain/actor'
import type { Instant } from '#domain/day'
import { readPhone } from '#domain/phone'
import { invalid, Refusal } from '#domain/refusal'
import { spokenPath } from '#domain/region'
import { accountOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { cut, type Page } from '../http/page.ts'
import { newId } from '../id.ts'
import { enrol } from './factor.ts'
import { type Act, type Caller, type Office, record, type Said, said } from './office.ts'
import { PAGED, placeCursor, readCursor } from './paging.ts'
import { maskedNameOf, maskedPhoneOf, nameOf, nameThem, type Sealed } from './person.ts'
import { checkOrganisation, checkPlace, placesOf, within } from './scope.ts'
import { isOurs, keepAnAdministrator, LIVE, signOut } from './staffing.ts'

type Row = Sealed & {
  id: string
  role: StaffRole
  organisation_id: string
  organisation_name: string
  region_code: string
  path: string | null
  ended_at: Instant | null
  phone: Buffer | null
  enrolled: boolean
  signed_in: boolean
}

const COLUMNS = `t.id, t.account_id, t.role, t.organisation_id, o.name as organisation_name, t.region_code, g.path,
  t.ended_at, a.data_key, a.name, a.phone,
  exists (select from staff_factor f where f.account_id = a.id) as enrolled,
  exists (select from session s where s.account_id = a.id and ${LIVE}) as signed_in`
const SOURCES = `staff_role t join account a on a.id = t.account_id
  join organisation o on o.id = t.organisation_id left join region g on g.code = t.region_code`

const list = sql<Row>(
  'admin_staff',
  `select ${COLUMNS} from ${SOURCES} where ${PAGED.where}
     and ($5::text is null or strpos(lower(o.name), lower($5)) > 0 or strpos(g.path, $5) > 0
       or t.role = any($6) or t.account_id = any($7) or a.phone_index = $8)
   ${PAGED.order}`,
)
const find = sql<Row>('admin_staff_one', `select ${COLUMNS} from ${SOURCES} where t.id = $1`)
/** Names are sealed and cannot be searched by the database; the staff of a city are few. */
const everybody = sql<Sealed>(
  'admin_staff_names',
  `select distinct on (a.id) a.id as account_id, a.data_key, a.name
   from staff_role t join account a on a.id = t.account_id where t.region_code like any($1)`,
)
const taken = sql(
  'admin_staff_taken',
  `select from staff_role
   where account_id = $1 and role = $2 and organisation_id = $3 and id <> $4 and ended_at is null`,
)
const insert = sql(
  'admin_staff_insert',
  `insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (account_id, role, organisation_id) where ended_at is null do nothing`,
)
const update = sql(
  'admin_staff_update',
  'update staff_role set role = $2, organisation_id = $3, region_code = $4, ended_at = $5 where id = $1',
)

const shown = (context: Context, row: Row): Staff => ({
  id: row.id,
  accountId: row.account_id,
  name: nameOf(context, row),
  phone: maskedPhoneOf(context, row),
  role: row.role,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  regionCode: row.region_code,
  region: row.path && spokenPath(row.path),
  active: row.ended_at === null,
  enrolled: row.enrolled,
  signedIn: row.signed_in && row.ended_at === null,
})

export async function listStaff(
  { context }: Office,
  caller: Caller,
  { q, limit, cursor }: { q?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<Staff>> {
  const after = readCursor(cursor)
  const places = placesOf(caller)
  const sought = q ? await seek(context, places, q) : [null, [], [], null]
  const rows = await context.database.many(list, places, ...after, limit + 1, ...sought)
  const { items, next } = cut(rows, limit, placeCursor)
  return { items: items.map((row) => shown(context, row)), next }
}

/** What was typed can be part of a body, a place, a role or a name, or a whole telephone number. */
async function seek(context: Context, places: string[], q: string) {
  const { database, vault } = context
  const roles = Object.entries(ROLE_NAME).flatMap(([role, name]) => (name.includes(q) ? [role] : []))
  const phone = readPhone(q)
  const people = await database.many(everybody, places)
  const named = people.filter((person) => nameOf(context, person)?.includes(q))
  const index = 'phone' in phone ? vault.index('phone', phone.phone) : null
  return [q, roles, named.map(({ account_id }) => account_id), index]
}

async function read(tx: Db, id: string): Promise<Row> {
  const row = await tx.one(find, id)
  if (!row) throw new Refusal('not_found')
  return row
}

const TAKEN = '这个人在这个机构已经有这个角色'

/** Gives the role alone: the second factor opens all roles of a person, and not everybody may hand it out. */
export async function appoint({ context }: Office, act: Act, body: NewStaff): Promise<Row> {
  const { tx, now } = act
  const { phone, name, role, organisationId, regionCode } = body
  await checkOrganisation(act, organisationId)
  await checkPlace(act, regionCode)
  const accountId = await accountOf(tx, context.vault, { phone, name, now })
  const id = newId()
  const isNew = await tx.run(insert, id, accountId, role, organisationId, regionCode, now)
  if (!isNew) throw invalid({ phone: TAKEN })
  const row = await nameThem(context, tx, await read(tx, id), name)
  log(context, act, 'add_staff', row)
  return row
}

export async function addStaff(
  office: Office,
  act: Act,
  body: NewStaff,
): Promise<{ staff: Staff; enrolment: Enrolment | null }> {
  const row = await appoint(office, act, body)
  const isDue = !row.enrolled && (await isOurs(act, row.account_id))
  const enrolment = isDue ? await enrol(office.context, act.tx, row.account_id) : null
  return { staff: shown(office.context, await read(act.tx, row.id)), enrolment }
}

type StaffAct = 'add_staff' | 'change_staff' | 'disable_staff' | 'enable_staff' | 'renew_otp'

const log = (context: Context, act: Act, what: StaffAct, row: Row) =>
  record(act, what, {
    id: row.id,
    label: `${maskedNameOf(context, row)} · ${ROLE_NAME[row.role]} · ${row.organisation_name}`,
    regionCode: row.region_code,
  })

export async function changeStaff(
  { context }: Office,
  act: Act,
  id: string,
  change: StaffChange,
): Promise<Staff> {
  const old = await read(act.tx, id)
  within(act.caller, old.region_code)
  const { active, ...particulars } = said(change)
  if (Object.keys(particulars).length > 0) await reassign(context, act, old, particulars)
  if (active === false && !old.ended_at) await dismiss(context, act, id)
  if (active === true && old.ended_at) await reinstate(context, act, id)
  await keepAnAdministrator(act)
  return shown(context, await read(act.tx, id))
}

async function reassign(
  context: Context,
  act: Act,
  old: Row,
  change: Said<Pick<StaffChange, 'role' | 'organisationId' | 'regionCode'>>,
) {
  const { tx } = act
  const { role = old.role, organisationId = old.organisation_id, regionCode = old.region_code } = change
  if (organisationId !== old.organisation_id) await checkOrganisation(act, organisationId)
  if (regionCode !== old.region_code) await checkPlace(act, regionCode)
  if (!old.ended_at && (await tx.run(taken, old.account_id, role, organisationId, old.id)))
    throw invalid({ role: TAKEN })
  await tx.run(update, old.id, role, organisationId, regionCode, old.ended_at)
  log(context, act, 'change_staff', await read(tx, old.id))
}

async function dismiss(context: Context, act: Act, id: string) {
  const row = await read(act.tx, id)
  await act.tx.run(update, id, row.role, row.organisation_id, row.region_code, act.now)
  await signOut(act, [row.account_id], context.wallNow())
  log(context, act, 'disable_staff', row)
}

async function reinstate(context: Context, act: Act, id: string) {
  const row = await read(act.tx, id)
  if (!row.data_key) throw new Refusal('not_now', '这个人已注销账户，请重新新增')
  await checkOrganisation(act, row.organisation_id)
  if (await act.tx.run(taken, row.account_id, row.role, row.organisation_id, id))
    throw invalid({ role: TAKEN })
  await act.tx.run(update, id, row.role, row.organisation_id, row.region_code, null)
  log(context, act, 'enable_staff', row)
}

const ELSEWHERE = '这个人还在别处任职，动态口令请由上级管理员重发'

/** A lost telephone: the old factor and every session that it opened are worth nothing from now on. */
export async function renewFactor({ context }: Office, act: Act, id: string): Promise<Enrolment> {
  const row = await read(act.tx, id)
  within(act.caller, row.region_code)
  if (row.ended_at) throw new Refusal('not_now', '这个人已停用，请先启用再发动态口令')
  if (!(await isOurs(act, row.account_id))) throw new Refusal('not_yours', ELSEWHERE)
  const enrolment = await enrol(context, act.tx, row.account_id)
  await signOut(act, [row.account_id], context.wallNow())
  log(context, act, 'renew_otp', row)
  return enrolment
}
