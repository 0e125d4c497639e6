import * as v from 'valibot'

import { CAME_BY } from '#domain/came-by'
import { IDENTITY_GROUP_NAME, IDENTITY_GROUPS } from '#domain/consultation'
import { DANGERS, REPORTED_TO } from '#domain/danger'
import { STAGES } from '#domain/inquiry'
import { RESULT_NAME } from '#domain/ledger-words'
import { REFERRALS } from '#domain/referral'
import { TOPIC_NAME, TOPICS } from '#domain/topic'
import { Case } from './case.ts'
import { Day, Id, Instant, oneLine, Phone, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'
import { choice, files, long, passedOn, yes } from './field.ts'

const Files = v.pipe(v.array(Id), v.maxLength(9, '最多带 9 个附件'))

/** Enough to ask is village, topic and question. */
export const NewInquiry = v.object({
  villageCode: RegionCode,
  topic: v.picklist(TOPICS, '请选择是哪方面的事'),
  question: words(2000, '请写下要问的事'),
  fileIds: v.optional(Files),
  name: v.optional(oneLine(40, '请填写称呼')),
  /** The number to call back; otherwise the one signed in with. */
  phone: v.optional(Phone),
  group: v.optional(v.picklist(IDENTITY_GROUPS)),
  language: v.optional(oneLine(30, '请填写语言或方言')),
  /** Staff: for somebody at the line or at the window, who then finds it under this number. */
  onBehalfOf: v.optional(v.object({ phone: Phone, name: v.optional(oneLine(40, '请填写称呼')) })),
  cameBy: v.optional(v.picklist(CAME_BY)),
  /** Staff: the person was told who answers, and agreed (PI-6). */
  consent: v.optional(v.literal(true, '请先征得当事人同意')),
  /** A case of one's own that this one goes on from; both show the other. */
  fromCaseId: v.optional(Id),
})
export type NewInquiry = v.InferOutput<typeof NewInquiry>
export type NewInquiryInput = v.InferInput<typeof NewInquiry>

export const ask = endpoint({
  method: 'POST',
  path: '/inquiries',
  access: 'signed_in',
  summary: '问村（社区）法律顾问；没有顾问的村由代班顾问、值班律师或热线答复',
  body: NewInquiry,
  reply: Case,
  status: 201,
  keyed: true,
})

/** What each action takes besides `version`. */
export const INQUIRY_ACTIONS = {
  answer: v.object({
    facts: long('根据的事实', 1000, '请写明根据哪些事实'),
    law: long('法律依据', 2000, '请写明法律名称、条款和内容', '写明法律名称、第几条和条文内容'),
    advice: long('可以怎么办', 3000, '请写明可以怎么办'),
    dates: v.optional(long('时间上要注意', 500, '请写明期限')),
    where: v.optional(long('去哪里办', 500, '请写明去哪里办')),
    category: choice('咨询类别', TOPIC_NAME, '请选择咨询类别'),
    result: v.optional(choice('处理结果', RESULT_NAME, '请选择处理结果')),
    group: v.optional(choice('人群类别', IDENTITY_GROUP_NAME, '请选择人群类别，不愿提供的选“拒绝提供”')),
    toldOfLegalAid: yes(
      '已告知符合条件的可以申请法律援助',
      '请先告知可以申请法律援助，再勾选（法律援助法第二十三条）',
    ),
    fileIds: v.optional(files('附件（文字、照片或录音）', 9)),
  }),
  ask_back: v.object({
    question: long('要请对方补充什么', 1000, '请写明要补充什么'),
    fileIds: v.optional(files('附件', 9)),
  }),
  refer: v.object({
    to: v.picklist(REFERRALS, '请选择去处'),
    /** The day from which a limit counts, as the person tells it. */
    since: v.optional(Day),
  }),
  hand_on: v.object({
    to: choice('转到哪里', { legal_aid: '法律援助', mediation: '人民调解' }, '请选择转到哪里'),
    consent: passedOn(),
  }),
  refuse_for_conflict: v.object({
    reason: long('有什么利害冲突', 500, '请写明有什么利害冲突', '只有工作人员能看到'),
  }),
  acknowledge_danger: v.object({ note: v.optional(long('说明', 200, '请写明看法')) }),
  report_danger: v.object({
    what: v.picklist(DANGERS, '请选择是哪种危险'),
    to: v.picklist(REPORTED_TO, '请选择报告给谁'),
    receipt: words(200, '请写明接报单位、接报人或回执编号'),
  }),
  follow_up: v.object({
    question: long('接着问，或补充情况', 2000, '请写下要问的事'),
    fileIds: v.optional(files('附件', 9)),
  }),
  claim: v.object({}),
  release: v.object({ reason: long('原因', 200, '请写明为什么交还') }),
  close: v.object({}),
  withdraw: v.object({ reason: v.optional(long('为什么不问了', 200, '请写明原因')) }),
} as const

/** One entry of the thread, oldest first: what was asked and what was answered. */
export const Utterance = v.object({
  at: Instant,
  kind: v.picklist(['question', 'follow_up', 'ask_back', 'answer']),
  /** 我, 村（社区）法律顾问, 值班律师 … */
  by: v.string(),
  mine: v.boolean(),
  /** In reading order; for an answer: 根据的事实, 法律依据, 可以怎么办, 时间上要注意, 去哪里办. */
  parts: v.array(v.object({ label: v.nullable(v.string()), text: v.string() })),
  /** Stands under an answer. */
  notice: v.nullable(v.string()),
})
export type Utterance = v.InferOutput<typeof Utterance>

/** What the case shows as `own`: who has it, who had it, who would come next; the thread. */
export const InquiryOwn = v.object({
  village: v.object({ code: v.string(), name: v.string() }),
  stage: v.picklist(STAGES),
  /** 村（社区）法律顾问 舒顾问, 溆浦县12348热线 值班律师 */
  withText: v.string(),
  /** Null when nobody has to answer now. */
  promisedAt: v.nullable(Instant),
  promiseText: v.nullable(v.string()),
  chain: v.array(
    v.object({
      stage: v.picklist(STAGES),
      text: v.string(),
      state: v.picklist(['past', 'now', 'next']),
      /** Since when, or when it left; null for those to come. */
      at: v.nullable(Instant),
      /** To the resident: 没有按时答复. The reason of a conflict is for staff only. */
      note: v.nullable(v.string()),
    }),
  ),
  thread: v.array(Utterance),
  adviserId: v.nullable(v.string()),
  /** The applicant may confirm that the service took place: `POST /cases/:id/service-confirmation`. */
  canConfirm: v.boolean(),
})
export type InquiryOwn = v.InferOutput<typeof InquiryOwn>
