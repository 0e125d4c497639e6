import { CsvError, parse } from 'csv-parse/sync'

import type { RowProblem } from '#contract/admin'
import { Refusal } from '#domain/refusal'
import { MAX_ROWS, readHeadings, SHEETS, type SheetKind } from '#domain/sheet'

export type SheetRow = { line: number; cells: Readonly<Record<string, string>> }

const SHOWN = 200

/** Nothing was stored; every bad row is named, as many as anybody will read. */
export function badRows(rows: readonly RowProblem[]): Refusal {
  const more = rows.length > SHOWN ? `，先列出前 ${SHOWN} 行` : ''
  const words = `有 ${rows.length} 行需要改${more}。没有导入任何一行，改好后请重新导入整个文件`
  return new Refusal('invalid', words, { fields: { csv: words }, rows: rows.slice(0, SHOWN) })
}

type Line = { record: string[]; info: { lines: number } }

/** Sheets save with commas, semicolons or (when pasted) tabs; some people type full-width commas. */
const delimiterOf = (csv: string) => {
  const heading = csv.slice(0, csv.search(/\r?\n|$/))
  return ['\t', ',', '，', ';'].find((sign) => heading.includes(sign)) ?? ','
}

function parseLines(csv: string): Line[] {
  try {
    const lines: unknown = parse(csv, {
      delimiter: delimiterOf(csv),
      bom: true,
      info: true,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    })
    return lines as Line[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw badRows([{ line: Number(error.lines ?? 1), reason: '引号没有成对，请检查这一行的英文引号' }])
  }
}

const splitWide = (cells: readonly string[]) =>
  cells.flatMap((cell) => cell.split('，')).map((cell) => cell.trim())

/** The rows of a sheet under its headings. @throws Refusal `invalid` that names what cannot be read */
export function readSheet(kind: SheetKind, csv: string): SheetRow[] {
  if (csv.includes('\ufffd')) throw unreadable('文件里有认不出的字。请在表格软件里另存为“CSV UTF-8”再导入')
  const [first, ...lines] = parseLines(csv)
  if (!first || lines.length === 0) throw unreadable('表里没有内容：第一行是列名，从第二行起每行一条')
  if (lines.length > MAX_ROWS)
    throw unreadable(`一次最多导入 ${MAX_ROWS} 行，现在有 ${lines.length} 行，请分几次`)
  const headings = readHeadings(splitWide(first.record), SHEETS[kind])
  if (!headings.ok) throw badRows([{ line: first.info.lines, reason: headings.problem }])
  const rows = lines.map((line) => readRow(line, headings.fields))
  const bad = rows.flatMap((row) => ('reason' in row ? [row] : []))
  if (bad.length > 0) throw badRows(bad)
  return rows.flatMap((row) => ('cells' in row ? [row] : []))
}

const unreadable = (words: string) => new Refusal('invalid', words, { fields: { csv: words }, rows: [] })

function readRow({ record, info }: Line, fields: readonly string[]): SheetRow | RowProblem {
  const wide = record.length < fields.length ? splitWide(record) : record
  const cells = wide.length === fields.length ? wide : record
  const line = info.lines
  if (cells.slice(fields.length).some(Boolean))
    return { line, reason: `比表头多 ${cells.length - fields.length} 格。内容里有逗号时，请用英文引号括起来` }
  return { line, cells: Object.fromEntries(fields.map((field, n) => [field, cells[n] ?? ''])) }
}
