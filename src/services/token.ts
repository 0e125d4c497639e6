import { forget, recall, remember } from '#services/device'

let token = recall<string>('token')
const listeners: (() => void)[] = []

export const readToken = (): string | undefined => token

export function keepToken(fresh: string): void {
  token = fresh
  remember('token', fresh)
}

/** The server knows this token no longer, or the person has left. */
export function dropToken(): void {
  token = undefined
  forget('token')
  for (const listener of listeners) listener()
}

export const whenTokenDropped = (listener: () => void): void => void listeners.push(listener)
