import { askOutside, type Outside, unavailable } from '../outside.ts'
import { Token } from './answers.ts'

export type Account = { appId: string; secret: string; base: string }

export type Tokens = {
  /** The token in hand, or a new one. */
  current(): Promise<string>
  /** One instead of `refused`. */
  instead(refused: string): Promise<string>
}

/** A token is renewed a little before it ends; for five minutes the old and the new one both work. */
const EARLY_SECONDS = 60

type Kept = { token: string; until: number }

/**
 * The stable token is the same for all processes, so each may keep its own copy. Forcing a new one is allowed
 * 20 times a day: only when the platform refuses the very token that it still gives out.
 */
export function tokens(account: Account, outside: Outside): Tokens {
  let kept: Promise<Kept> | undefined

  const renew = (force: boolean) => {
    const asked = fetchToken(account, outside, force)
    kept = asked
    asked.catch(() => {
      if (kept === asked) kept = undefined
    })
    return asked
  }
  /** Of many that find the token over at once, one asks. */
  const other = (than: Promise<Kept> | undefined) => (kept && kept !== than ? kept : renew(false))

  return {
    async current() {
      const asked = other(undefined)
      const { token, until } = await asked
      return until > Date.now() ? token : (await other(asked)).token
    },
    async instead(refused) {
      const held = await other(undefined)
      if (held.token !== refused) return held.token
      const { token } = await renew(false)
      return token === refused ? (await renew(true)).token : token
    },
  }
}

async function fetchToken({ appId, secret, base }: Account, outside: Outside, force: boolean): Promise<Kept> {
  const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force }
  const answer = await askOutside(outside, `${base}/cgi-bin/stable_token`, asJson(body), Token)
  if (!('access_token' in answer)) throw unavailable(outside, answer.errcode)
  return {
    token: answer.access_token,
    until: Date.now() + Math.max(0, answer.expires_in - EARLY_SECONDS) * 1000,
  }
}

export const asJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
