import type { GenericSchema, InferOutput } from 'valibot'

import type { RowProblem } from '#contract/admin'
import { NewDesk } from '#contract/admin-desk'
import { NewOrganisation } from '#contract/organisation'
import { NewStaff } from '#contract/staff'
import { ROLE_NAME } from '#domain/actor'
import { CHANNEL_NAME } from '#domain/hotline-words'
import { ORGANISATION_KIND_NAME } from '#domain/organisation'
import { type FieldProblems, invalid, Refusal } from '#domain/refusal'
import { isRounded, named, parts, SHEET_KINDS, type SheetKind } from '#domain/sheet'
import { halfWidth } from '#domain/typed'
import { parse } from '../http/read.ts'
import { importCapacity } from './capacity.ts'
import { addDesk } from './desks.ts'
import type { Act, Office } from './office.ts'
import { addOrganisation } from './organisations.ts'
import { type PlaceReader, placeReader } from './places.ts'
import { badRows, readSheet, type SheetRow } from './sheet.ts'
import { appoint } from './staff.ts'

type Cells = SheetRow['cells']
type Import = (office: Office, act: Act, rows: readonly SheetRow[]) => Promise<RowProblem[]>

/** How one line becomes what the page would have sent. */
type Reading<S extends GenericSchema> = {
  schema: S
  /** Two lines with the same of these are the same thing twice. */
  same: readonly string[]
  /** A field's cell as the schema wants it; what is not named here goes as typed. */
  mean: (cells: Cells, places: PlaceReader) => Readonly<Record<string, () => unknown>>
  add: (office: Office, act: Act, body: InferOutput<S>) => Promise<unknown>
}

const oneByOne =
  <S extends GenericSchema>({ schema, same, mean, add }: Reading<S>): Import =>
  async (office, act, rows) => {
    const places = placeReader(act.tx, act.caller)
    const seen = new Map<string, number>()
    const bad: RowProblem[] = []
    for (const { line, cells } of rows) {
      const key = same.map((field) => halfWidth(cells[field] ?? '')).join('\n')
      const twin = seen.get(key)
      const reason = twin
        ? `与第 ${twin} 行重复`
        : await reasonAgainst(async () =>
            add(office, act, await bodyOf(schema, { ...cells }, mean(cells, places))),
          )
      seen.set(key, twin ?? line)
      if (reason) bad.push({ line, reason })
    }
    return bad
  }

/** Every problem of the line at once: what no place answers to, and what the schema says. */
async function bodyOf<S extends GenericSchema>(
  schema: S,
  body: Record<string, unknown>,
  meanings: Readonly<Record<string, () => unknown>>,
): Promise<InferOutput<S>> {
  const problems: Record<string, string> = {}
  for (const [field, meaning] of Object.entries(meanings))
    try {
      body[field] = await meaning()
    } catch (error) {
      Object.assign(problems, fieldsOf(error))
    }
  try {
    const output = parse(schema, body)
    if (Object.keys(problems).length === 0) return output
  } catch (error) {
    throw invalid({ ...fieldsOf(error), ...problems })
  }
  throw invalid(problems)
}

function fieldsOf(error: unknown): FieldProblems {
  if (error instanceof Refusal && error.fields) return error.fields
  throw error
}

/** What stands against a line; null when it was taken. */
async function reasonAgainst(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.fields ? [...new Set(Object.values(error.fields))].join('；') : error.message
  }
}

/** An empty cell says nothing. */
const orNull = (text: string | undefined) => (text ? text : null)

function phone(text: string | undefined): string | null {
  if (text && isRounded(text))
    throw invalid({ phone: '电话被表格软件改成了科学计数，请把这一列设成“文本”再填一遍' })
  return orNull(text)
}

const IMPORTS: Readonly<Record<SheetKind, Import>> = {
  organisations: oneByOne({
    schema: NewOrganisation,
    same: ['name'],
    mean: (cells, places) => ({
      kind: () => named(ORGANISATION_KIND_NAME, cells.kind ?? ''),
      regionCode: () => places.region(cells.regionCode ?? ''),
      address: () => orNull(cells.address),
      phone: () => phone(cells.phone),
    }),
    add: (_, act, body) => addOrganisation(act, body),
  }),
  desks: oneByOne({
    schema: NewDesk,
    same: ['organisationId', 'name'],
    mean: (cells, places) => ({
      organisationId: () => places.organisation(cells.organisationId ?? ''),
      regionCode: () => places.region(cells.regionCode ?? ''),
      channels: () => channels(cells.channels ?? ''),
      address: () => orNull(cells.address),
      phone: () => phone(cells.phone),
    }),
    add: (_, act, body) => addDesk(act, body),
  }),
  staff: oneByOne({
    schema: NewStaff,
    same: ['phone', 'role', 'organisationId'],
    mean: (cells, places) => ({
      role: () => named(ROLE_NAME, cells.role ?? ''),
      organisationId: () => places.organisation(cells.organisationId ?? ''),
      regionCode: () => places.region(cells.regionCode ?? ''),
      phone: () => phone(cells.phone) ?? '',
    }),
    add: appoint,
  }),
  capacity: importCapacity,
}

function channels(text: string) {
  const wanted = parts(text).map((part) => ({ part, channel: named(CHANNEL_NAME, part) }))
  const unknown = wanted.find(({ channel }) => !channel)
  if (unknown)
    throw invalid({
      channels: `不认识“${unknown.part.trim()}”，联系方式请填：${Object.values(CHANNEL_NAME).join('、')}`,
    })
  return wanted.map(({ channel }) => channel)
}

/** All rows or none. @throws Refusal `invalid` that names every bad row */
export async function importSheet(office: Office, act: Act, what: string, csv: string): Promise<number> {
  const kind = SHEET_KINDS.find((one) => one === what)
  if (!kind) throw new Refusal('not_found')
  const rows = readSheet(kind, csv)
  const bad = await IMPORTS[kind](office, act, rows)
  if (bad.length > 0) throw badRows(bad)
  return rows.length
}
