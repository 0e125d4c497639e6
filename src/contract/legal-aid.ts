import * as v from 'valibot'

import { ACCUSED_CLASSES, OTHER_WAYS, QUESTIONS, WHOMS, YES_NO_UNSURE } from '#domain/aid-check'
import { GROUNDS } from '#domain/aid-grounds'
import { MATERIALS } from '#domain/aid-material'
import { MATTERS } from '#domain/aid-matter'
import { EXEMPTIONS, HARDSHIPS, MEANS_ROUTES } from '#domain/aid-means'
import { ROUTE_ANSWERS, ROUTES } from '#domain/aid-route'
import { LANGUAGE, type Language } from '#domain/aid-terms'
import { readLicence } from '#domain/licence'
import { Case } from './case.ts'
import { Day, Instant, list, oneLine, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Application } from './legal-aid-application.ts'

/** Every answer may be left out; one whose question is no longer asked counts as absent. */
export const CheckAnswers = v.object({
  regionCode: v.optional(RegionCode),
  matter: v.optional(v.picklist(MATTERS, '请选择是什么事')),
  hurt: v.optional(v.boolean('请选择有没有人受伤')),
  violence: v.optional(v.boolean('请选择有没有家暴、虐待或遗弃')),
  migrantWorker: v.optional(v.boolean('请选择是不是在外打工')),
  accusedIs: v.optional(v.picklist(ACCUSED_CLASSES, '请选择当事人的情况')),
  hasLawyer: v.optional(v.boolean('请选择有没有请律师')),
  retrialDecided: v.optional(v.picklist(YES_NO_UNSURE, '请选择法院有没有决定再审')),
  whom: v.optional(v.picklist(WHOMS, '请选择为谁问')),
  situations: v.optional(
    v.pipe(v.array(v.picklist(EXEMPTIONS, '请重新选择')), v.maxLength(EXEMPTIONS.length, '有重复的选项')),
  ),
  hardship: v.optional(v.picklist([...HARDSHIPS, 'neither', 'unsure'], '请选择经济情况')),
  deadline: v.optional(v.picklist(YES_NO_UNSURE, '请选择有没有期限')),
  deadlineOn: v.optional(Day),
  preservation: v.optional(v.boolean('请选择要不要马上保全')),
})
export type CheckAnswers = v.InferOutput<typeof CheckAnswers>

const VERDICTS = ['likely_yes', 'likely_no', 'needs_person'] as const

export const CheckResult = v.object({
  verdict: v.picklist(VERDICTS),
  /** Each part of the verdict with what it rests on. */
  parts: v.array(
    v.object({
      part: v.picklist(['matter', 'means']),
      verdict: v.picklist(VERDICTS),
      ground: v.nullable(v.string()),
      text: v.string(),
      law: v.nullable(v.string()),
    }),
  ),
  grounds: v.array(
    v.object({
      code: v.picklist(GROUNDS),
      text: v.string(),
      law: v.string(),
      means: v.picklist(['required', 'none', 'or_other_reason', 'by_notice']),
    }),
  ),
  missing: v.array(v.picklist(QUESTIONS)),
  meansForm: v.picklist(['not_needed', 'needed', 'unknown']),
  urgent: v.nullable(v.object({ text: v.string(), law: v.string() })),
  otherwise: v.array(v.object({ to: v.picklist(OTHER_WAYS), why: v.string() })),
  used: v.array(v.picklist(QUESTIONS)),
})
export type CheckResult = v.InferOutput<typeof CheckResult>

/** Nothing is kept, and nobody need sign in. */
export const checkAid = endpoint({
  method: 'POST',
  path: '/legal-aid/checks',
  access: 'anyone',
  summary: '两分钟自查：可能符合、可能不符合、要人工看，每一部分都有依据；不留记录',
  body: v.object({ answers: CheckAnswers }),
  reply: CheckResult,
  status: 200,
})

