import type { LedgerLine } from '#contract/ledger'
import { type Actor, type Grant, regionCovers, type StaffRole } from '#domain/actor'
import { IDENTITY_GROUP_NAME, type IdentityGroup } from '#domain/consultation'
import { type Day, dayOf, type Instant } from '#domain/day'
import type { Flag, Presence, Result, Service, Verification, Way } from '#domain/ledger'
import {
  FLAG_NAME,
  PRESENCE_NAME,
  RESULT_NAME,
  SERVICE_NAME,
  VERIFICATION_NAME,
  WAY_NAME,
} from '#domain/ledger-words'
import { invalid, Refusal } from '#domain/refusal'
import { stemOf } from '#domain/region'
import { TOPIC_NAME, type Topic } from '#domain/topic'
import { keyOf } from '../accounts/accounts.ts'
import { openText } from '../cases/chain.ts'
import { before } from '../cases/once.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import { aboutPlace } from './about.ts'
import { myself } from './myself.ts'
import { servesVillage } from './sql.ts'
import { writeLine } from './write-line.ts'

type Row = {
  id: string
  adviser_id: string
  adviser_account: string
  adviser_key: Buffer | null
  adviser_name: string
  licence: string
  firm: string
  served_from: Day | null
  served_to: Day | null
  in_at: Instant | null
  in_by: Presence | null
  out_at: Instant | null
  out_by: Presence | null
  identity_group: string | null
  case_id: string | null
  case_key: Buffer | null
  text_id: string | null
  text_kind: string | null
  sealed: Buffer | null
  village: string
  village_name: string
  village_path: string
  day: Day
  starts_at: Instant | null
  ends_at: Instant | null
  way: Way
  service: Service
  people: number
  topic: string | null
  about: Buffer | null
  result: Result | null
  leaflets: number
  trained: number
  case_number: string | null
  presence: Presence | null
  source: string | null
  verification: Verification
  confirmed_at: Instant | null
  flags: string[]
}

const COLUMNS = `l.id, l.adviser_id, a.account_id as adviser_account, c.data_key as adviser_key, a.name as adviser_name,
  l.village, r.name as village_name, r.path as village_path, l.day, l.starts_at, l.ends_at, l.way, l.service, l.people,
  l.topic, l.about, l.result, l.leaflets, l.trained, f.number as case_number, l.presence, l.source, l.verification,
  l.confirmed_at, l.flags, a.licence, a.firm, l.identity_group, w.in_at, w.in_by, w.out_at, w.out_by,
  v.from_day as served_from, v.to_day as served_to, f.id as case_id, f.data_key as case_key,
  t.id as text_id, t.kind as text_kind, t.sealed`
const SOURCES = `ledger_line l join adviser a on a.id = l.adviser_id join account c on c.id = a.account_id
  join region r on r.code = l.village left join case_file f on f.id = l.case_id
  left join visit w on w.id = l.visit_id
  left join lateral (select x.from_day, x.to_day from adviser_village x where x.village = l.village
    and x.from_day <= l.day and (x.to_day is null or x.to_day >= l.day)
    and l.adviser_id in (x.adviser_id, x.substitute_id) order by x.from_day desc limit 1) v on true
  left join case_event e on e.case_id = l.case_id and l.source = 'case/' || e.case_id || '/' || e.seq
  left join case_text t on t.id = e.text_id`
/** $1 the adviser whose own it is, or null; $2, $3 ranges of villages; $4 to $7 what was asked. */
const WHERE = `(l.adviser_id = $1 or exists (select from unnest($2::text[], $3::text[]) as s(lo, hi)
    where l.village >= s.lo and l.village <= s.hi))
  and l.day >= coalesce($4::date, '-infinity') and l.day <= coalesce($5::date, 'infinity')
  and ($6::text is null or l.village = $6) and ($7::text is null or l.adviser_id = $7)
  and ($8::text is null or l.verification = $8)`

const list = sql<Row>(
  'ledger_list',
  `select ${COLUMNS} from ${SOURCES} where ${WHERE} and ($9::date is null or (l.day, l.id) < ($9, $10))
   order by l.day desc, l.id desc limit $11`,
)
const counters = sql<{ service: Service; count: number; people: number; verified: number }>(
  'ledger_counters',
  `select l.service, count(*)::int as count, sum(l.people)::int as people,
     count(*) filter (where l.verification <> 'waiting')::int as verified from ledger_line l where ${WHERE}
   group by l.service order by count(*) desc, l.service`,
)
const villagesIn = sql<{ code: string; name: string; path: string }>(
  'ledger_villages',
  `select r.code, r.name, r.path from region r
   where r.code in (select l.village from ledger_line l where ${WHERE}) order by r.code limit $9`,
)
const one = sql<Row>('ledger_one', `select ${COLUMNS} from ${SOURCES} where l.id = $1`)
const adviserIdOf = sql<{ id: string }>('ledger_adviser', 'select id from adviser where account_id = $1')

const OVERSEERS: readonly StaffRole[] = [
  'village_contact',
  'township_officer',
  'bureau_officer',
  'city_admin',
]

