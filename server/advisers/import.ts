import type { RowProblem } from '#contract/admin'
import type { Actor } from '#domain/actor'
import { ADVISER_COLUMNS } from '#domain/adviser-sheet'
import type { Day, Instant } from '#domain/day'
import { invalid, Refusal } from '#domain/refusal'
import { MAX_ROWS, readHeadings } from '#domain/sheet'
import { accountOf } from '../accounts/accounts.ts'
import type { Casework } from '../cases/casework.ts'
import { officeFor } from '../cases/office.ts'
import { sql } from '../db/sql.ts'
import { newId } from '../id.ts'
import { keyOf as searchKeyOf } from '../search/key.ts'
import { readCsv } from '../sheets/csv.ts'
import { readSheet } from '../sheets/read.ts'
import type { SearchPlaces } from './find.ts'
import { type Cells, type Entry, type Reading, reaches, readLine } from './import-line.ts'
import { cancelOrphans } from './orphans.ts'

type Sent = { csv?: string | undefined; xlsx?: string | undefined }

const rowsOf = ({ csv, xlsx }: Sent): Promise<string[][]> =>
  xlsx === undefined ? Promise.resolve(readCsv(csv ?? '')) : readSheet(Buffer.from(xlsx, 'base64'))

const SHOWN = 200

function badRows(rows: readonly RowProblem[]): Refusal {
  const more = rows.length > SHOWN ? `，先列出前 ${SHOWN} 行` : ''
  const words = `有 ${rows.length} 行需要改${more}。没有导入任何一行，改好后请重新导入整个文件`
  return new Refusal('invalid', words, { fields: { csv: words }, rows: rows.slice(0, SHOWN) })
}

/** The rows under the headings, with their numbers in the sheet. */
function linesOf(rows: readonly string[][]): { line: number; cells: Cells }[] {
  const top = Math.max(
    0,
    rows.findIndex((cells) => cells.some(Boolean)),
  )
  const [head = [], ...rest] = rows.slice(top)
  const headings = readHeadings(head, ADVISER_COLUMNS)
  if (!headings.ok) throw badRows([{ line: top + 1, reason: headings.problem }])
  const lines = rest
    .map((cells, n) => ({
      line: top + n + 2,
      cells: Object.fromEntries(headings.fields.map((field, at) => [field, (cells[at] ?? '').trim()])),
    }))
    .filter(({ cells }) => Object.values(cells).some(Boolean))
  if (lines.length === 0) throw invalid({ csv: '表里没有内容：第一行是列名，从第二行起每行一条' })
  if (lines.length > MAX_ROWS) throw invalid({ csv: `一次最多导入 ${MAX_ROWS} 行，请分几次` })
  return lines
}

const SAME: readonly (readonly [field: 'name' | 'phone' | 'occupation' | 'firm', title: string])[] = [
  ['name', '姓名'],
  ['phone', '手机号'],
  ['occupation', '职业'],
  ['firm', '执业机构'],
]

/** One adviser in several rows is written in the same way in each: which of two would be right? */
function contradictions(entries: readonly Entry[]): RowProblem[] {
  const first = new Map<string, Entry>()
  return entries.flatMap((entry) => {
    const before = first.get(entry.licence)
    if (!before) first.set(entry.licence, entry)
    const other = SAME.filter(([field]) => before && before[field] !== entry[field]).map(([, title]) => title)
    if (!before || other.length === 0) return []
    return [
      {
        line: entry.line,
        reason: `执业证号与第 ${before.line} 行相同，但${other.join('、')}不一样，请核对是不是同一个人`,
      },
    ]
  })
}

type Known = { id: string; account_id: string; region_code: string; villages: string[] }

