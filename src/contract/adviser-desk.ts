import * as v from 'valibot'

import { ADVISER, Adviser, Place, RemoteHours, ShortCode, Visit } from './adviser.ts'
import { CaseSummary } from './case.ts'
import { Cursor, Day, Id, Instant, Limit, list, Moment, oneLine, page, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Time } from './opening.ts'

const AdviserVillage = v.object({
  ...Place.entries,
  /** Assigned from and to, inclusive; null is open. */
  from: v.string(),
  to: v.nullable(v.string()),
  /** Somebody else's village, for whom I stand in. */
  substitute: v.boolean(),
  nextVisit: v.nullable(Visit),
  /** Of this month. */
  visitsOwed: v.number(),
  visitsMade: v.number(),
  /** Of those made: confirmed by the village or a resident. Only they count (VA-8). */
  visitsVerified: v.number(),
  minutesMade: v.number(),
  /** No visit is planned or made this month. */
  gap: v.boolean(),
})
export type AdviserVillage = v.InferOutput<typeof AdviserVillage>

export const LeaveRow = v.object({
  id: v.string(),
  from: Day,
  to: Day,
  reason: v.string(),
  substituteId: v.nullable(v.string()),
  substituteName: v.nullable(v.string()),
})
export type LeaveRow = v.InferOutput<typeof LeaveRow>

export const readMyDesk = endpoint({
  method: 'GET',
  path: '/adviser/me',
  access: ADVISER,
  summary: '我（顾问）：资料、服务的村、本月进村、请假、职责',
  reply: v.object({
    adviser: Adviser,
    villages: v.array(AdviserVillage),
    leaves: v.array(LeaveRow),
    /** What the office asks, in words. */
    duties: v.array(v.string()),
    /** Colleagues who could stand in. */
    substitutes: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
  status: 200,
})

/** Questions that moved on because there was no answer in time, or that I handed on; read-only, without the story. */
export const listMissed = endpoint({
  method: 'GET',
  path: '/adviser/missed',
  access: ADVISER,
  summary: '没有按时答复、已转给别人的提问，最近的在前',
  reply: list(
    v.object({
      caseId: v.string(),
      number: v.string(),
      village: v.string(),
      askedAt: Instant,
      movedAt: Instant,
      why: v.picklist(['missed', 'conflict']),
      nowWith: v.string(),
    }),
  ),
  status: 200,
})

/** My open and past questions and bookings, by promise. */
export const listInbox = endpoint({
  method: 'GET',
  path: '/adviser/inbox',
  access: ADVISER,
  summary: '我的收件箱：等我答复的按答复期限排，然后是已答复的',
  query: v.object({ status: v.optional(v.picklist(['open', 'done']), 'open'), limit: Limit, cursor: Cursor }),
  reply: page(CaseSummary),
  status: 200,
})

const VisitPlan = v.object({
  villageCode: RegionCode,
  startsAt: Moment,
  endsAt: Moment,
  place: oneLine(60, '请写明在哪里，如“村委会一楼调解室”'),
  /** How many people may book; everybody else comes without. */
  capacity: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1, '名额至少 1'), v.maxValue(50, '名额最多 50')),
    6,
  ),
})
export type VisitPlan = v.InferOutput<typeof VisitPlan>

export const VISIT_STATES = ['planned', 'begun', 'made', 'missed', 'cancelled'] as const

const OwnVisit = v.object({
  ...Visit.entries,
  state: v.picklist(VISIT_STATES),
  stateText: v.string(),
  capacity: v.number(),
  booked: v.number(),
  checkedInAt: v.nullable(Instant),
  checkedOutAt: v.nullable(Instant),
  /** What stands against it, in words: two places at once, no proof of the place. */
  flags: v.array(v.string()),
  ledgerId: v.nullable(v.string()),
})
export type OwnVisit = v.InferOutput<typeof OwnVisit>

export const listOwnVisits = endpoint({
  method: 'GET',
  path: '/adviser/visits',
  access: ADVISER,
  summary: '我的进村安排（from、to 含当天）',
  query: v.object({ from: Day, to: Day }),
  reply: list(OwnVisit),
  status: 200,
})

export const planVisit = endpoint({
  method: 'POST',
  path: '/adviser/visits',
  access: ADVISER,
  summary: '安排一次进村；与自己别的安排重叠时拒绝',
  body: VisitPlan,
  reply: OwnVisit,
  status: 201,
  keyed: true,
})

export const cancelVisit = endpoint({
  method: 'POST',
  path: '/adviser/visits/:id/cancel',
  access: ADVISER,
  summary: '取消一次进村；已有人预约的先给他们改时间',
  body: v.object({ reason: words(200, '请写明原因，村里会看到') }),
  reply: OwnVisit,
  status: 200,
  keyed: true,
})

const Position = v.object({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  accuracy: v.optional(v.pipe(v.number(), v.minValue(0))),
})

const presence = { villageCode: v.optional(ShortCode), position: v.optional(Position) }

type Shown = { villageCode?: string | undefined; position?: object | undefined }

const isShown = ({ villageCode, position }: Shown) => villageCode !== undefined || position !== undefined
const NOT_SHOWN = '请扫村里公示牌上的码，或打开定位'

/** By the code on the board, or by the place where the telephone is; both together say where the village lies. */
const Presence = v.pipe(
  v.object(presence),
  v.forward(
    v.check((said) => isShown(said), NOT_SHOWN),
    ['villageCode'],
  ),
)

export const checkIn = endpoint({
  method: 'POST',
  path: '/adviser/visits/:id/check-in',
  access: ADVISER,
  summary: '到村签到：扫村码或定位',
  body: Presence,
  reply: OwnVisit,
  status: 200,
  keyed: true,
})

export const checkOut = endpoint({
  method: 'POST',
  path: '/adviser/visits/:id/check-out',
  access: ADVISER,
  summary: '离村签退，台账自动记一条',
  body: v.pipe(
    v.object({
      ...presence,
      people: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)), 0),
      note: v.optional(words(500, '请写下做了什么')),
    }),
    v.forward(
      v.check((said) => isShown(said), NOT_SHOWN),
      ['villageCode'],
    ),
  ),
  reply: OwnVisit,
  status: 200,
  keyed: true,
})

export const changeRemoteHours = endpoint({
  method: 'PUT',
  path: '/adviser/remote-hours',
  access: ADVISER,
  summary: '每周远程值班时间；已有预约的时间保留',
  body: v.object({
    hours: v.pipe(
      v.array(
        v.object({
          weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
          from: Time,
          to: Time,
        }),
      ),
      v.maxLength(20, '最多 20 段'),
    ),
  }),
  reply: list(RemoteHours),
  status: 200,
})

export const takeLeave = endpoint({
  method: 'POST',
  path: '/adviser/leaves',
  access: ADVISER,
  summary: '请假并指定代班顾问；期间的提问直接到代班顾问，进村要先改期',
  body: v.object({
    from: Day,
    to: Day,
    reason: oneLine(60, '请写明原因'),
    substituteId: v.optional(Id),
  }),
  reply: list(LeaveRow),
  status: 201,
  keyed: true,
})

export const endLeave = endpoint({
  method: 'DELETE',
  path: '/adviser/leaves/:id',
  access: ADVISER,
  summary: '销假',
  reply: list(LeaveRow),
  status: 200,
})

// The ledger (docs/rules.md, Ledger).
