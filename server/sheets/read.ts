import exceljs from 'exceljs'

import { Refusal } from '#domain/refusal'
import { unpack } from './zip.ts'

export type Limits = { bytes: number; unpacked: number; rows: number; columns: number }

const MB = 1024 * 1024

/** What a list of a county needs, with room; a file that unpacks to more is no list. */
export const LIMITS: Limits = { bytes: 5 * MB, unpacked: 20 * MB, rows: 5000, columns: 60 }

const refuse = (words: string) => new Refusal('malformed', words)
const NOT_XLSX = '请上传 .xlsx 格式的表格（在 Excel 或 WPS 里另存为“Excel 工作簿”）'
const BROKEN = '这个表格打不开，可能已损坏或加了密码。请另存为 .xlsx 后再传'

/**
 * The first sheet of an .xlsx file as rows of text: what a person sees, trimmed, never a formula. Empty rows at the
 * end are left out, others stay, so that rows keep their numbers; all rows have the same length.
 * @throws Refusal with words that say what to do
 */
export async function readSheet(bytes: Buffer, limits: Limits = LIMITS): Promise<string[][]> {
  if (bytes.length > limits.bytes)
    throw new Refusal('too_large', `表格不能超过 ${Math.floor(limits.bytes / MB)} MB，请分成几个文件再传`)
  if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) throw refuse(NOT_XLSX)
  const files = unpack(bytes, limits.unpacked)
  if (!files.has('xl/workbook.xml')) throw refuse(NOT_XLSX)
  for (const [name, file] of files) if (name.startsWith('xl/worksheets/')) refuseTooMany(file, limits)
  return rowsOf(await firstSheet(bytes), limits)
}

/** Counted before anything is built: each row and cell becomes an object. */
function refuseTooMany(sheet: Buffer, { rows, columns }: Limits): void {
  if (count(sheet, '<row', rows * 2) > rows * 2 || count(sheet, '<c ', rows * columns) > rows * columns)
    throw tooMany(rows)
}

/** No further than one more than `most`. */
function count(text: Buffer, sign: string, most: number): number {
  let found = 0
  for (let at = text.indexOf(sign); at >= 0 && found <= most; at = text.indexOf(sign, at + 2)) found += 1
  return found
}

const tooMany = (rows: number) => new Refusal('too_large', `一次最多 ${rows} 行，请分成几个文件再传`)

async function firstSheet(bytes: Buffer): Promise<exceljs.Worksheet> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer).catch(() => {
    throw refuse(BROKEN)
  })
  const [sheet] = book.worksheets
  if (!sheet) throw refuse('这个表格里没有工作表')
  return sheet
}

function rowsOf(sheet: exceljs.Worksheet, { rows, columns }: Limits): string[][] {
  const width = sheet.actualColumnCount
  const filled = sheet.actualRowCount
  if (width > columns) throw new Refusal('too_large', `最多 ${columns} 列，请删去用不到的列`)
  if (filled > rows) throw tooMany(rows)
  const length = Math.min(sheet.columnCount, columns)
  const found = new Map<number, string[]>()
  sheet.eachRow((row, number) => {
    const cells = Array.from({ length }, (_, index) => textOf(row.getCell(index + 1).value))
    if (cells.some((text) => text !== '')) found.set(number, cells)
  })
  const last = Math.max(0, ...found.keys())
  if (last > rows * 2) throw tooMany(rows)
  const none = Array.from({ length }, () => '')
  return Array.from({ length: last }, (_, index) => found.get(index + 1) ?? none)
}

const isDate = (value: unknown): value is Date => value instanceof Date

/** A formula gives what it came to when the sheet was saved; nothing is calculated here. */
function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return ''
  if (isDate(value)) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value).trim()
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim()
  if ('result' in value) return textOf(value.result ?? null)
  if ('text' in value) return textOf(value.text)
  return ''
}
