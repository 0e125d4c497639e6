import * as v from 'valibot'

import { CONTACT, MANAGERS, Place } from './adviser.ts'
import { Cursor, Limit, list, page, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'

export const FIGURES = [
  'villages',
  'without_adviser',
  'overloaded',
  'visits_owed',
  'visits_made',
  'visits_verified',
  'visits_missing',
  'answers',
  'in_time',
  'moved_on',
  'unconfirmed',
  'flagged',
] as const
export type FigureName = (typeof FIGURES)[number]

const Figure = v.object({
  figure: v.picklist(FIGURES),
  text: v.string(),
  /** What is counted, in words. */
  meaning: v.string(),
  value: v.number(),
  of: v.nullable(v.number()),
})

export const readCoverage = endpoint({
  method: 'GET',
  path: '/adviser/coverage',
  access: MANAGERS,
  summary:
    '覆盖情况（按月，按县或乡镇）：没有顾问的村、村太多的顾问、应进村和已进村、按时答复；每个数都能打开清单',
  query: v.object({
    region: v.optional(RegionCode),
    month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请写成 2026-11 这样'))),
  }),
  reply: v.object({
    region: Place,
    month: v.string(),
    figures: v.array(Figure),
    /** The same for each place directly below. */
    places: v.array(v.object({ place: Place, figures: v.array(Figure) })),
  }),
  status: 200,
})

export const listCoverage = endpoint({
  method: 'GET',
  path: '/adviser/coverage/:figure',
  access: MANAGERS,
  summary: '一个数背后的清单',
  query: v.object({
    region: v.optional(RegionCode),
    month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请写成 2026-11 这样'))),
    limit: Limit,
    cursor: Cursor,
  }),
  reply: page(
    v.object({
      id: v.string(),
      /** A village, an adviser, a case number or a ledger line. */
      title: v.string(),
      text: v.string(),
      villageCode: v.nullable(v.string()),
      adviserId: v.nullable(v.string()),
      caseNumber: v.nullable(v.string()),
    }),
  ),
  status: 200,
})

/** Months and villages of one's place in which nobody comes: for the township. */
export const listGaps = endpoint({
  method: 'GET',
  path: '/adviser/gaps',
  access: [...MANAGERS, ...CONTACT],
  summary: '本月没有安排进村的村',
  query: v.object({
    month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请写成 2026-11 这样'))),
  }),
  reply: list(
    v.object({
      village: Place,
      adviserId: v.nullable(v.string()),
      adviserName: v.nullable(v.string()),
      text: v.string(),
    }),
  ),
  status: 200,
})

/** All or nothing: `rows` names every bad row by line and reason, and then nothing is stored. CSV text or an Excel file in base64. */
export const importAdvisers = endpoint({
  method: 'POST',
  path: '/adviser/imports',
  access: ['bureau_officer', 'city_admin'],
  summary: '用表格（CSV 或 Excel）导入顾问和服务的村，全部成功或全部不导入',
  body: v.pipe(
    v.object({
      csv: v.optional(v.pipe(v.string(), v.maxLength(2_000_000, '文件太大，请分几次导入'))),
      xlsx: v.optional(v.pipe(v.string(), v.maxLength(6_000_000, '文件太大，请分几次导入'))),
    }),
    v.forward(
      v.check(({ csv, xlsx }) => (csv ? 1 : 0) + (xlsx ? 1 : 0) === 1, '请选择一个文件'),
      ['csv'],
    ),
  ),
  reply: v.object({ advisers: v.number(), villages: v.number() }),
  status: 200,
  maxBytes: 8 * 1024 * 1024,
})

/** A template to write over, as CSV. */
export const adviserTemplate = endpoint({
  method: 'GET',
  path: '/adviser/imports/template',
  access: ['bureau_officer', 'city_admin'],
  summary: '导入模板',
  reply: v.object({ name: v.string(), csv: v.string() }),
  status: 200,
})
