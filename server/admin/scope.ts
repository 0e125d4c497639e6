import { type Actor, regionCovers, regionsOf } from '#domain/actor'
import { invalid, Refusal } from '#domain/refusal'
import { stemOf } from '#domain/region'
import { sql } from '../db/sql.ts'
import type { Act } from './office.ts'

/** The regions that an administrator looks after. */
export const ownRegions = (caller: Actor): string[] => regionsOf(caller, ['city_admin'])

/** The same as patterns for `like any`. */
export const placesOf = (caller: Actor): string[] => ownRegions(caller).map((code) => `${stemOf(code)}%`)

/** @throws Refusal `not_yours` for what lies in a place of another administrator */
export function within(caller: Actor, regionCode: string): void {
  if (!ownRegions(caller).some((own) => regionCovers(own, regionCode)))
    throw new Refusal('not_yours', '这个地方不归你管理')
}

const exists = sql('admin_region', 'select from region where code = $1 and valid_to is null')

/** A place that exists today and that the administrator looks after. */
export async function checkPlace({ tx, caller, good }: Act, regionCode: string): Promise<void> {
  if (good.has(regionCode)) return
  if (!(await tx.run(exists, regionCode))) throw invalid({ regionCode: '没有这个地区，请重新选择' })
  within(caller, regionCode)
  good.add(regionCode)
}

type Body = { region_code: string; active: boolean }
const body = sql<Body>('admin_body', 'select region_code, active from organisation where id = $1')

/** A body that is at work and in a place that the administrator looks after. */
export async function checkOrganisation({ tx, caller, good }: Act, organisationId: string): Promise<void> {
  if (good.has(organisationId)) return
  const found = await tx.one(body, organisationId)
  if (!found) throw invalid({ organisationId: '没有这个机构，请重新选择' })
  if (!found.active) throw invalid({ organisationId: '这个机构已经停用，请先启用它' })
  within(caller, found.region_code)
  good.add(organisationId)
}
