import exceljs from 'exceljs'

export type Column = {
  title: string
  /** In characters; as wide as the title where nothing is said. */
  width?: number
}
export type Cell = string | number | null

export type NewSheet = {
  name: string
  columns: readonly Column[]
  rows: readonly (readonly Cell[])[]
}

/** What a spreadsheet would take for a formula when the cell is edited, or the sheet is saved as CSV (OWASP). */
const FORMULA = /^[=+\-@\t\r\n]|^[＝＋－＠]/
/** Excel does not take a sheet with any of these in its name, nor a longer one. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g
const MOST_NAME = 31
/** Nothing that a spreadsheet program refuses to open. */
const UNREADABLE = /(?![\n\t])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const MOST_CELL = 32_767

/** Text stays text: no cell is a formula, and none becomes one. Numbers stay numbers. */
export const safeCell = (cell: Cell): Cell => {
  if (typeof cell !== 'string') return Number.isFinite(cell) ? cell : null
  const text = cell.replace(UNREADABLE, '').slice(0, MOST_CELL - 1)
  return FORMULA.test(text) ? `'${text}` : text
}

const widthOf = ({ title, width }: Column) => width ?? Math.min(60, Math.max(10, title.length * 2 + 2))

/** One sheet as .xlsx: the head stays in view, every text is text. */
export async function writeSheet({ name, columns, rows }: NewSheet): Promise<Buffer> {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet(name.replace(NOT_IN_NAMES, ' ').slice(0, MOST_NAME), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = columns.map((column) => ({ width: widthOf(column), style: { numFmt: '@' } }))
  const head = sheet.addRow(columns.map(({ title }) => safeCell(title)))
  head.font = { bold: true }
  for (const row of rows) writeRow(sheet, row)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function writeRow(sheet: exceljs.Worksheet, cells: readonly Cell[]): void {
  const row = sheet.addRow(cells.map(safeCell))
  row.alignment = { vertical: 'top', wrapText: true }
  cells.forEach((cell, index) => {
    if (typeof cell === 'number') row.getCell(index + 1).numFmt = 'General'
  })
}
