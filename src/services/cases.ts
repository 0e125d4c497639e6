import { actOnCase, listCases, readCase, releaseText, searchCases, writeMessage } from '#contract/case'
import type { BodyInput, QueryInput } from '#contract/endpoint'
import { revealField } from '#contract/session'
import { call } from '#services/call'
import { once } from '#services/once'

type Asked = QueryInput<typeof listCases>
type Act = BodyInput<typeof actOnCase>
export type Field = BodyInput<typeof revealField>['field']

export const readMyCases = (cursor?: string) =>
  call(listCases, { query: { view: 'mine', ...(cursor && { cursor }) } })

/** What was typed may be a telephone number: it goes in the body, where no log of addresses keeps it. */
export const readDeskCases = ({ q, kind, limit = '20', cursor, ...asked }: Omit<Asked, 'view'>) =>
  q
    ? call(searchCases, {
        body: { q, ...(kind && { kind }), limit: Number(limit), ...(cursor && { cursor }) },
      })
    : call(listCases, {
        query: { ...asked, ...(kind && { kind }), limit, ...(cursor && { cursor }), view: 'desk' },
      })

export const readOneCase = (id: string) => call(readCase, { params: { id } })

export const takeAction = (id: string, action: string, body: Act) =>
  once(`${id}/${action}`, body, (key) => call(actOnCase, { params: { id, action }, body, key }))

export const sendMessage = (id: string, body: BodyInput<typeof writeMessage>) =>
  once(`${id}/message`, body, (key) => call(writeMessage, { params: { id }, body, key }))

/** Lets the other side read a doubtful text, after somebody has looked at it. */
export const letThrough = (id: string, textId: string) =>
  once(`${id}/release/${textId}`, {}, (key) => call(releaseText, { params: { id, textId }, key }))

/** A full value for the staff member who has the case; the reason is shown to the resident. */
export const reveal = async (id: string, field: Field, reason: string) =>
  (await call(revealField, { params: { id }, body: { field, reason } })).value
