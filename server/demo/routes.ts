import { about, setClock } from '#contract/demo'
import type { Clock } from '../clock.ts'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'

export function mountDemo(web: Web, clock: Clock, runWhatIsDue: () => Promise<void>): void {
  const { env } = web.context

  route(web, about, async ({ now }) => ({
    name: '邻法',
    demo: env.demo,
    now,
    bookBeforeMinutes: env.bookBeforeMinutes,
    changeBeforeMinutes: env.changeBeforeMinutes,
    maxOpenBookings: env.maxOpenBookings,
  }))

  route(web, setClock, async ({ body }) => {
    await clock.set(body.now)
    await runWhatIsDue()
    return { now: clock.now() }
  })
}
