import type { Rating } from '#contract/case'
import {
  changeHours,
  closeRevisit,
  type HoursChange,
  listAlarms,
  listAverages,
  listenAtDesk,
  listHours,
  listReleases,
  listRevisits,
  previewHours,
  readLoad,
  takeNext,
} from '#contract/desk'
import type { BodyInput } from '#contract/endpoint'
import { type BookingInput, book, type LiveCallInput, takeLive } from '#contract/hotline'
import { ask, type NewInquiryInput } from '#contract/inquiry'
import { dealWithLost, listCalls, listLost, revealCall, takeHeldSeat, tickCall } from '#contract/notice'
import { listUnrated, rateByRevisit } from '#contract/rating'
import type { Day } from '#domain/day'
import type { Dealt } from '#domain/notice'
import { call } from '#services/call'
import { once } from '#services/once'

/** A lost reply is asked for again with the same key: nobody claims two because the network went away. */
export const claimNext = (body: BodyInput<typeof takeNext>) =>
  once('desk/next', body, (key) => call(takeNext, { body, key }))

/** Answers when something is new, or after some seconds. */
export const waitForChanges = async (since: string | undefined) =>
  (await call(listenAtDesk, { query: { since } })).mark

type Days = { from: Day; to: Day }

export const readAlarmPage = (cursor?: string) =>
  call(listAlarms, { query: { limit: '100', ...(cursor && { cursor }) } })
export type Alarm = Awaited<ReturnType<typeof readAlarmPage>>['items'][number]
export const readAverages = async () => (await call(listAverages, {})).items
export const readRevisits = async () => (await call(listRevisits, {})).items
export const readReleasePage = (days: Days, cursor?: string, limit = '20') =>
  call(listReleases, { query: { ...days, limit, ...(cursor && { cursor }) } })
export const readDeskLoad = async (days: Days) => (await call(readLoad, { query: days })).items
export const readLostPage = (done: boolean, cursor?: string) =>
  call(listLost, { query: { limit: '20', done: String(done) as 'true', ...(cursor && { cursor }) } })
export const dealWithLostNotice = (id: string, how: Dealt) =>
  call(dealWithLost, { params: { id }, body: { how } })
export const readCalls = async () => (await call(listCalls, { query: { limit: '50' } })).items

export const finishRevisit = (id: string, result: string) =>
  once(`revisit/${id}`, { result }, (key) => call(closeRevisit, { params: { id }, body: { result }, key }))

export const revealCallNumber = async (id: string) => (await call(revealCall, { params: { id } })).value
export const tellCall = (id: string, reached: boolean) =>
  once(`call/${id}`, { reached }, (key) => call(tickCall, { params: { id }, body: { reached }, key }))

/** The person has said yes on the telephone. */
export const takeHeldSeatFor = (id: string) =>
  once(`held-seat/${id}`, {}, (key) => call(takeHeldSeat, { params: { id }, key }))

/** For somebody at the line or at the window. */
export const bookForSomebody = (body: BookingInput) =>
  once('desk/booking', body, (key) => call(book, { body, key }))

/** Whoever is there now, without a booking. */
export const takeLiveCall = (body: LiveCallInput) =>
  once('desk/live-call', body, (key) => call(takeLive, { body, key }))

export const askForSomebody = (body: NewInquiryInput) =>
  once('desk/question', body, (key) => call(ask, { body, key }))

export const readHours = async () => (await call(listHours, {})).items
export const askWhatBreaks = (id: string, body: HoursChange) => call(previewHours, { params: { id }, body })
export const saveHours = (id: string, body: HoursChange) => call(changeHours, { params: { id }, body })

export const readUnrated = async () => (await call(listUnrated, {})).items
export const sendRevisitRating = (id: string, body: Rating) => call(rateByRevisit, { params: { id }, body })
