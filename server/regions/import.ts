import type { Day } from '#domain/day'
import { LEVELS, type RegionCode } from '#domain/region'
import { type Database, type Db, sql } from '../db/sql.ts'
import { keyOf } from '../search/key.ts'
import {
  add,
  close,
  keepFormer,
  kept,
  listedProvinces,
  rename,
  reopen,
  repath,
  respell,
} from './differences.ts'
import type { Division } from './division.ts'
import { rebuildSuggestions } from './suggestions.ts'

/** What an import did. `kept` places have changed since the day of which the list speaks, and stay as they are. */
export type ImportReport = {
  listed: number
  added: number
  renamed: readonly { code: RegionCode; before: string; after: string }[]
  reopened: number
  closed: readonly { code: RegionCode; path: string; replacedBy: RegionCode | null }[]
  kept: number
}

export const STEPS = ['read', 'compare', 'add', 'index'] as const
export type Step = (typeof STEPS)[number]
export type Progress = (step: Step, done: number, of: number) => void

const BATCH = 5000

const lock = sql('region_lock', 'lock table region in share row exclusive mode')
// The usual few megabytes would sort and index a whole country on disk.
const stage = `
  set local work_mem = '128MB';
  set local maintenance_work_mem = '256MB';
  set local gin_pending_list_limit = '256MB';
  set local max_parallel_workers_per_gather = 0;
  create temp table incoming (
    code char(12) primary key, name text, level smallint, parent char(12), path text,
    key text, short text, initials text, pinyin text
  ) on commit drop`

const send = sql(
  'region_send',
  `insert into incoming
   select * from unnest($1::char(12)[], $2::text[], $3::smallint[], $4::char(12)[], $5::text[],
                        $6::text[], $7::text[], $8::text[], $9::text[])`,
)

/**
 * Brings the table to what the list says as of `day`, all or nothing: adds, renames, reopens, closes.
 * The same list a second time changes nothing.
 */
export function importDivisions(
  database: Database,
  divisions: readonly Division[],
  { day, whole = false }: { day: Day; whole?: boolean },
  progress: Progress = () => undefined,
): Promise<ImportReport> {
  return database.inTransaction(async (tx) => {
    await tx.run(lock)
    await tx.raw(stage)
    await sendAll(tx, divisions, progress)
    await tx.raw('analyze incoming')
    return { listed: divisions.length, ...(await apply(tx, day, whole, progress)) }
  })
}

async function apply(tx: Db, day: Day, whole: boolean, progress: Progress) {
  progress('compare', 0, 1)
  const newer = (await tx.one(kept, day))?.kept ?? 0
  await tx.run(keepFormer, day)
  const renamed = await tx.many(rename, day)
  const reopened = await tx.run(reopen, day)
  const respelt = await tx.run(respell)
  const added = await addAll(tx, day, progress)
  const closed = await tx.many(close, day, whole)
  const changed = renamed.length + reopened + respelt + added + closed.length
  if (renamed.length + reopened + newer > 0)
    for (const level of LEVELS.keys()) await tx.run(repath, level + 1)
  if (changed > 0) await settle(tx, progress)
  progress('index', 1, 1)
  return { added, renamed, reopened, closed, kept: newer }
}

async function addAll(tx: Db, day: Day, progress: Progress): Promise<number> {
  let added = 0
  const provinces = await tx.many(listedProvinces)
  for (const [index, { province }] of provinces.entries()) {
    progress('add', index, provinces.length)
    added += await tx.run(add, day, province)
  }
  return added
}

async function settle(tx: Db, progress: Progress) {
  // What the index of names has put off, so that no search has to wade through it.
  await tx.raw(`select gin_clean_pending_list('region_grams')`)
  await tx.raw('analyze region')
  await rebuildSuggestions(tx, (done, of) => progress('index', done, of))
}

async function sendAll(tx: Db, divisions: readonly Division[], progress: Progress) {
  const paths = new Map<string | null, string>([[null, '']])
  for (let start = 0; start < divisions.length; start += BATCH) {
    await tx.run(send, ...columns(divisions.slice(start, start + BATCH), paths))
    progress('read', Math.min(start + BATCH, divisions.length), divisions.length)
  }
}

/** Divisions stand in the order of their codes, so the path of the parent is known. */
function columns(divisions: readonly Division[], paths: Map<string | null, string>): unknown[][] {
  const rows = divisions.map(({ code, name, level, parent }) => {
    const path = `${paths.get(parent)} ${name}`.trim()
    if (level !== 'village') paths.set(code, path)
    const { key, short, initials, pinyin } = keyOf(name)
    return [code, name, LEVELS.indexOf(level) + 1, parent, path, key, short, initials, pinyin]
  })
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]))
}
