import type { Context } from 'hono'

/** What accompanies a request. */
export type Variables = { Variables: { requestId: string; route: string } }
export type Http = Context<Variables>
