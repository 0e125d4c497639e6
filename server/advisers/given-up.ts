import { dayOf } from '#domain/day'
import type { Effect } from '../cases/kind.ts'
import { officeFor } from '../cases/office.ts'
import { coverOf } from './cover.ts'

/** The hotline telephones: at once when somebody was to come or the time is over, else at the time that was agreed. */
const toHotline: Effect = async ({ tx, row, now }) => {
  const cover = await coverOf(tx, row.region_code, dayOf(now))
  const body = cover?.bodyOf('hotline') ?? (await officeFor(tx, ['hotline'], row.region_code))
  const isOver = row.starts_at === null || row.starts_at <= now
  return {
    organisationId: body.id,
    handlerId: null,
    urgent: true,
    ...((isOver || row.channel === 'visit') && { retry: { attempts: 0, at: now } }),
    ...(row.channel === 'visit' && { appointment: null }),
  }
}

/** What an adviser's booking needs when the adviser does not come, besides giving up the seat. */
export function withGivingUp(
  effects: Readonly<Record<string, Effect>>,
  leaveSeat: Effect,
): Readonly<Record<string, Effect>> {
  const giveUp: Effect = async (act) => ({ ...(await leaveSeat(act)), ...(await toHotline(act)) })
  return { ...effects, move_on: giveUp, pass_on: giveUp }
}