/** At most five questions; which of them is asked, `nextRouteQuestion` of the domain says. */
export const RouteAnswers = v.object({
  trouble: v.optional(v.picklist(ROUTE_ANSWERS.trouble, '请选择是什么事')),
  safe: v.optional(v.picklist(ROUTE_ANSWERS.safe, '请选择现在是否安全')),
  afford: v.optional(v.picklist(ROUTE_ANSWERS.afford, '请选择请律师有没有困难')),
  willing: v.optional(v.picklist(ROUTE_ANSWERS.willing, '请选择对方愿不愿意谈')),
  decided: v.optional(v.picklist(ROUTE_ANSWERS.decided, '请选择事情到了哪一步')),
  since: v.optional(Day),
})
export type RouteAnswers = v.InferOutput<typeof RouteAnswers>

const Way = v.object({
  to: v.picklist(ROUTES),
  name: v.string(),
  /** Why this one. */
  why: v.string(),
  law: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  /** What to know before going there. */
  text: v.string(),
  /** The last day as it can be reckoned, with what was assumed. Never that it has passed. */
  lastOn: v.nullable(v.string()),
  lastText: v.nullable(v.string()),
  checkedOn: v.nullable(v.string()),
})

export const findRoute = endpoint({
  method: 'POST',
  path: '/legal-aid/routes',
  access: 'anyone',
  summary: '我该找谁：最多五个问题，给出一个去处和理由；不留记录',
  body: v.object({ answers: RouteAnswers }),
  reply: v.object({
    /** Null while a question is open. */
    way: v.nullable(Way),
    others: v.array(Way),
    /** The question to be asked next. */
    next: v.nullable(v.picklist(['trouble', 'safe', 'afford', 'willing', 'decided', 'since'])),
  }),
  status: 200,
})

export const apply = endpoint({
  method: 'POST',
  path: '/legal-aid/applications',
  access: 'signed_in',
  summary: '申请法律援助；工作人员可以替人登记（onBehalfOf）',
  body: Application,
  reply: Case,
  status: 201,
  keyed: true,
})

/** LP-8: asked before a promise is filled in. The name must go with the number, so that nobody tries numbers. */
export const askPromise = endpoint({
  method: 'POST',
  path: '/legal-aid/promises',
  access: 'signed_in',
  summary: '能不能用诚信承诺：不能的，说明理由、到期日和怎样提出异议；不留记录',
  body: v.object({ name: oneLine(40, '请填写申请人姓名'), idNumber: oneLine(30, '请填写证件号码') }),
  reply: v.object({
    /** Null for whoever may promise. */
    bar: v.nullable(
      v.object({
        until: Day,
        reason: v.string(),
        law: v.string(),
        contest: v.string(),
        /** The own case in which it was noted. */
        caseId: v.nullable(v.string()),
      }),
    ),
  }),
  status: 200,
})

/** The reviewer’s next: urgent first, then by what is due; somebody else’s is passed over. */
export const takeNextAid = endpoint({
  method: 'POST',
  path: '/legal-aid/next',
  access: ['legal_aid_reviewer', 'legal_aid_head'],
  summary: '接手下一件待审查的申请：紧急的在前，再按期限；没有时返回空',
  reply: v.object({ case: v.nullable(Case) }),
  status: 200,
  keyed: true,
})

const LANGUAGES = Object.keys(LANGUAGE) as [Language, ...Language[]]

/** What the order of assignment looks at. */
const Qualification = v.object({
  firm: oneLine(100, '请填写执业机构'),
  licence: v.optional(
    v.pipe(
      v.string('请填写执业证号'),
      v.rawTransform(({ dataset, addIssue, NEVER }) => {
        const read = readLicence('lawyer', dataset.value)
        if ('problem' in read) {
          addIssue({ message: read.problem })
          return NEVER
        }
        return read.number
      }),
    ),
  ),
  practiceSince: Day,
  /** Since when in criminal defence (LA-5). */
  defenceSince: v.optional(Day),
  languages: v.pipe(
    v.array(v.picklist(LANGUAGES, '请重新选择语言')),
    v.minLength(1, '请选择语言'),
    v.maxLength(LANGUAGES.length, '有重复的语言'),
  ),
  /** The last day of leave. */
  leaveUntil: v.optional(Day),
})
export type Qualification = v.InferOutput<typeof Qualification>

