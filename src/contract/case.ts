import * as v from 'valibot'
import { HANDLINGS, IDENTITY_GROUPS } from '#domain/consultation'
import { CHANNELS } from '#domain/hotline'
import { isPhone } from '#domain/phone'
import { LOCKED } from '#domain/proof-words'
import { REFERRALS } from '#domain/referral'
import { TOPICS } from '#domain/topic'
import { BodyLimit, Cursor, Day, Id, Instant, Limit, page, words } from './common.ts'
import { CaseDocument } from './document.ts'
import { endpoint } from './endpoint.ts'
import { INPUTS } from './field.ts'
import { FileIds } from './file.ts'

export const KINDS = ['hotline', 'inquiry', 'legal_aid', 'mediation', 'rules_review'] as const

export const CaseClock = v.object({
  name: v.string(),
  text: v.string(),
  /** The article; null for a promise of the office or an unverified rule. */
  law: v.nullable(v.string()),
  dueOn: v.string(),
  dueLegalOn: v.string(),
  dueAt: v.nullable(Instant),
  remainingDays: v.number(),
  state: v.picklist(['running', 'paused', 'met', 'missed', 'ended']),
  provisional: v.boolean(),
})
export type CaseClock = v.InferOutput<typeof CaseClock>

/** One field of a step, as the page asks for it. */
export const StepField = v.object({
  name: v.string(),
  label: v.string(),
  input: v.picklist(INPUTS),
  required: v.boolean(),
  options: v.array(
    v.object({
      value: v.string(),
      text: v.string(),
      /** Whoever is chosen receives personal data: what the person has to agree to (PI-6). */
      consent: v.optional(v.string()),
    }),
  ),
  hint: v.nullable(v.string()),
  /** How many characters at most. */
  max: v.nullable(v.number()),
  /** Few people need it: shown when asked for. */
  folded: v.optional(v.boolean()),
})
export type StepField = v.InferOutput<typeof StepField>

export const CaseAction = v.object({
  action: v.string(),
  text: v.string(),
  /** What the step brings, said before it is taken. */
  means: v.nullable(v.string()),
  /** It cannot be undone. */
  final: v.boolean(),
  fields: v.array(StepField),
})
export type CaseAction = v.InferOutput<typeof CaseAction>

const TimelineEntry = v.object({
  at: Instant,
  by: v.string(),
  role: v.string(),
  action: v.string(),
  from: v.nullable(v.string()),
  to: v.string(),
  text: v.string(),
  /** Words of whoever took the step, for staff: why it was handed back, why nobody was reached. */
  note: v.nullable(v.string()),
})

const Rule = v.object({ law: v.string(), text: v.string() })

/** What the resident was told, to be read again at any time. */
export const Answer = v.object({
  at: Instant,
  by: v.string(),
  text: v.string(),
  category: v.picklist(TOPICS),
  categoryText: v.string(),
  /** The articles relied on, as they were cited. */
  lawCited: v.nullable(v.string()),
  group: v.nullable(v.picklist(IDENTITY_GROUPS)),
  groupText: v.nullable(v.string()),
  /** Null in answers from before it was asked. */
  urgencyText: v.nullable(v.string()),
  sexText: v.nullable(v.string()),
  handling: v.picklist(HANDLINGS),
  handlingText: v.string(),
  followUp: v.nullable(v.string()),
  /** The right to legal aid as it was told (法律援助法 第二十三条). */
  legalAid: Rule,
  notice: v.string(),
})
export type Answer = v.InferOutput<typeof Answer>

/** Where else help is to be had, with the last day to go there as far as it can be reckoned. */
export const Referral = v.object({
  to: v.picklist(REFERRALS),
  name: v.string(),
  phone: v.nullable(v.string()),
  text: v.string(),
  law: v.nullable(v.string()),
  checkedOn: v.string(),
  lastOn: v.nullable(v.string()),
  lastText: v.nullable(v.string()),
})
export type Referral = v.InferOutput<typeof Referral>

/** What is masked until somebody who has the case asks for it with a reason. */
export const MASKED = ['name', 'phone', 'story', 'id_number', 'address', 'other_side'] as const

/** Whom a message is for, besides its author and the staff who have the case. */
export const AUDIENCES = ['all', 'staff', 'applicant', 'other_side'] as const

