import type { listCases } from '#contract/case'
import type { Query } from '#contract/endpoint'
import { isStaff } from '#domain/actor'
import { readCaseNumber } from '#domain/case-number'
import { readPhone } from '#domain/phone'
import { Refusal } from '#domain/refusal'
import type { Database } from '../db/sql.ts'
import type { Vault } from '../vault/vault.ts'
import type { Casework } from './casework.ts'
import { summarise, type Viewer } from './present.ts'
import { type CaseRow, type Filter, mine, ofDesk } from './read.ts'

type Asked = Query<typeof listCases>
type Page = { rows: CaseRow[]; next: string | null }

export async function listFor(work: Casework, asked: Asked, viewer: Viewer) {
  const { rows, next } = await (asked.view === 'desk' ? deskPage : minePage)(work, asked, viewer)
  return { items: rows.map((row) => summarise(work, row, viewer)), next }
}

const present = (filter: Filter): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))

const common = ({ kind, status, overdue }: Asked, { now }: Viewer): Filter =>
  present({ kind, status, overdue: overdue === 'true' ? now : undefined })

async function minePage({ context }: Casework, asked: Asked, viewer: Viewer): Promise<Page> {
  const filter = present({ ...common(asked, viewer), afterId: asked.cursor })
  const { statement, values } = mine(filter)
  const found = await context.database.many(statement, viewer.caller.accountId, asked.limit + 1, ...values)
  return cut(found, asked.limit, (row) => row.id)
}

/** The cases of every organisation in which the caller serves, one list in the order of the desk. */
async function deskPage(work: Casework, asked: Asked, viewer: Viewer): Promise<Page> {
  if (!isStaff(viewer.caller)) throw new Refusal('not_yours')
  const { database, vault } = work.context
  const rest = present({
    ...common(asked, viewer),
    day: asked.day,
    ...sought(vault, asked.q),
    afterOrder: cursorOf(asked),
  })
  const pages = scopes(work, viewer).map(([organisationId, kinds]) =>
    deskRows(database, organisationId, asked.limit + 1, { ...rest, kinds }),
  )
  const rows = (await Promise.all(pages)).flat()
  rows.sort((a, b) => a.desk_order - b.desk_order || (a.id < b.id ? -1 : 1))
  return cut(rows, asked.limit, (row) => `${row.desk_order} ${row.id}`)
}

function deskRows(database: Database, organisationId: string, most: number, filter: Filter) {
  const { statement, values } = ofDesk(filter)
  return database.many(statement, organisationId, most, ...values)
}

/** Organisation → the kinds of case that the caller may read there. */
function scopes({ kinds }: Casework, { caller }: Viewer): [string, string[]][] {
  const readable = (role: string) =>
    Object.values(kinds).flatMap(({ procedure }) =>
      procedure.readBy.some((one) => one === role) ? [procedure.kind] : [],
    )
  return [...new Set(caller.grants.map(({ organisationId }) => organisationId))].map((id) => [
    id,
    caller.grants.filter(({ organisationId }) => organisationId === id).flatMap(({ role }) => readable(role)),
  ])
}

function cursorOf({ cursor }: Asked): string | undefined {
  if (cursor !== undefined && !/^-?\d{1,15} [\w-]{1,64}$/.test(cursor)) throw new Refusal('malformed')
  return cursor
}

/** What was typed into the search field: a case number or a whole telephone number. */
function sought(vault: Vault, q: string | undefined): Filter {
  if (!q) return {}
  const number = readCaseNumber(q)
  if (number) return { number }
  const read = readPhone(q)
  return 'phone' in read ? { phone: vault.index('phone', read.phone) } : { number: q }
}

function cut<Row extends CaseRow>(rows: Row[], limit: number, cursor: (row: Row) => string): Page {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? cursor(last) : null }
}
