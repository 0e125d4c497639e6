import * as v from 'valibot'

import { PRESENCES, RESULTS, SERVICES, VERIFICATIONS, WAYS } from '#domain/ledger'
import { ADVISER, CONTACT, LEDGER_READERS, Place } from './adviser.ts'
import { Cursor, Day, Id, Instant, Limit, Moment, page, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'

const Check = v.object({ at: Instant, byText: v.string() })

export const LedgerLine = v.object({
  id: v.string(),
  adviserId: v.string(),
  adviserName: v.string(),
  licence: v.string(),
  firm: v.string(),
  /** 服务期: from when to when the adviser has the village; null where the register does not say. */
  servedFrom: v.nullable(Day),
  servedTo: v.nullable(Day),
  village: Place,
  day: Day,
  startsAt: v.nullable(Instant),
  endsAt: v.nullable(Instant),
  way: v.picklist(WAYS),
  wayText: v.string(),
  service: v.picklist(SERVICES),
  serviceText: v.string(),
  /** How many people; nobody's name. */
  people: v.number(),
  /** 事由与内容; for a question only its topic. */
  about: v.string(),
  result: v.nullable(v.picklist(RESULTS)),
  resultText: v.nullable(v.string()),
  leaflets: v.number(),
  trained: v.number(),
  /** The case it came from, and the one it went on as. */
  caseNumber: v.nullable(v.string()),
  /** Of a visit: when, and by what it was shown. */
  checkIn: v.nullable(Check),
  checkOut: v.nullable(Check),
  /** 人群类别 */
  groupText: v.nullable(v.string()),
  /** 法律意见: of an answer, to the adviser who gave it; others read it in the case, if it is theirs to read. */
  opinion: v.nullable(v.string()),
  presence: v.nullable(v.picklist(PRESENCES)),
  presenceText: v.nullable(v.string()),
  /** Written by itself from an answer, a visit or a hand-on. */
  automatic: v.boolean(),
  verification: v.picklist(VERIFICATIONS),
  verificationText: v.string(),
  confirmedAt: v.nullable(Instant),
  flags: v.array(v.string()),
  /** Whether the caller may confirm it now. */
  canConfirm: v.boolean(),
})
export type LedgerLine = v.InferOutput<typeof LedgerLine>

export const listLedger = endpoint({
  method: 'GET',
  path: '/adviser/ledger',
  access: LEDGER_READERS,
  summary: '服务台账：顾问看自己的，联络员看本村的，管理人员看辖区的；最近的在前',
  query: v.object({
    from: v.optional(Day),
    to: v.optional(Day),
    village: v.optional(RegionCode),
    adviser: v.optional(Id),
    verification: v.optional(v.picklist(VERIFICATIONS)),
    limit: Limit,
    cursor: Cursor,
  }),
  reply: v.object({
    ...page(LedgerLine).entries,
    /** Of the whole period asked for: 举办法治讲座 3 场 … */
    counters: v.array(
      v.object({
        service: v.picklist(SERVICES),
        text: v.string(),
        count: v.number(),
        people: v.number(),
        /** Confirmed by the village or whoever was served: only these count (VA-8). */
        verified: v.number(),
      }),
    ),
    /** Villages with lines in this period, 一村一档; where they are too many to choose from, only the one asked for. */
    villages: v.array(Place),
  }),
  status: 200,
})

export const addLedgerLine = endpoint({
  method: 'POST',
  path: '/adviser/ledger',
  access: ADVISER,
  summary: '补记一条：讲座、调解、代写、审查等；与别的记录同时在两个村的会标出',
  body: v.object({
    villageCode: RegionCode,
    service: v.picklist(SERVICES, '请选择服务类型'),
    way: v.optional(v.picklist(WAYS), 'on_site'),
    startsAt: Moment,
    endsAt: Moment,
    about: words(500, '请写明做了什么'),
    people: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)), 1),
    leaflets: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50_000)), 0),
    trained: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)), 0),
    result: v.optional(v.picklist(RESULTS)),
  }),
  reply: LedgerLine,
  status: 201,
  keyed: true,
})

export const confirmLedgerLine = endpoint({
  method: 'POST',
  path: '/adviser/ledger/:id/confirm',
  access: [...CONTACT],
  summary: '联络员确认：确有这次服务',
  reply: LedgerLine,
  status: 200,
})

/** The resident who was served, from the case: only what somebody else confirms counts (VA-8). */
export const confirmService = endpoint({
  method: 'POST',
  path: '/cases/:id/service-confirmation',
  access: 'signed_in',
  summary: '服务对象确认：顾问确实答复、服务了我',
  reply: v.object({ confirmed: v.number() }),
  status: 200,
})

/** An Excel file in base64, so that every client can save it. Formulas are written as text. */
export const exportLedger = endpoint({
  method: 'POST',
  path: '/adviser/ledger/exports',
  access: LEDGER_READERS,
  summary: '导出台账（Excel）',
  body: v.object({ from: Day, to: Day, village: v.optional(RegionCode), adviser: v.optional(Id) }),
  reply: v.object({ name: v.string(), type: v.string(), base64: v.string(), lines: v.number() }),
  status: 200,
})

// Managers.
