import type { Booking } from '#contract/hotline'
import { Refusal } from '#domain/refusal'
import type { Casework } from '../cases/casework.ts'
import { checkWords } from '../cases/check.ts'
import { openCase, type Submission } from '../cases/open.ts'
import { sql } from '../db/sql.ts'
import { takeSeat } from './seats.ts'

const hold = sql(
  'booking_hold',
  'insert into booking (case_id, slot_id, account_id, held) values ($1, $2, $3, true)',
)

const whose = sql<{ county: string }>(
  'slot_county',
  `select left(d.region_code, 6) as county from slot s join desk d on d.id = s.desk_id where s.id = $1`,
)

/** Opens the case and takes the seat in one transaction; gives the id of the case. */
export async function book(
  work: Casework,
  booking: Booking,
  by: Omit<Submission, 'county' | 'state'>,
): Promise<string> {
  const { context } = work
  const desk = await context.database.one(whose, booking.slotId)
  if (!desk) throw new Refusal('not_found', '这个时间段已经不开放，请重新选一个')
  const words = [booking.summary, booking.name, booking.personName].filter(Boolean).join('\n')
  const state = await checkWords(context, by.caller.accountId, words)
  const { slotId, channel, topic, regionCode, fromCaseId, ...rest } = booking
  const { accountId } = by.caller
  return openCase(
    work,
    { ...by, county: desk.county, state },
    'hotline',
    async (tx, caseId) => {
      const seat = await takeSeat(context, tx, { slotId, channel, accountId, caseId, now: by.now })
      return {
        kind: 'hotline',
        organisation: { id: seat.organisation_id, regionCode: seat.region_code },
        appointment: { startsAt: seat.starts_at, endsAt: seat.ends_at },
        form: { ...rest, deskName: seat.desk_name },
        regionCode,
        channel,
        topic,
        words: booking.summary,
        from: fromCaseId,
      }
    },
    async (tx, caseId) => {
      await tx.run(hold, caseId, slotId, accountId)
    },
  )
}
