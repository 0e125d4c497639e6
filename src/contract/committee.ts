import * as v from 'valibot'

import { DISPUTES, LEVELS } from '#domain/dispute'
import { FLAGS } from '#domain/honesty'
import { Day, list, oneLine, words } from './common.ts'
import { endpoint } from './endpoint.ts'

const types = v.pipe(v.array(v.picklist(DISPUTES)), v.maxLength(DISPUTES.length))
const count = (max: number) => v.pipe(v.number('请填写数字'), v.integer(), v.minValue(0), v.maxValue(max))

/** What the county keeps of a committee (PM-23, 人民调解法 第八条至第十条). */
export const CommitteeEntry = v.object({
  level: v.picklist(LEVELS, '请选择类型'),
  types,
  address: v.nullable(oneLine(200, '请填写地址')),
  phone: v.nullable(oneLine(30, '请填写电话')),
  chair: v.nullable(oneLine(40, '请填写主任姓名')),
  members: count(99),
  women: count(99),
  /** A place of several peoples needs a member of a minority. */
  manyPeoples: v.boolean(),
  minorities: count(99),
  foundedOn: v.nullable(Day),
  /** Members are elected for three years. */
  termEndsOn: v.nullable(Day),
})
export type CommitteeEntry = v.InferOutput<typeof CommitteeEntry>

/** A mediator of the committee (PM-24, 人民调解法 第十四条). */
export const MediatorEntry = v.object({
  fullTime: v.boolean(),
  types,
  intro: v.nullable(words(200, '请写一两句介绍')),
  since: v.nullable(Day),
  /** Serves no longer: stays in old cases, is chosen no more. */
  active: v.optional(v.boolean(), true),
})
export type MediatorEntry = v.InferOutput<typeof MediatorEntry>

const OpenCase = v.object({
  caseId: v.string(),
  number: v.string(),
  statusText: v.string(),
  dueOn: v.nullable(Day),
})

export const Register = v.object({
  id: v.string(),
  name: v.string(),
  entry: CommitteeEntry,
  /** What the law asks for and is not so yet. */
  gaps: v.array(v.string()),
  mediators: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      entry: MediatorEntry,
      load: v.number(),
      overdue: v.number(),
    }),
  ),
  /** Of the mediators, in per cent; null without any. */
  fullTimeShare: v.nullable(v.number()),
  /** Cases past their month, oldest first (PM-12). */
  overdue: v.array(OpenCase),
})
export type Register = v.InferOutput<typeof Register>

const KEEPERS = ['committee_secretary', 'township_officer', 'bureau_officer'] as const

export const readRegister = endpoint({
  method: 'GET',
  path: '/committees/:id/register',
  access: KEEPERS,
  summary: '一个调解委员会的登记、调解员、在办和逾期',
  reply: Register,
  status: 200,
})

export const keepCommittee = endpoint({
  method: 'PUT',
  path: '/committees/:id/register',
  access: ['committee_secretary', 'bureau_officer'],
  summary: '登记调解委员会',
  body: CommitteeEntry,
  reply: Register,
  status: 200,
})

export const keepMediator = endpoint({
  method: 'PUT',
  path: '/committees/:id/mediators/:accountId',
  access: ['committee_secretary', 'bureau_officer'],
  summary: '登记调解员',
  body: MediatorEntry,
  reply: Register,
  status: 200,
})

/** Every month past due in the places of the caller. */
export const listOverdue = endpoint({
  method: 'GET',
  path: '/mediations/overdue',
  access: KEEPERS,
  summary: '超过一个月没有调结的办件',
  reply: list(v.object({ ...OpenCase.entries, committee: v.string() })),
  status: 200,
})

export const Callback = v.object({
  id: v.string(),
  caseId: v.string(),
  number: v.string(),
  committee: v.string(),
  dueOn: Day,
  /** Masked; the whole number is asked for like any other, with a reason. */
  people: v.array(
    v.object({
      side: v.picklist(['applicant', 'other_side']),
      name: v.string(),
      phone: v.nullable(v.string()),
    }),
  ),
})

export type Callback = v.InferOutput<typeof Callback>

/** Five cases in a hundred are called back by an office that did not mediate them. */
export const listCallbacks = endpoint({
  method: 'GET',
  path: '/mediations/callbacks',
  access: ['committee_secretary', 'township_officer', 'bureau_officer'],
  summary: '轮到本机构抽查回访的办件',
  reply: list(Callback),
  status: 200,
})

/** The whole number of one side, for the office that calls back; it is written down, and that side reads it. */
export const revealCallback = endpoint({
  method: 'POST',
  path: '/mediations/callbacks/:id/reveals',
  access: ['committee_secretary', 'township_officer', 'bureau_officer'],
  summary: '抽查回访：查看一方的完整电话，留下记录',
  body: v.object({ side: v.picklist(['applicant', 'other_side'], '请选择哪一方') }),
  reply: v.object({ value: v.string() }),
  status: 200,
})

export const CALLBACK_RESULTS = ['as_recorded', 'differs', 'not_reached'] as const

export const keepCallback = endpoint({
  method: 'POST',
  path: '/mediations/callbacks/:id',
  access: ['committee_secretary', 'township_officer', 'bureau_officer'],
  summary: '记抽查回访的结果',
  body: v.object({
    result: v.picklist(CALLBACK_RESULTS, '请选择结果'),
    said: words(1000, '请写下当事人怎么说'),
  }),
  status: 204,
  keyed: true,
})

/** Cases whose figures or texts stand out, for review. */
export const listFlagged = endpoint({
  method: 'GET',
  path: '/mediations/flagged',
  access: ['committee_secretary', 'township_officer', 'bureau_officer'],
  summary: '有数据提示、等待复核的办件',
  reply: list(
    v.object({
      caseId: v.string(),
      number: v.string(),
      committee: v.string(),
      flags: v.array(v.object({ flag: v.picklist(FLAGS), text: v.string() })),
    }),
  ),
  status: 200,
})
