import type { Instant } from '#domain/day'
import {
  type AttemptState,
  type Facts,
  type News,
  type NoticeState,
  type Outlet,
  quietUntil,
  ROUTE,
  retryAt,
} from '#domain/notice'
import { type Person, reachableAt, readPerson } from '../accounts/person.ts'
import { officeFor } from '../cases/office.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { codeOf, invitationPage } from '../invitation-code.ts'
import { ratingToken } from '../rating-token.ts'
import { numberInForm } from './contact.ts'
import type { Letter, Outcome } from './letter.ts'
import { givePermissionBack, spendPermission, voidPermission } from './permission.ts'
import { isTrue } from './true.ts'

type Row = {
  id: string
  at: Instant
  account_id: string
  case_id: string | null
  news: News
  facts: Facts
  until: Instant | null
  organisation_id: string
}

type Attempt = { outlet: Outlet; tries: number; state: AttemptState }

/** One worker at a time has a notice, for so long; one that was killed loses it when the time is over. */
const lease = sql<Row>(
  'notice_lease',
  `update notice set leased_until = $3::timestamptz + $4 * interval '1 second'
   where id = $1 and state = 'waiting' and next_at <= $2 and (leased_until is null or leased_until <= $3)
   returning id, at, account_id, case_id, news, facts, until, organisation_id`,
)
const attempts = sql<Attempt>(
  'notice_attempts',
  'select outlet, tries, state from notice_attempt where notice_id = $1',
)
const note = sql(
  'notice_note',
  `insert into notice_attempt (notice_id, outlet, tries, at, state, outcome) values ($1, $2, $3, $4, $5, $6)
   on conflict (notice_id, outlet) do update
     set tries = excluded.tries, at = excluded.at, state = excluded.state, outcome = excluded.outcome`,
)
const settle = sql(
  'notice_settle',
  `update notice set state = $2, next_at = $3, leased_until = null where id = $1 and state = 'waiting'`,
)
/** Somebody else may read this telephone: the person asked that nothing be left there. */
const hushed = sql('notice_hushed', 'select from case_file where id = $1 and hushed')
const stillTrue = sql(
  'notice_still_true',
  `select from notice n where n.id = $1 and ${isTrue('$2::timestamptz')}`,
)

/**
 * Tries the ways out one after the other until one takes the notice. What is about to be tried is written down
 * first: a worker that dies in the middle may have sent, so that way is not tried again, and the next one is.
 * So nothing is lost, and nobody gets the same thing twice in the same way.
 */
export async function deliver(context: Context, id: string): Promise<void> {
  const { database, env } = context
  const now = context.now()
  const row = await database.one(lease, id, now, context.wallNow(), env.noticeLeaseSeconds)
  if (!row) return
  const [state, nextAt] = await verdict(context, row, now)
  await database.run(settle, id, state, nextAt)
}

type Verdict = [state: NoticeState, nextAt: Instant | null]

async function verdict(context: Context, row: Row, now: Instant): Promise<Verdict> {
  const person = await readPerson(context, context.database, row.account_id)
  if (!person || !(await context.database.run(stillTrue, row.id, now))) return ['obsolete', null]
  if (row.until !== null && row.until <= now) return ['not_reached', null]
  const quiet = quietUntil(now, context.env.quietHours)
  if (quiet) return ['waiting', quiet]
  return tryAll(context, row, person, now)
}

async function tryAll(context: Context, row: Row, person: Person, now: Instant): Promise<Verdict> {
  const tried = new Map((await context.database.many(attempts, row.id)).map((one) => [one.outlet, one]))
  for (const outlet of ROUTE[row.news]) {
    const before = tried.get(outlet)
    if (before?.state === 'trying') {
      await write(context.database, row, outlet, { ...before, state: 'unknown' }, now, 'interrupted')
      continue
    }
    if (before && before.state !== 'again') continue
    if (outlet === 'call') return toOperators(context, row, now)
    const end = await tryOne(context, { row, person, outlet, tries: (before?.tries ?? 0) + 1, now })
    if (end) return end
  }
  return ['not_reached', null]
}

const from = sql<{ is_line: boolean; region_code: string }>(
  'notice_from',
  `select o.kind = 'hotline' as is_line, coalesce(c.region_code, o.region_code) as region_code
   from organisation o left join case_file c on c.id = $2 where o.id = $1`,
)
const address = sql('notice_call_at', 'update notice set call_organisation_id = $2 where id = $1')

/** A line on the list of calls, of the hotline of the place where the body itself has none; else somebody should look. */
async function toOperators(context: Context, row: Row, now: Instant): Promise<Verdict> {
  return context.database.inTransaction(async (tx) => {
    const house = await lineOf(tx, row)
    if (house) await tx.run(address, row.id, house)
    const state = house ? 'again' : 'passed_over'
    await write(tx, row, 'call', { tries: 0, state }, now, house ? null : 'no_hotline')
    return house ? ['on_call_list', row.until] : ['not_reached', null]
  })
}

async function lineOf(tx: Db, { organisation_id, case_id }: Row): Promise<string | null> {
  const place = await tx.one(from, organisation_id, case_id)
  if (!place || place.is_line) return organisation_id
  return (await officeFor(tx, ['hotline'], place.region_code).catch(() => null))?.id ?? null
}

type Try = { row: Row; person: Person; outlet: 'wechat' | 'sms'; tries: number; now: Instant }

