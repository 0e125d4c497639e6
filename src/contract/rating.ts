import * as v from 'valibot'

import { Rating } from './case.ts'
import { Day, Instant, list } from './common.ts'
import { endpoint } from './endpoint.ts'

const DESK = ['hotline_operator', 'hotline_head', 'duty_lawyer'] as const

/** It travels in the body, so that no log of addresses holds it. */
const Token = v.pipe(v.string(), v.regex(/^[\w-]{20,100}$/, '链接不完整，请从短信里重新打开'))

/** What is rated: nothing of the matter, since anybody may hold the telephone. */
export const LinkedRating = v.object({ organisation: v.string(), servedOn: Day, until: Day })
export type LinkedRating = v.InferOutput<typeof LinkedRating>

export const lookAtRatingLink = endpoint({
  method: 'POST',
  path: '/rating-links/look',
  access: 'anyone',
  seen: true,
  summary: '评价链接：是哪里、哪天的服务',
  body: v.object({ token: Token }),
  reply: LinkedRating,
  status: 200,
})

export const rateByLink = endpoint({
  method: 'POST',
  path: '/rating-links/rate',
  access: 'anyone',
  seen: true,
  summary: '用短信里的链接评价一次，不用登录；办理单位人员登录过的设备上不能用',
  body: v.object({ token: Token, ...Rating.entries }),
  status: 204,
})

const Unrated = v.object({
  caseId: v.string(),
  number: v.string(),
  title: v.string(),
  closedAt: Instant,
  until: Day,
})
export type Unrated = v.InferOutput<typeof Unrated>

export const listUnrated = endpoint({
  method: 'GET',
  path: '/desk/unrated',
  access: DESK,
  summary: '可以回访评价的：三十天内办完、还没有评价、不是自己承办的（最多 50 件）',
  reply: list(Unrated),
  status: 200,
})

export const rateByRevisit = endpoint({
  method: 'PUT',
  path: '/desk/unrated/:id',
  access: DESK,
  summary: '回访时替当事人记下评价；承办人自己不能记',
  body: Rating,
  status: 204,
})