/** Everything below a place, as a range of codes. */
export const rangeOf = (regionCode: string): [string, string] => {
  const stem = stemOf(regionCode)
  return [stem.padEnd(12, '0'), stem.padEnd(12, '9')]
}

type Scope = { adviserId: string | null; lows: string[]; highs: string[]; grants: readonly Grant[] }

async function scopeOf(db: Db, caller: Actor): Promise<Scope> {
  const own = caller.grants.some(({ role }) => role === 'village_adviser')
  const grants = caller.grants.filter(({ role }) => OVERSEERS.includes(role))
  const ranges = grants.map(({ regionCode }) => rangeOf(regionCode))
  return {
    adviserId: own ? ((await db.one(adviserIdOf, caller.accountId))?.id ?? null) : null,
    lows: ranges.map(([low]) => low),
    highs: ranges.map(([, high]) => high),
    grants,
  }
}

export type Asked = {
  from?: Day | undefined
  to?: Day | undefined
  village?: string | undefined
  adviser?: string | undefined
  verification?: Verification | undefined
}

const wanted = ({ adviserId, lows, highs }: Scope, asked: Asked) => [
  adviserId,
  lows,
  highs,
  asked.from ?? null,
  asked.to ?? null,
  asked.village ?? null,
  asked.adviser ?? null,
  asked.verification ?? null,
]

const periodOf = ({ from, to, adviser }: Asked): Asked => ({ from, to, adviser })

const CURSOR = /^(\d{4}-\d\d-\d\d) ([\w-]{1,64})$/

function cursorOf(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null]
  const [, day, id] = CURSOR.exec(cursor) ?? []
  if (!day || !id) throw new Refusal('malformed')
  return [day, id]
}

type Paged = Asked & { limit: number; cursor?: string | undefined }

export async function listLedger(context: Context, caller: Actor, asked: Paged) {
  const { database } = context
  const scope = await scopeOf(database, caller)
  const values = wanted(scope, asked)
  const rows = await database.many(list, ...values, ...cursorOf(asked.cursor), asked.limit + 1)
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  const counted = await database.many(counters, ...wanted(scope, { ...asked, verification: undefined }))
  return {
    items: page.map((row) => shown(context, row, scope)),
    next: rows.length > asked.limit && last ? `${last.day} ${last.id}` : null,
    counters: counted.map((one) => ({ ...one, text: SERVICE_NAME[one.service] })),
    villages: await villagesFor(database, scope, asked),
  }
}

/** More than anybody scrolls through, or a telephone is sent: a county comes to its villages from the figures. */
const MOST_VILLAGES = 30

/** The villages of a period to choose from; where they are too many, the one that was asked for. */
async function villagesFor(database: Db, scope: Scope, asked: Asked) {
  const period = periodOf(asked)
  const all = await database.many(villagesIn, ...wanted(scope, period), MOST_VILLAGES + 1)
  if (all.length <= MOST_VILLAGES) return all
  if (!asked.village) return []
  return database.many(villagesIn, ...wanted(scope, { ...period, village: asked.village }), 1)
}

/** Everything of a period, for a file. */
export async function allLines(
  context: Context,
  caller: Actor,
  asked: Asked,
  most: number,
): Promise<LedgerLine[]> {
  const scope = await scopeOf(context.database, caller)
  const rows = await context.database.many(list, ...wanted(scope, asked), null, null, most)
  return rows.map((row) => shown(context, row, scope))
}

function aboutOf({ vault }: Context, row: Row): string {
  if (row.about && row.adviser_key) {
    const key = vault.openKey(row.adviser_key, `account/${row.adviser_account}`)
    return vault.unseal(key, aboutPlace(row.id), row.about)
  }
  return row.topic ? (TOPIC_NAME[row.topic as Topic] ?? row.topic) : SERVICE_NAME[row.service]
}

const checkOf = (at: Instant | null, by: Presence | null) =>
  at && by ? { at, byText: PRESENCE_NAME[by] } : null

/** What was advised is between the two: the ledger gives it to the adviser alone. */
function opinionOf({ vault }: Context, row: Row, { adviserId }: Scope): string | null {
  const { case_id, case_key, text_id, text_kind, sealed } = row
  if (row.adviser_id !== adviserId || text_kind !== 'paper') return null
  if (!case_id || !case_key || !text_id || !sealed) return null
  const paper = JSON.parse(openText(vault, vault.openKey(case_key, `case/${case_id}`), text_id, sealed).text)
  return typeof paper.advice === 'string' ? paper.advice : null
}

const isContactOf = ({ grants }: Scope, village: string) =>
  grants.some(({ role, regionCode }) => role === 'village_contact' && regionCovers(regionCode, village))

