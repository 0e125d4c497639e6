import { HOTLINE_ACTIONS, LAST_MISS } from '#contract/hotline'
import { addMinutes, type Instant } from '#domain/day'
import { type Channel, hotline } from '#domain/hotline'
import { CHANNEL_NAME, HOTLINE_ACTION, HOTLINE_STATUS, hotlineLines } from '#domain/hotline-words'
import { maskName, maskPhone } from '#domain/mask'
import { quietUntil } from '#domain/notice'
import { isFinal } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { TOPIC_NAME, type Topic } from '#domain/topic'
import type { Act, Effect, KindOfCase } from '../cases/kind.ts'
import { officeFor } from '../cases/office.ts'
import { askForRating } from '../cases/rating-link.ts'
import { sql } from '../db/sql.ts'
import { settleDisplaced } from './displaced.ts'
import { meetingSection, own } from './meeting.ts'
import { moveSeat, returnSeat } from './seats.ts'

const held = sql<{ slot_id: string }>(
  'booking_held',
  'select slot_id from booking where case_id = $1 and held for update',
)
/** Whoever came without a booking has none to change. */
const move = sql(
  'booking_move',
  `insert into booking (case_id, slot_id, account_id, held, hushed)
   select id, $2, applicant_id, true, hushed from case_file where id = $1
   on conflict (case_id) do update set slot_id = excluded.slot_id, held = true`,
)
const letGo = sql('booking_let_go', 'update booking set held = false where case_id = $1')

/** To another seat; the old one comes back in the same transaction. Number and timeline stay. */
const reschedule: Effect = async ({ context, tx, row, body, now }) => {
  const old = await tx.one(held, row.id)
  const slotId = String(body.slotId)
  const wish = { slotId, channel: row.channel ?? '', accountId: row.applicant_id, caseId: row.id, now }
  const seat = await moveSeat(context, tx, wish, old?.slot_id ?? null)
  if (seat.organisation_id !== row.organisation_id)
    throw new Refusal('not_now', '换到别处的岗位请先取消，再重新预约')
  await tx.run(move, row.id, slotId)
  await settleDisplaced(tx, row, now)
  return {
    appointment: { startsAt: seat.starts_at, endsAt: seat.ends_at },
    facts: { slotId },
    handlerId: seat.adviser_account,
    retry: { attempts: 0, at: null },
  }
}

const cancel: Effect = async ({ context, tx, row, body, now }) => {
  const old = await tx.one(held, row.id)
  if (old) await returnSeat(context, tx, old.slot_id)
  await tx.run(letGo, row.id)
  await settleDisplaced(tx, row, now)
  return typeof body.reason === 'string' ? { note: body.reason } : {}
}

const claim: Effect = async ({ caller }) => ({ handlerId: caller.accountId })

const ofAdviser = sql(
  'booking_of_adviser',
  `select from booking b join slot s on s.id = b.slot_id join desk d on d.id = s.desk_id
   where b.case_id = $1 and d.adviser_id is not null`,
)

/** Back to the group; what an adviser gives back goes to the hotline of the place, where there is a group. */
const release: Effect = async ({ tx, row, body }) => ({
  handlerId: null,
  note: String(body.reason),
  ...((await tx.run(ofAdviser, row.id)) > 0 && {
    organisationId: (await officeFor(tx, ['hotline'], row.region_code)).id,
  }),
})

/** The seat was used; one whose time has not come yet is free for somebody else. */
export const leaveSeat: Effect = async ({ context, tx, row, now }) => {
  const old = await tx.one(held, row.id)
  if (old && row.starts_at && row.starts_at > now) await returnSeat(context, tx, old.slot_id)
  await tx.run(letGo, row.id)
  return {}
}

const openAt = sql<{ at: Instant }>(
  'desk_open_at',
  `select greatest(s.starts_at, $2::timestamptz) as at from slot s
   where s.desk_id in (select o.desk_id from booking b join slot o on o.id = b.slot_id where b.case_id = $1
       union all select d.id from desk d where d.organisation_id = $3 and d.active and d.adviser_id is null
         and not exists (select from booking where case_id = $1))
     and s.ends_at > $2 and s.capacity > 0 and not s.shut order by s.starts_at limit 1`,
)

/** The next call is promised for a time at which somebody is at the desk, and nobody is disturbed (HL-8). */
async function nextCallAt({ context, tx, row, now }: Act): Promise<Instant> {
  const { missedCallGapMinutes, quietHours } = context.env
  const awake = (at: Instant) => quietUntil(at, quietHours) ?? at
  const soonest = awake(addMinutes(now, missedCallGapMinutes))
  return awake((await tx.one(openAt, row.id, soonest, row.organisation_id))?.at ?? soonest)
}

/** Nobody waits for a call that does not come (HL-8): it goes before all others. */
const callLate: Effect = async () => ({ urgent: true })

/** Who called keeps the case at hand; whoever is free sooner may claim it. */
const recordMissed: Effect = async (act) => {
  const { row, body, to } = act
  const attempts = row.attempts + 1
  const again = !isFinal(hotline, to)
  if (!again) await leaveSeat(act)
  return {
    facts: { attempt: String(attempts) },
    retry: { attempts, at: again ? await nextCallAt(act) : null },
    ...(typeof body.reason === 'string' && { note: body.reason }),
  }
}

const recordAnswer: Effect = async (act) => {
  const { category, handling } = act.body
  await leaveSeat(act)
  await askForRating(act.context, act.tx, act.row, act.now)
  return { answer: act.body, facts: { category: String(category), handling: String(handling) } }
}

const refer: Effect = async ({ body: { to, since } }) => ({
  facts: { to: String(to), ...(typeof since === 'string' && { since }) },
})

const reportDanger: Effect = async ({ body }) => ({
  facts: { what: String(body.what), to: String(body.to) },
  note: String(body.receipt),
  alarm: true,
})

/** Numbers and names stay masked until somebody who has the case asks with a reason. */
function masked(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { name, phone, personName, ...rest } = form
  return {
    ...rest,
    ...(typeof name === 'string' && { name: maskName(name) }),
    ...(typeof personName === 'string' && { personName: maskName(personName) }),
    ...(typeof phone === 'string' && { phone: maskPhone(phone) }),
  }
}

export const hotlineKind: KindOfCase = {
  procedure: hotline,
  status: HOTLINE_STATUS,
  action: HOTLINE_ACTION,
  opened: ({ live }) => (live ? '来电或到窗口咨询，当时接手' : '提交了预约'),
  title: ({ topic, channel }) =>
    [TOPIC_NAME[topic as Topic] ?? '法律咨询', CHANNEL_NAME[channel as Channel]].filter(Boolean).join(' · '),
  clock: { call: '约定的时间' },
  bodies: {
    ...HOTLINE_ACTIONS,
    record_missed: (to) => (isFinal(hotline, to) ? LAST_MISS : HOTLINE_ACTIONS.record_missed),
  },
  effects: {
    reschedule,
    cancel,
    claim,
    release,
    record_missed: recordMissed,
    call_late: callLate,
    record_answer: recordAnswer,
    refer,
    report_danger: reportDanger,
  },
  hidden: { applicant: ['report_danger', 'acknowledge_danger'] },
  masked,
  lines: hotlineLines,
  own,
  sections: meetingSection,
}
