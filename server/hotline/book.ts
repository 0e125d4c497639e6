import type { Booking } from '#contract/hotline'
import { hotline } from '#domain/hotline'
import { invalid, Refusal } from '#domain/refusal'
import { accountOf } from '../accounts/accounts.ts'
import type { Casework } from '../cases/casework.ts'
import { checkWords } from '../cases/check.ts'
import { openCase, type Submission } from '../cases/open.ts'
import { roleThatFits } from '../cases/who.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { takeSeat } from './seats.ts'

const hold = sql(
  'booking_hold',
  `insert into booking (case_id, slot_id, account_id, held, hushed)
   select id, $2, applicant_id, true, $3 from case_file where id = $1`,
)

const whose = sql<{ county: string; organisation_id: string; is_place: boolean }>(
  'slot_county',
  `select left(d.region_code, 6) as county, d.organisation_id,
     exists (select from region where code = $2 and valid_to is null) as is_place
   from slot s join desk d on d.id = s.desk_id where s.id = $1`,
)

/** Opens the case and takes the seat in one transaction; gives the id of the case. */
export async function book(
  work: Casework,
  booking: Booking,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const desk = await context.database.one(whose, booking.slotId, booking.regionCode)
  if (!desk) throw new Refusal('not_found', '这个时间段已经不开放，请重新选一个')
  if (!desk.is_place) throw invalid({ regionCode: '没有这个村（社区），请重新选择' })
  await refuseUnreachable(context, booking, by.caller.accountId)
  const words = [booking.summary, booking.name, booking.personName].filter(Boolean).join('\n')
  const state = await checkWords(context, by.caller.accountId, words)
  const { slotId, channel, topic, regionCode, fromCaseId, onBehalfOf, ...rest } = booking
  const role = onBehalfOf ? roleAt(by.caller, desk.organisation_id) : undefined
  return openCase(
    work,
    { ...by, county: desk.county, state },
    'hotline',
    async (tx, caseId) => {
      const openedFor =
        onBehalfOf && role ? { accountId: await personOf(context, tx, onBehalfOf), role } : undefined
      const accountId = openedFor?.accountId ?? by.caller.accountId
      const seat = await takeSeat(context, tx, { slotId, channel, accountId, caseId, now: by.now })
      return {
        kind: 'hotline',
        organisation: { id: seat.organisation_id, regionCode: seat.region_code },
        appointment: { startsAt: seat.starts_at, endsAt: seat.ends_at },
        form: { ...nameAndNumber(onBehalfOf), ...rest, deskName: seat.desk_name },
        regionCode,
        channel,
        topic,
        words: booking.summary,
        from: fromCaseId,
        openedFor,
        contact: { hushed: !booking.mayLeaveMessage, nameless: !booking.maySayWhoWeAre },
        ...(seat.adviser_account && { handlerId: seat.adviser_account, status: 'claimed' }),
      }
    },
    async (tx, caseId) => {
      await tx.run(hold, caseId, slotId, !booking.mayLeaveMessage)
    },
  )
}

const numbered = sql(
  'booking_numbered',
  'select from account where id = $1 and phone is not null and cancelled_at is null',
)

/** Whoever signed in with WeChat alone has no number yet: nobody can call back (HL-8). */
async function refuseUnreachable(context: Context, booking: Booking, accountId: string): Promise<void> {
  if (booking.channel !== 'call_back' || booking.phone || booking.onBehalfOf) return
  if (await context.database.run(numbered, accountId)) return
  throw invalid({ phone: '请填写电话，我们打这个号码' })
}

type Somebody = NonNullable<Booking['onBehalfOf']>

/** The role in which a member of staff opens a case for somebody at this desk. */
const roleAt = ({ grants }: Submission['caller'], there: string) =>
  roleThatFits(
    grants,
    ({ organisationId, role }) => organisationId === there && hotline.readBy.includes(role),
    '只有这个岗位的值班人员可以替别人登记',
  )

/** Nobody's name is kept with a number that may be somebody else's by now: it stays in the case. */
const personOf = ({ vault, now }: Context, tx: Db, { phone }: Somebody): Promise<string> =>
  accountOf(tx, vault, { phone, now: now() })

const nameAndNumber = (person: Somebody | undefined) =>
  person && { phone: person.phone, ...(person.name && { name: person.name }) }
