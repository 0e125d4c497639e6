import type { QueryInput } from '#contract/endpoint'
import {
  askForMediation,
  beginSignature,
  joinByInvitation,
  listCommittees,
  listInvitations,
  type MediationRequestInput,
  readInvitation,
} from '#contract/mediation'
import { call } from '#services/call'
import { lasting } from '#services/lasting'
import { once } from '#services/once'

const asking = lasting('mediation', (body: MediationRequestInput, key) =>
  call(askForMediation, { body, key }),
)

/** A request was sent from this telephone and nobody knows whether it arrived. */
export const isRequestUnsure = asking.isPending
export const sendRequest = asking.deliver

export const readCommittees = async (query: QueryInput<typeof listCommittees>) =>
  (await call(listCommittees, { query })).items

export const lookAtInvitation = (code: string) => call(readInvitation, { params: { code } })
export const readMyInvitations = async () => (await call(listInvitations, {})).items

/** Spends the code: a lost answer is asked for again with the same key. */
export const joinWith = (code: string) =>
  once(`join/${code}`, {}, (key) => call(joinByInvitation, { params: { code }, body: {}, key }))

export const beginSigning = (id: string) =>
  once(`${id}/signature`, {}, (key) => call(beginSignature, { params: { id }, body: {}, key }))
