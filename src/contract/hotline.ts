import * as v from 'valibot'

import { CAME_BY } from '#domain/came-by'
import { HANDLINGS, IDENTITY_GROUPS, URGENCIES } from '#domain/consultation'
import { DANGERS, REPORTED_TO } from '#domain/danger'
import { ACCESS_NEEDS, CHANNELS, RELATIONS } from '#domain/hotline'
import { REFERRALS } from '#domain/referral'
import { SEXES } from '#domain/sex'
import { TOPICS } from '#domain/topic'
import { Case } from './case.ts'
import { Day, Id, Instant, list, oneLine, Phone, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'
import { choice, long, passedOn } from './field.ts'

export const Desk = v.object({
  id: v.string(),
  name: v.string(),
  channels: v.array(v.picklist(CHANNELS)),
  regionCode: v.string(),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  organisationId: v.string(),
  organisation: v.string(),
  /** False for a desk of another place, offered when the own one has nothing. */
  own: v.boolean(),
})
export type Desk = v.InferOutput<typeof Desk>

export const listDesks = endpoint({
  method: 'GET',
  path: '/desks',
  access: 'anyone',
  summary: '一个地方的热线岗位，先近后远',
  query: v.object({ region: RegionCode }),
  reply: list(Desk),
  status: 200,
})

export const Slot = v.object({
  id: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** How one is served at this time, where not in every way of the desk. */
  channels: v.optional(v.array(v.picklist(CHANNELS))),
  capacity: v.number(),
  free: v.number(),
})
export type Slot = v.InferOutput<typeof Slot>

export const listSlots = endpoint({
  method: 'GET',
  path: '/desks/:id/slots',
  access: 'anyone',
  summary: '一个岗位在这些天的时间段；没有列出的都不开放',
  query: v.object({ from: Day, to: Day }),
  reply: list(Slot),
  status: 200,
})

/** Enough to book is slot, channel, topic, summary and region; the rest makes the call go well. */
export const Booking = v.object({
  slotId: Id,
  channel: v.picklist(CHANNELS, '请选择怎样联系'),
  topic: v.picklist(TOPICS, '请选择是哪方面的事'),
  summary: words(200, '请用一句话说说是什么事'),
  regionCode: RegionCode,
  name: v.optional(oneLine(40, '请填写称呼')),
  /** The number to call; otherwise the one signed in with. */
  phone: v.optional(Phone),
  relation: v.optional(v.picklist(RELATIONS), 'self'),
  /** Whom it is about, when it is somebody else. */
  personName: v.optional(oneLine(40, '请填写他（她）的称呼')),
  maySayWhoWeAre: v.optional(v.boolean(), true),
  mayLeaveMessage: v.optional(v.boolean(), true),
  language: v.optional(oneLine(30, '请填写语言或方言')),
  accessNeed: v.optional(v.picklist(ACCESS_NEEDS), 'none'),
  /** Staff: for somebody at the line or at the window, who then finds it under this number. */
  onBehalfOf: v.optional(v.object({ phone: Phone, name: v.optional(oneLine(40, '请填写称呼')) })),
  /** How that person came. */
  cameBy: v.optional(v.picklist(CAME_BY)),
  /** A case of one's own that this one goes on from; both show the other. */
  fromCaseId: v.optional(Id),
})
export type Booking = v.InferOutput<typeof Booking>
export type BookingInput = v.InferInput<typeof Booking>

/** What the pages of a booking need besides: where the conversation by video takes place, near its hour. */
export const hotlineOwn = v.object({
  meeting: v.nullable(v.object({ from: Instant, until: Instant, url: v.nullable(v.string()) })),
})
export type HotlineOwn = v.InferOutput<typeof hotlineOwn>

export const book = endpoint({
  method: 'POST',
  path: '/bookings',
  access: 'signed_in',
  summary: '预约一次热线咨询；约满时返回最近的空闲时间',
  body: Booking,
  reply: Case,
  status: 201,
  keyed: true,
})

const { topic, summary, regionCode, maySayWhoWeAre, mayLeaveMessage, language, accessNeed } = Booking.entries

/** Who stands there or holds the line; few fields, since they wait. */
export const LiveCall = v.object({
  deskId: Id,
  cameBy: v.picklist(['telephone', 'window'], '请选择是打电话来，还是到窗口来'),
  onBehalfOf: v.object({ phone: Phone, name: v.optional(oneLine(40, '请填写称呼')) }),
  topic,
  summary,
  regionCode,
  maySayWhoWeAre,
  mayLeaveMessage,
  language,
  accessNeed,
})
export type LiveCall = v.InferOutput<typeof LiveCall>
export type LiveCallInput = v.InferInput<typeof LiveCall>

export const takeLive = endpoint({
  method: 'POST',
  path: '/desk/live-calls',
  access: ['hotline_operator', 'hotline_head', 'duty_lawyer'],
  summary: '现在接听：人正在电话里或窗口前，没有预约；不占名额，登记的人直接接手',
  body: LiveCall,
  reply: Case,
  status: 201,
  keyed: true,
})

/** Where a call can go on. */
const HAND_ON_TO = { inquiry: '问村法律顾问', legal_aid: '法律援助', mediation: '人民调解' } as const

/** What each action takes besides `version`. */
export const HOTLINE_ACTIONS = {
  reschedule: v.object({ slotId: Id }),
  cancel: v.object({ reason: v.optional(long('原因', 200, '请写明原因')) }),
  claim: v.object({}),
  release: v.object({ reason: long('原因', 200, '请写明为什么交还') }),
  record_missed: v.object({ reason: v.optional(long('情况', 200, '请写明情况')) }),
  record_answer: v.object({
    answer: words(4000, '请写下答复'),
    category: v.picklist(TOPICS, '请选择咨询类别'),
    toldOfLegalAid: v.literal(true, '请先告知可以申请法律援助，再勾选（法律援助法第二十三条）'),
    lawCited: v.optional(words(500, '请写明法律名称和条款')),
    /** Whoever does not say is answered all the same, and that is recorded (CO-1). */
    group: v.picklist(IDENTITY_GROUPS, '请选择人群类别，不愿提供的选“拒绝提供”'),
    urgency: v.optional(v.picklist(URGENCIES, '请选择紧急程度'), 'usual'),
    sex: v.optional(v.picklist(SEXES, '请选择性别，不愿说的不选')),
    handling: v.optional(v.picklist(HANDLINGS, '请选择处理方式'), 'advice'),
    followUp: v.optional(words(500, '请写明后续安排')),
  }),
  refer: v.object({
    to: v.picklist(REFERRALS, '请选择去处'),
    /** The day from which a limit counts, as the person tells it. */
    since: v.optional(Day),
  }),
  hand_on: v.object({
    to: choice('转到哪里', HAND_ON_TO, '请选择转到哪里'),
    consent: passedOn(),
  }),
  report_danger: v.object({
    what: v.picklist(DANGERS, '请选择是哪种危险'),
    to: v.picklist(REPORTED_TO, '请选择报告给谁'),
    receipt: words(200, '请写明接报单位、接报人或回执编号'),
  }),
  acknowledge_danger: v.object({ note: v.optional(long('说明', 200, '请写明看法')) }),
} as const

/** The last attempt in vain ends the case: why has to be said. */
export const LAST_MISS = v.object({ reason: long('情况', 200, '请写明几次联系的情况') })
