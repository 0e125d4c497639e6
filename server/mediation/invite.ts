import type { Invitation } from '#contract/mediation'
import { dayOf, type Instant } from '#domain/day'
import { DISPUTE_NAME, type Dispute } from '#domain/dispute'
import { maskName } from '#domain/mask'
import { FREE, NEVER_BLOCKS } from '#domain/mediation-words'
import { Refusal } from '#domain/refusal'
import { holdAccount } from '../accounts/held.ts'
import type { Casework } from '../cases/casework.ts'
import { takeStep } from '../cases/change.ts'
import { before } from '../cases/once.ts'
import { type CaseRow, locked } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Ticket } from '../http/route.ts'
import { codeOf, invitationOf } from '../invitation-code.ts'
import type { Caller } from '../session/authenticate.ts'
import { committeeOf } from './committees.ts'
import { applicantOf } from './head.ts'
import { codeIndex, spendCode, withItsNumber } from './party.ts'
import { formIn } from './words.ts'

type Found = { case_id: string; code_seq: number; invited_at: Instant; expires_at: Instant }

const FIELDS = 'p.case_id, p.code_seq, p.invited_at, p.expires_at'
const byCode = sql<Found>(
  'invitation_by_code',
  `select ${FIELDS} from mediation_party p join case_file c on c.id = p.case_id
   where p.code_index = $1 and p.expires_at >= $2 and c.closed_at is null and c.data_key is not null`,
)
/** Waiting for whoever has this number, which they have just shown to be theirs. */
const byNumber = sql<Found>(
  'invitation_by_number',
  `select ${FIELDS} from mediation_party p
   join account a on a.id = $1 and a.phone_index = p.phone_index and a.cancelled_at is null
   join case_file c on c.id = p.case_id
   where not ($1 = any(c.other_side_ids)) and p.code_index is not null and p.expires_at >= $2 and c.closed_at is null
     and c.data_key is not null and c.applicant_id <> $1 order by p.case_id`,
)
const enter = sql(
  'invitation_enter',
  `update case_file set other_side_ids = array_append(other_side_ids, $2)
   where id = $1 and not ($2 = any(other_side_ids))`,
)

const GONE = '邀请码不对、已经用过或者过期了。请向调解委员会要一个新的，或者拨打 12348'

async function findBy(context: Context, db: Db, code: string): Promise<Found> {
  const found = await db.one(byCode, codeIndex(context.vault, code), context.now())
  if (!found) throw new Refusal('not_found', GONE)
  return found
}

/** No more than it takes to decide whether to come forward. */
async function shown(context: Context, db: Db, found: Found): Promise<Invitation> {
  const row = await db.one(locked, found.case_id)
  if (!row) throw new Refusal('not_found', GONE)
  const form = await formIn(context, db, row)
  const { name } = await applicantOf(context, db, row, form)
  const committee = await committeeOf(db, row.organisation_id)
  const type = (row.topic ?? 'other') as Dispute
  return {
    type,
    typeText: DISPUTE_NAME[type],
    askedBy: maskName(name),
    committee: { name: committee.name, phone: committee.phone },
    invitedOn: dayOf(found.invited_at),
    expiresOn: dayOf(found.expires_at),
    free: FREE,
    neverBlocks: NEVER_BLOCKS,
  }
}

export const readInvitation = async (context: Context, code: string): Promise<Invitation> =>
  shown(context, context.database, await findBy(context, context.database, code))

/** What waits for the number of the caller, with the code that opens it: it would have come to the same number. */
export async function invitationsFor(context: Context, caller: Caller) {
  const { database, vault } = context
  const found = await database.many(byNumber, caller.accountId, context.now())
  return Promise.all(
    found.map(async (one) => ({
      ...(await shown(context, database, one)),
      code: codeOf(vault, invitationOf(one.case_id, one.code_seq)),
    })),
  )
}

type By = { caller: Caller; ticket: Ticket; now: Instant }

/** Spends the code and writes the caller into the case, with the step that says so; gives the id of the case. */
export async function joinBy(work: Casework, code: string, { caller, ticket, now }: By): Promise<string> {
  const { context } = work
  return context.database.inTransaction(async (tx) => {
    const seen = await tx.one(earlier, ticket.accountId, ticket.path, ticket.key)
    if (seen) return (await before(tx, ticket, seen.reference)) ?? seen.reference
    await holdAccount(tx, caller.accountId)
    const { case_id: id } = await findBy(context, tx, code)
    const again = await before(tx, ticket, id)
    if (again) return again
    const row = await tx.one(locked, id)
    refuseOwn(row, caller)
    if (!(await spendCode(context, tx, id, code, now))) throw new Refusal('not_found', GONE)
    if (row) await refuseSecond(tx, row, caller)
    await tx.run(enter, id, caller.accountId)
    await takeStep(work, tx, { id, action: 'join', version: row?.version ?? 0, body: {}, caller, now })
    return id
  })
}

const earlier = sql<{ reference: string }>(
  'invitation_earlier',
  'select reference from idempotency_key where account_id = $1 and path = $2 and key = $3',
)

/** Nobody sits on both sides of a table, nor mediates between oneself and another (PM-6). */
function refuseOwn(row: CaseRow | undefined, { accountId, grants }: Caller): void {
  if (row?.applicant_id === accountId) throw new Refusal('not_now', '这是你自己申请的调解，邀请码请交给对方')
  if (row && grants.some(({ organisationId }) => organisationId === row.organisation_id))
    throw new Refusal('not_yours', '本委员会的工作人员是当事人的，请由其他委员会调解')
}

const TAKEN = '对方已经有人进来了，再进来只能用登记的那个手机号登录。号码换了的，请联系调解委员会更正'

/** With somebody in already, a code alone opens nothing: it takes the number that is written down (PM-2). */
async function refuseSecond(tx: Db, { id, other_side_ids }: CaseRow, { accountId }: Caller): Promise<void> {
  if (other_side_ids.length === 0 || other_side_ids.includes(accountId)) return
  if ((await withItsNumber(tx, id, [accountId])).length === 0) throw new Refusal('not_now', TAKEN)
}
