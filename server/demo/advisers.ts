import { randomBytes } from 'node:crypto'

import { Secret } from 'otpauth'

import { calendar } from '#domain/calendar'
import { addDays, addMinutes, type Day, dayOf, type Instant, instant } from '#domain/day'
import { villageCode } from '#domain/village-code'
import { placeOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { keyOf as searchKeyOf } from '../search/key.ts'
import { XUPU } from './people.ts'

// Invented advisers for every village of 溆浦县: town by town, five villages each, everything in a few statements.

const BUREAU = 'demo-bureau-431224'
const FIRST_PHONE = 13900000201
const EACH = 5

const villages = sql<{ code: string; town: string }>(
  'demo_villages',
  `select code, parent as town from region
   where level = 5 and valid_to is null and code like '431224%' order by code`,
)

/** Columns side by side become rows. */
const rows = (types: readonly string[]) =>
  `select * from unnest(${types.map((type, n) => `$${n + 1}::${type}[]`).join(', ')})`
const many = (name: string, table: string, columns: Readonly<Record<string, string>>) =>
  sql(name, `insert into ${table} (${Object.keys(columns).join(', ')}) ${rows(Object.values(columns))}`)

const addAccounts = many('demo_adviser_accounts', 'account', {
  id: 'text',
  data_key: 'bytea',
  phone_index: 'bytea',
  phone: 'bytea',
  name: 'bytea',
  created_at: 'timestamptz',
  phone_used_at: 'timestamptz',
})
const addFactors = many('demo_adviser_factors', 'staff_factor', { account_id: 'text', secret: 'bytea' })
const addRoles = many('demo_adviser_roles', 'staff_role', {
  id: 'text',
  account_id: 'text',
  role: 'text',
  organisation_id: 'text',
  region_code: 'text',
  created_at: 'timestamptz',
})
const addAdvisers = sql(
  'demo_advisers',
  `insert into adviser (id, account_id, organisation_id, county, name, occupation, licence, firm, languages, about,
     key, initials, pinyin, firm_key, firm_initials, firm_pinyin, created_at)
   select id, account_id, '${BUREAU}', '431224', name, occupation, licence, firm, array['普通话', '溆浦话'], about,
     key, initials, pinyin, firm_key, firm_initials, firm_pinyin, $14
   from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
     $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
     as new(id, account_id, name, occupation, licence, firm, about, key, initials, pinyin, firm_key, firm_initials, firm_pinyin)`,
)
const addDesks = sql(
  'demo_adviser_desks',
  `insert into desk (id, organisation_id, name, region_code, channels, adviser_id)
   select 'desk-' || a.id, a.organisation_id, '法律顾问 ' || a.name, '${XUPU}', '{call_back,video,visit}', a.id
   from adviser a where a.id = any($1)`,
)
const addHours = sql(
  'demo_adviser_hours',
  `insert into opening (desk_id, weekday, opens, closes, minutes, capacity)
   select 'desk-' || id, 1 + place::int % 5, '15:00', '17:00', 30, 1
   from unnest($1::text[]) with ordinality as advisers(id, place)`,
)
const assign = many('demo_adviser_villages', 'adviser_village', {
  village: 'text',
  from_day: 'date',
  adviser_id: 'text',
  substitute_id: 'text',
})
const addSlots = many('demo_adviser_slots', 'slot', {
  id: 'text',
  desk_id: 'text',
  starts_at: 'timestamptz',
  ends_at: 'timestamptz',
  capacity: 'int',
})
const forVisitors = sql('demo_adviser_visitors', `update slot set channels = '{visit}' where id = any($1)`)
const addVisits = many('demo_visits', 'visit', {
  id: 'text',
  adviser_id: 'text',
  village: 'text',
  starts_at: 'timestamptz',
  ends_at: 'timestamptz',
  place: 'text',
  slot_id: 'text',
  created_at: 'timestamptz',
})
const addPast = sql(
  'demo_visits_made',
  `with made as (
     insert into visit (id, adviser_id, village, starts_at, ends_at, place, created_at, in_at, in_by, out_at, out_by)
     select id, adviser_id, village, starts_at, ends_at, '村委会（演示）', starts_at, starts_at, 'village_code',
       ends_at, 'village_code'
     from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[])
       as new(id, adviser_id, village, starts_at, ends_at)
     returning *)
   insert into ledger_line (id, adviser_id, village, day, starts_at, ends_at, way, service, people, visit_id, source,
     presence, verification, made_at)
   select 'line-' || id, adviser_id, village, starts_at::date, starts_at, ends_at, 'on_site', 'visit', 6, id,
     'visit/' || id, 'village_code', 'by_contact', ends_at from made`,
)
const addAnswers = sql(
  'demo_answers',
  `insert into ledger_line (id, adviser_id, village, day, way, service, topic, result, minutes, in_time,
     verification, made_at)
   select id, adviser_id, village, at::date, 'online', 'consultation', 'land', 'solved', minutes, true, 'by_resident', at
   from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::int[]) as new(id, adviser_id, village, at, minutes)`,
)
const addCodes = many('demo_village_codes', 'village_code', { village: 'text', code: 'text' })

type DemoAdviser = {
  id: string
  accountId: string
  phone: string
  name: string
  occupation: 'lawyer' | 'legal_worker'
  licence: string
  firm: string
  about: string
  villages: string[]
  town: string
}

export const SURNAMES = [...'舒向谌张刘周贺李王陈杨覃邓夏梁唐罗谢戴严何田曾郑肖吴胡黄彭姚']
export const GIVEN = [
  '明',
  '建国',
  '小红',
  '志强',
  '春华',
  '永和',
  '桂英',
  '海波',
  '雪峰',
  '文静',
  '立新',
  '佳',
]
const FIRMS = [
  '溆水律师事务所（演示）',
  '雪峰山律师事务所（演示）',
  '沅陵江律师事务所（演示）',
  '卢峰基层法律服务所（演示）',
  '桥江基层法律服务所（演示）',
] as const

/** Licence numbers of the right length on the prefix 4399, which is assigned to no place. */
const licenceOf = (occupation: DemoAdviser['occupation'], n: number) =>
  occupation === 'lawyer'
    ? `14399${String(2024_10_000_000 + n).padStart(12, '0')}`
    : `34399${String(201_000_000 + n).padStart(9, '0')}`

function inventAdvisers(list: readonly { code: string; town: string }[]): DemoAdviser[] {
  const groups = [...new Set(list.map(({ town }) => town))].flatMap((town) => {
    const all = list.filter((village) => village.town === town).map(({ code }) => code)
    return Array.from({ length: Math.ceil(all.length / EACH) }, (_, n) => ({
      town,
      villages: all.slice(n * EACH, (n + 1) * EACH),
    }))
  })
  return groups.map((group, n) => {
    const firm = FIRMS[n % FIRMS.length] ?? FIRMS[0]
    const occupation = firm.includes('律师事务所') ? ('lawyer' as const) : ('legal_worker' as const)
    return {
      ...group,
      id: `demo-adviser-${201 + n}`,
      accountId: newId(),
      phone: String(FIRST_PHONE + n),
      name: `${SURNAMES[n % SURNAMES.length]}${GIVEN[(n + Math.floor(n / SURNAMES.length)) % GIVEN.length]}（演示）`,
      occupation,
      licence: licenceOf(occupation, n),
      firm,
      about: '常办土地、婚姻家庭、邻里和劳动方面的事（演示）',
    }
  })
}

/** Every third adviser has nobody to stand in; the others stand in for each other in their town. */
const substituteOf = (advisers: readonly DemoAdviser[], n: number) =>
  n % 3 === 2
    ? null
    : ([advisers[n + 1], advisers[n - 1]].find((other) => other?.town === advisers[n]?.town)?.id ?? null)

/** Advisers of every village of the county, with visits, remote hours and what they did lately. */
export async function loadAdvisers(context: Context, tx: Db): Promise<void> {
  const list = await tx.many(villages)
  const advisers = inventAdvisers(list)
  await employ(context, tx, advisers)
  await register(tx, advisers, context.now())
  const assignments = advisers.flatMap((adviser, n) =>
    adviser.villages.map((village) => ({ village, adviser, substitute: substituteOf(advisers, n) })),
  )
  await tx.run(
    assign,
    assignments.map(({ village }) => village),
    assignments.map(() => '2026-01-01'),
    assignments.map(({ adviser }) => adviser.id),
    assignments.map(({ substitute }) => substitute),
  )
  await planVisits(tx, advisers, context.now())
  await remember(tx, advisers, dayOf(context.now()))
  // Any number that is not the village's own: the codes of real boards are drawn by lot.
  await tx.run(
    addCodes,
    list.map(({ code }) => code),
    list.map((_, n) => villageCode(431_000 + n * 7)),
  )
}

async function employ({ vault, now }: Context, tx: Db, advisers: readonly DemoAdviser[]) {
  const people = advisers.map(({ accountId: id, phone, name }) => {
    const { key, wrapped } = vault.newKey(`account/${id}`)
    const secret = new Secret({ buffer: Uint8Array.from(randomBytes(20)).buffer }).base32
    return {
      id,
      wrapped,
      index: vault.index('phone', phone),
      phone: vault.seal(key, placeOf(id, 'phone'), phone),
      name: vault.seal(key, placeOf(id, 'name'), name),
      secret: vault.seal(key, placeOf(id, 'otp'), secret),
    }
  })
  const ids = people.map(({ id }) => id)
  const at = ids.map(() => now())
  const column = (name: 'wrapped' | 'index' | 'phone' | 'name' | 'secret') => people.map((one) => one[name])
  await tx.run(addAccounts, ids, column('wrapped'), column('index'), column('phone'), column('name'), at, at)
  await tx.run(addFactors, ids, column('secret'))
  const same = (value: string) => ids.map(() => value)
  await tx.run(addRoles, ids.map(newId), ids, same('village_adviser'), same(BUREAU), same(XUPU), at)
}

async function register(tx: Db, advisers: readonly DemoAdviser[], now: Instant) {
  const keys = advisers.map(({ name }) => searchKeyOf(name.replace(/（.*）/, '')))
  const firms = advisers.map(({ firm }) => searchKeyOf(firm.replace(/（.*）/, '')))
  const column = (name: 'id' | 'accountId' | 'name' | 'occupation' | 'licence' | 'firm' | 'about') =>
    advisers.map((one) => one[name])
  await tx.run(
    addAdvisers,
    column('id'),
    column('accountId'),
    column('name'),
    column('occupation'),
    column('licence'),
    column('firm'),
    column('about'),
    keys.map(({ key }) => key),
    keys.map(({ initials }) => initials),
    keys.map(({ pinyin }) => pinyin),
    firms.map(({ key }) => key),
    firms.map(({ initials }) => initials),
    firms.map(({ pinyin }) => pinyin),
    now,
  )
  const ids = column('id')
  await tx.run(addDesks, ids)
  await tx.run(addHours, ids)
}

const MORNING = '09:00'
const LONG = 150

/** So many working days in four weeks; an adviser with five villages comes to one on every fourth of them. */
const ROUND = 20

/** The working days of four weeks: those to come, the day after tomorrow first, or those that were, yesterday first. */
function workingDays(today: Day, step: 1 | -1): Day[] {
  const days = calendar()
  const found: Day[] = []
  for (let day = addDays(today, step === 1 ? 2 : -1); found.length < ROUND; day = addDays(day, step))
    if (days.isWorkingDay(day)) found.push(day)
  return found
}

/** The turn of a village in the round of its adviser: never two on one day. */
const turnOf = (n: number, turn: number) => (turn * (ROUND / EACH) + n) % ROUND

/** Within the coming four weeks to every village once. */
async function planVisits(tx: Db, advisers: readonly DemoAdviser[], now: Instant) {
  const days = workingDays(dayOf(now), 1)
  const visits = advisers.flatMap(({ id, villages }, n) =>
    villages.map((village, turn) => {
      const startsAt = instant(days[turnOf(n, turn)] ?? dayOf(now), MORNING)
      return {
        id: newId(),
        slotId: newId(),
        adviserId: id,
        village,
        startsAt,
        endsAt: addMinutes(startsAt, LONG),
      }
    }),
  )
  const slotIds = visits.map(({ slotId }) => slotId)
  const from = visits.map(({ startsAt }) => startsAt)
  const to = visits.map(({ endsAt }) => endsAt)
  const of = visits.map(({ adviserId }) => adviserId)
  await tx.run(
    addSlots,
    slotIds,
    of.map((id) => `desk-${id}`),
    from,
    to,
    visits.map(() => 6),
  )
  await tx.run(forVisitors, slotIds)
  await tx.run(
    addVisits,
    visits.map(({ id }) => id),
    of,
    visits.map(({ village }) => village),
    from,
    to,
    visits.map(() => '村委会一楼（演示）'),
    slotIds,
    visits.map(() => now),
  )
}

const MINUTES = [25, 40, 90, 130, 200, 480]

/** The visits of two rounds, all but every seventh; and some answers, so that the usual time is known of some. */
async function remember(tx: Db, advisers: readonly DemoAdviser[], today: Day) {
  const lately = workingDays(today, -1)
  const before = workingDays(lately.at(-1) ?? today, -1)
  const made = advisers
    .flatMap(({ id, villages }, n) =>
      villages.map((village, turn) => ({ adviserId: id, village, at: turnOf(n, turn) })),
    )
    .filter((_, n) => n % 7 !== 3)
    .flatMap((one) =>
      [lately, before].map((days) => {
        const startsAt = instant(days[one.at] ?? today, MORNING)
        return { ...one, id: newId(), startsAt, endsAt: addMinutes(startsAt, LONG) }
      }),
    )
  await tx.run(
    addPast,
    made.map(({ id }) => id),
    made.map(({ adviserId }) => adviserId),
    made.map(({ village }) => village),
    made.map(({ startsAt }) => startsAt),
    made.map(({ endsAt }) => endsAt),
  )
  const answers = advisers
    .filter((_, n) => n % 3 === 0)
    .flatMap(({ id, villages }) =>
      MINUTES.map((minutes, n) => ({
        id: newId(),
        adviserId: id,
        village: villages[n % villages.length],
        at: instant(addDays(today, -20 + n), '16:00'),
        minutes,
      })),
    )
  await tx.run(
    addAnswers,
    answers.map(({ id }) => id),
    answers.map(({ adviserId }) => adviserId),
    answers.map(({ village }) => village),
    answers.map(({ at }) => at),
    answers.map(({ minutes }) => minutes),
  )
}
