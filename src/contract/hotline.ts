import * as v from 'valibot'

import { CHANNELS } from '#domain/hotline'
import { TOPICS } from '#domain/topic'
import { Case } from './case.ts'
import { Day, Id, Instant, list, Phone, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'

export const Desk = v.object({
  id: v.string(),
  name: v.string(),
  channels: v.array(v.picklist(CHANNELS)),
  regionCode: v.string(),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
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

export const RELATIONS = [
  'self',
  'parent',
  'child',
  'spouse',
  'relative',
  'neighbour',
  'worker',
  'other',
] as const
export const ACCESS_NEEDS = ['none', 'hearing', 'sight', 'speech', 'mobility', 'read_aloud'] as const

/** Enough to book is slot, channel, topic, summary and region; the rest makes the call go well. */
export const Booking = v.object({
  slotId: Id,
  channel: v.picklist(CHANNELS, '请选择怎样联系'),
  topic: v.picklist(TOPICS, '请选择是哪方面的事'),
  summary: words(200, '请用一句话说说是什么事'),
  regionCode: RegionCode,
  name: v.optional(words(40, '请填写称呼')),
  /** The number to call; otherwise the one signed in with. */
  phone: v.optional(Phone),
  relation: v.optional(v.picklist(RELATIONS), 'self'),
  /** Whom it is about, when it is somebody else. */
  personName: v.optional(words(40, '请填写他（她）的称呼')),
  maySayWhoWeAre: v.optional(v.boolean(), true),
  mayLeaveMessage: v.optional(v.boolean(), true),
  language: v.optional(words(30, '请填写语言或方言')),
  accessNeed: v.optional(v.picklist(ACCESS_NEEDS), 'none'),
  /** A case of one's own that this one goes on from; both show the other. */
  fromCaseId: v.optional(Id),
})
export type Booking = v.InferOutput<typeof Booking>
export type BookingInput = v.InferInput<typeof Booking>

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

/** What each action takes besides `version`. */
export const HOTLINE_ACTIONS = {
  reschedule: v.object({ slotId: Id }),
  cancel: v.object({ reason: v.optional(words(200, '请写明原因')) }),
  claim: v.object({}),
  release: v.object({ reason: words(200, '请写明为什么交还') }),
} as const
