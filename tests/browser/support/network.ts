import type { Page, Request, Route } from 'playwright-core'
import type { NetworkMode, Phone, Sent } from '../../support/phone.ts'

const record = (request: Request): Sent => {
  const { pathname, search } = new URL(request.url())
  const body = request.postData()
  return {
    method: request.method(),
    path: pathname + search,
    headers: request.headers(),
    ...(body === null ? {} : { body }),
  }
}

/** Between the page and the server: counts what is asked, cuts the line, or loses the answer. */
export const watchNetwork = async (page: Page): Promise<Pick<Phone, 'network' | 'requests'>> => {
  const sent: Sent[] = []
  let mode: NetworkMode = 'ok'

  const pass = async (route: Route) => {
    const one = record(route.request())
    sent.push(one)
    if (mode === 'offline') return route.abort('internetdisconnected')
    const response = await route.fetch()
    if (mode === 'lost-reply') return route.abort('connectionreset')
    one.status = response.status()
    return route.fulfill({ response })
  }

  // A page that closes takes its unanswered requests along.
  await page.route('**/api/**', (route) => pass(route).catch(() => {}))
  return {
    requests: () => sent,
    network: async (next) => {
      mode = next
      await page.context().setOffline(next === 'offline')
    },
  }
}
