import type { Desk } from '#contract/hotline'
import type { Account } from '#contract/session'
import type { Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readDesks } from '#services/hotline'

const AT_DESK: readonly string[] = ['hotline_operator', 'hotline_head', 'duty_lawyer']

/** The desks of the houses in which I answer. */
export async function loadMyDesks(account: Account | null): Promise<{ now: Instant; desks: Desk[] }> {
  const { now } = await askAbout()
  const roles = (account?.roles ?? []).filter(({ role }) => AT_DESK.includes(role))
  const regions = [...new Set(roles.flatMap(({ regionCode }) => regionCode ?? []))]
  const houses = roles.map(({ organisationId }) => organisationId)
  const near = (await Promise.all(regions.map(readDesks))).flat()
  const mine = near.filter(({ organisationId }) => houses.includes(organisationId))
  return { now, desks: [...new Map(mine.map((desk) => [desk.id, desk])).values()] }
}
