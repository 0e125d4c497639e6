import { fromEpoch, type Instant, toEpoch } from '#domain/day'
import { invalid, Refusal } from '#domain/refusal'
import { type Database, sql } from './db/sql.ts'

export type Clock = {
  /** Office time: real time, in demo mode as far ahead as somebody set it. */
  now(): Instant
  wallNow(): Instant
  /** Demo mode only; forward only. */
  set(now: Instant): Promise<void>
}

/** Beyond, slots and limits would be reckoned for years in which nobody tries the demo. */
const FURTHEST_MS = 5 * 365 * 24 * 3_600_000

const wallNow = () => fromEpoch(Date.now())

/** Real time and nothing else. */
export const realClock: Clock = {
  now: wallNow,
  wallNow,
  set: () => Promise.reject(new Error('the clock is set in demo mode only')),
}

const read = sql<{ ahead_seconds: number }>('demo_clock_read', 'select ahead_seconds from demo_clock')
const move = sql<{ ahead_seconds: number }>(
  'demo_clock_move',
  `insert into demo_clock (ahead_seconds) values ($1)
   on conflict (single) do update set ahead_seconds = excluded.ahead_seconds
     where excluded.ahead_seconds >= demo_clock.ahead_seconds
   returning ahead_seconds`,
)
const tell = sql('demo_clock_tell', `select pg_notify('demo_clock', '')`)

/** Kept in the database; all processes hear of a change. */
export async function demoClock(database: Database): Promise<Clock> {
  let ahead = 0
  const learn = async () => {
    ahead = (await database.one(read))?.ahead_seconds ?? 0
  }
  await learn()
  await database.listen('demo_clock', () => void learn().catch(() => undefined))
  return {
    now: () => fromEpoch(Date.now() + ahead * 1000),
    wallNow,
    async set(now) {
      if (toEpoch(now) > Date.now() + FURTHEST_MS) throw invalid({ now: '最多拨到五年以后' })
      const wanted = Math.ceil((toEpoch(now) - Date.now()) / 1000)
      const row = wanted < ahead ? undefined : await database.one(move, wanted)
      if (!row) throw new Refusal('not_now', '演示时间只能往后拨')
      ahead = row.ahead_seconds
      await database.run(tell)
    },
  }
}
