import type { CallLine } from '#contract/notice'
import { type Actor, organisationsOf, type StaffRole } from '#domain/actor'
import { type Instant, isInstant } from '#domain/day'
import { maskName, maskPhone } from '#domain/mask'
import type { Facts, News, NoticeState } from '#domain/notice'
import { NEWS_WORDS } from '#domain/notice-words'
import { Refusal } from '#domain/refusal'
import { readPerson } from '../accounts/person.ts'
import type { Casework } from '../cases/casework.ts'
import { takeStep } from '../cases/change.ts'
import { before } from '../cases/once.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { cut, readCursor } from '../http/page.ts'
import type { Ticket } from '../http/route.ts'
import { newId } from '../id.ts'
import { numberInForm } from '../outbox/contact.ts'
import { isTrue } from '../outbox/true.ts'
import type { Caller } from '../session/authenticate.ts'

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
  hushed: boolean
  nameless: boolean
  /** Held seats that are still held. */
  is_held: boolean
}

const COLUMNS = `n.id, n.at, n.until, n.account_id, n.case_id, c.data_key as case_key,
  n.call_organisation_id as organisation_id, n.news, n.facts, a.tries, coalesce(c.hushed, false) as hushed,
  coalesce(c.nameless, false) as nameless, exists (select from slot_hold h where h.account_id = n.account_id
    and h.slot_id = n.facts->>'slotId' and h.until > $2) as is_held`
const SOURCES = `notice n join notice_attempt a on a.notice_id = n.id and a.outlet = 'call'
  left join case_file c on c.id = n.case_id`
const WAITING = `n.state = 'on_call_list' and n.call_organisation_id = any($1) and (n.until is null or n.until > $2)
  and ${isTrue('$2::timestamptz')}`

/** What is no use soon comes first. */
const ORDER = `coalesce(n.until, 'infinity'), n.id`
const waiting = sql<Row>(
  'call_list',
  `select ${COLUMNS} from ${SOURCES} where ${WAITING}
     and ($3::text is null or (${ORDER}) > (split_part($3, ' ', 1)::timestamptz, split_part($3, ' ', 2)))
   order by ${ORDER} limit $4`,
)
const one = sql<Row>(
  'call_one',
  `select ${COLUMNS} from ${SOURCES} where ${WAITING} and n.id = $3 for update of n`,
)
const settle = sql('call_settle', 'update notice set state = $2, next_at = null where id = $1')
const state = sql<{ state: NoticeState }>('call_state', 'select state from notice where id = $1')
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

/** Whom to telephone; what is no use soon comes first. */
export async function callsFor(
  context: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  { caller, now }: By,
): Promise<{ items: CallLine[]; next: string | null }> {
  const { database } = context
  const rows = await database.many(waiting, desksOf(caller), now, readCursor(cursor, isSoon), limit + 1)
  const { items, next } = cut(rows, limit, ({ until, id }) => `${until ?? NEVER} ${id}`)
  const shown = items.map(async (row) => present(row, await whoOf(context, database, row)))
  return { items: await Promise.all(shown), next }
}

/** Where what is always of use stands in the order. */
const NEVER = 'infinity'
const isSoon = (text: string) => text === NEVER || isInstant(text)

type Who = { name: string | null; phone: string | null }

/** Whoever has no number of their own is called at the one in the form. */
async function whoOf(context: Context, db: Db, { account_id, case_id }: Row): Promise<Who> {
  const person = await readPerson(context, db, account_id)
  if (!person) return { name: null, phone: null }
  return { name: person.name, phone: person.phone ?? (await numberInForm(context, db, case_id, account_id)) }
}

const present = (row: Row, person: Who): CallLine => ({
  id: row.id,
  at: row.at,
  until: row.until,
  caseId: row.case_id,
  number: row.facts.number ?? null,
  name: person.name && maskName(person.name),
  phone: person.phone && maskPhone(person.phone),
  text: NEWS_WORDS[row.news].text(row.facts),
  tries: row.tries,
  hushed: row.hushed,
  nameless: row.nameless,
  offer: offerOf(row),
})

const offerOf = ({ is_held, facts: { slotId, startsAt, until } }: Row): CallLine['offer'] =>
  is_held && slotId && startsAt && until ? { slotId, startsAt, until } : null

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
    const { phone } = await whoOf(context, tx, row)
    if (!phone) throw new Refusal('not_found', '没有留下电话号码')
    await write(context, tx, row, by)
    return phone
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

const theirCase = sql<{ id: string; version: number }>(
  'call_case',
  `select id, version from case_file c where c.id = $1 or $1::text is null and c.kind = 'hotline'
     and c.applicant_id = $2 and c.closed_at is null and c.starts_at > $3 and c.organisation_id =
       (select d.organisation_id from slot s join desk d on d.id = s.desk_id where s.id = $4)
   order by c.starts_at limit 1`,
)

/** The person says on the telephone that they want the time that is held for them: their booking is moved there. */
export function takeHeldSeat(
  work: Casework,
  id: string,
  { ticket, ...by }: By & { caller: Caller; ticket: Ticket },
): Promise<void> {
  return work.context.database.inTransaction(async (tx) => {
    if (await before(tx, ticket, id)) return
    const row = await find(tx, id, by)
    const offer = offerOf(row)
    if (!offer) throw new Refusal('not_now', '留的时间已经过了，请和对方另约一个')
    const { slotId, startsAt } = offer
    const booked = await tx.one(theirCase, row.case_id, row.account_id, startsAt, slotId)
    if (!booked) throw new Refusal('not_now', '对方没有可以改的预约，请用“替人登记预约”约这个时间')
    await takeStep(work, tx, { ...booked, ...by, action: 'reschedule', body: { slotId } })
    await tx.run(settle, id, 'reached')
    await tx.run(note, id, row.tries + 1, by.now, 'reached', 'reached')
  })
}

async function stateNow(tx: Db, id: string): Promise<NoticeState> {
  const row = await tx.one(state, id)
  if (!row) throw new Refusal('not_found')
  return row.state
}

function stateAfter({ env }: Context, tries: number, reached: boolean): NoticeState {
  if (reached) return 'reached'
  return tries >= env.missedCallAttempts ? 'not_reached' : 'on_call_list'
}

/**
 * What came of a call. After as many in vain as the office allows, the person has not been reached; told twice by a
 * page that heard no answer, one call counts once.
 */
export function tickCall(
  context: Context,
  id: string,
  reached: boolean,
  { ticket, ...by }: By & { ticket: Ticket },
): Promise<NoticeState> {
  return context.database.inTransaction(async (tx) => {
    if (await before(tx, ticket, id)) return stateNow(tx, id)
    const row = await find(tx, id, by)
    const tries = row.tries + 1
    const next = stateAfter(context, tries, reached)
    if (next !== 'on_call_list') await tx.run(settle, id, next)
    const attempt = next === 'on_call_list' ? 'again' : next
    await tx.run(note, id, tries, by.now, attempt, reached ? 'reached' : 'no_answer')
    return next
  })
}
