import { type Day, isDay } from './day.ts'
import { halfWidth, no, type Read } from './typed.ts'

export const SHEET_KINDS = ['organisations', 'desks', 'staff', 'capacity'] as const
export type SheetKind = (typeof SHEET_KINDS)[number]

export type Column = {
  field: string
  title: string
  /** Other headings under which bureaus keep the same thing. */
  also?: readonly string[]
  needed: boolean
  example: string
}

/** What a sheet of each kind holds: headings in Chinese or by the field name of the contract. */
export const SHEETS: Readonly<Record<SheetKind, readonly Column[]>> = {
  organisations: [
    { field: 'name', title: '机构名称', also: ['名称', '机构'], needed: true, example: '示例县法律援助中心' },
    { field: 'kind', title: '机构类型', also: ['类型'], needed: true, example: '法律援助中心' },
    {
      field: 'regionCode',
      title: '地区',
      also: ['地区代码', '区划代码'],
      needed: true,
      example: '431224000000',
    },
    { field: 'address', title: '地址', needed: false, example: '示例路1号' },
    { field: 'phone', title: '电话', also: ['联系电话'], needed: false, example: '0745-1234567' },
  ],
  desks: [
    { field: 'name', title: '岗位名称', also: ['名称', '岗位'], needed: true, example: '示例县热线岗位' },
    {
      field: 'organisationId',
      title: '所属机构',
      also: ['机构', '机构名称', '机构编号'],
      needed: true,
      example: '示例县12348热线',
    },
    {
      field: 'regionCode',
      title: '地区',
      also: ['地区代码', '区划代码'],
      needed: true,
      example: '431224000000',
    },
    { field: 'channels', title: '联系方式', also: ['方式'], needed: true, example: '电话回拨、到场咨询' },
    { field: 'address', title: '地址', needed: false, example: '示例路1号' },
    { field: 'phone', title: '电话', also: ['联系电话'], needed: false, example: '0745-1234567' },
  ],
  staff: [
    { field: 'name', title: '姓名', needed: true, example: '张示例' },
    { field: 'phone', title: '手机号', also: ['电话', '联系电话'], needed: true, example: '13900000000' },
    { field: 'role', title: '角色', also: ['岗位角色'], needed: true, example: '热线值班人员' },
    {
      field: 'organisationId',
      title: '所属机构',
      also: ['机构', '机构名称', '机构编号'],
      needed: true,
      example: '示例县12348热线',
    },
    {
      field: 'regionCode',
      title: '地区',
      also: ['地区代码', '区划代码'],
      needed: true,
      example: '431224000000',
    },
  ],
  capacity: [
    {
      field: 'desk',
      title: '岗位',
      also: ['岗位名称', '岗位编号', 'deskId'],
      needed: true,
      example: '示例县热线岗位',
    },
    { field: 'date', title: '日期', needed: true, example: '2026-11-24' },
    { field: 'from', title: '开始', also: ['开始时间'], needed: true, example: '09:00' },
    { field: 'to', title: '结束', also: ['结束时间'], needed: true, example: '09:30' },
    { field: 'capacity', title: '名额', also: ['可约人数'], needed: true, example: '3' },
  ],
}

export const MAX_ROWS = 5_000

const plainHeading = (text: string) => halfWidth(text).toLowerCase()

const isHeadingOf = (column: Column, heading: string) =>
  [column.field, column.title, ...(column.also ?? [])].some((name) => plainHeading(name) === heading)

/** Which field stands in which place. A heading nobody knows is named: a slip there would lose a whole column. */
export function readHeadings(
  cells: readonly string[],
  columns: readonly Column[],
): Read<{ fields: string[] }> {
  const found = cells.map((cell) => columns.find((column) => isHeadingOf(column, plainHeading(cell))))
  const unknown = cells.find((cell, n) => cell.trim() && !found[n])
  if (unknown !== undefined) return no(`不认识这一列：“${unknown.trim()}”，请用模板里的列名`)
  const fields = found.map((column) => column?.field ?? '')
  const twice = columns.find(({ field }) => fields.filter((one) => one === field).length > 1)
  if (twice) return no(`“${twice.title}”这一列出现了两次`)
  const missing = columns.filter(({ field, needed }) => needed && !fields.includes(field))
  return missing.length > 0
    ? no(`缺少这些列：${missing.map(({ title }) => title).join('、')}`)
    : { ok: true, fields }
}

const two = (text: string) => text.padStart(2, '0')

/** 2026-11-24, and what sheets make of it: 2026/11/24, 2026.11.24, 2026年11月24日. */
export function readDay(text: string): Read<{ day: Day }> {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(halfWidth(text)) ?? []
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) ? { ok: true, day } : no('日期请写成 2026-11-24 这样')
}

/** 9:00, 09:00, 09：00, 9:00:00 → 09:00 */
export function readTime(text: string): Read<{ time: string }> {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(halfWidth(text)) ?? []
  const time = `${two(hour)}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? { ok: true, time } : no('时间请写成 09:00 这样')
}

export function readCount(text: string, most: number): Read<{ count: number }> {
  const digits = halfWidth(text)
  const count = Number(digits)
  return /^\d{1,6}$/.test(digits) && count <= most ? { ok: true, count } : no(`名额请填 0 到 ${most} 的整数`)
}

/** A sheet turned a telephone number into 1.39E+10: the digits are gone. */
export const isRounded = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(halfWidth(text))

/** The value whose Chinese name, or which itself, was written. */
export const named = <Value extends string>(
  names: Readonly<Record<Value, string>>,
  text: string,
): Value | undefined =>
  (Object.keys(names) as Value[]).find((value) =>
    [value, names[value]].some((name) => halfWidth(name) === halfWidth(text)),
  )

/** Several things in one cell: 电话回拨、到场咨询. */
export const parts = (text: string): string[] => text.split(/[、，,;；/|\n]/).filter((part) => part.trim())

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Headings and one row to write over. The mark at the start lets Excel read it as UTF-8. */
export function template(kind: SheetKind): string {
  const line = (cells: string[]) => `${cells.map(quoted).join(',')}\r\n`
  const columns = SHEETS[kind]
  return `\ufeff${line(columns.map(({ title }) => title))}${line(columns.map(({ example }) => example))}`
}
