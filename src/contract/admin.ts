import * as v from 'valibot'

import { ROLES } from '#domain/actor'
import { CHANNELS } from '#domain/hotline'
import { isMeetingUrl } from '#domain/meeting'
import { closureProblems, openingProblems } from '#domain/opening'
import { ORGANISATION_KINDS } from '#domain/organisation'
import { isPhone } from '#domain/phone'
import type { FieldProblems } from '#domain/refusal'
import { BodyLimit, Cursor, Day, Instant, Limit, Phone, page, words } from './common.ts'
import { endpoint } from './endpoint.ts'

const ADMIN = ['city_admin'] as const
const NO_PHONE = '电话号码不能放在网址里，请更新到最新版本后再按电话查找'
const STAFF_ROLES = ROLES.filter((role) => role !== 'resident')

/** `q` is part of a name or of a place; for staff also a role or a whole telephone number. */
const Search = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, '请少写几个字'))),
  limit: Limit,
  cursor: Cursor,
})

/** A place of any level, not only a village. */
const RegionCode = v.pipe(v.string('请选择地区'), v.regex(/^\d{12}$/, '请选择地区'))

/** Null takes it away. */
const Address = v.optional(v.nullable(words(120, '请填写地址')))
const PublicPhone = v.optional(v.nullable(Phone))
/** Of the office's own meeting service; `{room}` stands for a room of its own for each conversation. */
const MeetingUrl = v.optional(
  v.nullable(
    v.pipe(
      words(300, '请填写视频会议地址'),
      v.check(isMeetingUrl, '请填写 https:// 开头的地址，可以含 {room}'),
    ),
  ),
)
const OrganisationId = v.pipe(v.string('请选择机构'), v.minLength(1, '请选择机构'), v.maxLength(64))

export const NewOrganisation = v.object({
  name: words(60, '请填写机构名称'),
  kind: v.picklist(ORGANISATION_KINDS, '请选择机构类型'),
  regionCode: RegionCode,
  address: Address,
  phone: PublicPhone,
})
export type NewOrganisation = v.InferOutput<typeof NewOrganisation>
export const OrganisationChange = v.partial(v.object({ ...NewOrganisation.entries, active: v.boolean() }))
export type OrganisationChange = v.InferOutput<typeof OrganisationChange>

export const Organisation = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(ORGANISATION_KINDS),
  regionCode: v.string(),
  region: v.nullable(v.string()),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  active: v.boolean(),
  /** Staff who serve here, how many of them are signed in now, and desks that are open. */
  people: v.number(),
  signedIn: v.number(),
  desks: v.number(),
})
export type Organisation = v.InferOutput<typeof Organisation>

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
  summary: '修改或停用机构；停用时其人员的登录立即失效，岗位一并停用',
  body: OrganisationChange,
  reply: Organisation,
  status: 200,
})

const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 09:00 这样'))

/** Weekly hours: `weekday` 1 is Monday, times `HH:mm`. */
export const Opening = v.object({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  from: Time,
  to: Time,
  minutes: v.pipe(
    v.number('请填写每段多少分钟'),
    v.integer('请填写整数'),
    v.minValue(5, '每段至少 5 分钟'),
    v.maxValue(240, '每段最多 240 分钟'),
  ),
  capacity: v.pipe(
    v.number('请填写名额'),
    v.integer('请填写整数'),
    v.minValue(0, '名额不能小于 0'),
    v.maxValue(200, '名额最多 200'),
  ),
})
export type Opening = v.InferOutput<typeof Opening>
export const Closure = v.object({ from: Day, to: Day, reason: words(60, '请写明为什么不开放') })
export type Closure = v.InferOutput<typeof Closure>

/** Problems of the rows among themselves, each said at its field: `openings.2.to`. */
const rows = <Row extends v.GenericSchema>(
  row: Row,
  problems: (rows: readonly v.InferOutput<Row>[]) => FieldProblems,
) =>
  v.pipe(
    v.array(row),
    v.maxLength(100, '最多 100 行'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      for (const [field, message] of Object.entries(problems(dataset.value)))
        addIssue({ message, path: pathTo(dataset.value, field) })
    }),
  )

type Path = [v.IssuePathItem, ...v.IssuePathItem[]]
function pathTo(input: unknown[], field: string): Path {
  const [, row = '0', key = ''] = field.split('.')
  const item = { type: 'array', origin: 'value', input, key: Number(row), value: input[Number(row)] } as const
  return [item, { type: 'unknown', origin: 'value', input: input[Number(row)], key, value: undefined }]
}

export const Openings = rows(Opening, openingProblems)
export const Closures = rows(Closure, closureProblems)

export const NewDesk = v.object({
  name: words(60, '请填写岗位名称'),
  organisationId: OrganisationId,
  regionCode: RegionCode,
  channels: v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1, '至少选择一种方式')),
  address: Address,
  phone: PublicPhone,
  meetingUrl: MeetingUrl,
})
export type NewDesk = v.InferOutput<typeof NewDesk>
export const DeskChange = v.partial(
  v.object({
    ...NewDesk.entries,
    active: v.boolean(),
    openings: Openings,
    closures: Closures,
  }),
)
export type DeskChange = v.InferOutput<typeof DeskChange>

export const AdminDesk = v.object({
  id: v.string(),
  name: v.string(),
  organisationId: v.string(),
  organisationName: v.string(),
  regionCode: v.string(),
  region: v.nullable(v.string()),
  channels: v.array(v.picklist(CHANNELS)),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  meetingUrl: v.nullable(v.string()),
  active: v.boolean(),
  openings: v.array(Opening),
  closures: v.array(Closure),
  /** Seats held from now on. */
  bookings: v.number(),
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
  summary: '修改或停用岗位、每周开放时间、停办日；已有预约的日子不能停办，返回各有几个预约',
  body: DeskChange,
  reply: AdminDesk,
  status: 200,
})

/** They sign in with a code sent to it. */
const Mobile = v.pipe(Phone, v.regex(/^1[3-9]\d{9}$/, '工作人员用手机号登录，请填写 11 位手机号'))
export const NewStaff = v.object({
  phone: Mobile,
  name: words(40, '请填写姓名'),
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
/** Seats that stand in the way of a closure (`bookings` of a refused change). */
export const BookedDay = v.object({ day: v.string(), bookings: v.number() })
export type BookedDay = v.InferOutput<typeof BookedDay>

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
