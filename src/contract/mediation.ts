import * as v from 'valibot'

import { CAME_BY } from '#domain/came-by'
import { CASE_SOURCES } from '#domain/case-source'
import { DISPUTES, EXCLUSIONS, LEVELS } from '#domain/dispute'
import { DOSSIER } from '#domain/dossier'
import { FLAGS } from '#domain/honesty'
import { Case, Line, Referral } from './case.ts'
import { Day, Id, Instant, list, Moment, oneLine, Phone, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Whom the dispute is with. */
export const OtherSide = v.object({
  name: oneLine(60, '请填写对方姓名或者单位'),
  phone: v.optional(Phone),
  address: v.optional(oneLine(200, '请填写对方住址')),
})

/** Where the matter has been before: then another door may be the right one (PM-11). */
export const ALREADY = ['none', ...EXCLUSIONS] as const

/** Enough to ask is: with whom, about what, what one wants, where. */
const Filled = v.object({
  type: v.picklist(DISPUTES, '请选择是哪类纠纷'),
  /** Told to the other side once it has come forward. */
  wish: v.optional(words(500, '请写下你的要求')),
  /** For the mediator alone. */
  story: v.optional(words(4000, '请写下经过')),
  other: v.optional(OtherSide),
  regionCode: RegionCode,
  /** Where the other side lives, when it is another village: then the township mediates (PM-10). */
  otherRegionCode: v.optional(RegionCode),
  /** Another committee than the one proposed. */
  committeeId: v.optional(Id),
  name: v.optional(oneLine(40, '请填写你的姓名')),
  urgent: v.optional(v.boolean(), false),
  suits: v.optional(words(200, '请写下方便的时间')),
  already: v.optional(v.picklist(ALREADY), 'none'),
  fileIds: v.optional(v.pipe(v.array(Id), v.maxLength(9, '最多带 9 个文件')), []),
  /** Staff: for somebody at the window or on the line. */
  onBehalfOf: v.optional(v.object({ phone: Phone, name: v.optional(oneLine(40, '请填写称呼')) })),
  cameBy: v.optional(v.picklist(CAME_BY)),
  /** Staff: where it came from (SYS111). */
  source: v.optional(v.picklist(CASE_SOURCES, '请选择案件来源')),
  /** A case of one's own that this one goes on from. */
  fromCaseId: v.optional(Id),
})

type Filled = v.InferOutput<typeof Filled>
const saysOrShows =
  (name: 'wish' | 'other') =>
  (request: Filled): boolean =>
    request[name] !== undefined || request.fileIds.length > 0

/** Whoever writes with difficulty sends a photograph of a paper or a recording instead; the committee asks for the rest. */
export const MediationRequest = v.pipe(
  Filled,
  v.forward(v.check<Filled, string>(saysOrShows('wish'), '请写下你的要求，或者拍照、录音'), ['wish']),
  v.forward(v.check<Filled, string>(saysOrShows('other'), '请填写对方是谁，或者拍照、录音'), ['other']),
)
export type MediationRequest = v.InferOutput<typeof MediationRequest>
export type MediationRequestInput = v.InferInput<typeof MediationRequest>

export const askForMediation = endpoint({
  method: 'POST',
  path: '/mediations',
  access: 'signed_in',
  summary: '申请人民调解；不收费，不影响起诉和仲裁',
  body: MediationRequest,
  reply: Case,
  status: 201,
  keyed: true,
})

export const Committee = v.object({
  id: v.string(),
  name: v.string(),
  level: v.picklist(LEVELS),
  levelText: v.string(),
  regionCode: v.string(),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  types: v.array(v.picklist(DISPUTES)),
  /** Why it is proposed; null for one that may be chosen all the same. */
  why: v.nullable(v.string()),
})
export type Committee = v.InferOutput<typeof Committee>

export const listCommittees = endpoint({
  method: 'GET',
  path: '/committees',
  access: 'anyone',
  summary: '一个地方的人民调解委员会，最合适的在前',
  query: v.object({
    region: RegionCode,
    otherRegion: v.optional(RegionCode),
    type: v.optional(v.picklist(DISPUTES), 'other'),
  }),
  reply: list(Committee),
  status: 200,
})

/** What whoever holds the code may know: who asks (masked), of what kind it is, who to call. Nothing more. */
export const Invitation = v.object({
  type: v.picklist(DISPUTES),
  typeText: v.string(),
  askedBy: v.string(),
  committee: v.object({ name: v.string(), phone: v.nullable(v.string()) }),
  invitedOn: Day,
  expiresOn: Day,
  /** Said on every screen (PM-1, PM-3). */
  free: v.string(),
  neverBlocks: v.string(),
})
export type Invitation = v.InferOutput<typeof Invitation>

/** `code` as in the SMS link or on the paper; letters and digits, case and spaces do not matter. */
export const readInvitation = endpoint({
  method: 'GET',
  path: '/invitations/:code',
  access: 'anyone',
  summary: '凭邀请码看是谁、为哪类事请你调解；看多少说多少',
  reply: Invitation,
  status: 200,
})

/** What waits for the number that the caller has signed in with; `code` opens it as if it had come by SMS. */
export const listInvitations = endpoint({
  method: 'GET',
  path: '/invitations',
  access: 'signed_in',
  summary: '发给我这个手机号、还没有打开的调解邀请',
  reply: list(v.object({ ...Invitation.entries, code: v.string() })),
  status: 200,
})

/** Spends the code: from then on the case is among one's own, with the steps `accept_invitation`, `decline_invitation`. */
export const joinByInvitation = endpoint({
  method: 'POST',
  path: '/invitations/:code/join',
  access: 'signed_in',
  summary: '登录后凭邀请码打开办件；邀请码用一次就作废',
  body: v.object({}),
  reply: Case,
  status: 201,
  keyed: true,
})

export const ITEM_KINDS = ['note', 'record', 'photo'] as const

/** Something written or taken on the way, with an id made on the phone: sent any number of times, kept once. */
export const Item = v.object({
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{8,64}$/, '编号不对，请更新程序')),
  kind: v.picklist(ITEM_KINDS),
  /** When it was made on the phone. */
  at: Moment,
  text: v.optional(words(8000, '请写下内容')),
  fileIds: v.optional(v.pipe(v.array(Id), v.maxLength(9, '最多带 9 个文件')), []),
})
export type Item = v.InferOutput<typeof Item>

