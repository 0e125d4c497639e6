import type { NewOrganisation, Organisation, OrganisationChange } from '#contract/organisation'
import type { OrganisationKind } from '#domain/organisation'
import { invalid, Refusal } from '#domain/refusal'
import { spokenPath } from '#domain/region'
import { type Db, sql } from '../db/sql.ts'
import { cut, type Page } from '../http/page.ts'
import { newId } from '../id.ts'
import { disableDesksOf } from './desks.ts'
import { type Act, type Caller, type Office, record, type Said, said } from './office.ts'
import { PAGED, placeCursor, readCursor } from './paging.ts'
import { checkPlace, placesOf, within } from './scope.ts'
import { keepAnAdministrator, LIVE, signOutPeopleOf } from './staffing.ts'

type Row = {
  id: string
  name: string
  kind: OrganisationKind
  region_code: string
  path: string | null
  address: string | null
  phone: string | null
  active: boolean
  people: number
  signed_in: number
  desks: number
}

const COLUMNS = `t.id, t.name, t.kind, t.region_code, g.path, t.address, t.phone, t.active,
  (select count(distinct r.account_id) from staff_role r
    where r.organisation_id = t.id and r.ended_at is null)::int as people,
  (select count(distinct s.account_id) from staff_role r join session s on s.account_id = r.account_id
    where r.organisation_id = t.id and r.ended_at is null
      and ${LIVE})::int as signed_in,
  (select count(*) from desk d where d.organisation_id = t.id and d.active)::int as desks`
const SOURCES = 'organisation t left join region g on g.code = t.region_code'

const list = sql<Row>(
  'admin_organisations',
  `select ${COLUMNS} from ${SOURCES}
   where ${PAGED.where} and ($5::text is null or strpos(lower(t.name), lower($5)) > 0 or strpos(g.path, $5) > 0)
   ${PAGED.order}`,
)
const find = sql<Row>('admin_organisation', `select ${COLUMNS} from ${SOURCES} where t.id = $1`)
const insert = sql(
  'admin_organisation_insert',
  `insert into organisation (id, name, kind, region_code, address, phone, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (name) do nothing`,
)
const nameTaken = sql('admin_organisation_name', 'select from organisation where name = $1 and id <> $2')
const update = sql(
  'admin_organisation_update',
  `update organisation set name = $2, kind = $3, region_code = $4, address = $5, phone = $6, active = $7
   where id = $1`,
)

const shown = ({ region_code, path, signed_in, ...row }: Row): Organisation => ({
  ...row,
  regionCode: region_code,
  region: path && spokenPath(path),
  signedIn: signed_in,
})

export async function listOrganisations(
  { context }: Office,
  caller: Caller,
  { q, limit, cursor }: { q?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<Organisation>> {
  const after = readCursor(cursor)
  const rows = await context.database.many(list, placesOf(caller), ...after, limit + 1, q || null)
  const { items, next } = cut(rows, limit, placeCursor)
  return { items: items.map(shown), next }
}

async function read(tx: Db, id: string): Promise<Row> {
  const row = await tx.one(find, id)
  if (!row) throw new Refusal('not_found')
  return row
}

const TAKEN = { name: '已有同名机构，请换一个名称，或修改已有的那个' }

export async function addOrganisation(act: Act, body: NewOrganisation): Promise<Organisation> {
  const { tx, now } = act
  await checkPlace(act, body.regionCode)
  const id = newId()
  const { name, kind, regionCode, address, phone } = body
  const added = await tx.run(insert, id, name, kind, regionCode, address ?? null, phone ?? null, now)
  if (!added) throw invalid(TAKEN)
  record(act, 'add_organisation', { id, label: name, regionCode })
  return shown(await read(tx, id))
}

export async function changeOrganisation(
  office: Office,
  act: Act,
  id: string,
  change: OrganisationChange,
): Promise<Organisation> {
  const { tx } = act
  const old = await read(tx, id)
  within(act.caller, old.region_code)
  const { active, ...particulars } = said(change)
  if (Object.keys(particulars).length > 0) await reword(act, old, particulars)
  if (active !== undefined && active !== old.active) await (active ? enable : disable)(office, act, id)
  return shown(await read(tx, id))
}

async function reword(act: Act, old: Row, change: Said<Omit<OrganisationChange, 'active'>>) {
  const { tx } = act
  const fresh = { ...shown(old), ...change }
  if (fresh.regionCode !== old.region_code) await checkPlace(act, fresh.regionCode)
  if (await tx.run(nameTaken, fresh.name, old.id)) throw invalid(TAKEN)
  await store(tx, fresh)
  record(act, 'change_organisation', { ...fresh, label: fresh.name })
}

const store = (tx: Db, { id, name, kind, regionCode, address, phone, active }: Organisation) =>
  tx.run(update, id, name, kind, regionCode, address, phone, active)

async function enable(_: Office, act: Act, id: string) {
  const organisation = shown(await read(act.tx, id))
  await store(act.tx, { ...organisation, active: true })
  record(act, 'enable_organisation', { ...organisation, label: organisation.name })
}

/** Its people are signed out and its desks closed with it, or nothing happens. */
async function disable(office: Office, act: Act, id: string) {
  const organisation = shown(await read(act.tx, id))
  await disableDesksOf(office, act, id)
  await signOutPeopleOf(office, act, id)
  await store(act.tx, { ...organisation, active: false })
  await keepAnAdministrator(act)
  record(act, 'disable_organisation', { ...organisation, label: organisation.name })
}
