import type { Adviser, RemoteHours, Visit } from '#contract/adviser'
import {
  FREE,
  HOW_TO_COMPLAIN,
  LAST_ANSWERS,
  MUST_NOT,
  OCCUPATION_NAME,
  spokenMinutes,
  usualMinutes,
  VERIFY_LICENCE,
} from '#domain/adviser'
import { seatsIn } from '#domain/calendar-of-visits'
import { addMinutes, type Day, dayOf, type Instant } from '#domain/day'
import { LICENCE_NAME, type Licence } from '#domain/licence'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { myself } from './myself.ts'
import { inForce, SEATS, serves, time } from './sql.ts'

type Place = { code: string; name: string; path: string }

export type VisitRow = {
  id: string
  village: Place
  startsAt: Instant
  endsAt: Instant
  place: string
  slotId: string | null
  capacity: number
  free: number
}

export type AdviserRow = {
  id: string
  name: string
  occupation: Licence
  licence: string
  firm: string
  phone: string | null
  languages: string[]
  about: string | null
  has_photo: boolean
  desk_id: string | null
  villages: Place[]
  hours: RemoteHours[]
  minutes: number[]
  away_until: Day | null
  next_visit: VisitRow | null
}

export const VISIT_JSON = `json_build_object('id', w.id,
  'village', json_build_object('code', r.code, 'name', r.name, 'path', r.path),
  'startsAt', ${time('w.starts_at')}, 'endsAt', ${time('w.ends_at')}, 'place', w.place,
  'slotId', w.slot_id, 'capacity', coalesce(t.capacity, 0), 'free', coalesce(${SEATS}, 0))`

/** What is shown of advisers `a`: $1 today, $2 now, $3 the village of which the next visit is asked (or null). */
const COLUMNS = `a.id, a.name, a.occupation, a.licence, a.firm, a.phone, a.languages, a.about,
  a.photo is not null as has_photo, d.id as desk_id,
  coalesce((select json_agg(json_build_object('code', r.code, 'name', r.name, 'path', r.path) order by r.code)
    from adviser_village v join region r on r.code = v.village
    where v.adviser_id = a.id and ${inForce('v', '$1')}), '[]') as villages,
  coalesce((select json_agg(json_build_object('weekday', o.weekday, 'from', to_char(o.opens, 'HH24:MI'),
      'to', to_char(o.closes, 'HH24:MI')) order by o.weekday, o.opens)
    from opening o where o.desk_id = d.id), '[]') as hours,
  array(select l.minutes from ledger_line l where l.adviser_id = a.id and l.minutes is not null
    order by l.made_at desc limit ${LAST_ANSWERS}) as minutes,
  (select max(x.to_day) from adviser_leave x
    where x.adviser_id = a.id and x.from_day <= $1 and x.to_day >= $1) as away_until,
  (select ${VISIT_JSON} from visit w join region r on r.code = w.village left join slot t on t.id = w.slot_id
    where w.adviser_id = a.id and w.cancelled_at is null and w.ends_at > $2 and w.out_at is null
      and ($3::text is null or w.village = $3)
    order by w.starts_at limit 1) as next_visit`
const SOURCES = 'adviser a left join desk d on d.adviser_id = a.id and d.active'

const byIds = sql<AdviserRow>(
  'adviser_profiles',
  `select ${COLUMNS} from unnest($4::text[]) with ordinality as asked (id, place)
   join adviser a on a.id = asked.id and ${serves('a')} left join desk d on d.adviser_id = a.id and d.active
   order by asked.place`,
)
const byAccount = sql<AdviserRow>(
  'adviser_of_account',
  `select ${COLUMNS} from ${SOURCES} where a.account_id = $4 and a.active`,
)

const WEEK = '一二三四五六日'

/** 每周三 9:00–11:00、每周五 15:00–17:00 */
const hoursText = (hours: readonly RemoteHours[]): string | null =>
  hours.length === 0
    ? null
    : hours
        .map(
          ({ weekday, from, to }) =>
            `每周${WEEK[weekday - 1]} ${from.replace(/^0/, '')}–${to.replace(/^0/, '')}`,
        )
        .join('、')

/** 演示 and other remarks in brackets are no part of a name. */
const plainName = (name: string) => name.replace(/（.*?）/g, '')

const initialsOf = (name: string) => [...plainName(name)].slice(0, 1).join('')

/** A seat can be taken until shortly before. */
export function visitOf({ env }: Context, { capacity, ...row }: VisitRow, now: Instant): Visit {
  const seats = seatsIn({ ...row, capacity }, addMinutes(now, env.bookBeforeMinutes))
  return { ...row, seats, slotId: seats === 'open' ? row.slotId : null }
}

export function profileOf(context: Context, row: AdviserRow, now: Instant): Adviser {
  const usual = usualMinutes(row.minutes)
  return {
    id: row.id,
    name: row.name,
    photo: row.has_photo ? `/advisers/${row.id}/photo` : null,
    initials: initialsOf(row.name),
    occupation: row.occupation,
    occupationText: OCCUPATION_NAME[row.occupation],
    licence: row.licence,
    licenceName: LICENCE_NAME[row.occupation],
    verifyText: VERIFY_LICENCE[row.occupation],
    firm: row.firm,
    phone: row.phone,
    languages: row.languages,
    about: row.about,
    villages: row.villages,
    nextVisit: row.next_visit && visitOf(context, row.next_visit, now),
    remoteHours: row.hours,
    remoteText: hoursText(row.hours),
    deskId: row.desk_id,
    usualAnswerMinutes: usual,
    usualAnswerText: usual === null ? null : `通常${spokenMinutes(usual)}答复`,
    awayUntil: row.away_until,
    costText: FREE,
    mustNot: [...MUST_NOT],
    complainText: HOW_TO_COMPLAIN,
  }
}

/** In the order of the ids. */
export async function profiles(
  context: Context,
  db: Db,
  ids: readonly string[],
  now: Instant,
  village: string | null = null,
): Promise<Adviser[]> {
  if (ids.length === 0) return []
  const rows = await db.many(byIds, dayOf(now), now, village, ids)
  return rows.map((row) => profileOf(context, row, now))
}

export const adviserOfAccount = (db: Db, accountId: string, now: Instant): Promise<AdviserRow | undefined> =>
  db.one(byAccount, dayOf(now), now, null, accountId)

const change = sql(
  'adviser_profile',
  'update adviser set about = $2, languages = $3, phone = $4 where id = $1',
)

type Said = { about: string | null; languages: readonly string[]; phone: string | null }

/** What advisers say of themselves, and nobody else of them. */
export function changeProfile(
  context: Context,
  { about, languages, phone }: Said,
  { accountId, now }: { accountId: string; now: Instant },
): Promise<Adviser> {
  return context.database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    await tx.run(change, me.id, about, [...new Set(languages)], phone)
    const row = await adviserOfAccount(tx, accountId, now)
    if (!row) throw new Refusal('not_found')
    return profileOf(context, row, now)
  })
}
