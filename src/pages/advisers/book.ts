import type { Adviser, Visit } from '#contract/adviser'
import type { Slot } from '#contract/hotline'
import type { Channel } from '#domain/hotline'
import { go } from '#services/route'
import { chooseSlot } from '#store/booking'
import { liveAt } from '#store/place'
import { ADVISER } from './words.ts'

type Wanted = Pick<Slot, 'id' | 'startsAt' | 'endsAt'> & { channel: Channel; where: string }

/** A time with an adviser is booked like one with the hotline: the same form, the same number, the same reminders. */
export function bookTime({ deskId }: Adviser, { where, ...slot }: Wanted): void {
  if (!deskId) return
  chooseSlot({ ...slot, deskId, deskName: where })
  void go('bookingForm')
}

/** The visit itself. */
export function book(adviser: Adviser, { slotId, village, place, startsAt, endsAt }: Visit): void {
  if (!slotId) return
  liveAt(village)
  bookTime(adviser, {
    id: slotId,
    startsAt,
    endsAt,
    channel: 'visit',
    where: ADVISER.meet(adviser.name, `${village.name}${place}`),
  })
}
