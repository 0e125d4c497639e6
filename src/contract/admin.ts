import * as v from 'valibot'

import { ROLES } from '#domain/actor'
import { CHANNELS } from '#domain/hotline'
import { Cursor, Day, Id, Instant, Limit, Phone, page, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'

const ADMIN = ['city_admin'] as const
const STAFF_ROLES = ROLES.filter((role) => role !== 'resident')

export const ORGANISATION_KINDS = [
  'bureau',
  'hotline',
  'legal_aid_centre',
  'committee',
  'judicial_office',
  'law_firm',
  'legal_service_office',
  'village',
  'city',
] as const

const NewOrganisation = v.object({
  name: words(60, '请填写机构名称'),
  kind: v.picklist(ORGANISATION_KINDS, '请选择机构类型'),
  regionCode: RegionCode,
  address: v.optional(words(120, '请填写地址')),
  phone: v.optional(Phone),
})
export const Organisation = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(ORGANISATION_KINDS),
  regionCode: v.string(),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  active: v.boolean(),
})
export type Organisation = v.InferOutput<typeof Organisation>

const Search = v.object({ q: v.optional(v.pipe(v.string(), v.maxLength(60))), limit: Limit, cursor: Cursor })

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/admin/organisations',
  access: ADMIN,
  summary: '机构',
  query: Search,
  reply: page(Organisation),
  status: 200,
})
export const addOrganisation = endpoint({
  method: 'POST',
  path: '/admin/organisations',
  access: ADMIN,
  summary: '新增机构',
  body: NewOrganisation,
  reply: Organisation,
  status: 201,
})
export const changeOrganisation = endpoint({
  method: 'PATCH',
  path: '/admin/organisations/:id',
  access: ADMIN,
  summary: '修改或停用机构',
  body: v.partial(v.object({ ...NewOrganisation.entries, active: v.boolean() })),
  reply: Organisation,
  status: 200,
})

/** Weekly hours: `weekday` 1 is Monday, times `HH:mm`. */
export const Opening = v.object({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  from: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 09:00 这样')),
  to: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 09:00 这样')),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(5, '每段至少 5 分钟'), v.maxValue(240)),
  capacity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)),
})
export type Opening = v.InferOutput<typeof Opening>
export const Closure = v.object({ from: Day, to: Day, reason: words(60, '请写明为什么不开放') })
export type Closure = v.InferOutput<typeof Closure>

const NewDesk = v.object({
  name: words(60, '请填写岗位名称'),
  organisationId: Id,
  regionCode: RegionCode,
  channels: v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1, '至少选择一种方式')),
  address: v.optional(words(120, '请填写地址')),
  phone: v.optional(Phone),
})
export const AdminDesk = v.object({
  id: v.string(),
  name: v.string(),
  organisationId: v.string(),
  regionCode: v.string(),
  channels: v.array(v.picklist(CHANNELS)),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  active: v.boolean(),
  openings: v.array(Opening),
  closures: v.array(Closure),
})
export type AdminDesk = v.InferOutput<typeof AdminDesk>

export const listAdminDesks = endpoint({
  method: 'GET',
  path: '/admin/desks',
  access: ADMIN,
  summary: '热线岗位',
  query: Search,
  reply: page(AdminDesk),
  status: 200,
})
export const addDesk = endpoint({
  method: 'POST',
  path: '/admin/desks',
  access: ADMIN,
  summary: '新增岗位',
  body: NewDesk,
  reply: AdminDesk,
  status: 201,
})
export const changeDesk = endpoint({
  method: 'PATCH',
  path: '/admin/desks/:id',
  access: ADMIN,
  summary: '修改或停用岗位、每周开放时间、停办日',
  body: v.partial(
    v.object({
      ...NewDesk.entries,
      active: v.boolean(),
      openings: v.array(Opening),
      closures: v.array(Closure),
    }),
  ),
  reply: AdminDesk,
  status: 200,
})

const NewStaff = v.object({
  phone: Phone,
  name: words(40, '请填写姓名'),
  role: v.picklist(STAFF_ROLES, '请选择岗位角色'),
  organisationId: Id,
  regionCode: RegionCode,
})
export const Staff = v.object({
  id: v.string(),
  accountId: v.string(),
  name: v.nullable(v.string()),
  /** Masked. */
  phone: v.nullable(v.string()),
  role: v.picklist(STAFF_ROLES),
  organisationId: v.string(),
  organisationName: v.string(),
  regionCode: v.string(),
  active: v.boolean(),
})
export type Staff = v.InferOutput<typeof Staff>
/** Shown once: the person scans it with an authenticator app. */
const Enrolment = v.object({ otpUri: v.string(), otpQr: v.string() })

export const listStaff = endpoint({
  method: 'GET',
  path: '/admin/staff',
  access: ADMIN,
  summary: '工作人员',
  query: Search,
  reply: page(Staff),
  status: 200,
})
export const addStaff = endpoint({
  method: 'POST',
  path: '/admin/staff',
  access: ADMIN,
  summary: '新增工作人员；动态口令只显示这一次',
  body: NewStaff,
  reply: v.object({ staff: Staff, enrolment: v.nullable(Enrolment) }),
  status: 201,
})
export const changeStaff = endpoint({
  method: 'PATCH',
  path: '/admin/staff/:id',
  access: ADMIN,
  summary: '修改或停用；停用时其全部登录立即失效',
  body: v.partial(
    v.object({
      role: NewStaff.entries.role,
      organisationId: Id,
      regionCode: RegionCode,
      active: v.boolean(),
    }),
  ),
  reply: Staff,
  status: 200,
})
export const renewOtp = endpoint({
  method: 'POST',
  path: '/admin/staff/:id/otp',
  access: ADMIN,
  summary: '重发动态口令，旧的立即作废',
  reply: Enrolment,
  status: 200,
})

export const IMPORTS = ['organisations', 'desks', 'staff', 'capacity'] as const
/** All or nothing: every bad row is named by line and reason, and then nothing is stored. */
export const importCsv = endpoint({
  method: 'POST',
  path: '/admin/imports/:what',
  access: ADMIN,
  summary: '用表格（CSV）导入，全部成功或全部不导入',
  body: v.object({
    csv: v.pipe(v.string(), v.minLength(1, '请选择文件'), v.maxLength(2_000_000, '文件太大，请分几次导入')),
  }),
  reply: v.object({ imported: v.number() }),
  status: 200,
})
export const RowProblem = v.object({ line: v.number(), reason: v.string() })

export const AdminChange = v.object({ at: Instant, by: v.string(), what: v.string(), subject: v.string() })
export const listAdminChanges = endpoint({
  method: 'GET',
  path: '/admin/changes',
  access: ADMIN,
  summary: '管理操作记录',
  query: v.object({ limit: Limit, cursor: Cursor }),
  reply: page(AdminChange),
  status: 200,
})