const CentreLawyer = v.object({
  id: v.string(),
  name: v.string(),
  firm: v.nullable(v.string()),
  licence: v.nullable(v.string()),
  practiceSince: v.nullable(v.string()),
  defenceSince: v.nullable(v.string()),
  languages: v.array(v.picklist(LANGUAGES)),
  leaveUntil: v.nullable(v.string()),
  open: v.number(),
  lastAssignedAt: v.nullable(Instant),
})

export const listLawyers = endpoint({
  method: 'GET',
  path: '/legal-aid/lawyers',
  access: ['legal_aid_head'],
  summary: '本中心的法律援助律师：执业年限、语言、请假、在办件数',
  reply: list(CentreLawyer),
  status: 200,
})

export const qualifyLawyer = endpoint({
  method: 'PUT',
  path: '/legal-aid/lawyers/:id',
  access: ['legal_aid_head'],
  summary: '登记一位律师的执业情况和请假，指派按此轮次',
  body: Qualification,
  reply: list(CentreLawyer),
  status: 200,
})

/** What the bureau still has to answer (LP-33); the case says the rest. */
export const listComplaints = endpoint({
  method: 'GET',
  path: '/legal-aid/complaints',
  access: ['bureau_officer'],
  summary: '本地区法律援助还没有答复的投诉，先到期的在前',
  reply: list(
    v.object({
      caseId: v.string(),
      number: v.string(),
      organisation: v.string(),
      at: Instant,
      about: v.string(),
      dueOn: v.string(),
    }),
  ),
  status: 200,
})

/** What has to be shown, item by item. */
const MaterialState = v.object({
  item: v.picklist(MATERIALS),
  name: v.string(),
  why: v.string(),
  example: v.string(),
  /** Any one of these is enough; empty when the item is one thing. */
  anyOf: v.array(v.string()),
  needed: v.picklist(['required', 'if_you_have']),
  /** `asked`: named in the notice of what is missing, and not here yet. */
  state: v.picklist(['given', 'asked', 'missing']),
  fileIds: v.array(v.string()),
})

const Remedy = v.object({ text: v.string(), law: v.nullable(v.string()) })

const Decision = v.object({
  outcome: v.picklist(['granted', 'refused', 'terminated']),
  at: Instant,
  /** 文号 of the letter; null until it is made. */
  number: v.nullable(v.string()),
  documentId: v.nullable(v.string()),
  reasons: v.string(),
  ground: v.nullable(v.string()),
  law: v.string(),
  /** What can be done against it, in order. */
  remedies: v.array(Remedy),
})

