import * as v from 'valibot'

import { DEALT, NEWS, NOTICE_STATES, OUTLETS } from '#domain/notice'
import { Cursor, Instant, Limit, list, page } from './common.ts'
import { endpoint } from './endpoint.ts'

export const Notice = v.object({
  id: v.string(),
  at: Instant,
  news: v.picklist(NEWS),
  title: v.string(),
  text: v.string(),
  caseId: v.nullable(v.string()),
  /** A seat that is held for the reader alone, and until when. */
  offer: v.nullable(
    v.object({ slotId: v.string(), deskId: v.nullable(v.string()), startsAt: Instant, until: Instant }),
  ),
  readAt: v.nullable(Instant),
})
export type Notice = v.InferOutput<typeof Notice>

/** As it goes into the copy of everything that is held of a person. */
export const CopiedNotice = v.object({
  at: Instant,
  title: v.string(),
  text: v.string(),
  state: v.string(),
  readAt: v.nullable(Instant),
  ways: v.array(v.object({ way: v.string(), at: Instant })),
})
export type CopiedNotice = v.InferOutput<typeof CopiedNotice>

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  access: 'signed_in',
  summary: '给我的消息，新的在前',
  query: v.object({ limit: Limit, cursor: Cursor }),
  reply: v.object({ ...page(Notice).entries, unread: v.number() }),
  status: 200,
})

export const readNotice = endpoint({
  method: 'POST',
  path: '/notices/:id/read',
  access: 'signed_in',
  summary: '看过了这条消息',
  status: 204,
})

const Permission = v.object({ templateId: v.string(), remaining: v.number() })

export const subscribe = endpoint({
  method: 'POST',
  path: '/me/subscriptions',
  access: 'signed_in',
  summary: '记下在微信里同意接收的一次性消息（同意一次，发一次）',
  body: v.object({
    templateIds: v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, '模板编号不对'))),
      v.minLength(1, '请带上模板编号'),
      v.maxLength(3, '一次最多三个'),
    ),
  }),
  reply: list(Permission),
  status: 201,
})

const DESK = ['hotline_operator', 'hotline_head', 'duty_lawyer'] as const

/** One line of the list of people to be telephoned because nothing else goes. */
export const CallLine = v.object({
  id: v.string(),
  at: Instant,
  /** After this there is no point in calling. */
  until: v.nullable(Instant),
  caseId: v.nullable(v.string()),
  number: v.nullable(v.string()),
  name: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  /** What to say. */
  text: v.string(),
  tries: v.number(),
  /** The person asked that nothing be left there, and that we do not say who we are. */
  hushed: v.boolean(),
  nameless: v.boolean(),
  /** A seat that is still held for the person, and until when. */
  offer: v.nullable(v.object({ slotId: v.string(), startsAt: Instant, until: Instant })),
})
export type CallLine = v.InferOutput<typeof CallLine>

export const listCalls = endpoint({
  method: 'GET',
  path: '/desk/calls',
  access: DESK,
  summary: '要人工电话通知的人',
  query: v.object({ limit: Limit, cursor: Cursor }),
  reply: page(CallLine),
  status: 200,
})

export const revealCall = endpoint({
  method: 'POST',
  path: '/desk/calls/:id/reveal',
  access: DESK,
  summary: '查看要拨打的完整号码；本人能看到谁在什么时候查看过',
  reply: v.object({ value: v.string() }),
  status: 200,
})

export const takeHeldSeat = endpoint({
  method: 'POST',
  path: '/desk/calls/:id/held-seat',
  access: DESK,
  summary: '本人在电话里同意：把预约改到给他（她）留的时间；这一条就办完了',
  status: 204,
  keyed: true,
})

export const tickCall = endpoint({
  method: 'POST',
  path: '/desk/calls/:id/outcome',
  access: DESK,
  summary: '记下电话通知的结果',
  body: v.object({ reached: v.boolean('请选择有没有通知到本人') }),
  reply: v.object({ state: v.picklist(NOTICE_STATES) }),
  status: 200,
  keyed: true,
})

/** One way out and what came of it, as staff sees it. */
const Attempt = v.object({
  outlet: v.picklist(OUTLETS),
  at: Instant,
  tries: v.number(),
  state: v.string(),
  outcome: v.nullable(v.string()),
  /** The same in words. */
  text: v.string(),
})

export const LostNotice = v.object({
  id: v.string(),
  at: Instant,
  news: v.picklist(NEWS),
  title: v.string(),
  caseId: v.nullable(v.string()),
  number: v.nullable(v.string()),
  organisation: v.string(),
  state: v.picklist(NOTICE_STATES),
  stateText: v.string(),
  attempts: v.array(Attempt),
  /** Who has seen to it, and how. */
  done: v.nullable(v.object({ at: Instant, by: v.string(), how: v.picklist(DEALT), howText: v.string() })),
})
export type LostNotice = v.InferOutput<typeof LostNotice>

const LOST = ['hotline_head', 'bureau_officer', 'city_admin'] as const

/** Dead letters: what a provider refused for good or never took, and people who were not reached. */
export const listLost = endpoint({
  method: 'GET',
  path: '/desk/lost-notices',
  access: LOST,
  summary: '没有发出去的消息，和没有通知到的人；done=true 看已经处理过的',
  query: v.object({ done: v.optional(v.picklist(['true', 'false'])), limit: Limit, cursor: Cursor }),
  reply: page(LostNotice),
  status: 200,
})

export const dealWithLost = endpoint({
  method: 'POST',
  path: '/desk/lost-notices/:id/done',
  access: LOST,
  summary: '处理好了一条没有通知到的消息；谁、什么时候、怎样处理都留下记录',
  body: v.object({ how: v.picklist(DEALT, '请选择怎样处理的') }),
  status: 204,
})

export const Watch = v.object({
  id: v.string(),
  slotId: v.string(),
  deskId: v.string(),
  deskName: v.string(),
  /** Any time of the desk until this one is of interest. */
  before: Instant,
  offersLeft: v.number(),
})
export type Watch = v.InferOutput<typeof Watch>

export const watchSlot = endpoint({
  method: 'POST',
  path: '/slots/:id/watches',
  access: 'signed_in',
  summary: '有更早的时间空出来就告诉我（最多三次，一天最多一次）',
  reply: Watch,
  status: 201,
})

export const listWatches = endpoint({
  method: 'GET',
  path: '/me/watches',
  access: 'signed_in',
  summary: '我在等的更早的时间',
  reply: list(Watch),
  status: 200,
})

export const endWatch = endpoint({
  method: 'DELETE',
  path: '/me/watches/:id',
  access: 'signed_in',
  summary: '不再等更早的时间',
  status: 204,
})
