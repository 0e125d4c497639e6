import type { Desk } from '#contract/hotline'
import type { Channel } from '#domain/hotline'
import { type Db, sql } from '../db/sql.ts'

type Row = {
  id: string
  name: string
  channels: Channel[]
  region_code: string
  address: string | null
  phone: string | null
  organisation_id: string
  organisation: string
  own: boolean
}

/**
 * The desks of the county of a region, then those of the other counties of the same city.
 * A desk of the city itself serves everybody in it.
 */
const near = sql<Row>(
  'desk_near',
  `select d.id, d.name, d.channels, d.region_code, d.address, d.phone, o.id as organisation_id, o.name as organisation,
     left(d.region_code, 6) = left($1, 6) or substr(d.region_code, 5) = '00000000' as own
   from desk d join organisation o on o.id = d.organisation_id and o.active
   where d.active and d.adviser_id is null and left(d.region_code, 4) = left($1, 4)
   order by left(d.region_code, 6) = left($1, 6) desc, own desc, d.region_code, d.name
   limit 40`,
)

export async function desksNear(db: Db, region: string): Promise<Desk[]> {
  const rows = await db.many(near, region)
  return rows.map(({ region_code, organisation_id, ...row }) => ({
    ...row,
    regionCode: region_code,
    organisationId: organisation_id,
  }))
}
