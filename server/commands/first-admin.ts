import { accountOf } from '../accounts/accounts.ts'
import { enrol } from '../admin/factor.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { endSessionsOf } from '../session/sessions.ts'
import { Trouble } from '../trouble.ts'

type City = { code: string; name: string }

const cities = sql<City>(
  'first_admin_cities',
  'select code, name from region where level = 2 and valid_to is null and ($1::text is null or code = $1) order by code',
)
const organisation = sql<{ id: string }>(
  'first_admin_organisation',
  `select id from organisation where kind = 'city' and region_code = $1 and active order by created_at limit 1`,
)
const addOrganisation = sql(
  'first_admin_add_organisation',
  `insert into organisation (id, name, kind, region_code, created_at) values ($1, $2, 'city', $3, $4)`,
)
const addRole = sql(
  'first_admin_role',
  `insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
   values ($1, $2, 'city_admin', $3, $4, $5) on conflict do nothing`,
)
const write = sql(
  'first_admin_log',
  `insert into admin_change (id, at, by_id, what, subject, label, region_code)
   values ($1, $2, $3, 'add_staff', $3, $4, $5)`,
)

type First = { phone: string; name: string; city: string | undefined }

/**
 * Makes a person administrator of a city; who is one already gets a new second factor, so that a lost telephone
 * locks nobody out. Gives the address for the authenticator app. @throws Trouble when the city is not clear
 */
export async function createAdministrator(context: Context, { phone, name, city }: First): Promise<string> {
  const { database, vault, now, wallNow } = context
  return database.inTransaction(async (tx) => {
    const { code, name: cityName } = await chosen(tx, city)
    const accountId = await accountOf(tx, vault, { phone, name, now: wallNow() })
    const organisationId = await bodyOf(context, tx, { code, name: cityName })
    await tx.run(addRole, newId(), accountId, organisationId, code, now())
    const { otpUri } = await enrol(context, tx, accountId)
    await endSessionsOf(tx, accountId, wallNow())
    await tx.run(write, newId(), now(), accountId, `市级管理员 · ${cityName}（命令行）`, code)
    return otpUri
  })
}

async function chosen(tx: Db, wanted: string | undefined): Promise<City> {
  const found = await tx.many(cities, wanted ?? null)
  const [only] = found
  if (!only)
    throw new Trouble(
      wanted
        ? `there is no city ${wanted}: give its code of 12 digits, or import its regions first`
        : 'there are no regions yet: run npm run regions:import first',
    )
  if (found.length > 1)
    throw new Trouble('there are several cities: give the code of yours as the third argument')
  return only
}

async function bodyOf({ now }: Context, tx: Db, city: City): Promise<string> {
  const found = await tx.one(organisation, city.code)
  if (found) return found.id
  const id = newId()
  await tx.run(addOrganisation, id, `${city.name}司法局（平台管理）`, city.code, now())
  return id
}
