import * as v from 'valibot'

import { ROLES } from '#domain/actor'
import { isPhone } from '#domain/phone'
import { ADMIN, OrganisationId, RegionCode, Search } from './admin.ts'
import { BodyLimit, Cursor, oneLine, Phone, page } from './common.ts'
import { endpoint } from './endpoint.ts'

const NO_PHONE = '电话号码不能放在网址里，请更新到最新版本后再按电话查找'
const STAFF_ROLES = ROLES.filter((role) => role !== 'resident')

/** They sign in with a code sent to it. */
const Mobile = v.pipe(Phone, v.regex(/^1[3-9]\d{9}$/, '工作人员用手机号登录，请填写 11 位手机号'))
export const NewStaff = v.object({
  phone: Mobile,
  name: oneLine(40, '请填写姓名'),
  role: v.picklist(STAFF_ROLES, '请选择岗位角色'),
  organisationId: OrganisationId,
  regionCode: RegionCode,
})
export type NewStaff = v.InferOutput<typeof NewStaff>
export const StaffChange = v.partial(
  v.object({
    role: NewStaff.entries.role,
    organisationId: OrganisationId,
    regionCode: RegionCode,
    active: v.boolean(),
  }),
)
export type StaffChange = v.InferOutput<typeof StaffChange>

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
  region: v.nullable(v.string()),
  active: v.boolean(),
  /** False until a second factor was given out: until then nobody can sign in as staff. */
  enrolled: v.boolean(),
  signedIn: v.boolean(),
})
export type Staff = v.InferOutput<typeof Staff>
/** Shown once: the person scans the picture with an authenticator app, or types the secret. */
export const Enrolment = v.object({ otpUri: v.string(), otpQr: v.string(), secret: v.string() })
export type Enrolment = v.InferOutput<typeof Enrolment>

export const listStaff = endpoint({
  method: 'GET',
  path: '/admin/staff',
  access: ADMIN,
  summary: '工作人员',
  query: v.object({
    ...Search.entries,
    q: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(60),
        v.check((q) => !isPhone(q), NO_PHONE),
      ),
    ),
  }),
  reply: page(Staff),
  status: 200,
})
/** Names and telephone numbers are personal and stand in no address. */
export const searchStaff = endpoint({
  method: 'POST',
  path: '/admin/staff/search',
  access: ADMIN,
  summary: '按姓名、完整手机号、角色、机构或地名查找工作人员',
  body: v.object({
    q: v.pipe(v.string(), v.trim(), v.maxLength(60, '请少写几个字')),
    limit: BodyLimit,
    cursor: Cursor,
  }),
  reply: page(Staff),
  status: 200,
})
export const addStaff = endpoint({
  method: 'POST',
  path: '/admin/staff',
  access: ADMIN,
  summary: '新增工作人员；动态口令只显示这一次，已有口令的人不再发',
  body: NewStaff,
  reply: v.object({ staff: Staff, enrolment: v.nullable(Enrolment) }),
  status: 201,
})
export const changeStaff = endpoint({
  method: 'PATCH',
  path: '/admin/staff/:id',
  access: ADMIN,
  summary: '修改或停用；停用时其全部登录立即失效',
  body: StaffChange,
  reply: Staff,
  status: 200,
})
export const renewOtp = endpoint({
  method: 'POST',
  path: '/admin/staff/:id/otp',
  access: ADMIN,
  summary: '重发动态口令，旧的立即作废，其全部登录立即失效',
  reply: Enrolment,
  status: 200,
})
