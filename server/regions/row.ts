/** What is read of a region; `level` counts from 1, the province. */
export type RegionRow = { code: string; name: string; level: number; parent: string | null; path: string }

export const COLUMNS = 'r.code, r.name, r.level, r.parent, r.path'

/** On the day `$2`. */
export const EXISTS = 'r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)'
