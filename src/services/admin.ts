import { importCsv, listAdminChanges, type RowProblem } from '#contract/admin'
import { addDesk, changeDesk, listAdminDesks } from '#contract/admin-desk'
import type { BodyInput } from '#contract/endpoint'
import type { BookedDay } from '#contract/opening'
import { addOrganisation, changeOrganisation, listOrganisations } from '#contract/organisation'
import { addStaff, changeStaff, listStaff, renewOtp, searchStaff } from '#contract/staff'
import { Refusal } from '#domain/refusal'
import type { SheetKind } from '#domain/sheet'
import { call } from '#services/call'
import { onWeb } from '#services/device'

/** Which page of a list: what was sought, and where the last page ended. */
export type Asked = { q?: string | undefined; cursor?: string | undefined }

/** What a mini-program can draw in one go. */
const limit = onWeb ? '20' : '10'

const query = ({ q, cursor }: Asked) => ({ limit, ...(q && { q }), ...(cursor && { cursor }) })

export const readOrganisations = (asked: Asked) => call(listOrganisations, { query: query(asked) })
export const createOrganisation = (body: BodyInput<typeof addOrganisation>) => call(addOrganisation, { body })
export const updateOrganisation = (id: string, body: BodyInput<typeof changeOrganisation>) =>
  call(changeOrganisation, { params: { id }, body })

export const readAdminDesks = (asked: Asked) => call(listAdminDesks, { query: query(asked) })
export const createDesk = (body: BodyInput<typeof addDesk>) => call(addDesk, { body })
export const updateDesk = (id: string, body: BodyInput<typeof changeDesk>) =>
  call(changeDesk, { params: { id }, body })

/** Names and numbers are sought in the body, where no log of addresses keeps them. */
export const readStaff = ({ q, cursor }: Asked) =>
  q
    ? call(searchStaff, { body: { q, limit: Number(limit), ...(cursor && { cursor }) } })
    : call(listStaff, { query: query({ cursor }) })
export const createStaff = (body: BodyInput<typeof addStaff>) => call(addStaff, { body })
export const updateStaff = (id: string, body: BodyInput<typeof changeStaff>) =>
  call(changeStaff, { params: { id }, body })
export const renewStaffOtp = (id: string) => call(renewOtp, { params: { id } })

export const readChanges = ({ cursor }: Asked) => call(listAdminChanges, { query: query({ cursor }) })

export const sendSheet = (what: SheetKind, csv: string) =>
  call(importCsv, { params: { what }, body: { csv } })

const listIn = <Item>(failure: unknown, name: string): readonly Item[] => {
  const list = failure instanceof Refusal ? failure.more[name] : undefined
  return Array.isArray(list) ? list : []
}
/** The bookings that stand in the way of a closure. */
export const bookedIn = (failure: unknown): readonly BookedDay[] => listIn(failure, 'bookings')
/** The rows that a sheet was refused for. */
export const badRowsIn = (failure: unknown): readonly RowProblem[] => listIn(failure, 'rows')
