import * as v from 'valibot'
import { CHANNELS } from '#domain/hotline'
import { Case, CaseSummary } from './case.ts'
import { Cursor, Day, Id, Instant, Limit, list, page, words } from './common.ts'
import { endpoint } from './endpoint.ts'
import { BookedDay, Closure, Closures, Opening, Openings } from './opening.ts'

/** Who serves at a hotline desk, and who leads the shift. */
const DESK = ['hotline_operator', 'hotline_head', 'duty_lawyer'] as const
const HEAD = ['hotline_head'] as const

export const takeNext = endpoint({
  method: 'POST',
  path: '/desk/next',
  access: DESK,
  summary:
    '接手下一件到时间的预约（可以只要一个岗位、一种方式的）：紧急的在前，再按时间；没有到时间的返回空，并告诉下一件什么时候',
  body: v.object({ deskId: v.optional(Id), channel: v.optional(v.picklist(CHANNELS)) }),
  reply: v.object({
    case: v.nullable(Case),
    /** When the next one begins, if none is due now. */
    nextAt: v.nullable(Instant),
  }),
  status: 200,
  keyed: true,
})

export const listenAtDesk = endpoint({
  method: 'GET',
  path: '/desk/changes',
  access: DESK,
  summary: '岗位上有变化时马上回答（最多等几秒）；since 是上一次回答里的 mark，不带就马上回答',
  query: v.object({ since: v.optional(v.pipe(v.string(), v.maxLength(40))) }),
  reply: v.object({ mark: v.string() }),
  status: 200,
})

const Release = v.object({
  at: Instant,
  caseId: v.string(),
  number: v.string(),
  by: v.string(),
  reason: v.nullable(v.string()),
})
export type Release = v.InferOutput<typeof Release>

export const listReleases = endpoint({
  method: 'GET',
  path: '/desk/releases',
  access: HEAD,
  summary: '这些天交还的预约，最近的在前',
  query: v.object({ from: Day, to: Day, limit: Limit, cursor: Cursor }),
  reply: page(Release),
  status: 200,
})

/** Of every kind of case: whoever may say that they have looked. */
export const listAlarms = endpoint({
  method: 'GET',
  path: '/desk/alarms',
  access: ['hotline_head', 'committee_secretary', 'legal_aid_head', 'township_officer', 'bureau_officer'],
  summary: '等待你查看的危险提示和依法报告，等得最久的在前',
  query: v.object({ limit: Limit, cursor: Cursor }),
  reply: page(v.object({ ...CaseSummary.entries, alarmAt: Instant })),
  status: 200,
})

const Average = v.object({
  of: v.picklist(['organisation', 'handler']),
  id: v.string(),
  name: v.nullable(v.string()),
  count: v.number(),
  average: v.number(),
})
export type Average = v.InferOutput<typeof Average>

export const listAverages = endpoint({
  method: 'GET',
  path: '/desk/ratings',
  access: DESK,
  summary: '满意度平均分：满 5 次才显示；班长另见每位值班人员的，其他人只见自己的',
  reply: list(Average),
  status: 200,
})

const Revisit = v.object({
  id: v.string(),
  caseId: v.string(),
  number: v.string(),
  dueOn: v.string(),
  overdue: v.boolean(),
  score: v.number(),
  comment: v.nullable(v.string()),
})
export type Revisit = v.InferOutput<typeof Revisit>

export const listRevisits = endpoint({
  method: 'GET',
  path: '/desk/revisits',
  access: DESK,
  summary: '不满意的要在下一个工作日回访，岗位上除承办人外谁都可以；自己承办的不在其中',
  reply: list(Revisit),
  status: 200,
})

export const closeRevisit = endpoint({
  method: 'POST',
  path: '/desk/revisits/:id/done',
  access: DESK,
  summary: '回访完成，写明情况；承办人不能自己回访',
  body: v.object({ result: words(500, '请写明回访情况') }),
  status: 204,
  keyed: true,
})

const Load = v.object({
  deskId: v.string(),
  deskName: v.string(),
  day: v.string(),
  /** 0 to 23. */
  hour: v.number(),
  capacity: v.number(),
  taken: v.number(),
})
export type Load = v.InferOutput<typeof Load>

export const readLoad = endpoint({
  method: 'GET',
  path: '/desk/load',
  access: HEAD,
  summary: '预约量：岗位 × 日期 × 小时',
  query: v.object({ from: Day, to: Day, deskId: v.optional(Id) }),
  reply: list(Load),
  status: 200,
})

const DeskHours = v.object({
  id: v.string(),
  name: v.string(),
  active: v.boolean(),
  openings: v.array(Opening),
  closures: v.array(Closure),
})
export type DeskHours = v.InferOutput<typeof DeskHours>

export const HoursChange = v.partial(
  v.object({
    openings: Openings,
    closures: Closures,
    /** Whoever is booked in a time that goes is offered the nearest one first, held for them. */
    move: v.boolean(),
  }),
)
export type HoursChange = v.InferOutput<typeof HoursChange>

export const listHours = endpoint({
  method: 'GET',
  path: '/desk/openings',
  access: HEAD,
  summary: '我负责的岗位：每周开放时间和停办日',
  reply: list(DeskHours),
  status: 200,
})

const BookedCase = v.object({ caseId: v.string(), number: v.string(), startsAt: Instant })

/** What a change would do; nothing is changed by asking. */
const Preview = v.object({
  /** False while somebody is booked on a day that shall be shut: only with `move`. */
  possible: v.boolean(),
  booked: v.array(BookedDay),
  cases: v.array(BookedCase),
  /** Times that take nobody any more, and bookings in them that stay as promised. */
  closing: v.number(),
  kept: v.number(),
  /** Booked outside the new hours: kept as promised, or moved with `move`. */
  outside: v.array(BookedCase),
  resized: v.number(),
})
export type Preview = v.InferOutput<typeof Preview>

export const previewHours = endpoint({
  method: 'POST',
  path: '/desk/openings/:id/preview',
  access: HEAD,
  summary: '先看看：这样改开放时间会影响哪些时间段和预约',
  body: HoursChange,
  reply: Preview,
  status: 200,
})

export const changeHours = endpoint({
  method: 'PATCH',
  path: '/desk/openings/:id',
  access: HEAD,
  summary: '修改每周开放时间、停办日；停办日已有预约的，带上 move 才改，给他们每人先留一个最近的时间并通知',
  body: HoursChange,
  reply: DeskHours,
  status: 200,
})
