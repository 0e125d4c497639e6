import * as v from 'valibot'
import { STAGES } from '#domain/inquiry'
import { PRESENCES, RESULTS, SERVICES, VERIFICATIONS, WAYS } from '#domain/ledger'
import { CaseSummary } from './case.ts'
import { Cursor, Day, Id, Instant, Limit, list, page, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'

const ADVISER = ['village_adviser'] as const
const CONTACT = ['village_contact'] as const
/** Who sees to it that every village has an adviser who comes. */
const MANAGERS = ['township_officer', 'bureau_officer', 'city_admin'] as const
const LEDGER_READERS = ['village_adviser', 'village_contact', ...MANAGERS] as const

const Place = v.object({ code: v.string(), name: v.string(), path: v.string() })

/** A visit to a village, announced: whoever wants to be sure of a seat books the slot at `deskId`. */
export const Visit = v.object({
  id: v.string(),
  village: Place,
  startsAt: Instant,
  endsAt: Instant,
  place: v.string(),
  /** For `POST /bookings`, channel `visit`; null when it cannot be booked any more. */
  slotId: v.nullable(v.string()),
  free: v.number(),
})
export type Visit = v.InferOutput<typeof Visit>

/** Weekly hours of remote advice. `weekday` 1 is Monday, times `HH:mm`. */
export const RemoteHours = v.object({ weekday: v.number(), from: v.string(), to: v.string() })
export type RemoteHours = v.InferOutput<typeof RemoteHours>

export const OCCUPATIONS = ['lawyer', 'legal_worker'] as const

export const Adviser = v.object({
  id: v.string(),
  name: v.string(),
  /** Below `/api`; null when there is none: then `initials` are shown. */
  photo: v.nullable(v.string()),
  initials: v.string(),
  occupation: v.picklist(OCCUPATIONS),
  /** 律师, 基层法律服务工作者 */
  occupationText: v.string(),
  licence: v.string(),
  /** 律师执业证号 … */
  licenceName: v.string(),
  /** How anybody checks the licence. */
  verifyText: v.string(),
  firm: v.string(),
  /** Of the firm or for work; never a private number. */
  phone: v.nullable(v.string()),
  languages: v.array(v.string()),
  about: v.nullable(v.string()),
  villages: v.array(Place),
  /** With `?village=` or `?code=`: the next one in that village. */
  nextVisit: v.nullable(Visit),
  remoteHours: v.array(RemoteHours),
  /** 每周三 上午9:00–11:00 */
  remoteText: v.nullable(v.string()),
  /** For `GET /desks/:id/slots` and `POST /bookings`: remote hours (call_back, video) and visits (visit); null when nothing can be booked. */
  deskId: v.nullable(v.string()),
  /** The middle of the last answers; null when there are fewer than five. Measured, not claimed. */
  usualAnswerMinutes: v.nullable(v.number()),
  usualAnswerText: v.nullable(v.string()),
  /** On leave today, until this day. */
  awayUntil: v.nullable(v.string()),
  costText: v.string(),
  /** What an adviser must not do: the bureau's own rule. */
  mustNot: v.array(v.string()),
  complainText: v.string(),
})
export type Adviser = v.InferOutput<typeof Adviser>

/** Who answers for a village today. Every village has an answer. */
export const VillageAnswer = v.object({
  village: Place,
  /** On the board of the village; null when none was made yet. */
  code: v.nullable(v.string()),
  answeredBy: v.picklist(STAGES),
  /** 村（社区）法律顾问, 代班顾问, 值班律师, 12348 热线 */
  answeredByText: v.string(),
  /** Why it is this one, in words. */
  why: v.string(),
  /** The adviser or substitute; null for the duty lawyer and the hotline. */
  adviserId: v.nullable(v.string()),
  /** Who comes next if there is no answer in time, in words, in order. */
  thenText: v.array(v.string()),
  /** False where nobody takes written questions: then only the telephone helps. */
  canAsk: v.boolean(),
  replyHours: v.number(),
  promiseText: v.string(),
  /** Always there. */
  phone: v.string(),
  phoneText: v.string(),
  /** The village has filed rules that everybody can read: `GET /villages/:code/rules`. */
  hasRules: v.boolean(),
})
export type VillageAnswer = v.InferOutput<typeof VillageAnswer>

const FoundVillage = v.object({
  ...Place.entries,
  answeredBy: v.picklist(STAGES),
  answeredByText: v.string(),
  /** Who it is; null where nobody is named. */
  answeredByName: v.nullable(v.string()),
  adviserId: v.nullable(v.string()),
})
export type FoundVillage = v.InferOutput<typeof FoundVillage>

/** Seven digits; spaces, hyphens and full-width digits do not matter. */
export const ShortCode = v.pipe(v.string(), v.maxLength(20, '村码是 7 位数字，请看村里的公示牌'))

/**
 * By village (`answer` says who answers), by a text (part of the name of a village, adviser or firm, or their pinyin
 * initials: `villages` besides the advisers), or by the code on the board. One of the three.
 */
export const listAdvisers = endpoint({
  method: 'GET',
  path: '/advisers',
  access: 'anyone',
  summary: '找村（社区）法律顾问：按村 village，按名称或拼音首字母 q，或按村码 code；每个村都有人答复',
  query: v.pipe(
    v.object({
      village: v.optional(RegionCode),
      q: v.optional(v.pipe(v.string(), v.maxLength(60, '最多写 60 个字，请缩短一些'))),
      code: v.optional(ShortCode),
      limit: Limit,
    }),
    v.forward(
      v.check(
        ({ village, q, code }) => [village, q, code].filter((one) => one !== undefined).length === 1,
        '请给出 village、q、code 中的一个',
      ),
      ['village'],
    ),
  ),
  reply: v.object({
    items: v.array(Adviser),
    answer: v.nullable(VillageAnswer),
    villages: v.array(FoundVillage),
  }),
  status: 200,
})

export const readAdviser = endpoint({
  method: 'GET',
  path: '/advisers/:id',
  access: 'anyone',
  summary: '一位村（社区）法律顾问：执业证、所在机构、服务的村、下次进村、远程时间、通常多久答复',
  reply: Adviser,
  status: 200,
})

export const listVisits = endpoint({
  method: 'GET',
  path: '/advisers/:id/visits',
  access: 'anyone',
  summary: '这位顾问以后的进村时间，近的在前',
  query: v.object({ village: v.optional(RegionCode), limit: Limit }),
  reply: list(Visit),
  status: 200,
})

export const readAdviserPhoto = endpoint({
  method: 'GET',
  path: '/advisers/:id/photo',
  access: 'anyone',
  summary: '顾问的照片',
  download: true,
  status: 200,
})

/** The board of a village: what its QR code holds and the digits under it. */
export const VillageCode = v.object({
  village: Place,
  /** Seven digits, the last one a check digit. */
  code: v.string(),
  /** The scene of the mini-program code: at most 32 characters, `v=1234567`. */
  scene: v.string(),
  /** Page of the mini-program, and the address of the web page. */
  page: v.string(),
  url: v.string(),
  /** A PNG as a data URL, of the web address. */
  qr: v.string(),
})
export type VillageCode = v.InferOutput<typeof VillageCode>

/** Made when it is asked for the first time; the same village keeps its code. */
export const makeVillageCode = endpoint({
  method: 'POST',
  path: '/villages/:code/board',
  access: [...MANAGERS, 'village_contact'],
  summary: '村（社区）公示牌的二维码和短码；同一个村一直是同一个码',
  reply: VillageCode,
  status: 200,
})

// The adviser's own desk.

export const sendAdviserPhoto = endpoint({
  method: 'POST',
  path: '/adviser/photo',
  access: ADVISER,
  summary: '上传我（顾问）的照片（multipart：file），公开展示',
  upload: true,
  status: 204,
  maxBytes: 10 * 1024 * 1024 + 4096,
})

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
  startsAt: Instant,
  endsAt: Instant,
  place: words(60, '请写明在哪里，如“村委会一楼调解室”'),
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

/** By the code on the board, or by the place where the telephone is. One of the two. */
const Presence = v.pipe(
  v.object({
    villageCode: v.optional(ShortCode),
    position: v.optional(Position),
  }),
  v.forward(
    v.check(
      ({ villageCode, position }) => (villageCode === undefined) !== (position === undefined),
      '请扫村里公示牌上的码，或打开定位',
    ),
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
      villageCode: v.optional(ShortCode),
      position: v.optional(Position),
      people: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)), 0),
      note: v.optional(words(500, '请写下做了什么')),
    }),
    v.forward(
      v.check(
        ({ villageCode, position }) => (villageCode === undefined) !== (position === undefined),
        '请扫村里公示牌上的码，或打开定位',
      ),
      ['villageCode'],
    ),
  ),
  reply: OwnVisit,
  status: 200,
  keyed: true,
})

