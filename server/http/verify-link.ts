import { headersFor } from './headers.ts'
import type { Web } from './web.ts'

/** The short address that is printed on documents leads to the page where they are verified. */
export function mountVerifyLink({ hono }: Web): void {
  hono.get('/verify', (http) => {
    http.set('route', 'GET /verify')
    const code = encodeURIComponent(http.req.query('code') ?? '')
    return http.body(null, 302, {
      ...headersFor(http, null),
      location: `/#/pages/account/verify/index?code=${code}`,
    })
  })
}
