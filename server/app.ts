import type { Context } from './context.ts'
import { buildWeb, mountRest, type Web } from './http/web.ts'

/** The whole HTTP side, without a port: tests call `hono.request`. */
export function buildApp(context: Context): Web {
  const web = buildWeb(context)
  mountRest(web)
  return web
}
