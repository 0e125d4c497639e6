import type { Query } from '#contract/endpoint'
import type { LostNotice, listLost } from '#contract/notice'
import { type Actor, organisationsOf, regionsOf } from '#domain/actor'
import type { Instant } from '#domain/day'
import type { AttemptState, Dealt, Facts, News, NoticeState } from '#domain/notice'
import { DEALT_NAME, NEWS_WORDS, NOTICE_STATE, outcomeText } from '#domain/notice-words'
import { Refusal } from '#domain/refusal'
import { stemOf } from '#domain/region'
import { readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { cut } from '../http/page.ts'

type Row = {
  id: string
  at: Instant
  news: News
  facts: Facts
  case_id: string | null
  organisation: string
  state: NoticeState
  attempts: (Omit<LostNotice['attempts'][number], 'text' | 'state'> & { state: AttemptState })[]
  dealt_at: Instant | null
  dealt_by: string | null
  dealt_how: Dealt | null
}

/** What a provider refused for good or never took, and people who were not reached, in the reach of an office. */
const LOST = `(n.organisation_id = any($1) or o.region_code like any($2))
  and n.id in (select id from notice where state = 'not_reached'
    union select notice_id from notice_attempt where state in ('given_up', 'unknown'))`

const lost = sql<Row>(
  'notice_lost',
  `select n.id, n.at, n.news, n.facts, n.case_id, o.name as organisation, n.state, n.dealt_at, n.dealt_by, n.dealt_how,
     coalesce((select json_agg(json_build_object('outlet', a.outlet, 'tries', a.tries, 'state', a.state,
         'outcome', a.outcome, 'at', to_char(a.at, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')) order by a.at, a.outlet desc)
       from notice_attempt a where a.notice_id = n.id), '[]') as attempts
   from notice n join organisation o on o.id = n.organisation_id
   where ${LOST} and ($3::text is null or n.id < $3) and (n.dealt_at is not null) = $5
   order by n.id desc limit $4`,
)
const one = sql<{ dealt_at: Instant | null }>(
  'notice_lost_one',
  `select n.dealt_at from notice n join organisation o on o.id = n.organisation_id
   where ${LOST} and n.id = $3 for update of n`,
)
const settle = sql(
  'notice_dealt_with',
  'update notice set dealt_at = $2, dealt_by = $3, dealt_how = $4 where id = $1',
)

const bodiesOf = (caller: Actor) => organisationsOf(caller, ['hotline_head'])

const placesOf = (caller: Actor) =>
  regionsOf(caller, ['bureau_officer', 'city_admin']).map((code) => `${stemOf(code)}%`)

/** What did not go out, and who was not reached, as far as the caller's office reaches; latest first. */
export async function lostFor(
  context: Context,
  caller: Actor,
  { limit, cursor, done }: Query<typeof listLost>,
): Promise<{ items: LostNotice[]; next: string | null }> {
  const reach = [bodiesOf(caller), placesOf(caller)] as const
  const rows = await context.database.many(lost, ...reach, cursor ?? null, limit + 1, done === 'true')
  const { items, next } = cut(rows, limit, ({ id }) => id)
  return { items: await Promise.all(items.map((row) => present(context, row))), next }
}

/** Somebody has seen to it; who and how stays on record. */
export function dealWithLost(
  { database }: Context,
  id: string,
  how: Dealt,
  { caller, now }: { caller: Actor; now: Instant },
): Promise<void> {
  return database.inTransaction(async (tx) => {
    const row = await tx.one(one, bodiesOf(caller), placesOf(caller), id)
    if (!row) throw new Refusal('not_found')
    if (row.dealt_at) throw new Refusal('not_now', '这一条已经有人处理过了，刷新后就看不到了')
    await tx.run(settle, id, now, caller.accountId, how)
  })
}

async function present(context: Context, row: Row): Promise<LostNotice> {
  const { id, at, news, facts, case_id, organisation, state, attempts } = row
  return {
    id,
    at,
    news,
    organisation,
    state,
    title: NEWS_WORDS[news].title,
    caseId: case_id,
    number: facts.number ?? null,
    stateText: NOTICE_STATE[state],
    attempts: attempts.map((attempt) => ({ ...attempt, text: outcomeText(attempt) })),
    done: await doneOf(context, row),
  }
}

async function doneOf(context: Context, { dealt_at, dealt_by, dealt_how }: Row): Promise<LostNotice['done']> {
  if (!dealt_at || !dealt_how) return null
  const by = dealt_by && (await readPerson(context, context.database, dealt_by))?.name
  return { at: dealt_at, by: by || '工作人员', how: dealt_how, howText: DEALT_NAME[dealt_how] }
}
