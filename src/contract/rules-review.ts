import * as v from 'valibot'

import { RED_FLAGS, VERDICTS } from '#domain/rules-review'
import { RULES_TEXT_NAME } from '#domain/rules-review-words'
import { Case } from './case.ts'
import { Day, Id, Instant, oneLine, RegionCode, words } from './common.ts'
import { endpoint } from './endpoint.ts'
import { choice, day, long } from './field.ts'

const Text = words(2000, '请写下这一条的内容')
const Clauses = v.pipe(
  v.array(Text, '请一条一条填写'),
  v.minLength(1, '至少要有一条'),
  v.maxLength(100, '最多 100 条，请分开提交'),
)

/** A draft, clause by clause, as the village contact submits it. */
export const NewRulesReview = v.object({
  regionCode: RegionCode,
  what: choice('是什么文本', RULES_TEXT_NAME, '请选择是什么文本'),
  title: oneLine(60, '请填写名称，如“某某村村规民约（草案）”'),
  clauses: Clauses,
  /** How it came about: who was heard, when the villagers meet. */
  background: v.optional(words(500, '请写明起草经过')),
  fileIds: v.optional(v.pipe(v.array(Id), v.maxLength(9, '最多带 9 个附件'))),
})
export type NewRulesReview = v.InferOutput<typeof NewRulesReview>
export type NewRulesReviewInput = v.InferInput<typeof NewRulesReview>

export const submitRules = endpoint({
  method: 'POST',
  path: '/rules-reviews',
  access: ['village_contact'],
  summary: '提交村规民约草案，请法律顾问逐条审查',
  body: NewRulesReview,
  reply: Case,
  status: 201,
  keyed: true,
})

/** The opinion on one clause; a reason is needed for everything that is not lawful. */
export const ClauseOpinion = v.pipe(
  v.object({
    verdict: v.picklist(VERDICTS, '请选择：合法、建议修改或违法须删'),
    flags: v.optional(v.pipe(v.array(v.picklist(RED_FLAGS)), v.maxLength(RED_FLAGS.length)), []),
    /** Why, or how it could read. */
    advice: v.optional(words(1000, '请写明理由或改法')),
  }),
  v.forward(
    v.check(
      ({ verdict, flags, advice }) => verdict === 'lawful' || flags.length > 0 || Boolean(advice),
      '请选择理由，或写明怎么改',
    ),
    ['flags'],
  ),
)
export type ClauseOpinion = v.InferOutput<typeof ClauseOpinion>

/** What each action takes besides `version`. */
export const RULES_REVIEW_ACTIONS = {
  /** One opinion for each clause of the draft that is on the table, in its order. */
  give_opinion: v.object({
    opinions: v.pipe(v.array(ClauseOpinion), v.minLength(1, '请逐条写明意见'), v.maxLength(100)),
    summary: long('总的意见', 1000, '请写明总的意见'),
  }),
  /** The draft as the village has changed it. */
  revise: v.object({ clauses: Clauses, note: v.optional(long('改了什么', 500, '请写明改了什么')) }),
  /** The final version as the villagers passed it. */
  file_final: v.object({
    clauses: Clauses,
    passedOn: day('村民会议（居民会议）通过的日期'),
    note: v.optional(long('备案说明', 500, '请写明备案说明')),
  }),
  /** The township orders a correction (VA-10). */
  order_correction: v.object({ reason: long('哪里要改正', 1000, '请写明哪里要改正') }),
  withdraw: v.object({ reason: v.optional(long('为什么撤回', 200, '请写明原因')) }),
} as const

const Opinion = v.object({
  verdict: v.picklist(VERDICTS),
  verdictText: v.string(),
  flags: v.array(v.object({ flag: v.picklist(RED_FLAGS), text: v.string(), law: v.nullable(v.string()) })),
  advice: v.nullable(v.string()),
})

/** What the case shows as `own`. */
export const RulesReviewOwn = v.object({
  title: v.string(),
  what: v.string(),
  /** The draft that is on the table, with the latest opinion on each clause. */
  clauses: v.array(v.object({ number: v.number(), text: v.string(), opinion: v.nullable(Opinion) })),
  summary: v.nullable(v.string()),
  /** How often the draft was changed. */
  version: v.number(),
  opinionAt: v.nullable(Instant),
  correction: v.nullable(v.string()),
  passedOn: v.nullable(Day),
  /** What the adviser chooses reasons from. */
  redFlags: v.array(v.object({ flag: v.picklist(RED_FLAGS), text: v.string(), law: v.nullable(v.string()) })),
})
export type RulesReviewOwn = v.InferOutput<typeof RulesReviewOwn>

/** The final version of the rules of a village, for everybody. */
export const readVillageRules = endpoint({
  method: 'GET',
  path: '/villages/:code/rules',
  access: 'anyone',
  summary: '本村备案的村规民约',
  reply: v.object({
    items: v.array(
      v.object({
        number: v.string(),
        title: v.string(),
        what: v.string(),
        clauses: v.array(v.string()),
        passedOn: Day,
        filedAt: Instant,
      }),
    ),
  }),
  status: 200,
})
