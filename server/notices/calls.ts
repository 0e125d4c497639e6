import type { CallLine } from '#contract/notice'
import { type Actor, organisationsOf, type StaffRole } from '#domain/actor'
import type { Instant } from '#domain/day'
import { maskName, maskPhone } from '#domain/mask'
import type { Facts, News, NoticeState } from '#domain/notice'
import { NEWS_WORDS } from '#domain/notice-words'
import { Refusal } from '#domain/refusal'
import { type Person, readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { isTrue } from '../outbox/true.ts'

type Row = {
  id: string
  at: Instant
  until: Instant | null
  account_id: string
  case_id: string | null
  case_key: Buffer | null
  organisation_id: string
  news: News
  facts: Facts
  tries: number
}

const COLUMNS = `n.id, n.at, n.until, n.account_id, n.case_id, c.data_key as case_key, n.organisation_id, n.news,
  n.facts, a.tries`
const SOURCES = `notice n join notice_attempt a on a.notice_id = n.id and a.outlet = 'call'
  left join case_file c on c.id = n.case_id`
const WAITING = `n.state = 'on_call_list' and n.organisation_id = any($1) and (n.until is null or n.until > $2)
  and ${isTrue('$2::timestamptz')}`

const waiting = sql<Row>(
  'call_list',
  `select ${COLUMNS} from ${SOURCES} where ${WAITING} and ($3::text is null or n.id > $3) order by n.id limit $4`,
)
const one = sql<Row>(
  'call_one',
  `select ${COLUMNS} from ${SOURCES} where ${WAITING} and n.id = $3 for update of n`,
)
const settle = sql('call_settle', 'update notice set state = $2, next_at = null where id = $1')
const note = sql(
  'call_note',
  `update notice_attempt set tries = $2, at = $3, state = $4, outcome = $5 where notice_id = $1 and outlet = 'call'`,
)
const logReveal = sql(
  'call_reveal',
  `insert into access_log (id, at, by_id, organisation_id, account_id, case_id, what, reason)
   values ($1, $2, $3, $4, $5, $6, 'phone', $7)`,
)

const AT_THE_LINE: readonly StaffRole[] = ['hotline_operator', 'hotline_head', 'duty_lawyer']

const desksOf = (caller: Actor): string[] => organisationsOf(caller, AT_THE_LINE)

type By = { caller: Actor; now: Instant }

/** Whom to telephone, who has waited longest first. */
export async function callsFor(
  context: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  { caller, now }: By,
): Promise<{ items: CallLine[]; next: string | null }> {
  const { database } = context
  const rows = await database.many(waiting, desksOf(caller), now, cursor ?? null, limit + 1)
  const shown = rows.slice(0, limit)
  const items = await Promise.all(
    shown.map(async (row) => present(row, await readPerson(context, database, row.account_id))),
  )
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

const present = (row: Row, person: Person | undefined): CallLine => ({
  id: row.id,
  at: row.at,
  until: row.until,
  caseId: row.case_id,
  number: row.facts.number ?? null,
  name: person?.name ? maskName(person.name) : null,
  phone: person?.phone ? maskPhone(person.phone) : null,
  text: NEWS_WORDS[row.news].text(row.facts),
  tries: row.tries,
})

async function find(tx: Db, id: string, { caller, now }: By): Promise<Row> {
  const row = await tx.one(one, desksOf(caller), now, id)
  if (!row) throw new Refusal('not_found', '这一条已经不用打了，请刷新')
  return row
}

const REASON = '电话通知本人'

/** The whole number, for calling now. The resident sees who looked. */
export function revealCall(context: Context, id: string, by: By): Promise<string> {
  return context.database.inTransaction(async (tx) => {
    const row = await find(tx, id, by)
    const person = await readPerson(context, tx, row.account_id)
    if (!person?.phone) throw new Refusal('not_found', '没有留下电话号码')
    await write(context, tx, row, by)
    return person.phone
  })
}

async function write({ vault }: Context, tx: Db, row: Row, { caller, now }: By): Promise<void> {
  const id = newId()
  const key = row.case_key && vault.openKey(row.case_key, `case/${row.case_id}`)
  const reason = key && vault.seal(key, `access_log/${id}/reason`, REASON)
  await tx.run(
    logReveal,
    id,
    now,
    caller.accountId,
    row.organisation_id,
    row.account_id,
    row.case_id,
    reason || null,
  )
}

/** What came of a call. After as many in vain as the office allows, the person has not been reached. */
export function tickCall(context: Context, id: string, reached: boolean, by: By): Promise<NoticeState> {
  return context.database.inTransaction(async (tx) => {
    const row = await find(tx, id, by)
    const tries = row.tries + 1
    const state = reached
      ? 'reached'
      : tries >= context.env.missedCallAttempts
        ? 'not_reached'
        : 'on_call_list'
    if (state !== 'on_call_list') await tx.run(settle, id, state)
    const attempt = state === 'on_call_list' ? 'again' : state
    await tx.run(note, id, tries, by.now, attempt, reached ? 'reached' : 'no_answer')
    return state
  })
}
