import { create } from 'zustand'

import type { Account } from '#contract/session'
import { readMe } from '#services/session'
import { readToken, whenTokenDropped } from '#services/token'

type MySession = { account: Account | null; signedIn: boolean }

export const useSession = create<MySession>(() => ({ account: null, signedIn: readToken() !== undefined }))

export const welcome = (account: Account): void => useSession.setState({ account, signedIn: true })

whenTokenDropped(() => useSession.setState({ account: null, signedIn: false }))

/** Who this is, asked at the start. Without network the token stays and is tried again. */
export async function restoreSession(): Promise<void> {
  if (!readToken()) return
  await readMe().then(welcome, () => undefined)
}

export const isStaff = ({ account }: MySession): boolean =>
  account?.roles.some(({ role }) => role !== 'resident') ?? false
