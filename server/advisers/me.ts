import type { AdviserVillage } from '#contract/adviser-desk'
import { DUTY_NAMES, DUTY_WORDS } from '#domain/adviser'
import { isGap } from '#domain/calendar-of-visits'
import { addMonths, dayOf, type Instant } from '#domain/day'
import { STAGE_NAME } from '#domain/inquiry-words'
import { Refusal } from '#domain/refusal'
import type { Casework } from '../cases/casework.ts'
import { summarise, type Viewer } from '../cases/present.ts'
import { ofHandler } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { listLeaves } from './leave.ts'
import { myself } from './myself.ts'
import { adviserOfAccount, profileOf, VISIT_JSON, type VisitRow, visitOf } from './profile.ts'
import { isTheirs, isVerified, serves } from './sql.ts'

type VillageRow = {
  code: string
  name: string
  path: string
  from_day: string
  to_day: string | null
  substitute: boolean
  owed: number
  planned: number
  made: number
  verified: number
  minutes: number
  next_visit: VisitRow | null
}

const villages = sql<VillageRow>(
  'adviser_my_villages',
  `select r.code, r.name, r.path, v.from_day, v.to_day, v.adviser_id <> $1 as substitute,
     coalesce(v.visits_month, $6) as owed, m.planned, m.made, m.verified, m.minutes,
     (select ${VISIT_JSON} from visit w left join slot t on t.id = w.slot_id
      where w.adviser_id = $1 and w.village = r.code and w.cancelled_at is null and w.ends_at > $3 and w.out_at is null
      order by w.starts_at limit 1) as next_visit
   from adviser_village v join region r on r.code = v.village
   cross join lateral (select count(*) filter (where w.out_at is null and w.ends_at > $3)::int as planned,
       count(*) filter (where w.out_at is not null)::int as made,
       count(*) filter (where w.out_at is not null and ${isVerified('w')})::int as verified,
       coalesce(sum(extract(epoch from w.out_at - w.in_at) / 60) filter (where w.out_at is not null), 0)::int as minutes
     from visit w where w.village = r.code and w.cancelled_at is null and w.starts_at >= $4::date and w.starts_at < $5::date) m
   where ${isTheirs('$1', 'v', '$2')}
   order by v.adviser_id <> $1, r.code`,
)
const colleagues = sql<{ id: string; name: string }>(
  'adviser_colleagues',
  `select a.id, a.name from adviser a where ${serves('a')} and a.county = (select county from adviser where id = $1) and a.id <> $1
   order by a.name, a.id limit 300`,
)

const shown = (context: Context, row: VillageRow, now: Instant): AdviserVillage => ({
  code: row.code,
  name: row.name,
  path: row.path,
  from: row.from_day,
  to: row.to_day,
  substitute: row.substitute,
  nextVisit: row.next_visit && visitOf(context, row.next_visit, now),
  visitsOwed: row.owed,
  visitsMade: row.made,
  visitsVerified: row.verified,
  minutesMade: row.minutes,
  gap: !row.substitute && isGap(row),
})

/** Everything that an adviser's own desk begins with. */
export async function deskOf(context: Context, accountId: string, now: Instant) {
  return context.database.inTransaction(async (tx: Db) => {
    const me = await myself(tx, accountId)
    const row = await adviserOfAccount(tx, accountId, now)
    if (!row) throw new Refusal('not_found')
    const today = dayOf(now)
    const first = `${today.slice(0, 7)}-01`
    const { adviserDuties } = context.env
    const months = [first, addMonths(first, 1)]
    const own = await tx.many(villages, me.id, today, now, ...months, adviserDuties.visits_month)
    return {
      adviser: profileOf(context, row, now),
      villages: own.map((village) => shown(context, village, now)),
      leaves: await listLeaves(context, tx, me, today),
      duties: DUTY_NAMES.map((name) => DUTY_WORDS[name](adviserDuties[name])),
      substitutes: await tx.many(colleagues, me.id),
    }
  })
}

type Missed = {
  case_id: string
  number: string
  village: string
  asked_at: Instant
  at: Instant
  why: 'missed' | 'conflict'
  stage: string | null
  name: string | null
  organisation: string
}

const missed = sql<Missed>(
  'adviser_missed',
  `select m.case_id, c.number, r.name as village, m.asked_at, m.at, m.why, o.name as organisation, h.name,
     (select e.facts->>'stage' from case_event e where e.case_id = c.id and e.facts ? 'stage'
      order by e.seq desc limit 1) as stage
   from inquiry_move m join adviser a on a.id = m.adviser_id join case_file c on c.id = m.case_id
     join region r on r.code = m.village join organisation o on o.id = c.organisation_id
     left join adviser h on h.account_id = c.handler_id
   where a.account_id = $1 order by m.at desc, m.case_id limit 100`,
)

/** What left because there was no answer in time, or for a conflict: that it did, and who has it now; no word of it. */
export const missedOf = async (db: Db, accountId: string) =>
  (await db.many(missed, accountId)).map(
    ({ case_id, number, village, asked_at, at, why, stage, name, organisation }) => ({
      caseId: case_id,
      number,
      village,
      askedAt: asked_at,
      movedAt: at,
      why,
      nowWith: [STAGE_NAME[(stage ?? 'hotline') as keyof typeof STAGE_NAME], name ?? organisation].join(' '),
    }),
  )

const CURSOR = /^-?\d{1,15} [\w-]{1,64}$/

type Asked = { status: 'open' | 'done'; limit: number; cursor?: string | undefined }

/** What I have: what waits for me by promise; else what I have answered. */
export async function inboxOf(work: Casework, { status, limit, cursor }: Asked, viewer: Viewer) {
  if (cursor !== undefined && !CURSOR.test(cursor)) throw new Refusal('malformed')
  const filter = { promised: status === 'open', ...(cursor && { afterOrder: cursor }) }
  const { statement, values } = ofHandler(filter)
  const rows = await work.context.database.many(statement, viewer.caller.accountId, limit + 1, ...values)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => summarise(work, row, viewer)),
    next: rows.length > limit && last ? `${last.desk_order} ${last.id}` : null,
  }
}
