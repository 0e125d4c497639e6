import type { OrganisationKind } from '#domain/organisation'
import { Refusal } from '#domain/refusal'
import { aroundOf } from '#domain/region'
import { type Db, sql } from '../db/sql.ts'

export type Office = { id: string; name: string; regionCode: string }

const nearest = sql<Office>(
  'office_nearest',
  `select id, name, region_code as "regionCode" from organisation
   where active and kind = any($1) and region_code = any($2)
   order by array_position($1, kind), region_code desc, id limit 1`,
)

/**
 * The body that serves a place: of the first kind that is there at all the nearest one.
 * @throws Refusal `not_now` where none has opened yet
 */
export async function officeFor(
  db: Db,
  kinds: readonly OrganisationKind[],
  regionCode: string,
): Promise<Office> {
  const office = await db.one(nearest, kinds, aroundOf(regionCode))
  if (!office) throw new Refusal('not_now', '这里还没有办这件事的单位，请直接拨打 12348')
  return office
}