/** `own` of a case of legal aid: what its pages need besides the case itself. */
export const LegalAid = v.object({
  matter: v.picklist(MATTERS),
  matterText: v.string(),
  grounds: v.array(v.object({ code: v.string(), text: v.string(), law: v.string() })),
  means: v.nullable(
    v.object({
      route: v.picklist(MEANS_ROUTES),
      text: v.string(),
      law: v.string(),
      /** The promise is barred after a false one (LP-8). */
      promiseBarred: v.boolean(),
    }),
  ),
  /** False while a case that came from another service waits for its application to be filled in. */
  complete: v.boolean(),
  /** What is known already, to begin the application with; null once it is complete, and to staff. */
  prefill: v.nullable(v.record(v.string(), v.unknown())),
  material: v.array(MaterialState),
  /** The notice of everything that is missing (LP-12). */
  notice: v.nullable(
    v.object({
      at: Instant,
      items: v.array(v.picklist(MATERIALS)),
      other: v.nullable(v.string()),
      note: v.nullable(v.string()),
      /** The last day to supply, and what happens then. */
      dueOn: v.nullable(v.string()),
      text: v.string(),
      law: v.string(),
    }),
  ),
  /** Paused: the day of decision if everything is supplied today. */
  ifSuppliedToday: v.nullable(v.object({ dueOn: v.string(), text: v.string() })),
  urgent: v.nullable(
    v.object({
      ground: v.picklist(['time', 'preservation']),
      deadlineOn: v.nullable(v.string()),
      text: v.string(),
      law: v.string(),
    }),
  ),
  /** Help that was given before the formalities (LP-18). */
  advance: v.nullable(
    v.object({
      at: Instant,
      ground: v.string(),
      dueOn: v.nullable(v.string()),
      done: v.boolean(),
      text: v.string(),
      law: v.string(),
    }),
  ),
  /** The right centre, when this one is not (LP-1). */
  redirected: v.nullable(v.object({ centre: v.string(), reason: v.string() })),
  decision: v.nullable(Decision),
  lawyer: v.nullable(
    v.object({
      id: v.string(),
      name: v.string(),
      firm: v.string(),
      licence: v.nullable(v.string()),
      /** To the applicant and to staff. */
      phone: v.nullable(v.string()),
      assignedAt: Instant,
      acceptedAt: v.nullable(Instant),
      agreementOn: v.nullable(v.string()),
    }),
  ),
  progress: v.array(v.object({ at: Instant, by: v.string(), how: v.nullable(v.string()), text: v.string() })),
  objection: v.nullable(
    v.object({
      /** The applicant can object now. */
      possible: v.boolean(),
      /** To whom, how long it takes, by which article. */
      text: v.string(),
      law: v.string(),
      filedAt: v.nullable(Instant),
      reasons: v.nullable(v.string()),
      outcome: v.nullable(v.picklist(['upheld', 'to_correct'])),
      answer: v.nullable(v.string()),
      remedies: v.array(Remedy),
    }),
  ),
  change: v.nullable(
    v.object({
      askedAt: Instant,
      reasons: v.string(),
      /** `left`: the lawyer gave the case back; `ended`: the help ended. */
      outcome: v.nullable(v.picklist(['changed', 'kept', 'left', 'ended'])),
      answer: v.nullable(v.string()),
    }),
  ),
  complaints: v.array(
    v.object({
      at: Instant,
      about: v.string(),
      text: v.string(),
      result: v.nullable(v.string()),
      answer: v.nullable(v.string()),
    }),
  ),
  closing: v.nullable(
    v.object({
      on: v.string(),
      outcome: v.string(),
      text: v.string(),
      /** F-LA-21 line by line: to staff. */
      report: v.array(v.object({ label: v.string(), text: v.string() })),
    }),
  ),
  /** The promise was found to be false (LP-8): why, until when others are barred, and what was said against it. */
  falsePromise: v.nullable(
    v.object({
      at: Instant,
      evidence: v.string(),
      until: v.nullable(Day),
      possible: v.boolean(),
      reasons: v.nullable(v.string()),
      outcome: v.nullable(v.picklist(['lifted', 'kept'])),
      answer: v.nullable(v.string()),
      law: v.string(),
    }),
  ),
  /** To staff of the centre and the bureau only; null to everybody else. */
  staff: v.nullable(
    v.object({
      recommendation: v.nullable(
        v.object({
          at: Instant,
          for: v.picklist(['grant', 'refuse']),
          ground: v.nullable(v.string()),
          reasons: v.string(),
          /** How the means were looked at (LP-6). */
          check: v.nullable(v.object({ by: v.string(), on: Day, result: v.string() })),
        }),
      ),
      /** The two-minute check made again from the application: what the check sheet begins with. */
      sheet: v.array(
        v.object({
          part: v.string(),
          verdict: v.picklist(VERDICTS),
          text: v.string(),
          law: v.nullable(v.string()),
        }),
      ),
      /** Earlier cases that the reviewer should know of. */
      hints: v.array(
        v.object({
          hint: v.picklist(['repeat', 'conflict', 'false_promise']),
          text: v.string(),
          number: v.string(),
        }),
      ),
      /** Whom to assign, the fairest first; empty unless the caller may assign now. */
      lawyers: v.array(
        v.object({
          id: v.string(),
          name: v.string(),
          firm: v.string(),
          years: v.number(),
          languages: v.array(v.string()),
          open: v.number(),
          lastAssignedAt: v.nullable(Instant),
          /** Null when this lawyer may be assigned; otherwise why not. */
          against: v.nullable(v.string()),
        }),
      ),
      difficulties: v.array(v.object({ at: Instant, text: v.string() })),
      quality: v.array(v.object({ at: Instant, tool: v.string(), mark: v.string(), text: v.string() })),
      endAsked: v.nullable(
        v.object({ at: Instant, by: v.string(), ground: v.string(), reasons: v.string() }),
      ),
    }),
  ),
})
export type LegalAid = v.InferOutput<typeof LegalAid>
