import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'

import type { Endpoint } from '#contract/endpoint'
import { REFUSALS, Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { newId } from '../id.ts'
import { authentication, type Caller } from '../session/authenticate.ts'
import type { Http, Variables } from './http.ts'
import { observe } from './metrics.ts'
import { asRefusal, problem } from './problem.ts'

/** The web side of the server: where endpoints are mounted. */
export type Web = {
  hono: Hono<Variables>
  context: Context
  mounted: Endpoint[]
  authenticate(token: string): Promise<Caller | null>
  addressOf(http: Http): string
}

export function buildWeb(context: Context): Web {
  const hono = new Hono<Variables>()
  const web: Web = {
    hono,
    context,
    mounted: [],
    authenticate: authentication(context),
    addressOf: (http) => addressOf(http, context.env.trustProxy),
  }
  hono.use('*', (http, next) => accompany(context, http, next))
  hono.onError((error, http) => tell(context, error, http))
  return web
}

/** Every request has an id, a line in the log without personal data, and a place in the metrics. */
async function accompany(context: Context, http: Http, next: () => Promise<void>) {
  const began = performance.now()
  const requestId = newId()
  http.set('requestId', requestId)
  await next()
  const route = http.get('route') ?? 'other'
  const ms = performance.now() - began
  observe(route, http.res.status, ms)
  context.log.info({ requestId, route, status: http.res.status, ms: Math.round(ms * 10) / 10 }, 'request')
}

function tell(context: Context, error: Error, http: Http): Response {
  const refusal = asRefusal(error)
  const requestId = http.get('requestId')
  if (REFUSALS[refusal.code] >= 500) context.log.error({ requestId, err: withoutValues(error) }, refusal.code)
  return problem(http, refusal)
}

/** PostgreSQL repeats values in `detail` and `where`: they do not go into the log. */
const withoutValues = ({ name, message, stack, ...rest }: Error & { code?: string }) => ({
  name,
  code: rest.code,
  message: rest.code ? `database error ${rest.code}` : message,
  stack: rest.code ? stack?.replace(/^.*\n/, '') : stack,
})

/** Only as many proxies as the operator runs are believed. */
function addressOf(http: Http, proxies: number): string {
  const hops = (http.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const believed = proxies > 0 ? hops.at(-proxies) : undefined
  return believed || (http.env ? getConnInfo(http).remote.address : undefined) || 'unknown'
}

/** After everything else: what no endpoint answers. */
export function mountRest(web: Web): void {
  web.hono.all('/api/*', (http) => {
    const allowed = web.mounted.filter(({ path }) => matches(path, http.req.path)).map(({ method }) => method)
    if (allowed.length === 0) throw new Refusal('not_found', '没有这个地址')
    const refusal = new Refusal('malformed', '这个地址不接受这种请求', { allow: allowed.join(', ') })
    return problem(http, refusal, 405)
  })
}

const matches = (path: string, asked: string) =>
  new RegExp(`^/api${path.replace(/:\w+/g, '[^/]+')}$`).test(asked)
