import { actOnCase, listCases, readCase, releaseText, writeMessage } from '#contract/case'
import type { BodyInput, QueryInput } from '#contract/endpoint'
import { revealField } from '#contract/session'
import { call } from '#services/call'
import { once } from '#services/once'

type Asked = QueryInput<typeof listCases>
type Act = BodyInput<typeof actOnCase>
export type Field = BodyInput<typeof revealField>['field']

export const readMyCases = (cursor?: string) =>
  call(listCases, { query: { view: 'mine', ...(cursor && { cursor }) } })

export const readDeskCases = (asked: Omit<Asked, 'view'>) =>
  call(listCases, { query: { ...asked, view: 'desk' } })

export const readOneCase = (id: string) => call(readCase, { params: { id }, query: {} })

export const takeAction = (id: string, action: string, body: Act) =>
  once(`${id}/${action}`, body, (key) => call(actOnCase, { params: { id, action }, body, key }))

export const sendMessage = (id: string, text: string, fileIds: string[] = []) => {
  const body = { text, fileIds }
  return once(`${id}/message`, body, (key) => call(writeMessage, { params: { id }, body, key }))
}

/** Lets the other side read a doubtful text, after somebody has looked at it. */
export const letThrough = (id: string, textId: string) =>
  once(`${id}/release/${textId}`, {}, (key) => call(releaseText, { params: { id, textId }, key }))

/** A full value for the staff member who has the case; the reason is shown to the resident. */
export const reveal = async (id: string, field: Field, reason: string) =>
  (await call(revealField, { params: { id }, body: { field, reason } })).value
