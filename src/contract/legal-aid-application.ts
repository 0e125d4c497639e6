import * as v from 'valibot'

import { ACCUSED_CLASSES } from '#domain/aid-check'
import { MATERIALS } from '#domain/aid-material'
import { MATTERS } from '#domain/aid-matter'
import { EXEMPTIONS, HARDSHIPS, RELIEF_CLASSES } from '#domain/aid-means'
import {
  AGENT_KIND,
  APPLICANT_STATE,
  FILLED_IN_BY,
  HELP,
  ID_KIND,
  LANGUAGE,
  ORGAN,
  OTHER_SIDE_KIND,
} from '#domain/aid-terms'
import { IDENTITY_GROUPS } from '#domain/consultation'
import { Day, Id, oneLine, Phone, RegionCode, words } from './common.ts'

const oneOf = <T extends string>(names: Readonly<Record<T, unknown>>, missing: string) =>
  v.picklist(Object.keys(names) as [T, ...T[]], missing)

const yuan = (missing: string) =>
  v.pipe(v.number(missing), v.minValue(0, '金额不能是负数'), v.maxValue(1_000_000_000, '金额太大，请检查'))

const whole = (missing: string, most: number) =>
  v.pipe(v.number(missing), v.integer(missing), v.minValue(1, missing), v.maxValue(most, `最多 ${most}`))

/** Checked by `idProblem` of the domain where it is a resident's: for that one needs to know today. */
const IdNumber = oneLine(30, '请填写证件号码')

/** 申请人. Sex and birthday are in the number; the rest of F-LA-2 is asked for only where it helps. */
const Applicant = v.object({
  name: oneLine(40, '请填写申请人姓名'),
  idKind: v.optional(oneOf(ID_KIND, '请选择证件类型'), 'resident'),
  idNumber: IdNumber,
  phone: Phone,
  address: words(200, '请填写现在住的地方'),
  /** Why somebody else acts, when somebody does. */
  state: v.optional(oneOf(APPLICANT_STATE, '请选择申请人的情况'), 'adult'),
  groups: v.optional(
    v.pipe(v.array(v.picklist(IDENTITY_GROUPS, '请重新选择')), v.maxLength(12, '有重复的选项')),
    [],
  ),
  ethnicity: v.optional(oneLine(20, '请填写民族')),
  work: v.optional(oneLine(100, '请填写工作单位')),
})

/** 代理人 (LP-4). Required by the domain when the applicant cannot act, or is under 14 (PI-9). */
const Agent = v.object({
  kind: oneOf(AGENT_KIND, '请选择代理人是什么身份'),
  relation: oneLine(40, '请填写与申请人的关系'),
  name: oneLine(40, '请填写代理人姓名'),
  idNumber: IdNumber,
  phone: Phone,
  /** An agent whose interest is against the applicant's may not act (法律援助法 第四十条). */
  conflict: v.boolean('请选择代理人与申请人之间有没有利益冲突'),
  /** The guardian is the wrongdoer: then another guardian or a near relative acts (法律援助法 第四十条). */
  guardianAgainst: v.optional(v.boolean('请选择伤害孩子的人是不是监护人')),
})

const OtherSide = v.object({
  kind: oneOf(OTHER_SIDE_KIND, '请选择对方是个人还是单位'),
  name: v.optional(oneLine(100, '请填写对方的姓名或单位名称')),
  phone: v.optional(Phone),
  address: v.optional(oneLine(200, '请填写对方的地址')),
  idNumber: v.optional(oneLine(30, '请填写对方的证件号或信用代码')),
  /** Then only the applicant's own means count (LP-10). */
  sameHousehold: v.boolean('请选择对方是不是同住的家人'),
})

/** F-LA-4, as far as the law asks for it. */
const Statement = v.object({
  people: whole('请填写家里一起生活的人数', 30),
  monthlyIncome: yuan('请填写全家每月大约的收入'),
  spending: v.optional(words(500, '请填写主要的开支')),
  property: v.optional(words(500, '请填写房屋、车辆、存款')),
  debts: v.optional(words(500, '请填写欠款')),
  hardship: v.optional(v.picklist([...HARDSHIPS, 'neither', 'unsure'], '请选择家里的情况')),
  story: v.optional(words(1000, '请填写特殊困难')),
  relief: v.optional(v.picklist(RELIEF_CLASSES, '请选择救助的类别')),
})