const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 09:00 这样'))

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
    reason: words(60, '请写明原因'),
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

// The ledger (rules §3.3).

export const LedgerLine = v.object({
  id: v.string(),
  adviserId: v.string(),
  adviserName: v.string(),
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
      v.object({ service: v.picklist(SERVICES), text: v.string(), count: v.number(), people: v.number() }),
    ),
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
    startsAt: Instant,
    endsAt: Instant,
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

export const FIGURES = [
  'villages',
  'without_adviser',
  'overloaded',
  'visits_owed',
  'visits_made',
  'visits_missing',
  'answers',
  'in_time',
  'moved_on',
  'unconfirmed',
  'flagged',
] as const
export type FigureName = (typeof FIGURES)[number]

const Figure = v.object({
  figure: v.picklist(FIGURES),
  text: v.string(),
  /** What is counted, in words. */
  meaning: v.string(),
  value: v.number(),
  of: v.nullable(v.number()),
})

export const readCoverage = endpoint({
  method: 'GET',
  path: '/adviser/coverage',
  access: MANAGERS,
  summary:
    '覆盖情况（按月，按县或乡镇）：没有顾问的村、村太多的顾问、应进村和已进村、按时答复；每个数都能打开清单',
  query: v.object({
    region: v.optional(RegionCode),
    month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请写成 2026-11 这样'))),
  }),
  reply: v.object({
    region: Place,
    month: v.string(),
    figures: v.array(Figure),
    /** The same for each place directly below. */
    places: v.array(v.object({ place: Place, figures: v.array(Figure) })),
  }),
  status: 200,
})

export const listCoverage = endpoint({
  method: 'GET',
  path: '/adviser/coverage/:figure',
  access: MANAGERS,
  summary: '一个数背后的清单',
  query: v.object({
    region: v.optional(RegionCode),
    month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请写成 2026-11 这样'))),
    limit: Limit,
    cursor: Cursor,
  }),
  reply: page(
    v.object({
      id: v.string(),
      /** A village, an adviser, a case number or a ledger line. */
      title: v.string(),
      text: v.string(),
      villageCode: v.nullable(v.string()),
      adviserId: v.nullable(v.string()),
      caseNumber: v.nullable(v.string()),
    }),
  ),
  status: 200,
})

/** Months and villages of one's place in which nobody comes: for the township. */
export const listGaps = endpoint({
  method: 'GET',
  path: '/adviser/gaps',
  access: [...MANAGERS, ...CONTACT],
  summary: '本月没有安排进村的村',
  query: v.object({
    month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请写成 2026-11 这样'))),
  }),
  reply: list(
    v.object({
      village: Place,
      adviserId: v.nullable(v.string()),
      adviserName: v.nullable(v.string()),
      text: v.string(),
    }),
  ),
  status: 200,
})

/** All or nothing: `rows` names every bad row by line and reason, and then nothing is stored. CSV text or an Excel file in base64. */
export const importAdvisers = endpoint({
  method: 'POST',
  path: '/adviser/imports',
  access: ['bureau_officer', 'city_admin'],
  summary: '用表格（CSV 或 Excel）导入顾问和服务的村，全部成功或全部不导入',
  body: v.pipe(
    v.object({
      csv: v.optional(v.pipe(v.string(), v.maxLength(2_000_000, '文件太大，请分几次导入'))),
      xlsx: v.optional(v.pipe(v.string(), v.maxLength(6_000_000, '文件太大，请分几次导入'))),
    }),
    v.forward(
      v.check(({ csv, xlsx }) => (csv ? 1 : 0) + (xlsx ? 1 : 0) === 1, '请选择一个文件'),
      ['csv'],
    ),
  ),
  reply: v.object({ advisers: v.number(), villages: v.number() }),
  status: 200,
  maxBytes: 8 * 1024 * 1024,
})

/** A template to write over, as CSV. */
export const adviserTemplate = endpoint({
  method: 'GET',
  path: '/adviser/imports/template',
  access: ['bureau_officer', 'city_admin'],
  summary: '导入模板',
  reply: v.object({ name: v.string(), csv: v.string() }),
  status: 200,
})
