import type { Sent } from './record.ts'

/** What the floor replays: the statements of each scenario; bytes are written `hex:…`. */
export type Plan = { url: string; scenarios: Record<string, Sent[]> }

const plain = (value: unknown): unknown => {
  if (Buffer.isBuffer(value)) return `hex:${value.toString('hex')}`
  return value
}

export const writable = (sent: readonly Sent[]): Sent[] =>
  sent.map(({ name, text, values }) => ({ name, text, values: values.map(plain) }))