export const KeptItem = v.object({
  id: v.string(),
  kind: v.picklist(ITEM_KINDS),
  at: Instant,
  by: v.string(),
  text: v.nullable(v.string()),
  fileIds: v.array(v.string()),
})

/** Needs no version and no key: the id of the item is the key. */
export const addItems = endpoint({
  method: 'POST',
  path: '/mediations/:id/items',
  access: ['mediator', 'committee_secretary'],
  summary: '补传离线时记下的内容；同一编号只留一份',
  body: v.object({ items: v.pipe(v.array(Item), v.minLength(1), v.maxLength(50, '一次最多传 50 条')) }),
  reply: list(KeptItem),
  status: 200,
})

export const FreeTime = v.object({ startsAt: Instant, endsAt: Instant })

export const listFreeTimes = endpoint({
  method: 'GET',
  path: '/mediations/:id/free-times',
  access: ['mediator', 'committee_secretary'],
  summary: '双方、调解员和调解室都有空的时间',
  query: v.object({ from: Day, to: Day, room: v.optional(v.pipe(v.string(), v.maxLength(40))) }),
  reply: list(FreeTime),
  status: 200,
})

/** Begins an electronic signature at the licensed CA; 409 where the office has none, or the law asks for paper. */
export const beginSignature = endpoint({
  method: 'POST',
  path: '/mediations/:id/signatures',
  access: 'signed_in',
  summary: '到持证电子认证机构签名；签好后用 reference 办 sign_agreement',
  body: v.object({}),
  reply: v.object({ reference: v.string(), url: v.string() }),
  status: 201,
  keyed: true,
})

const Mediator = v.object({
  id: v.string(),
  name: v.string(),
  fullTime: v.boolean(),
  types: v.array(v.picklist(DISPUTES)),
  intro: v.nullable(v.string()),
  /** Open cases. */
  load: v.number(),
  /** The caller has picked this one. */
  mine: v.boolean(),
  /** Rejected or with a conflict: cannot be chosen. */
  barred: v.boolean(),
})

const Signature = v.object({
  who: v.picklist(['applicant', 'other_side', 'mediator', 'committee']),
  whoText: v.string(),
  on: Day,
  howText: v.string(),
})

const Session = v.object({
  id: v.string(),
  state: v.picklist(['planned', 'held', 'cancelled']),
  startsAt: Instant,
  endsAt: Instant,
  mode: v.picklist(['place', 'video']),
  place: v.string(),
  present: v.nullable(v.string()),
  /** What both sides read and confirm. */
  record: v.nullable(v.string()),
  /** What one of them said alone: to staff only. */
  privately: v.nullable(v.string()),
  confirmed: v.object({ applicant: v.boolean(), otherSide: v.boolean() }),
})

const Agreement = v.object({
  form: v.picklist(['written', 'oral']),
  state: v.picklist(['draft', 'signing', 'effective']),
  /** Which draft it is. */
  no: v.number(),
  text: v.string(),
  hash: v.string(),
  /** False when the stored text is not the one that was hashed. */
  unchanged: v.boolean(),
  signatures: v.array(Signature),
  effectiveAt: v.nullable(Instant),
  mayBeElectronic: v.boolean(),
  /** Why it has to be paper; null when it may be electronic. */
  onPaper: v.nullable(v.string()),
  received: v.object({ applicant: v.boolean(), otherSide: v.boolean() }),
})

