import { listRegions } from '#contract/region'
import { dayOf } from '#domain/day'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { regionRepository } from './repository.ts'

export function mountRegions(web: Web): void {
  const regions = regionRepository(web.context.database)

  route(web, listRegions, async ({ query: { parent, q, limit }, now }) => ({
    items:
      q === undefined
        ? await regions.children(parent ?? null, dayOf(now))
        : await regions.search(q, limit, dayOf(now)),
  }))
}
