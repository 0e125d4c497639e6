import { addDays, addMinutes, type Day, type Instant, instant } from '#domain/day'
import { plannedOf } from '#domain/mediation-past'
import { Refusal } from '#domain/refusal'
import type { Act } from '../cases/kind.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

const insert = sql(
  'mediation_session_insert',
  'insert into mediation_session (id, case_id, starts_at, ends_at) values ($1, $2, $3, $4)',
)
/** One statement, in the order of the names, so that two who reach for the same people wait for each other. */
const take = sql(
  'mediation_busy_take',
  `insert into mediation_busy (session_id, what, during)
   select $1, what, tstzrange($3, $4) from unnest($2::text[]) as what order by what`,
)
const free = sql('mediation_session_free', 'delete from mediation_busy where session_id = $1')
const clash = sql<{ what: string }>(
  'mediation_clash',
  `select what from mediation_busy where what = any($1) and during && tstzrange($2, $3) and session_id <> $4 limit 1`,
)
const busy = sql<{ starts_at: Instant; ends_at: Instant }>(
  'mediation_busy_between',
  `select distinct lower(during) as starts_at, upper(during) as ends_at from mediation_busy
   where what = any($1) and during && tstzrange($2, $3)`,
)

export const person = (accountId: string): string => `person/${accountId}`
export const room = (organisationId: string, name: string): string => `room/${organisationId}/${name.trim()}`

/** Everybody whose time it takes; the other side as soon as it is known who that is. */
export const peopleOf = ({ row }: Pick<Act, 'row'>): string[] =>
  [row.applicant_id, ...row.other_side_ids, ...(row.handler_id ? [row.handler_id] : [])].map(person)

export type Plan = { id: string; startsAt: Instant; endsAt: Instant; what: readonly string[] }

const isExclusion = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23P01'

const TAKEN = '这个时间有人或者调解室已经被占用，请换一个时间'

/** Takes the time of people and room. Two at once: the database lets one through. @throws Refusal `not_now` */
export async function takeTime(tx: Db, caseId: string, { id, startsAt, endsAt, what }: Plan): Promise<void> {
  const all = [...new Set(what)]
  if (await tx.one(clash, all, startsAt, endsAt, id)) throw new Refusal('not_now', TAKEN)
  await tx.run(insert, id, caseId, startsAt, endsAt)
  try {
    await tx.run(take, id, all, startsAt, endsAt)
  } catch (error) {
    throw isExclusion(error) ? new Refusal('not_now', TAKEN) : error
  }
}

/** The time that was agreed on is everybody's own again. */
export async function freePlan({ tx, past }: Pick<Act, 'tx' | 'past'>): Promise<{ appointment?: null }> {
  const planned = plannedOf(past)
  if (!planned) return {}
  await tx.run(free, planned.id)
  return { appointment: null }
}

const HOURS = ['09:00', '10:00', '11:00', '14:30', '15:30', '16:30', '19:00']
const MINUTES = 60

export type Span = { from: Day; to: Day }

/** Hours of working days, and evenings, in which nobody concerned and no room is taken; at most forty. */
export async function freeTimes(
  context: Context,
  what: readonly string[],
  { from, to }: Span,
): Promise<{ startsAt: Instant; endsAt: Instant }[]> {
  const taken = await context.database.many(
    busy,
    what,
    instant(from, '00:00'),
    instant(addDays(to, 1), '00:00'),
  )
  const now = context.now()
  const times: { startsAt: Instant; endsAt: Instant }[] = []
  for (let day = from; day <= to && times.length < 40; day = addDays(day, 1))
    if (context.calendar().isWorkingDay(day))
      for (const hour of HOURS) {
        const startsAt = instant(day, hour)
        const endsAt = addMinutes(startsAt, MINUTES)
        const clashes = taken.some((one) => one.starts_at < endsAt && startsAt < one.ends_at)
        if (startsAt > now && !clashes) times.push({ startsAt, endsAt })
      }
  return times
}
