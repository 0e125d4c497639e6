import type { Notice } from '#contract/notice'
import type { Actor } from '#domain/actor'
import type { Instant } from '#domain/day'
import type { Facts, News } from '#domain/notice'
import { NEWS_WORDS } from '#domain/notice-words'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

type Row = {
  id: string
  at: Instant
  news: News
  facts: Facts
  case_id: string | null
  until: Instant | null
  read_at: Instant | null
}

const latest = sql<Row>(
  'notice_latest',
  `select id, at, news, facts, case_id, until, read_at from notice
   where account_id = $1 and ($2::text is null or id < $2) order by id desc limit $3`,
)
const unread = sql<{ count: number }>(
  'notice_unread',
  `select count(*)::int as count from (select from notice where account_id = $1 and read_at is null limit 100) n`,
)
const NO_ANSWER = `(n.news = 'time_call'
  or exists (select from case_file c where c.id = n.case_id and c.unproven and c.applicant_id = n.account_id))`
/**
 * Whoever has read it has been reached: nobody telephones any more. Only where a time was lost and nothing was
 * chosen, reading alone is no answer; nor where nobody has shown yet that the case is theirs: the number may have
 * been given to somebody else.
 */
const read = sql(
  'notice_read',
  `update notice n set read_at = coalesce(read_at, $3),
     next_at = case when ${NO_ANSWER} then next_at end,
     state = case when state = 'obsolete' or ${NO_ANSWER} then state else 'reached' end
   where id = $1 and account_id = $2`,
)

type Asked = { limit: number; cursor?: string | undefined }

export async function noticesOf({ database }: Context, { accountId }: Actor, { limit, cursor }: Asked) {
  const rows = await database.many(latest, accountId, cursor ?? null, limit + 1)
  const items = rows.slice(0, limit)
  const count = await database.one(unread, accountId)
  const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null
  return { items: items.map(present), next, unread: count?.count ?? 0 }
}

const present = ({ id, at, news, facts, case_id, until, read_at }: Row): Notice => ({
  id,
  at,
  news,
  title: NEWS_WORDS[news].title,
  text: NEWS_WORDS[news].text(facts),
  caseId: case_id,
  offer:
    facts.slotId && facts.startsAt && until
      ? {
          slotId: facts.slotId,
          deskId: facts.deskId ?? null,
          startsAt: facts.startsAt,
          until: facts.until ?? until,
        }
      : null,
  readAt: read_at,
})

export async function markRead(db: Db, id: string, { accountId }: Actor, now: Instant): Promise<void> {
  if (!(await db.run(read, id, accountId, now))) throw new Refusal('not_found', '没有这条消息')
}
