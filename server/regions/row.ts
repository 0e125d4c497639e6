/** What is read of a region; `level` counts from 1, the province. */
export type RegionRow = { code: string; name: string; level: number; parent: string | null; path: string }

export const COLUMNS = 'r.code, r.name, r.level, r.parent, r.path'

/**
 * `day` is a parameter, as `$2`. In a query of its own it cannot sway the planner, so that one plan serves every
 * search of a connection: making a plan takes longer than following it.
 */
export const existsOn = (day: string): string =>
  `r.valid_from <= (select ${day}::date) and (r.valid_to is null or r.valid_to > (select ${day}::date))`
