/** What is read of a region; `level` counts from 1, the province. */
export type RegionRow = { code: string; name: string; level: number; parent: string | null; path: string }

export const COLUMNS = 'r.code, r.name, r.level, r.parent, r.path'

/** `day` is a parameter, as `$2`. */
export const existsOn = (day: string): string =>
  `r.valid_from <= ${day} and (r.valid_to is null or r.valid_to > ${day})`
