import {
  changeProfile,
  dropAdviserPhoto,
  makeVillageCode,
  type RemoteHours,
  sendAdviserPhoto,
} from '#contract/adviser'
import {
  cancelVisit,
  changeRemoteHours,
  checkIn,
  checkOut,
  endLeave,
  listInbox,
  listMissed,
  listOwnVisits,
  planVisit,
  readMyDesk,
  takeLeave,
} from '#contract/adviser-desk'
import {
  adviserTemplate,
  type FigureName,
  importAdvisers,
  listCoverage,
  listGaps,
  readCoverage,
} from '#contract/coverage'
import type { BodyInput, QueryInput } from '#contract/endpoint'
import { addLedgerLine, confirmLedgerLine, exportLedger, type LedgerLine, listLedger } from '#contract/ledger'
import type { Day } from '#domain/day'
import { call } from '#services/call'
import { onWeb } from '#services/device'
import { type Chosen, sendTo } from '#services/files'
import { once } from '#services/once'

type Days = { from: Day; to: Day }

/** What a mini-program can draw in one go. */
const limit = onWeb ? '20' : '10'

export const readDesk = () => call(readMyDesk, {})
export const saveProfile = (body: BodyInput<typeof changeProfile>) => call(changeProfile, { body })
export const sendPhoto = (photo: Chosen) => sendTo(sendAdviserPhoto, photo)
export const dropPhoto = () => call(dropAdviserPhoto, {})
export const readInbox = (status: 'open' | 'done', cursor?: string) =>
  call(listInbox, { query: { status, limit, ...(cursor && { cursor }) } })
export const readMissed = async () => (await call(listMissed, {})).items

export const readOwnVisits = async (days: Days) => (await call(listOwnVisits, { query: days })).items
export const addVisit = (body: BodyInput<typeof planVisit>) =>
  once('visit', body, (key) => call(planVisit, { body, key }))
export const dropVisit = (id: string, reason: string) =>
  once(`visit/${id}/cancel`, { reason }, (key) =>
    call(cancelVisit, { params: { id }, body: { reason }, key }),
  )

/** By the digits of the village, or by where the telephone is. */
export type Presence = BodyInput<typeof checkIn>
export const arrive = (id: string, body: Presence) =>
  once(`visit/${id}/in`, body, (key) => call(checkIn, { params: { id }, body, key }))
export const depart = (id: string, body: BodyInput<typeof checkOut>) =>
  once(`visit/${id}/out`, body, (key) => call(checkOut, { params: { id }, body, key }))

export const saveRemoteHours = async (hours: RemoteHours[]) =>
  (await call(changeRemoteHours, { body: { hours } })).items
export const addLeave = async (body: BodyInput<typeof takeLeave>) =>
  (await once('leave', body, (key) => call(takeLeave, { body, key }))).items
export const dropLeave = async (id: string) => (await call(endLeave, { params: { id } })).items

type LedgerAsked = QueryInput<typeof listLedger>
export const readLedger = (query: LedgerAsked) => call(listLedger, { query: { limit, ...query } })
export const addLine = (body: BodyInput<typeof addLedgerLine>): Promise<LedgerLine> =>
  once('ledger', body, (key) => call(addLedgerLine, { body, key }))
export const confirmLine = (id: string) => call(confirmLedgerLine, { params: { id } })
export const readSheet = (body: BodyInput<typeof exportLedger>) => call(exportLedger, { body })

type At = { region?: string | undefined; month?: string | undefined }
const said = ({ region, month }: At) => ({ ...(region && { region }), ...(month && { month }) })

export const readFigures = (at: At) => call(readCoverage, { query: said(at) })
export const readBehind = (figure: FigureName, at: At, cursor?: string) =>
  call(listCoverage, { params: { figure }, query: { ...said(at), limit, ...(cursor && { cursor }) } })
export const readGaps = async (month?: string) =>
  (await call(listGaps, { query: { ...(month && { month }) } })).items

export const readTemplate = () => call(adviserTemplate, {})
export const sendAdvisers = (body: BodyInput<typeof importAdvisers>) => call(importAdvisers, { body })

export const readBoard = (village: string) => call(makeVillageCode, { params: { code: village } })