export const Message = v.object({
  id: v.string(),
  at: Instant,
  by: v.string(),
  role: v.string(),
  mine: v.boolean(),
  /** Null while the text waits for a person to look at it. */
  text: v.nullable(v.string()),
  held: v.boolean(),
  /** Who else may read it. */
  to: v.picklist(AUDIENCES),
  fileIds: v.array(v.string()),
})
export type Message = v.InferOutput<typeof Message>

const Named = v.object({ id: v.string(), name: v.string() })

/** Something said about the case, in words, as the caller may read it. */
export const Line = v.object({ name: v.string(), label: v.string(), text: v.string() })
export type Line = v.InferOutput<typeof Line>

export const Section = v.object({
  title: v.string(),
  lines: v.array(Line),
  note: v.nullable(v.string()),
  /** The article it rests on. */
  law: v.nullable(v.string()),
  /** Time is short: stands out in red. */
  urgent: v.optional(v.boolean()),
})
export type Section = v.InferOutput<typeof Section>

export const CaseSummary = v.object({
  id: v.string(),
  number: v.string(),
  kind: v.picklist(KINDS),
  status: v.string(),
  statusText: v.string(),
  /** What happens next, in plain words. */
  nextText: v.string(),
  title: v.string(),
  topic: v.nullable(v.string()),
  urgent: v.boolean(),
  version: v.number(),
  openedAt: Instant,
  closedAt: v.nullable(Instant),
  regionCode: v.string(),
  regionName: v.string(),
  organisation: Named,
  channel: v.nullable(v.string()),
  appointment: v.nullable(v.object({ startsAt: Instant, endsAt: Instant })),
  dueAt: v.nullable(Instant),
  overdue: v.boolean(),
  /** Opened by staff for a telephone number: nothing is shown until its number has been given once (`openLocked`). */
  locked: v.boolean(),
  /** Calls in vain for this appointment, and when the next one is promised. */
  attempts: v.number(),
  retryAt: v.nullable(Instant),
  /** Who has it. */
  handler: v.nullable(Named),
  /** Masked, as the caller may see it. */
  applicant: v.object({ name: v.nullable(v.string()), phone: v.nullable(v.string()) }),
})
export type CaseSummary = v.InferOutput<typeof CaseSummary>

export const Case = v.object({
  ...CaseSummary.entries,
  county: v.string(),
  /** To staff: what is known in full and shown on request. */
  reveals: v.array(v.picklist(MASKED)),
  /** The submitted form as the caller may see it; null while it waits for a content check. */
  form: v.nullable(v.record(v.string(), v.unknown())),
  formHeld: v.boolean(),
  /** The same in words, in the order in which it is read. */
  lines: v.array(Line),
  /** What the kind of case has to say, in the order in which it matters. */
  sections: v.array(Section),
  /** What the pages of this kind need; each kind says its shape in its own contract. */
  own: v.unknown(),
  /** `attempts` and `retryAt` in words. */
  attemptsText: v.nullable(v.string()),
  answer: v.nullable(Answer),
  referrals: v.array(v.object({ ...Referral.entries, at: Instant })),
  /** A danger that no supervisor has looked at yet, since then; to staff only. */
  alarmAt: v.nullable(Instant),
  /** Categories of danger found in the words; staff treat the case first. */
  danger: v.array(v.string()),
  clocks: v.array(CaseClock),
  actions: v.array(CaseAction),
  timeline: v.array(TimelineEntry),
  messages: v.array(Message),
  /** To whom the caller may write, the usual one first; empty where everybody on the case reads everything. */
  audiences: v.optional(v.array(v.picklist(AUDIENCES)), []),
  files: v.array(v.object({ id: v.string(), name: v.string(), type: v.string(), size: v.number() })),
  documents: v.array(CaseDocument),
  links: v.array(v.object({ rel: v.string(), caseId: v.string(), number: v.string() })),
  /** To the applicant only. */
  rating: v.nullable(v.object({ score: v.number(), comment: v.nullable(v.string()) })),
  /** The last day on which the caller may rate; null when there is nothing to rate. */
  rateUntil: v.nullable(v.string()),
})
export type Case = v.InferOutput<typeof Case>

