import type { LostNotice } from '#contract/notice'
import { type Actor, organisationsOf, regionsOf } from '#domain/actor'
import type { Instant } from '#domain/day'
import type { Facts, News, NoticeState } from '#domain/notice'
import { NEWS_WORDS, NOTICE_STATE } from '#domain/notice-words'
import { stemOf } from '#domain/region'
import { type Db, sql } from '../db/sql.ts'

type Row = {
  id: string
  at: Instant
  news: News
  facts: Facts
  case_id: string | null
  organisation: string
  state: NoticeState
  attempts: LostNotice['attempts']
}

const lost = sql<Row>(
  'notice_lost',
  `select n.id, n.at, n.news, n.facts, n.case_id, o.name as organisation, n.state,
     coalesce((select json_agg(json_build_object('outlet', a.outlet, 'tries', a.tries, 'state', a.state,
         'outcome', a.outcome, 'at', to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')) order by a.at, a.outlet desc)
       from notice_attempt a where a.notice_id = n.id), '[]') as attempts
   from notice n join organisation o on o.id = n.organisation_id
   where (n.organisation_id = any($1) or o.region_code like any($2)) and ($3::text is null or n.id < $3)
     and n.id in (select id from notice where state = 'not_reached'
       union select notice_id from notice_attempt where state in ('given_up', 'unknown'))
   order by n.id desc limit $4`,
)

const bodiesOf = (caller: Actor) => organisationsOf(caller, ['hotline_head'])

const placesOf = (caller: Actor) =>
  regionsOf(caller, ['bureau_officer', 'city_admin']).map((code) => `${stemOf(code)}%`)

/** What did not go out, and who was not reached, as far as the caller's office reaches; latest first. */
export async function lostFor(
  db: Db,
  caller: Actor,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: LostNotice[]; next: string | null }> {
  const rows = await db.many(lost, bodiesOf(caller), placesOf(caller), cursor ?? null, limit + 1)
  const shown = rows.slice(0, limit)
  return { items: shown.map(present), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

const present = ({ facts, case_id, ...row }: Row): LostNotice => ({
  ...row,
  title: NEWS_WORDS[row.news].title,
  caseId: case_id,
  number: facts.number ?? null,
  stateText: NOTICE_STATE[row.state],
})
