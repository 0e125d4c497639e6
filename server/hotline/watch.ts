import type { Watch } from '#contract/notice'
import type { Instant } from '#domain/day'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { MOST_OFFERS } from './offer.ts'

type Row = {
  id: string
  slot_id: string
  desk_id: string
  desk_name: string
  before_at: Instant
  offers: number
}

const NAME = '(select d.name from desk d where d.id = desk_id) as desk_name'
const COLUMNS = `id, slot_id, desk_id, ${NAME}, before_at, offers`
const MOST_WATCHES = 3

/** One person's watches one after the other. */
const queue = sql('watch_queue', 'select from account where id = $1 for no key update')
const own = sql<Row>(
  'watch_own',
  `select ${COLUMNS} from slot_watch where account_id = $1 and ended_at is null and before_at > $2 order by id`,
)
const add = sql<Row>(
  'watch_add',
  `insert into slot_watch (id, slot_id, desk_id, account_id, before_at, created_at)
   select $1, s.id, s.desk_id, $3, s.starts_at, $4 from slot s join desk d on d.id = s.desk_id and d.active
   where s.id = $2 and s.starts_at > $4 returning ${COLUMNS}`,
)
const end = sql(
  'watch_end',
  'update slot_watch set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null',
)
const letGo = sql('watch_let_go', 'update slot_hold set until = $2 where watch_id = $1 and until > $2')

/** From now on the person is told of times of this desk that come free, up to this one. Asked twice, it is one. */
export function watchSlot({ database }: Context, accountId: string, slotId: string, now: Instant) {
  return database.inTransaction(async (tx): Promise<Watch> => {
    await tx.run(queue, accountId)
    const watches = await tx.many(own, accountId, now)
    const same = watches.find(({ slot_id }) => slot_id === slotId)
    if (same) return present(same)
    if (watches.length >= MOST_WATCHES)
      throw new Refusal('not_now', `最多同时等 ${MOST_WATCHES} 个时间，请先取消一个`)
    const row = await tx.one(add, newId(), slotId, accountId, now)
    if (!row) throw new Refusal('not_found', '这个时间段已经不开放，请重新选一个')
    return present(row)
  })
}

export const watchesOf = async (db: Db, accountId: string, now: Instant): Promise<Watch[]> =>
  (await db.many(own, accountId, now)).map(present)

/** Whoever waits no longer gives back what was held. */
export const endWatch = ({ database }: Context, accountId: string, id: string, now: Instant) =>
  database.inTransaction(async (tx) => {
    if (!(await tx.run(end, id, accountId, now))) throw new Refusal('not_found', '没有在等这个时间')
    await tx.run(letGo, id, now)
  })

const present = ({ id, slot_id, desk_id, desk_name, before_at, offers }: Row): Watch => ({
  id,
  slotId: slot_id,
  deskId: desk_id,
  deskName: desk_name,
  before: before_at,
  offersLeft: MOST_OFFERS - offers,
})
