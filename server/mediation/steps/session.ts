import { addMonths, dayOf, type Instant, minutesBetween, spokenDay, timeOf } from '#domain/day'
import { isClosedDoor, plannedOf } from '#domain/mediation-past'
import { invalid } from '#domain/refusal'
import type { Act, Effect } from '../../cases/kind.ts'
import { newId } from '../../id.ts'
import { headOf } from '../head.ts'
import { issue } from '../issue.ts'
import { inquiry, record } from '../papers/record.ts'
import { freePlan, peopleOf, room, takeTime } from '../sessions.ts'
import { isParty, momentIn, noted, sideOf, text } from '../sides.ts'
import { noteConfirmed, noteWork } from '../work.ts'

const LONGEST_MINUTES = 8 * 60

/** @throws Refusal `invalid` beside the field that is wrong */
function orderly(startsAt: Instant, endsAt: Instant, field: 'endsAt' | 'endedAt'): void {
  const minutes = minutesBetween(startsAt, endsAt)
  if (minutes <= 0) throw invalid({ [field]: '结束要晚于开始' })
  if (minutes > LONGEST_MINUTES) throw invalid({ [field]: '一次调解不超过 8 小时，请分开记' })
}

/** To another time it is moved: the one before is free again. */
const schedule: Effect = async (act) => {
  const { tx, row, body, now } = act
  const startsAt = momentIn(body.startsAt, 'startsAt')
  const endsAt = momentIn(body.endsAt, 'endsAt')
  orderly(startsAt, endsAt, 'endsAt')
  if (startsAt <= now) throw invalid({ startsAt: '请选以后的时间' })
  if (dayOf(startsAt) > addMonths(dayOf(now), 12)) throw invalid({ startsAt: '最多约到一年以后，请另选时间' })
  await freePlan(act)
  const id = newId()
  const what = [...peopleOf(act), ...(text(body.room) ? [room(row.organisation_id, text(body.room))] : [])]
  await takeTime(tx, row.id, { id, startsAt, endsAt, what })
  return {
    appointment: { startsAt, endsAt },
    facts: { session: id, startsAt, endsAt, mode: String(body.mode) },
    paper: { session: id, place: body.place, ...(text(body.room) && { room: body.room }) },
  }
}

const cancel: Effect = async (act) => ({ ...(await freePlan(act)), ...noted(act.body.reason) })

const spoken = (at: Instant) => `${spokenDay(dayOf(at))} ${timeOf(at)}`

/** What both sides read is a paper; what one said alone stays in the words of the step. */
const recordSession: Effect = async (act) => {
  const { context, tx, row, body, now, past } = act
  const startedAt = momentIn(body.startedAt, 'startedAt')
  const endedAt = momentIn(body.endedAt, 'endedAt')
  orderly(startedAt, endedAt, 'endedAt')
  if (endedAt > now) throw invalid({ endedAt: '还没有结束，结束后再记' })
  await freePlan(act)
  const words = text(body.record)
  await noteWork(context, tx, row, words, [{ startedAt, endedAt }])
  const said = {
    from: spoken(startedAt),
    to: spoken(endedAt),
    place: text(body.place),
    present: text(body.present),
    record: words,
  }
  const paper = record(await headOf(act), { ...said, open: !isClosedDoor(past) })
  return {
    appointment: null,
    facts: {
      ...(await issue(act, { type: 'TJ-005', paper, audience: 'all' })),
      session: plannedOf(past)?.id ?? newId(),
      startsAt: startedAt,
      endsAt: endedAt,
    },
    paper: body,
    filesFor: 'staff',
  }
}

/** A party with the code of its telephone, or staff with a signed page that was photographed. */
export async function provenBy(act: Act): Promise<'self' | 'paper'> {
  const how = isParty(act) ? 'self' : 'paper'
  const photos = Array.isArray(act.body.fileIds) ? act.body.fileIds.length : 0
  if (how === 'self' || photos > 0) await noteConfirmed(act.tx, act.row.id)
  return how
}

const confirmRecord: Effect = async (act) => ({
  facts: { side: sideOf(act), how: await provenBy(act) },
  filesFor: 'staff',
})

const investigate: Effect = async (act) => {
  const { body } = act
  const said = { asked: text(body.asked), place: text(body.place), record: text(body.record) }
  const paper = inquiry(await headOf(act), said)
  return {
    facts: await issue(act, { type: 'TJ-004', paper, audience: 'staff' }),
    paper: body,
    filesFor: 'staff',
  }
}

export const SESSION: Readonly<Record<string, Effect>> = {
  schedule_session: schedule,
  cancel_session: cancel,
  record_session: recordSession,
  confirm_record: confirmRecord,
  investigate,
}
