import { type DocumentType, documentNumber, signsOf, sortOf } from '#domain/document'
import { type Db, sql } from '../db/sql.ts'

type Counted = { sign: string; serial: number }

/** Locks the counter until the end of the transaction: nobody gets the next number before this one is certain. */
const count = sql<Counted>(
  'document_count',
  `update document_number set next = next + 1 where organisation_id = $1 and year = $2 and type = $3
   returning sign, next - 1 as serial`,
)
/** First numbers are rare: they wait for each other, so that two offices do not take the same sign. */
const beginning = sql('document_number_beginning', 'select pg_advisory_xact_lock(5)')
const begin = sql(
  'document_number_begin',
  `insert into document_number (organisation_id, year, type, sign, next) values ($1, $2, $3, $4, 1)
   on conflict (organisation_id, year, type) do nothing`,
)
const office = sql<{ name: string; sign: string | null; path: string | null }>(
  'document_office',
  `select o.name, o.document_sign as sign, r.path from organisation o left join region r on r.code = o.region_code
   where o.id = $1`,
)
const taken = sql<{ sign: string }>(
  'document_signs_taken',
  'select sign from document_number where year = $1 and type = $2 and organisation_id <> $3',
)

/** The next number of this organisation, year and sort; null for sorts that take none. A rollback gives it back. */
export async function takeNumber(
  tx: Db,
  organisationId: string,
  year: number,
  type: DocumentType,
): Promise<string | null> {
  const { word } = sortOf(type)
  if (!word) return null
  const counted =
    (await tx.one(count, organisationId, year, type)) ?? (await first(tx, organisationId, year, type))
  return documentNumber(counted.sign, word, year, counted.serial)
}

async function first(tx: Db, organisationId: string, year: number, type: DocumentType): Promise<Counted> {
  await tx.run(beginning)
  await tx.run(begin, organisationId, year, type, await freeSign(tx, organisationId, year, type))
  const counted = await tx.one(count, organisationId, year, type)
  if (!counted) throw new Error(`no counter for documents ${type} of ${year}`)
  return counted
}

async function freeSign(tx: Db, organisationId: string, year: number, type: DocumentType): Promise<string> {
  const found = await tx.one(office, organisationId)
  const used = new Set((await tx.many(taken, year, type, organisationId)).map(({ sign }) => sign))
  const wished = [...(found?.sign ? [found.sign] : []), ...signsOf(placesOf(found?.path), found?.name ?? '')]
  const free = wished.find((sign) => !used.has(sign))
  if (free === undefined) throw new Error(`no sign is free for documents ${type} of ${year}`)
  return free
}

/** From the county down; for an office of the city, the city. */
function placesOf(path: string | null | undefined): string[] {
  const names = path?.split(' ') ?? []
  return names.length > 2 ? names.slice(2) : names.slice(-1)
}