const known = sql<Known>(
  'adviser_import_known',
  `select a.id, a.account_id, o.region_code,
     array(select v.village::text from adviser_village v where v.adviser_id = a.id) as villages
   from adviser a join organisation o on o.id = a.organisation_id where a.licence = $1`,
)
const byAccount = sql<{ licence: string }>(
  'adviser_import_account',
  'select licence from adviser where account_id = $1',
)
const insert = sql(
  'adviser_import_add',
  `insert into adviser (id, account_id, organisation_id, county, name, occupation, licence, firm, phone, languages,
     key, initials, pinyin, firm_key, firm_initials, firm_pinyin, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
)
const update = sql(
  'adviser_import_change',
  `update adviser set name = $2, occupation = $3, firm = $4, phone = $5, languages = $6, key = $7, initials = $8,
     pinyin = $9, firm_key = $10, firm_initials = $11, firm_pinyin = $12, active = true where id = $1`,
)
const grant = sql(
  'adviser_import_role',
  `insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
   values ($1, $2, 'village_adviser', $3, $4, $5)
   on conflict (account_id, role, organisation_id) where ended_at is null do nothing`,
)
/** Whoever had it until now has it until the day before. */
const endBefore = sql(
  'adviser_import_end',
  `update adviser_village set to_day = $2::date - 1
   where village = $1 and from_day < $2::date and (to_day is null or to_day >= $2::date)`,
)
const clash = sql<{ name: string }>(
  'adviser_import_clash',
  `select a.name from adviser_village v join adviser a on a.id = v.adviser_id
   where v.village = $1 and v.from_day <= coalesce($3::date, 'infinity')
     and coalesce(v.to_day, 'infinity') >= $2::date and v.adviser_id <> $4 limit 1`,
)
/** An earlier start takes in what the same adviser already had from later on. */
const takeIn = sql<{ substitute_id: string | null }>(
  'adviser_import_take_in',
  `delete from adviser_village where village = $1 and adviser_id = $4 and from_day > $2::date
     and coalesce(to_day, 'infinity') <= coalesce($3::date, 'infinity') returning substitute_id`,
)
const later = sql<{ from_day: Day }>(
  'adviser_import_later',
  `select from_day from adviser_village where village = $1 and adviser_id = $4 and from_day > $2::date
     and from_day <= coalesce($3::date, 'infinity') limit 1`,
)
const assign = sql(
  'adviser_import_assign',
  `insert into adviser_village (village, from_day, to_day, adviser_id, visits_month, substitute_id)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (village, from_day) do update set to_day = excluded.to_day, visits_month = excluded.visits_month
     where adviser_village.adviser_id = excluded.adviser_id`,
)
const standIn = sql(
  'adviser_import_substitute',
  'update adviser_village set substitute_id = $3 where village = any($1) and from_day = $2 and adviser_id <> $3',
)
const line = sql('adviser_import_lock', 'lock table adviser in share row exclusive mode')

/** All rows or none. @throws Refusal `invalid` that names every bad row */
export async function importAdvisers(
  work: Casework,
  places: SearchPlaces,
  sent: Sent,
  { caller, now }: { caller: Actor; now: Instant },
): Promise<{ advisers: number; villages: number }> {
  const { context } = work
  const lines = linesOf(await rowsOf(sent))
  return context.database.inTransaction(async (tx) => {
    await tx.run(line)
    const reading = { context, tx, places, caller, now }
    const read: (Entry | RowProblem)[] = []
    for (const one of lines) read.push(await readLine(reading, one))
    const entries = read.flatMap((one) => ('reason' in one ? [] : [one]))
    const problems = read.flatMap((one) => ('reason' in one ? [one] : []))
    problems.push(...contradictions(entries))
    if (problems.length > 0) throw badRows(problems.sort((a, b) => a.line - b.line))
    const added = await addAll(reading, entries)
    await cancelOrphans(work, tx, [...new Set(entries.flatMap(({ villages }) => villages))], now)
    return { advisers: added, villages: entries.reduce((sum, { villages }) => sum + villages.length, 0) }
  })
}

async function addAll(reading: Reading, entries: readonly Entry[]): Promise<number> {
  const problems: RowProblem[] = []
  const ids = new Map<string, string>()
  const note = async (entry: Entry, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push({ line: entry.line, reason: error.message })
    }
  }
  for (const entry of entries)
    await note(entry, async () => {
      ids.set(entry.licence, ids.get(entry.licence) ?? (await register(reading, entry)))
      await assignAll(reading, entry, ids.get(entry.licence) ?? '')
    })
  for (const entry of entries) await note(entry, () => substitute(reading, entry))
  if (problems.length > 0) throw badRows(problems.sort((a, b) => a.line - b.line))
  return ids.size
}

/** Somebody of another county is changed there: a licence is no key to them. */
const isTheirs = (caller: Actor, { region_code, villages }: Known) =>
  [region_code, ...villages].some((code) => reaches(caller, code))

async function register({ context, tx, caller, now }: Reading, entry: Entry): Promise<string> {
  const [first = ''] = entry.villages
  const body = await officeFor(tx, ['bureau'], first)
  const accountId = await accountOf(tx, context.vault, { phone: entry.phone, name: entry.name, now })
  const found = await tx.one(known, entry.licence)
  if (found && !isTheirs(caller, found))
    throw invalid({ licence: '这个执业证号登记在别的县（市、区），不归你管理，请联系那边的司法局' })
  if (found && found.account_id !== accountId)
    throw invalid({ phone: '这个执业证号已经登记在另一个手机号下' })
  const other = await tx.one(byAccount, accountId)
  if (other && other.licence !== entry.licence) throw invalid({ phone: '这个手机号已经登记了另一个执业证号' })
  const own = searchKeyOf(entry.name)
  const firm = searchKeyOf(entry.firm)
  const keys = [own.key, own.initials, own.pinyin, firm.key, firm.initials, firm.pinyin]
  const { name, occupation, licence, workPhone, languages } = entry
  const id = found?.id ?? newId()
  await (found
    ? tx.run(update, id, name, occupation, entry.firm, workPhone, languages, ...keys)
    : tx.run(
        insert,
        id,
        accountId,
        body.id,
        first.slice(0, 6),
        name,
        occupation,
        licence,
        entry.firm,
        workPhone,
        languages,
        ...keys,
        now,
      ))
  await tx.run(grant, newId(), accountId, body.id, body.regionCode, now)
  return id
}

async function assignAll({ tx }: Reading, { villages, from, to, visits }: Entry, adviserId: string) {
  for (const village of villages) {
    await tx.run(endBefore, village, from)
    const other = await tx.one(clash, village, from, to, adviserId)
    if (other) throw invalid({ villages: `${village} 在这段时间已经有顾问${other.name}` })
    const [taken] = await tx.many(takeIn, village, from, to, adviserId)
    const next = await tx.one(later, village, from, to, adviserId)
    if (next)
      throw invalid({
        villages: `${village} 这位顾问从 ${next.from_day} 起已有安排，请把结束日期写到那之前，或留空`,
      })
    await tx.run(assign, village, from, to, adviserId, visits, taken?.substitute_id ?? null)
  }
}

async function substitute({ tx }: Reading, entry: Entry) {
  if (!entry.substitute) return
  const found = await tx.one(known, entry.substitute.replace(/\D/g, ''))
  if (!found) throw invalid({ substitute: '没有这位代班顾问，请填已登记的执业证号' })
  await tx.run(standIn, entry.villages, entry.from, found.id)
}
