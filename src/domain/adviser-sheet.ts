import { OCCUPATION_NAME } from './adviser.ts'
import type { Licence } from './licence.ts'
import { type Column, named } from './sheet.ts'

/** The list that a bureau keeps: one line an adviser, or one line a village; the same adviser may stand in several. */
export const ADVISER_COLUMNS: readonly Column[] = [
  { field: 'name', title: '姓名', also: ['顾问姓名', '法律顾问'], needed: true, example: '张示例' },
  { field: 'phone', title: '手机号', also: ['登录手机号'], needed: true, example: '13900000000' },
  { field: 'occupation', title: '职业', also: ['身份', '人员类型'], needed: true, example: '律师' },
  { field: 'licence', title: '执业证号', needed: true, example: '14399202410000001' },
  {
    field: 'firm',
    title: '执业机构',
    also: ['机构', '律所', '所在机构'],
    needed: true,
    example: '示例律师事务所',
  },
  {
    field: 'villages',
    title: '服务村',
    also: ['村（社区）', '村', '服务的村'],
    needed: true,
    example: '431224100001、431224100002',
  },
  { field: 'from', title: '开始日期', also: ['服务开始', '起'], needed: true, example: '2026-01-01' },
  { field: 'to', title: '结束日期', also: ['服务结束', '止'], needed: false, example: '2026-12-31' },
  { field: 'visits', title: '每月进村次数', also: ['频次'], needed: false, example: '1' },
  { field: 'substitute', title: '代班顾问执业证号', also: ['代班顾问'], needed: false, example: '' },
  { field: 'languages', title: '语言', also: ['方言'], needed: false, example: '普通话、溆浦话' },
  { field: 'workPhone', title: '工作电话', also: ['办公电话'], needed: false, example: '0745-1234567' },
]

export const readOccupation = (text: string): Licence | undefined => named(OCCUPATION_NAME, text)

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`

/** Headings and one row to write over. The mark at the start lets Excel read it as UTF-8. */
export const adviserTemplate = (): string =>
  `\ufeff${line(ADVISER_COLUMNS.map(({ title }) => title))}${line(ADVISER_COLUMNS.map(({ example }) => example))}`
