import { type Instant, minutesBetween } from '#domain/day'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { placeOf } from './accounts.ts'

type Row = {
  id: string
  data_key: Buffer | null
  phone: Buffer | null
  name: Buffer | null
  wechat: Buffer | null
  region_code: string | null
  created_at: Instant
  phone_used_at: Instant | null
}

/** An account as its owner may see it. */
export type Person = {
  id: string
  phone: string | null
  name: string | null
  openId: string | null
  regionCode: string | null
  createdAt: Instant
  phoneUsedAt: Instant | null
}

const find = sql<Row>(
  'person_find',
  `select id, data_key, phone, name, wechat, region_code, created_at, phone_used_at
   from account where id = $1 and cancelled_at is null`,
)

/** Undefined once the account is cancelled. */
export async function readPerson(
  { vault }: Pick<Context, 'vault'>,
  db: Db,
  id: string,
): Promise<Person | undefined> {
  const row = await db.one(find, id)
  if (!row) return undefined
  const key = row.data_key && vault.openKey(row.data_key, `account/${id}`)
  const open = (column: 'phone' | 'name' | 'wechat') => {
    const sealed = row[column]
    return key && sealed ? vault.unseal(key, placeOf(id, column), sealed) : null
  }
  return {
    id,
    phone: open('phone'),
    name: open('name'),
    openId: open('wechat'),
    regionCode: row.region_code,
    createdAt: row.created_at,
    phoneUsedAt: row.phone_used_at,
  }
}

const DAY_MINUTES = 24 * 60
/** Operators give a number to somebody else after 90 days at the earliest; twice that is asked again. */
const STALE_DAYS = 180

/** Nobody has signed in with the number for so long that it may belong to somebody else by now. */
export const isStale = (phoneUsedAt: Instant | null, wallNow: Instant): boolean =>
  phoneUsedAt !== null && minutesBetween(phoneUsedAt, wallNow) >= STALE_DAYS * DAY_MINUTES

/** The number under which the person can be reached; null when there is none, or none that is still sure to be theirs. */
export const reachableAt = ({ phone, phoneUsedAt }: Person, wallNow: Instant): string | null =>
  isStale(phoneUsedAt, wallNow) ? null : phone
