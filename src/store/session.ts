import { create } from 'zustand'

import type { Account } from '#contract/session'
import type { Role } from '#domain/actor'
import { readMe } from '#services/session'
import { readToken, whenTokenDropped } from '#services/token'
import { adoptPlace } from '#store/place'

type MySession = { account: Account | null; signedIn: boolean }

export const useSession = create<MySession>(() => ({ account: null, signedIn: readToken() !== undefined }))

export function welcome(account: Account): void {
  useSession.setState({ account, signedIn: true })
  void adoptPlace(account.regionCode)
}

whenTokenDropped(() => useSession.setState({ account: null, signedIn: false }))

let asking: Promise<void> | undefined

/** Who this is, asked at the start. Without network the token stays and is tried again. */
export function restoreSession(): Promise<void> {
  if (!readToken()) return Promise.resolve()
  asking ??= readMe()
    .then(welcome, () => undefined)
    .finally(() => {
      asking = undefined
    })
  return asking
}

export const isStaff = ({ account }: MySession): boolean =>
  account?.roles.some(({ role }) => role !== 'resident') ?? false

export const isAdmin = ({ account }: MySession): boolean =>
  account?.roles.some(({ role }) => role === 'city_admin') ?? false

const AT_DESK: readonly Role[] = ['hotline_operator', 'hotline_head', 'duty_lawyer']

/** Takes calls at a hotline desk. */
export const isAtDesk = ({ account }: MySession): boolean =>
  account?.roles.some(({ role }) => AT_DESK.includes(role)) ?? false

/** Has cases of other kinds than bookings to do: questions come to duty lawyers and end in the pool of the hotline. */
export const hasBoard = ({ account }: MySession): boolean =>
  account?.roles.some(({ role }) => !['resident', 'city_admin'].includes(role)) ?? false

export const isHead = ({ account }: MySession): boolean =>
  account?.roles.some(({ role }) => role === 'hotline_head') ?? false

/** Holds one of these roles somewhere. */
export const hasStaffRole =
  (roles: readonly Role[]) =>
  ({ account }: MySession): boolean =>
    account?.roles.some(({ role }) => roles.includes(role)) ?? false
