import { serveStatic } from '@hono/node-server/serve-static'

import { setHeaders } from './headers.ts'
import type { Web } from './web.ts'

/** The web build. Files named after their content stay in the cache, the page itself is asked for again. */
export function mountStatic({ hono }: Web, root: string): void {
  const files = serveStatic({
    root,
    onFound: (path, http) => {
      setHeaders(http)
      http.header(
        'cache-control',
        /\.[0-9a-f]{8,}\./.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  hono.get('*', files)
}
