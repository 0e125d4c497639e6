import {
  type CommitteeEntry,
  keepCallback,
  keepCommittee,
  keepMediator,
  listCallbacks,
  listFlagged,
  listOverdue,
  type MediatorEntry,
  readRegister,
  revealCallback,
} from '#contract/committee'
import type { BodyInput } from '#contract/endpoint'
import { addItems, listFreeTimes } from '#contract/mediation'
import type { Day } from '#domain/day'
import { call } from '#services/call'
import { once } from '#services/once'

type Items = BodyInput<typeof addItems>['items']

/** The id of each item is its key: sent any number of times, kept once. */
export const sendItems = async (id: string, items: Items) =>
  (await call(addItems, { params: { id }, body: { items } })).items

export const readFreeTimes = async (id: string, query: { from: Day; to: Day; room?: string }) =>
  (await call(listFreeTimes, { params: { id }, query })).items

export const readCommittee = (id: string) => call(readRegister, { params: { id } })
export const saveCommittee = (id: string, body: CommitteeEntry) =>
  call(keepCommittee, { params: { id }, body })
export const saveMediator = (id: string, accountId: string, body: MediatorEntry) =>
  call(keepMediator, { params: { id, accountId }, body })

export const readOverdue = async () => (await call(listOverdue, {})).items
export const readFlagged = async () => (await call(listFlagged, {})).items
export const readCallbacks = async () => (await call(listCallbacks, {})).items
export const seeCallbackNumber = async (id: string, side: 'applicant' | 'other_side') =>
  (await call(revealCallback, { params: { id }, body: { side } })).value
export const answerCallback = (id: string, body: BodyInput<typeof keepCallback>) =>
  once(`callback/${id}`, body, (key) => call(keepCallback, { params: { id }, body, key }))
