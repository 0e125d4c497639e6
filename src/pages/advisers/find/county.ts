import type { Region } from '#contract/region'
import { countyOf, LEVELS, levelOf } from '#domain/region'
import { above } from '#services/region'
import type { Place } from '#store/place'

/** The county in which a place lies: most people look for a village near their own. */
export function countyAround({ code, path }: Place): Region {
  const county = countyOf(code).padEnd(12, '0')
  const level = levelOf(county)
  const names = path.split(' ').slice(0, LEVELS.indexOf(level) + 1)
  return {
    code: county,
    level,
    parent: above(county) ?? null,
    name: names.at(-1) ?? path,
    path: names.join(' '),
  }
}
