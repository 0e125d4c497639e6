import * as v from 'valibot'

import { ROLES } from '#domain/actor'
import { MASKED } from './case.ts'
import { Cursor, Instant, Limit, list, oneLine, Phone, page, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'
import { CopiedNotice } from './notice.ts'

const Grant = v.object({
  role: v.picklist(ROLES),
  organisationId: v.nullable(v.string()),
  regionCode: v.nullable(v.string()),
})

export const Account = v.object({
  id: v.string(),
  name: v.nullable(v.string()),
  /** Masked. */
  phone: v.nullable(v.string()),
  regionCode: v.nullable(v.string()),
  roles: v.array(Grant),
})
export type Account = v.InferOutput<typeof Account>

const Code = v.pipe(v.string('请填写验证码'), v.regex(/^\d{6}$/, '验证码是 6 位数字'))

const ByPhone = v.object({
  phone: Phone,
  code: Code,
  /** Staff only: the six digits of the authenticator app. */
  otp: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/, '动态口令是 6 位数字'))),
  device: v.optional(oneLine(60, '请填写设备名称')),
  /** Only when `fields.confirm` asks for it, after 180 days: the name, or the number of a case. */
  confirm: v.optional(oneLine(40, '请填写姓名或办件编号')),
  /** Instead of `confirm`: the number is new to this person, who starts with an empty account. */
  newOwner: v.optional(v.boolean(), false),
})
const ByWechat = v.object({
  wechatCode: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  device: v.optional(oneLine(60, '请填写设备名称')),
})

export const sendCode = endpoint({
  method: 'POST',
  path: '/sign-in-codes',
  access: 'anyone',
  summary: '发送登录验证码；演示模式直接返回验证码，工作人员另返回动态口令',
  body: v.object({ phone: Phone }),
  reply: v.object({ demoCode: v.optional(v.string()), demoOtp: v.optional(v.string()) }),
  status: 202,
})

export const signIn = endpoint({
  method: 'POST',
  path: '/sessions',
  access: 'anyone',
  summary: '用手机验证码（工作人员加动态口令）或微信登录',
  body: v.union([ByPhone, ByWechat]),
  reply: v.object({ token: v.string(), expiresAt: Instant, account: Account }),
  status: 201,
})

export const signOut = endpoint({
  method: 'DELETE',
  path: '/sessions/current',
  access: 'signed_in',
  summary: '退出登录',
  status: 204,
})

export const Session = v.object({
  id: v.string(),
  device: v.string(),
  createdAt: Instant,
  usedAt: Instant,
  expiresAt: Instant,
  current: v.boolean(),
})
export type Session = v.InferOutput<typeof Session>

export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  access: 'signed_in',
  summary: '我在哪些设备上登录着',
  reply: list(Session),
  status: 200,
})

export const endSession = endpoint({
  method: 'DELETE',
  path: '/sessions/:id',
  access: 'signed_in',
  summary: '让一台设备退出登录',
  status: 204,
})

export const me = endpoint({
  method: 'GET',
  path: '/me',
  access: 'signed_in',
  summary: '我的账户',
  reply: Account,
  status: 200,
})

/** PIPL art. 46: what is wrong may be corrected. */
export const correctMe = endpoint({
  method: 'PATCH',
  path: '/me',
  access: 'signed_in',
  summary: '更正我的姓名、所在村（社区）',
  body: v.object({
    name: v.optional(oneLine(40, '请填写姓名')),
    regionCode: v.optional(RegionCode),
  }),
  reply: Account,
  status: 200,
})

export const bindPhone = endpoint({
  method: 'POST',
  path: '/me/phone',
  access: 'signed_in',
  summary: '用微信手机号组件给出的凭证绑定手机号',
  body: v.object({ wechatPhoneCode: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
  reply: Account,
  status: 200,
})

export const AccessLine = v.object({
  at: Instant,
  by: v.string(),
  organisation: v.nullable(v.string()),
  caseNumber: v.nullable(v.string()),
  what: v.string(),
  reason: v.nullable(v.string()),
})
export type AccessLine = v.InferOutput<typeof AccessLine>

export const accessLog = endpoint({
  method: 'GET',
  path: '/me/access-log',
  access: 'signed_in',
  summary: '谁看过我的信息',
  query: v.object({ limit: Limit, cursor: Cursor }),
  reply: page(AccessLine),
  status: 200,
})

/** PIPL art. 45: a copy of what is held. */
export const exportMe = endpoint({
  method: 'GET',
  path: '/me/export',
  access: 'signed_in',
  summary: '下载我的全部信息',
  reply: v.object({
    exportedAt: Instant,
    account: v.record(v.string(), v.unknown()),
    cases: v.array(v.record(v.string(), v.unknown())),
    notices: v.array(CopiedNotice),
    sessions: v.array(Session),
    accessLog: v.array(AccessLine),
  }),
  status: 200,
})

/** PIPL art. 47: what the law lets a person delete is deleted, what must be archived is frozen. */
export const cancelMe = endpoint({
  method: 'DELETE',
  path: '/me',
  access: 'signed_in',
  summary: '注销账户；依法必须保存的部分列明法律依据',
  reply: v.object({
    deleted: v.array(v.string()),
    kept: v.array(v.object({ what: v.string(), reason: v.string(), law: v.string() })),
  }),
  status: 200,
})

export const revealed = v.object({ value: v.string() })
export const revealField = endpoint({
  method: 'POST',
  path: '/cases/:id/reveals',
  access: 'signed_in',
  summary: '查看被遮住的完整信息，须写明理由，当事人看得到',
  body: v.object({
    field: v.picklist(MASKED, '请选择要查看哪一项'),
    reason: words(200, '请写明为什么要查看'),
  }),
  reply: revealed,
  status: 200,
})
