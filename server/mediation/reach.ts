import { type Actor, organisationsOf, regionCovers, regionsOf, type StaffRole } from '#domain/actor'
import { Refusal } from '#domain/refusal'
import { stemOf } from '#domain/region'
import { type Db, sql } from '../db/sql.ts'

/** The parts of the division that a caller oversees, and the committees in which they keep the books. */
export type Reach = { prefixes: string[]; committees: string[] }

const OVER_PLACES: readonly StaffRole[] = ['township_officer', 'bureau_officer']

export const reachOf = (caller: Actor): Reach => ({
  prefixes: regionsOf(caller, OVER_PLACES).map((code) => `${stemOf(code)}%`),
  committees: organisationsOf(caller, ['committee_secretary']),
})

type Place = { id: string; name: string; region_code: string }
const place = sql<Place>(
  'mediation_reach_place',
  `select id, name, region_code from organisation where id = $1 and kind = 'committee' and active`,
)

/** A committee whose books the caller keeps or oversees. @throws Refusal `not_found` */
export async function committeeInReach(db: Db, id: string, { grants }: Actor): Promise<Place> {
  const found = await db.one(place, id)
  const reaches = (found: Place) =>
    grants.some(({ role, organisationId, regionCode }) =>
      role === 'committee_secretary'
        ? organisationId === found.id
        : OVER_PLACES.includes(role) && regionCovers(regionCode, found.region_code),
    )
  if (!found || !reaches(found)) throw new Refusal('not_found', '没有这个调解委员会')
  return found
}
