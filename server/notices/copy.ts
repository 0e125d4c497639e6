import type { CopiedNotice } from '#contract/notice'
import type { Instant } from '#domain/day'
import type { Facts, News, NoticeState, Outlet } from '#domain/notice'
import { NEWS_WORDS, NOTICE_STATE, OUTLET_NAME } from '#domain/notice-words'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import type { Caller } from '../session/authenticate.ts'

type Row = {
  at: Instant
  news: News
  facts: Facts
  state: NoticeState
  read_at: Instant | null
  ways: { outlet: Outlet; at: Instant }[]
}

const all = sql<Row>(
  'notice_copy',
  `select n.at, n.news, n.facts, n.state, n.read_at,
     coalesce((select json_agg(json_build_object('outlet', a.outlet,
         'at', to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')) order by a.at)
       from notice_attempt a where a.notice_id = n.id and a.state in ('sent', 'unknown', 'reached')), '[]') as ways
   from notice n where n.account_id = $1 order by n.id`,
)

/** Everything a person was told, and in which ways it went out (PIPL art. 45). */
export async function copyOfNotices({ database }: Context, { accountId }: Caller): Promise<CopiedNotice[]> {
  const rows = await database.many(all, accountId)
  return rows.map(({ at, news, facts, state, read_at, ways }) => ({
    at,
    title: NEWS_WORDS[news].title,
    text: NEWS_WORDS[news].text(facts),
    state: NOTICE_STATE[state],
    readAt: read_at,
    ways: ways.map((way) => ({ way: OUTLET_NAME[way.outlet], at: way.at })),
  }))
}
