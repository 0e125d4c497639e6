import { reachesRegion, type StaffRole } from '#domain/actor'
import { aroundOf } from '#domain/region'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { type Notice, writeNotice } from './write.ts'

/** Where a case lies: with which body, in which place. */
export type Place = { organisationId: string; regionCode: string }

const serving = sql<{ account_id: string }>(
  'office_serving',
  `select distinct account_id from staff_role
   where role = $1 and ended_at is null and not account_id = any($2)
     and case when $3 then region_code = any($5) else organisation_id = $4 end
   order by account_id`,
)

/**
 * Tells everybody who serves in a role as far as it reaches: that body, or that place. In the app only, as staff
 * works there; nobody is woken up. The key is of the occasion; each person has it once.
 */
export async function tellOffice(
  context: Context,
  tx: Db,
  {
    role,
    place,
    except = [],
    ...notice
  }: Omit<Notice, 'accountId' | 'organisationId' | 'quietly'> & {
    role: StaffRole
    place: Place
    except?: readonly string[]
  },
): Promise<void> {
  const { organisationId, regionCode } = place
  const people = await tx.many(
    serving,
    role,
    except,
    reachesRegion(role),
    organisationId,
    aroundOf(regionCode),
  )
  for (const { account_id } of people)
    await writeNotice(context, tx, {
      ...notice,
      accountId: account_id,
      organisationId,
      key: `${notice.key}/${account_id}`,
      quietly: true,
    })
}
