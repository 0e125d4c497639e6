import * as v from 'valibot'

import { Cursor, Instant, Limit, oneLine, Phone, page } from './common.ts'
import { endpoint } from './endpoint.ts'

export const ADMIN = ['city_admin'] as const

/** `q` is part of a name or of a place; for staff also a role or a whole telephone number. */
export const Search = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, '请少写几个字'))),
  limit: Limit,
  cursor: Cursor,
})

/** A place of any level, not only a village. */
export const RegionCode = v.pipe(v.string('请选择地区'), v.regex(/^\d{12}$/, '请选择地区'))

/** Null takes it away. */
export const Address = v.optional(v.nullable(oneLine(120, '请填写地址')))
export const PublicPhone = v.optional(v.nullable(Phone))
export const OrganisationId = v.pipe(v.string('请选择机构'), v.minLength(1, '请选择机构'), v.maxLength(64))

/** All or nothing: every bad row is named by line and reason (`rows`), and then nothing is stored. */
export const importCsv = endpoint({
  method: 'POST',
  path: '/admin/imports/:what',
  access: ADMIN,
  summary: '用表格（CSV）导入机构、岗位、人员或名额，全部成功或全部不导入',
  body: v.object({
    csv: v.pipe(
      v.string('请选择文件'),
      v.minLength(1, '请选择文件'),
      v.maxLength(2_000_000, '文件太大，请分几次导入'),
    ),
  }),
  reply: v.object({ imported: v.number() }),
  status: 200,
  maxBytes: 8 * 1024 * 1024,
})
/** `line` counts from 1, the headings. */
export const RowProblem = v.object({ line: v.number(), reason: v.string() })
export type RowProblem = v.InferOutput<typeof RowProblem>

export const ADMIN_ACTS = [
  'add_organisation',
  'change_organisation',
  'disable_organisation',
  'enable_organisation',
  'add_desk',
  'change_desk',
  'change_hours',
  'disable_desk',
  'enable_desk',
  'add_staff',
  'change_staff',
  'disable_staff',
  'enable_staff',
  'renew_otp',
  'import_capacity',
] as const
export type AdminAct = (typeof ADMIN_ACTS)[number]

export const AdminChange = v.object({
  id: v.string(),
  at: Instant,
  /** Masked. */
  by: v.string(),
  what: v.picklist(ADMIN_ACTS),
  subjectId: v.string(),
  /** The name of a body or desk, the masked name of a person. */
  subject: v.string(),
})
export type AdminChange = v.InferOutput<typeof AdminChange>
export const listAdminChanges = endpoint({
  method: 'GET',
  path: '/admin/changes',
  access: ADMIN,
  summary: '管理操作记录，最近的在前',
  query: v.object({ limit: Limit, cursor: Cursor }),
  reply: page(AdminChange),
  status: 200,
})