function shown(context: Context, row: Row, scope: Scope): LedgerLine {
  return {
    id: row.id,
    adviserId: row.adviser_id,
    adviserName: row.adviser_name,
    licence: row.licence,
    firm: row.firm,
    servedFrom: row.served_from,
    servedTo: row.served_to,
    village: { code: row.village, name: row.village_name, path: row.village_path },
    day: row.day,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    way: row.way,
    wayText: WAY_NAME[row.way],
    service: row.service,
    serviceText: SERVICE_NAME[row.service],
    people: row.people,
    about: aboutOf(context, row),
    result: row.result,
    resultText: row.result && RESULT_NAME[row.result],
    leaflets: row.leaflets,
    trained: row.trained,
    caseNumber: row.case_number,
    checkIn: checkOf(row.in_at, row.in_by),
    checkOut: checkOf(row.out_at, row.out_by),
    groupText: IDENTITY_GROUP_NAME[row.identity_group as IdentityGroup] ?? null,
    opinion: opinionOf(context, row, scope),
    presence: row.presence,
    presenceText: row.presence && PRESENCE_NAME[row.presence],
    automatic: row.source !== null,
    verification: row.verification,
    verificationText: VERIFICATION_NAME[row.verification],
    confirmedAt: row.confirmed_at,
    flags: row.flags.map((flag) => FLAG_NAME[flag as Flag] ?? flag),
    canConfirm:
      row.verification === 'waiting' && scope.adviserId !== row.adviser_id && isContactOf(scope, row.village),
  }
}

async function readLine(context: Context, db: Db, caller: Actor, id: string): Promise<LedgerLine> {
  const row = await db.one(one, id)
  const scope = await scopeOf(db, caller)
  const isTheirs = row?.adviser_id === scope.adviserId
  if (!row || !(isTheirs || scope.grants.some(({ regionCode }) => regionCovers(regionCode, row.village))))
    throw new Refusal('not_found')
  return shown(context, row, scope)
}

export type NewEntry = {
  villageCode: string
  service: Service
  way: Way
  startsAt: Instant
  endsAt: Instant
  about: string
  people: number
  leaflets: number
  trained: number
  result?: Result | undefined
}

const servedOn = sql('ledger_served', `select where ${servesVillage('$1::text', '$2::char(12)', '$3::date')}`)

/** What did not write itself: a lecture, a review, help with a paper. */
export function addLine(
  context: Context,
  entry: NewEntry,
  ticket: Ticket,
  { caller, now }: { caller: Actor; now: Instant },
): Promise<LedgerLine> {
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, caller.accountId)
    const id = newId()
    const earlier = await before(tx, ticket, id)
    if (earlier) return readLine(context, tx, caller, earlier)
    if (entry.endsAt <= entry.startsAt) throw invalid({ endsAt: '结束要晚于开始' })
    if (entry.endsAt > now) throw invalid({ endsAt: '还没有发生的不能记，请做完再记' })
    if (!(await tx.run(servedOn, me.id, entry.villageCode, dayOf(entry.startsAt))))
      throw invalid({ villageCode: '这个村不在你服务的村里' })
    const key = await keyOf(tx, context.vault, me.accountId)
    const { villageCode: village, about, ...rest } = entry
    await writeLine(tx, {
      ...rest,
      id,
      adviserId: me.id,
      village,
      at: now,
      about: context.vault.seal(key, aboutPlace(id), about),
      result: entry.result ?? null,
    })
    return readLine(context, tx, caller, id)
  })
}

const confirm = sql(
  'ledger_confirm',
  `update ledger_line l set verification = 'by_contact', confirmed_by = $2, confirmed_at = $3
   where l.id = $1 and l.verification = 'waiting'
     and not exists (select from adviser a where a.id = l.adviser_id and a.account_id = $2)`,
)

/** The village says that it was so (VA-8); nobody confirms their own. */
export function confirmLine(
  context: Context,
  id: string,
  { caller, now }: { caller: Actor; now: Instant },
): Promise<LedgerLine> {
  return context.database.inTransaction(async (tx) => {
    const line = await readLine(context, tx, caller, id)
    const scope = await scopeOf(tx, caller)
    if (!isContactOf(scope, line.village.code)) throw new Refusal('not_yours')
    if (!(await tx.run(confirm, id, caller.accountId, now)))
      throw new Refusal('not_now', '这一条已经确认过了')
    return readLine(context, tx, caller, id)
  })
}

const confirmCase = sql(
  'ledger_confirm_case',
  `update ledger_line l set verification = 'by_resident', confirmed_by = $2, confirmed_at = $3
   from case_file c where c.id = $1 and c.applicant_id = $2 and not c.unproven and l.case_id = c.id
     and l.verification = 'waiting'`,
)
const isApplicant = sql(
  'ledger_applicant',
  'select from case_file where id = $1 and applicant_id = $2 and not unproven',
)

/** The resident who was served says that it was so (VA-8). */
export function confirmService(
  { database }: Context,
  caseId: string,
  { caller, now }: { caller: Actor; now: Instant },
): Promise<{ confirmed: number }> {
  return database.inTransaction(async (tx) => {
    if (!(await tx.run(isApplicant, caseId, caller.accountId))) throw new Refusal('not_found')
    return { confirmed: await tx.run(confirmCase, caseId, caller.accountId, now) }
  })
}