const Mark = v.nullable(
  v.object({
    mark: v.picklist(['done', 'not_done']),
    at: Instant,
    /** To its author and to staff. */
    note: v.nullable(v.string()),
    fileIds: v.array(v.string()),
  }),
)

const DueInstalment = v.object({
  no: v.number(),
  /** Null where the agreement names no day: it is performed as a whole. */
  dueOn: v.nullable(Day),
  amount: v.number(),
  what: v.string(),
  state: v.picklist(['open', 'late', 'half', 'performed', 'disputed']),
  stateText: v.string(),
  applicant: Mark,
  otherSide: Mark,
})

const Said = v.object({ text: v.string(), law: v.string() })

const Confirmation = v.object({
  lastOn: Day,
  remainingDays: v.number(),
  /** Why it cannot be confirmed; empty when it can (JC-5). */
  blocks: v.array(Said),
  facts: v.array(Said),
  result: v.nullable(
    v.object({
      outcomeText: v.string(),
      court: v.string(),
      number: v.nullable(v.string()),
      on: Day,
      /** False while one party alone says so: the thirty days run on. */
      settled: v.boolean(),
    }),
  ),
})

/** `own` of a case of this kind. What is not for the caller is null or empty. */
export const MediationOwn = v.object({
  side: v.picklist(['applicant', 'other_side', 'staff']),
  type: v.picklist(DISPUTES),
  typeText: v.string(),
  free: v.string(),
  neverBlocks: v.string(),
  wish: v.nullable(v.string()),
  applicantName: v.nullable(v.string()),
  otherSide: v.object({
    name: v.nullable(v.string()),
    /** Masked. */
    phone: v.nullable(v.string()),
    state: v.picklist(['not_invited', 'waiting', 'joined', 'willing', 'refused']),
    stateText: v.string(),
    invitedOn: v.nullable(Day),
    expiresOn: v.nullable(Day),
    /** To staff, for the paper and the telephone, while it can still be used. */
    code: v.nullable(v.string()),
  }),
  /** Who each side is: to staff those of both with numbers masked, to a side its own. */
  stated: v.object({ applicant: v.array(Line), otherSide: v.array(Line) }),
  /** To whoever complained, and to the office but for the mediator (PM-25). */
  complaints: v.array(
    v.object({
      side: v.picklist(['applicant', 'other_side']),
      sideText: v.string(),
      at: Instant,
      aboutText: v.string(),
      text: v.string(),
      /** An aim of the office, not of the law. */
      aimOn: Day,
      resultText: v.nullable(v.string()),
      answer: v.nullable(v.string()),
    }),
  ),
  committee: Committee,
  rights: v.object({
    rights: v.array(v.string()),
    duties: v.array(v.string()),
    law: v.string(),
    applicant: v.boolean(),
    otherSide: v.boolean(),
  }),
  mediators: v.array(Mediator),
  chosen: v.nullable(v.object({ id: v.string(), name: v.string(), how: v.picklist(['common', 'assigned']) })),
  /** Whether each side has picked; whom, only to itself. */
  picked: v.object({ applicant: v.boolean(), otherSide: v.boolean() }),
  closedDoors: v.boolean(),
  helpers: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      asText: v.string(),
      applicant: v.nullable(v.picklist(['yes', 'no'])),
      otherSide: v.nullable(v.picklist(['yes', 'no'])),
      mayCome: v.boolean(),
    }),
  ),
  /** When it suits: to staff those of both, to a side its own. */
  suits: v.object({ applicant: v.nullable(v.string()), otherSide: v.nullable(v.string()) }),
  sessions: v.array(Session),
  extension: v.nullable(v.object({ until: Day, reason: v.string() })),
  agreement: v.nullable(Agreement),
  /** Clauses to begin with, to the mediator. */
  template: v.array(v.string()),
  instalments: v.array(DueInstalment),
  confirmation: v.nullable(Confirmation),
  routes: v.array(Referral),
  transfer: v.nullable(
    v.object({
      toText: v.string(),
      unit: v.string(),
      receivedBy: v.nullable(v.string()),
      on: v.nullable(Day),
    }),
  ),
  /** To staff. */
  dossier: v.array(
    v.object({ item: v.picklist(DOSSIER), name: v.string(), done: v.boolean(), needed: v.boolean() }),
  ),
  closingGaps: v.array(v.string()),
  items: v.array(KeptItem),
  visits: v.array(
    v.object({
      on: Day,
      byText: v.string(),
      performedText: v.string(),
      record: v.string(),
      nextOn: v.nullable(Day),
    }),
  ),
  /** To secretary, township and bureau. */
  flags: v.array(v.object({ flag: v.picklist(FLAGS), text: v.string() })),
})
export type MediationOwn = v.InferOutput<typeof MediationOwn>
