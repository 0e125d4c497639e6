import * as v from 'valibot'

import { Refusal } from '#domain/refusal'
import type { Log } from './log.ts'

/** A service outside this machine: how it is called in the log, and how long it may take. */
export type Outside = { name: string; log: Log; timeoutMs: number }

const MAX_BYTES = 64 * 1024

/**
 * Sends a request and reads the JSON that comes back. Only the kind of a failure is logged: addresses and
 * bodies carry secrets and telephone numbers.
 * @throws Refusal `unavailable` when there is no answer, or one that makes no sense
 */
export async function askOutside<S extends v.GenericSchema>(
  outside: Outside,
  url: string | URL,
  request: RequestInit,
  schema: S,
): Promise<v.InferOutput<S>> {
  const text = await fetchText(outside, url, request)
  const parsed = v.safeParse(schema, readJson(text))
  if (!parsed.success) throw unavailable(outside, 'nonsense')
  return parsed.output
}

/** The refusal, and a line for the operator. `reason` is a code, never what the provider wrote. */
export function unavailable({ name, log }: Outside, reason: string | number): Refusal {
  log.warn({ outside: name, reason }, 'a service outside does not answer as it should')
  return new Refusal('unavailable', undefined, { retryAfter: 5 })
}

async function fetchText(outside: Outside, url: string | URL, request: RequestInit): Promise<string> {
  const signal = AbortSignal.timeout(outside.timeoutMs)
  try {
    const response = await fetch(url, { ...request, signal, redirect: 'error' })
    return await readText(response)
  } catch (error) {
    throw unavailable(
      outside,
      error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network',
    )
  }
}

/** The beginning of the body: what is longer is no answer of theirs. */
async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  const reader = body?.getReader()
  for (let bytes = 0; reader && bytes <= MAX_BYTES; ) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks).toString('utf8')
    bytes += value.byteLength
    chunks.push(value)
  }
  await reader?.cancel()
  return ''
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