/** The four ways (F-LA-2, LP-6, LP-7, LA-9); the statement is asked for only in the last two. */
const Means = v.variant(
  'route',
  [
    v.object({
      route: v.literal('exempt'),
      exemption: v.picklist(EXEMPTIONS, '请选择属于哪一种情形'),
      relief: v.optional(v.picklist(RELIEF_CLASSES, '请选择救助的类别')),
    }),
    v.object({ route: v.literal('no_condition') }),
    v.object({
      route: v.literal('query'),
      authorised: v.literal(true, '请同意查询，或改用诚信承诺'),
      statement: Statement,
    }),
    v.object({
      route: v.literal('promise'),
      promise: v.literal(true, '请阅读并作出承诺，或改用授权查询'),
      /** By staff: read aloud to somebody who cannot read (LP-9). */
      readAloud: v.optional(v.boolean(), false),
      statement: Statement,
    }),
  ],
  '请选择用哪种方式说明经济状况',
)

const Given = v.object({
  item: v.picklist(MATERIALS, '请选择是哪一种材料'),
  fileIds: v.pipe(v.array(Id), v.maxLength(20, '一项最多 20 个文件')),
})

export const Application = v.object({
  /** The village of the matter or of the applicant. */
  regionCode: RegionCode,
  matter: v.picklist(MATTERS, '请选择是什么事'),
  /** Answers of the check that stay relevant. */
  migrantWorker: v.optional(v.boolean()),
  violence: v.optional(v.boolean()),
  hurt: v.optional(v.boolean()),
  /** LA-4: for whom the organ must see to a defender. */
  accusedIs: v.optional(v.picklist(ACCUSED_CLASSES, '请选择当事人的情况')),
  summary: words(2000, '请写下事情的经过'),
  wish: words(500, '请写下你想要的结果'),
  help: v.optional(v.pipe(v.array(oneOf(HELP, '请选择需要哪种帮助')), v.maxLength(7, '有重复的选项')), []),
  applicant: Applicant,
  agent: v.optional(Agent),
  /** By the guardian, for a child under 14 (PI-9, 个人信息保护法 第三十一条). */
  guardianConsent: v.optional(v.literal(true, '请监护人同意处理孩子的信息')),
  otherSide: OtherSide,
  /** LP-1: whether it has gone to an organ, and where. */
  organ: v.optional(oneOf(ORGAN, '请选择有没有找过机关'), 'none'),
  organName: v.optional(oneLine(100, '请填写机关名称')),
  organCaseNumber: v.optional(oneLine(60, '请填写案号')),
  happenedIn: v.optional(oneLine(100, '请填写事情发生的地方')),
  deadlineOn: v.optional(Day),
  preservation: v.optional(v.boolean(), false),
  /** Life or death, review of a death sentence: the lawyer needs three years of defence (LA-5). */
  isGrave: v.optional(v.boolean(), false),
  people: v.optional(whole('请填写一起申请的人数', 10_000)),
  amount: v.optional(yuan('请填写涉及的金额')),
  hasContract: v.optional(v.boolean(), false),
  language: v.optional(oneOf(LANGUAGE, '请选择说哪种话')),
  appliedBefore: v.optional(words(200, '请写明以前什么时候、为什么事申请过')),
  means: Means,
  material: v.optional(v.pipe(v.array(Given), v.maxLength(MATERIALS.length, '材料项目有重复')), []),
  filledInBy: v.optional(oneOf(FILLED_IN_BY, '请选择是谁填的'), 'self'),
  /** Name and telephone of whoever filled it in (LP-9). */
  helperName: v.optional(oneLine(40, '请填写代填人的姓名')),
  helperPhone: v.optional(Phone),
  truthful: v.literal(true, '请确认所填内容属实（法律援助法第六十四条）'),
  /** Staff: for somebody at the window or on the line, who then finds it under this number. */
  onBehalfOf: v.optional(v.object({ phone: Phone, name: v.optional(oneLine(40, '请填写称呼')) })),
  /** A case of one's own that this one goes on from. */
  fromCaseId: v.optional(Id),
})
export type Application = v.InferOutput<typeof Application>
export type ApplicationInput = v.InferInput<typeof Application>

/** The same for a case that came from another service: person, place and origin are known. */
export const Completion = v.omit(Application, ['onBehalfOf', 'fromCaseId'])
