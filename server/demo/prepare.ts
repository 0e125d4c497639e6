import { randomBytes } from 'node:crypto'

import { Secret } from 'otpauth'

import { dayOf } from '#domain/day'
import { accountOf, keyOf, placeOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { prepareRegions } from '../regions/prepare.ts'
import { loadAdvisers } from './advisers.ts'
import { loadCommittees } from './committees.ts'
import { qualifyLawyers } from './lawyers.ts'
import { CITY, type DemoOrganisation, type DemoStaff, hotlineOf, ORGANISATIONS, STAFF } from './people.ts'

const counties = sql<{ code: string; name: string }>(
  'demo_counties',
  `select code, name from region where parent = $1 and level = 3 and valid_to is null order by code`,
)
const isThere = sql('demo_is_there', `select from organisation where id = 'demo-city'`)
const addOrganisation = sql(
  'demo_organisation',
  'insert into organisation (id, name, kind, region_code, created_at) values ($1, $2, $3, $4, $5)',
)
const addDesk = sql(
  'demo_desk',
  `insert into desk (id, organisation_id, name, region_code, channels, address, phone)
   values ($1, $2, $3, $4, '{call_back,video,visit}', $5, '12348')`,
)
const addHours = sql(
  'demo_hours',
  `insert into opening (desk_id, weekday, opens, closes, minutes, capacity)
   select $1, day, opens::time, closes::time, 30, capacity
   from (values ('09:00', '12:00', 3), ('14:30', '17:30', 3)) as hours(opens, closes, capacity),
     generate_series(1, 5) as day
   union all select $1, 6, '09:00', '12:00', 30, 1`,
)
const addRole = sql(
  'demo_role',
  `insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
   values ($1, $2, $3, $4, $5, $6)`,
)
const addFactor = sql('demo_factor', 'insert into staff_factor (account_id, secret) values ($1, $2)')

/** Loads the division tree and the invented people once. */
export async function prepareDemo(context: Context, say: (line: string) => void): Promise<void> {
  await prepareRegions(context.database, say)
  await context.database.inTransaction(async (tx) => {
    if (await tx.run(isThere)) return
    say('loading the demo data …')
    const hotlines = (await tx.many(counties, CITY)).map(hotlineOf)
    for (const organisation of [...ORGANISATIONS, ...hotlines]) await place(context, tx, organisation)
    for (const hotline of hotlines) await openDesk(tx, hotline)
    for (const person of STAFF) await employ(context, tx, person)
    await qualifyLawyers(context, tx)
    await loadCommittees(tx, dayOf(context.now()))
    await loadAdvisers(context, tx)
  })
}

const place = ({ now }: Context, tx: Db, { id, name, kind, regionCode }: DemoOrganisation) =>
  tx.run(addOrganisation, id, name, kind, regionCode, now())

async function openDesk(tx: Db, { id, name, regionCode }: DemoOrganisation) {
  const desk = id.replace('hotline', 'desk')
  const address = `${name.replace('12348热线（演示）', '')}公共法律服务中心（演示地址）`
  await tx.run(addDesk, desk, id, name.replace('热线', '热线咨询岗'), regionCode, address)
  await tx.run(addHours, desk)
}

/** A staff member with a second factor; in demo mode its code is shown at sign-in. */
async function employ(
  { vault, now }: Context,
  tx: Db,
  { phone, name, role, organisationId, regionCode }: DemoStaff,
) {
  const id = await accountOf(tx, vault, { phone, name, now: now() })
  await tx.run(addRole, newId(), id, role, organisationId, regionCode, now())
  const key = await keyOf(tx, vault, id)
  const secret = new Secret({ buffer: Uint8Array.from(randomBytes(20)).buffer }).base32
  await tx.run(addFactor, id, vault.seal(key, placeOf(id, 'otp'), secret))
}
