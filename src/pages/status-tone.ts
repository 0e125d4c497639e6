import type { Tone } from '#components/Tag'

type Shown = { status: string; closedAt: string | null }

/** Ends in which somebody was served; a case that ended otherwise is neither good nor bad. */
const SERVED: readonly string[] = ['answered', 'closed', 'agreed']

export const toneOf = ({ status, closedAt }: Shown): Tone =>
  closedAt === null ? 'info' : SERVED.includes(status) ? 'ok' : 'plain'
