import type { Region } from '#contract/region'
import type { Day } from '#domain/day'
import { countyOf, LEVEL_DIGITS, LEVELS, type RegionCode } from '#domain/region'
import { type Db, sql } from '../db/sql.ts'
import { COLUMNS, existsOn, type RegionRow } from './row.ts'
import { searchRegions } from './search.ts'

/** A region with its time: also one that no longer exists, for the cases that speak of it. */
export type KnownRegion = Region & { validFrom: Day; validTo: Day | null; replacedBy: RegionCode | null }
export type FormerName = { name: string; path: string; validFrom: Day; validTo: Day }

const below = sql<RegionRow>(
  'region_below',
  `select ${COLUMNS} from region r
   where r.parent = $1 and ${existsOn('$2')} order by r.code`,
)
const provinces = sql<RegionRow>(
  'region_provinces',
  `select ${COLUMNS} from region r
   where r.level = 1 and ${existsOn('$1')} order by r.code`,
)
const one = sql<RegionRow & Pick<KnownRegion, 'validFrom' | 'validTo' | 'replacedBy'>>(
  'region_one',
  `select ${COLUMNS}, r.valid_from as "validFrom", r.valid_to as "validTo", r.replaced_by as "replacedBy"
   from region r where r.code = $1`,
)
const former = sql<FormerName>(
  'region_former_names',
  `select name, path, valid_from as "validFrom", valid_to as "validTo"
   from region_former where code = $1 order by valid_from, valid_to`,
)

const present = <Row extends RegionRow>(row: Row) => ({ ...row, level: LEVELS[row.level - 1] ?? 'village' })

export const regionRepository = (db: Db) => {
  const get = async (code: RegionCode): Promise<KnownRegion | undefined> => {
    const row = await db.one(one, code)
    return row && present(row)
  }
  return {
    get,
    /** Directly below `parent`, in the order of the codes; null gives the provinces. */
    children: async (parent: RegionCode | null, today: Day): Promise<Region[]> =>
      (parent === null ? await db.many(provinces, today) : await db.many(below, parent, today)).map(present),

    search: async (text: string, limit: number, today: Day): Promise<Region[]> =>
      (await searchRegions(db, text, limit, today)).map(present),

    /** Of the county, or of the city where there is none between (东莞市). */
    countyName: async (code: RegionCode): Promise<string | undefined> =>
      (await get(countyOf(code).padEnd(LEVEL_DIGITS.village, '0')))?.name,

    /** What it was called before, oldest first. */
    formerNames: (code: RegionCode): Promise<FormerName[]> => db.many(former, code),
  }
}