export const listCases = endpoint({
  method: 'GET',
  path: '/cases',
  access: 'signed_in',
  summary: '我的办件（view=mine），或我所在岗位的办件（view=desk）',
  query: v.object({
    view: v.optional(v.picklist(['mine', 'desk']), 'mine'),
    kind: v.optional(v.picklist(KINDS)),
    status: v.optional(v.pipe(v.string(), v.maxLength(40))),
    overdue: v.optional(v.picklist(['true', 'false'])),
    /** Desk view: appointments on this day. */
    day: v.optional(Day),
    /** Desk view: bookings of one desk of the hotline; by one way of talking. */
    deskId: v.optional(Id),
    channel: v.optional(v.picklist(CHANNELS)),
    /** Desk view: a case number. A telephone number is personal and stands in no address: `searchCases`. */
    q: v.optional(
      v.pipe(
        v.string(),
        v.maxLength(60),
        v.check((q) => !isPhone(q), '电话号码不能放在网址里，请更新到最新版本后再按电话查找'),
      ),
    ),
    limit: Limit,
    cursor: Cursor,
  }),
  reply: page(CaseSummary),
  status: 200,
})

/** For the desk: somebody calls and says a number. */
export const searchCases = endpoint({
  method: 'POST',
  path: '/cases/search',
  access: 'signed_in',
  summary: '按办件编号或完整电话查找我所在岗位的办件',
  body: v.object({
    q: v.pipe(v.string(), v.trim(), v.minLength(1, '请填写编号或电话'), v.maxLength(60, '请少写几个字')),
    kind: v.optional(v.picklist(KINDS)),
    limit: BodyLimit,
    cursor: Cursor,
  }),
  reply: page(CaseSummary),
  status: 200,
})

export const readCase = endpoint({
  method: 'GET',
  path: '/cases/:id',
  access: 'signed_in',
  summary: '一件办件：状态、进展、期限、可以做什么；工作人员代为登记的，第一次要用办件编号打开',
  reply: Case,
  status: 200,
})

/** The number is what proves whose case it is: it stands in no address, where logs would keep it. */
export const openLocked = endpoint({
  method: 'POST',
  path: '/cases/:id/number',
  access: 'signed_in',
  summary: '用办件编号或身份证号后四位打开工作人员代为登记的办件，一次就够',
  body: v.object({
    number: v.pipe(v.string(), v.trim(), v.minLength(1, LOCKED.ask), v.maxLength(60, LOCKED.wrong)),
  }),
  reply: Case,
  status: 200,
})

/** The body is `{version, …}`; which fields an action takes stands in `actions` of the case. */
export const actOnCase = endpoint({
  method: 'POST',
  path: '/cases/:id/actions/:action',
  access: 'signed_in',
  summary: '办一步；version 与最新不符时拒绝',
  body: v.looseObject({ version: v.pipe(v.number('请带上 version'), v.integer(), v.minValue(1)) }),
  reply: Case,
  status: 200,
  keyed: true,
})

export const writeMessage = endpoint({
  method: 'POST',
  path: '/cases/:id/messages',
  access: 'signed_in',
  summary: '在办件里留言',
  body: v.object({
    text: words(2000, '请写下要说的话'),
    /** In a case with two sides, what one of them says stays with the office unless it is said to all. */
    to: v.optional(v.picklist(AUDIENCES, '请选择给谁看')),
    fileIds: FileIds,
  }),
  reply: Message,
  status: 201,
  keyed: true,
})

export const Rating = v.object({
  score: v.pipe(
    v.number('请选择 1 到 5 分'),
    v.integer('请选择 1 到 5 分'),
    v.minValue(1, '请选择 1 到 5 分'),
    v.maxValue(5, '请选择 1 到 5 分'),
  ),
  comment: v.optional(words(500, '请写下评价')),
})
export type Rating = v.InferOutput<typeof Rating>

export const rateCase = endpoint({
  method: 'PUT',
  path: '/cases/:id/rating',
  access: 'signed_in',
  summary: '评价：办结后 30 天内一次，承办人看不到是谁评的',
  body: Rating,
  reply: Case,
  status: 200,
})

/** A doubtful text is never dropped: somebody looks at it and lets it through. */
export const releaseText = endpoint({
  method: 'POST',
  path: '/cases/:id/texts/:textId/release',
  access: 'signed_in',
  summary: '人工看过后放行一段待核的文字',
  reply: Case,
  status: 200,
  keyed: true,
})
