import * as v from 'valibot'

import type { Context } from '../context.ts'
import { askOutside } from '../outside.ts'

/** Somebody signs a text, known by its hash; `signer` is a word of ours for the side, never a name. */
export type Signing = { hash: string; signer: string }

/** A licensed certification authority (电子签名法 第十六条). What it says is signed has the force of a hand (第十四条). */
export type Ca = {
  begin(signing: Signing): Promise<{ reference: string; url: string }>
  isSigned(signing: Signing & { reference: string }): Promise<boolean>
}

const Begun = v.object({
  reference: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
  url: v.pipe(v.string(), v.regex(/^https?:\/\//), v.maxLength(1000)),
})
const Looked = v.object({ state: v.string(), hash: v.string(), signer: v.string() })

const TIMEOUT_MS = 8000

/** Undefined while the office has none: then paper is the only way. */
export function caOf({ env, log }: Pick<Context, 'env' | 'log'>): Ca | undefined {
  const { ca } = env
  if (!ca) return undefined
  const outside = { name: 'ca', log, timeoutMs: TIMEOUT_MS }
  const headers = { authorization: `Bearer ${ca.key}`, 'content-type': 'application/json' }
  return {
    begin: (signing) =>
      askOutside(
        outside,
        `${ca.base}/signatures`,
        { method: 'POST', headers, body: JSON.stringify(signing) },
        Begun,
      ),
    async isSigned({ reference, hash, signer }) {
      if (!/^[\w-]{1,100}$/.test(reference)) return false
      const found = await askOutside(outside, `${ca.base}/signatures/${reference}`, { headers }, Looked)
      return found.state === 'signed' && found.hash === hash && found.signer === signer
    },
  }
}
