import type { listCases, searchCases } from '#contract/case'
import type { Body, Query } from '#contract/endpoint'
import { isStaff, reachesRegion } from '#domain/actor'
import { readCaseNumber } from '#domain/case-number'
import { isInstant } from '#domain/day'
import { readPhone } from '#domain/phone'
import { Refusal } from '#domain/refusal'
import { countyOf, LEVEL_DIGITS, stemOf } from '#domain/region'
import type { Vault } from '../vault/vault.ts'
import type { Casework } from './casework.ts'
import { summarise, type Viewer } from './present.ts'
import {
  type CaseRow,
  type Filter,
  mine,
  ofDay,
  ofDesk,
  ofHandler,
  ofHandlerOnDay,
  ofRegion,
  ofRegionOnDay,
} from './read.ts'

type Asked = Query<typeof listCases>
type Page = { rows: CaseRow[]; next: string | null }

export async function listFor(work: Casework, asked: Asked, viewer: Viewer) {
  const { rows, next } = await (asked.view === 'desk' ? deskPage : minePage)(work, asked, viewer)
  return { items: rows.map((row) => summarise(work, row, viewer)), next }
}

/** A number that somebody says at the line: of a case, or of a telephone. */
export async function searchFor(work: Casework, asked: Body<typeof searchCases>, viewer: Viewer) {
  return listFor(work, { ...asked, view: 'desk' }, viewer)
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

/** One list for all organisations in which the caller serves: of one day by time, else in the order of the desk. */
async function deskPage(work: Casework, asked: Asked, viewer: Viewer): Promise<Page> {
  if (!isStaff(viewer.caller)) throw new Refusal('not_yours')
  const { database, vault } = work.context
  const order = asked.day ? BY_TIME : BY_DESK
  const rest = present({
    ...common(asked, viewer),
    day: asked.day,
    desk: asked.deskId,
    channel: asked.channel,
    ...sought(vault, asked.q),
    [order.after]: cursorOf(asked, order),
  })
  const pages = scopes(work, viewer).map(([organisationId, kinds]) => {
    const { statement, values } = order.listing({ kinds, ...rest })
    return database.many(statement, organisationId, asked.limit + 1, ...values)
  })
  for (const { county, below, kinds } of regions(work, viewer)) {
    const { statement, values } = order.ofRegion({ kinds, below, ...rest })
    pages.push(database.many(statement, county, asked.limit + 1, ...values))
  }
  const own = order.ofHandler(rest)
  pages.push(database.many(own.statement, viewer.caller.accountId, asked.limit + 1, ...own.values))
  const rows = apart((await Promise.all(pages)).flat())
  rows.sort((a, b) => compare(order.place(a), order.place(b)) || compare(a.id, b.id))
  return cut(rows, asked.limit, (row) => `${order.place(row)} ${row.id}`)
}

/** A case that I have is also one of my desk. */
const apart = (rows: readonly DeskRow[]) => [...new Map(rows.map((row) => [row.id, row])).values()]

const compare = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0)

type DeskRow = CaseRow & { desk_order: number }
/** What the cursor of a page must be, so that nothing else reaches the database. */
type Order = {
  listing: typeof ofDesk
  ofHandler: typeof ofDesk
  ofRegion: typeof ofDesk
  after: keyof Filter
  place(row: DeskRow): number | string
  cursor: RegExp
}

const BY_DESK: Order = {
  listing: ofDesk,
  ofHandler,
  ofRegion,
  after: 'afterOrder',
  place: (row) => row.desk_order,
  cursor: /^-?\d{1,15} [\w-]{1,64}$/,
}
const BY_TIME: Order = {
  listing: ofDay,
  ofHandler: ofHandlerOnDay,
  ofRegion: ofRegionOnDay,
  after: 'afterStart',
  place: (row) => row.starts_at ?? '',
  cursor: /^\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d\+08:00 [\w-]{1,64}$/,
}

const readable = ({ kinds }: Casework, role: string): string[] =>
  Object.values(kinds).flatMap(({ procedure }) =>
    procedure.readBy.some((one) => one === role) ? [procedure.kind] : [],
  )

/** Organisation → the kinds of case that the caller may read there. */
function scopes(work: Casework, { caller }: Viewer): [string, string[]][] {
  const own = caller.grants.filter(({ role }) => !reachesRegion(role))
  return [...new Set(own.map(({ organisationId }) => organisationId))].map((id) => [
    id,
    own.filter(({ organisationId }) => organisationId === id).flatMap(({ role }) => readable(work, role)),
  ])
}

/** Places below a county whose cases the caller reads, whoever has them. */
const regions = (work: Casework, { caller }: Viewer) =>
  caller.grants
    .filter(({ role, regionCode }) => reachesRegion(role) && stemOf(regionCode).length >= COUNTY)
    .map(({ role, regionCode }) => ({
      county: countyOf(regionCode),
      below: `${stemOf(regionCode)}%`,
      kinds: readable(work, role),
    }))
    .filter(({ kinds }) => kinds.length > 0)

const COUNTY = LEVEL_DIGITS.county

function cursorOf({ cursor }: Asked, order: Order): string | undefined {
  if (
    cursor !== undefined &&
    !(order.cursor.test(cursor) && (order === BY_DESK || isInstant(cursor.slice(0, 25))))
  )
    throw new Refusal('malformed')
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