/** Undefined when the next way is to be tried. */
async function tryOne(context: Context, one: Try): Promise<Verdict | undefined> {
  const { row, outlet, tries, now } = one
  const ready = await prepare(context, one)
  const outcome = 'as' in ready ? ready : await send(context, one, ready)
  const nextAt =
    outcome.as === 'again' ? retryAt(now, tries, context.env.noticeRetryMinutes, row.until) : null
  await context.database.inTransaction(async (tx) => {
    await write(tx, row, outlet, { tries, state: stateOf(outcome, nextAt) }, now, outcome.code)
    if (outlet === 'wechat' && !('as' in ready)) await balance(context, tx, row, outcome)
  })
  if (outcome.as === 'sent') return ['sent', null]
  return nextAt ? ['waiting', nextAt] : undefined
}

const stateOf = ({ as }: Outcome, nextAt: Instant | null): AttemptState => {
  if (as === 'again') return nextAt ? 'again' : 'given_up'
  return as === 'refused' ? 'given_up' : as
}

/** Where it leads, with what opens it: made only now, and kept nowhere. */
function pageOf({ vault }: Context, { news, case_id, facts }: Row): string | undefined {
  if (news === 'rate' && case_id) return `pages/hotline/rate/index?t=${ratingToken(vault, case_id)}`
  if (news === 'mediation_invited' && facts.invitation) return invitationPage(codeOf(vault, facts.invitation))
  return undefined
}

/** The number signed in with; where there is none at all, the one in the form. One that has gone stale is nobody's. */
const numberOf = (context: Context, db: Db, { person, row }: Pick<Try, 'person' | 'row'>) =>
  person.phone === null
    ? numberInForm(context, db, row.case_id, row.account_id)
    : reachableAt(person, context.wallNow())

/** Writes down what is about to be tried, and spends the permission for it; or says why this way is closed. */
function prepare(context: Context, { row, person, outlet, tries, now }: Try): Promise<Letter | Outcome> {
  const page = pageOf(context, row)
  const letter = {
    key: `${row.id}/${outlet}`,
    news: row.news,
    facts: row.facts,
    at: row.at,
    caseId: row.case_id,
    ...(page && { page }),
  }
  return context.database.inTransaction(async (tx) => {
    const closed = await closedTo(context, tx, { row, person, outlet })
    if (closed) return { as: 'passed_over', code: closed }
    await write(tx, row, outlet, { tries, state: 'trying' }, now, null)
    return letter
  })
}

async function closedTo(
  context: Context,
  tx: Db,
  { row, person, outlet }: Pick<Try, 'row' | 'person' | 'outlet'>,
): Promise<string | null> {
  if (outlet === 'sms') {
    if (await tx.run(hushed, row.case_id)) return 'asked_not_to'
    return (await numberOf(context, tx, { person, row })) ? null : 'no_number'
  }
  const template = context.outlets.templateOf(row.news)
  if (!template) return 'not_configured'
  if (!person.openId) return 'no_wechat'
  return (await spendPermission(tx, row.account_id, template)) ? null : 'no_permission'
}

/** A person who lost the address meanwhile is passed over. */
async function send(context: Context, one: Try, letter: Letter): Promise<Outcome> {
  const { openId } = one.person
  if (one.outlet === 'wechat' && openId) return context.outlets.wechat({ ...letter, openId })
  const phone = one.outlet === 'sms' ? await numberOf(context, context.database, one) : null
  return phone ? context.outlets.sms({ ...letter, phone }) : { as: 'passed_over', code: 'no_address' }
}

/** 43101: the person has taken the permission back, whatever our ledger says. What was not sent is not spent. */
async function balance(context: Context, tx: Db, row: Row, outcome: Outcome): Promise<void> {
  const template = context.outlets.templateOf(row.news)
  if (!template || outcome.as === 'sent') return
  if (outcome.as === 'passed_over') await voidPermission(tx, row.account_id, template)
  else await givePermissionBack(tx, row.account_id, template)
}

const write = (
  db: Db,
  { id }: Row,
  outlet: Outlet,
  { tries, state }: Pick<Attempt, 'tries' | 'state'>,
  now: Instant,
  outcome: string | null,
) => db.run(note, id, outlet, tries, now, state, outcome)

const due = sql<{ id: string }>(
  'notice_due',
  `select id from notice where state = 'waiting' and next_at <= $1 and (leased_until is null or leased_until <= $2)
   order by next_at, id limit 200`,
)
/** Nobody could be told in time; or it was no longer true, and nobody had to be. */
const late = sql(
  'notice_late',
  `with gone as (
     update notice n set next_at = null, state = case when ${isTrue('$1::timestamptz')} then 'not_reached' else 'obsolete' end
     where n.state = 'on_call_list' and n.until <= $1 returning n.id, n.state
   )
   update notice_attempt a set state = 'not_reached', outcome = 'too_late' from gone
   where a.notice_id = gone.id and a.outlet = 'call' and gone.state = 'not_reached'`,
)

const AT_ONCE = 8
/** What the clock of a demo that leaps can make due at once is finished in one go. */
const ROUNDS = 50

/** Everything that is due and nobody has: after a failure, after quiet hours, after a worker that died. */
export async function deliverDue(context: Context): Promise<void> {
  await context.database.run(late, context.now())
  for (let round = 0; round < ROUNDS; round++) {
    const ids = (await context.database.many(due, context.now(), context.wallNow())).map(({ id }) => id)
    if (ids.length === 0) return
    const next = async () => {
      for (let id = ids.shift(); id; id = ids.shift()) await deliverSafely(context, id)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, next))
  }
}

/** One that cannot be sent holds up no other. It keeps its lease, and is tried again when that is over. */
async function deliverSafely(context: Context, id: string): Promise<void> {
  try {
    await deliver(context, id)
  } catch (error) {
    const code = error instanceof Error ? error.name : 'unknown'
    context.log.error({ notice: id, code }, 'a notice could not be sent')
  }
}
