import { type BookingInput, book, listDesks, listSlots, type Slot } from '#contract/hotline'
import type { Day } from '#domain/day'
import { Refusal } from '#domain/refusal'
import { call } from '#services/call'
import { forget, recall, remember } from '#services/device'
import { answered } from '#services/draft'
import { isUnsure, once } from '#services/once'
import { whenTokenDropped } from '#services/token'

export const readDesks = async (region: string) => (await call(listDesks, { query: { region } })).items

export const readSlots = async (deskId: string, days: { from: Day; to: Day }) =>
  (await call(listSlots, { params: { id: deskId }, query: days })).items

const SENT = 'sent:booking'

/** A booking was sent from this telephone and nobody knows whether it arrived, also after the program was closed. */
export const isBookingUnsure = (): boolean => recall(SENT) !== undefined

function forgetSent(): void {
  forget(SENT)
  answered('booking')
}

// Whoever signs in next is perhaps somebody else: nothing is sent in their name.
whenTokenDropped(forgetSent)

/**
 * What was sent without an answer goes first and as it was, even if the form has been changed since:
 * it may have arrived, and another one would be a second booking.
 */
export async function sendBooking(wanted: BookingInput) {
  const body = recall<BookingInput>(SENT) ?? wanted
  remember(SENT, body)
  try {
    const made = await once('booking', body, (key) => call(book, { body, key }))
    forget(SENT)
    return made
  } catch (failure) {
    if (!isUnsure(failure)) forget(SENT)
    throw failure
  }
}

/** The free slots that came with the answer `full`, in order of time. */
export const nearestIn = (failure: unknown): readonly Slot[] =>
  failure instanceof Refusal && failure.code === 'full' && Array.isArray(failure.more.nearest)
    ? (failure.more.nearest as Slot[])
    : []
