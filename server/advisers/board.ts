import { randomInt } from 'node:crypto'

import { toDataURL } from 'qrcode'

import type { VillageCode } from '#contract/adviser'
import { type Actor, regionCovers, type StaffRole } from '#domain/actor'
import { Refusal } from '#domain/refusal'
import { sceneOf, VILLAGE_CODES, villageCode } from '#domain/village-code'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

const place = sql<{ code: string; name: string; path: string }>(
  'board_village',
  'select code, name, path from region where code = $1 and level = 5 and valid_to is null',
)
const find = sql<{ code: string }>('board_code', 'select code from village_code where village = $1')
const insert = sql(
  'board_insert',
  'insert into village_code (village, code) values ($1, $2) on conflict do nothing',
)

const KEEPERS: readonly StaffRole[] = ['township_officer', 'bureau_officer', 'city_admin', 'village_contact']
const TRIES = 100

/** Drawn by lot, so that nobody guesses the neighbour's; drawn again while somebody else has it. */
async function codeOf(db: Db, village: string): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await db.one(find, village)
    if (found) return found.code
    await db.run(insert, village, villageCode(randomInt(VILLAGE_CODES)))
  }
  throw new Error('no free village code')
}

/** In WeChat with the scene; on the web the same page with the same query. */
const PAGE = 'pages/advisers/village/index'

/** What hangs in the village; the same village keeps its code. */
export async function boardOf({ database, env }: Context, caller: Actor, code: string): Promise<VillageCode> {
  const village = await database.one(place, code)
  if (!village) throw new Refusal('not_found')
  const isTheirs = caller.grants.some(
    ({ role, regionCode }) => KEEPERS.includes(role) && regionCovers(regionCode, code),
  )
  if (!isTheirs) throw new Refusal('not_yours')
  const digits = await codeOf(database, code)
  const scene = sceneOf(digits)
  const url = `${env.publicUrl}/#/${PAGE}?${scene}`
  return {
    village,
    code: digits,
    scene,
    page: PAGE,
    url,
    qr: await toDataURL(url, { margin: 2, scale: 6 }),
  }
}
