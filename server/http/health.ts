import { isMigrated } from '../db/migrate.ts'
import { registry } from './metrics.ts'
import type { Web } from './web.ts'

/** Alive, ready (the database answers and has every migration), and figures for Prometheus. */
export function mountHealth({ hono, context }: Web): void {
  hono.get('/healthz', (http) => http.json({ status: 'ok' }))

  hono.get('/readyz', async (http) => {
    const ready = await isMigrated(context.database).catch(() => false)
    return ready ? http.json({ status: 'ok' }) : http.json({ status: 'not ready' }, 503)
  })

  hono.get('/metrics', async (http) =>
    http.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  )
}
