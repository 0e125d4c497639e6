import { type BookingInput, book, listDesks, listSlots, type Slot } from '#contract/hotline'
import type { Day } from '#domain/day'
import { Refusal } from '#domain/refusal'
import { call } from '#services/call'
import { lasting } from '#services/lasting'

export const readDesks = async (region: string) => (await call(listDesks, { query: { region } })).items

export const readSlots = async (deskId: string, days: { from: Day; to: Day }) =>
  (await call(listSlots, { params: { id: deskId }, query: days })).items

const booking = lasting('booking', (body: BookingInput, key) => call(book, { body, key }))

/** A booking was sent from this telephone and nobody knows whether it arrived. */
export const isBookingUnsure = booking.isPending
export const sendBooking = booking.deliver

/** The free slots that came with the answer `full`, in order of time. */
export const nearestIn = (failure: unknown): readonly Slot[] =>
  failure instanceof Refusal && failure.code === 'full' && Array.isArray(failure.more.nearest)
    ? (failure.more.nearest as Slot[])
    : []
