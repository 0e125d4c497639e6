import type { AccusedClass } from './aid-check.ts'
import { groundsFor } from './aid-grounds.ts'
import type { Matter } from './aid-matter.ts'
import { type Exemption, exemptionOn, type MeansRoute } from './aid-means.ts'
import type { AgentKind, ApplicantState, FilledInBy, IdKind, Organ, OtherSideKind } from './aid-terms.ts'
import { addMonths, type Day } from './day.ts'
import { readIdNumber } from './id-number.ts'
import type { FieldProblems } from './refusal.ts'

/** What of an application its conditions look at. */
export type Filled = {
  regionCode: string
  matter: Matter
  migrantWorker?: boolean | undefined
  violence?: boolean | undefined
  accusedIs?: AccusedClass | undefined
  applicant: { idKind: IdKind; idNumber: string; state: ApplicantState }
  agent?:
    | { kind: AgentKind; idNumber: string; conflict: boolean; guardianAgainst?: boolean | undefined }
    | undefined
  guardianConsent?: true | undefined
  otherSide: { kind: OtherSideKind; name?: string | undefined }
  organ: Organ
  organName?: string | undefined
  means: { route: MeansRoute; exemption?: Exemption }
  filledInBy: FilledInBy
  helperName?: string | undefined
}

/** PI-9: 个人信息保护法 第三十一条. */
const CHILD_YEARS = 14
const ADULT_YEARS = 18

const isYounger = (birthday: Day, years: number, today: Day) => addMonths(birthday, years * 12) > today

type Rule = (filled: Filled, today: Day) => FieldProblems

const problem = (when: boolean, field: string, words: string): FieldProblems =>
  when ? { [field]: words } : {}

function readOwn({ applicant }: Filled, today: Day) {
  return applicant.idKind === 'resident' ? readIdNumber(applicant.idNumber, today) : null
}

const idNumber: Rule = (filled, today) => {
  const read = readOwn(filled, today)
  return read && 'problem' in read ? { 'applicant.idNumber': read.problem } : {}
}

/**
 * LP-4: who cannot act is represented, a child by the guardian; where the guardian is the wrongdoer, by another one or
 * by a near relative (法律援助法 第四十条). Then no consent of the guardian is waited for either (个人信息保护法 第十三条).
 */
const agent: Rule = (filled, today) => {
  const { applicant, agent, guardianConsent } = filled
  const read = readOwn(filled, today)
  const birthday = read?.ok ? read.birthday : null
  const isMinor = birthday !== null && isYounger(birthday, ADULT_YEARS, today)
  const isChild = birthday !== null && isYounger(birthday, CHILD_YEARS, today)
  const needed = applicant.state !== 'adult' || isMinor
  const guardianAgainst = agent?.guardianAgainst === true
  const byRelative = agent?.kind === 'near_relative' && (guardianAgainst || applicant.state === 'detained')
  return {
    ...problem(needed && !agent, 'agent', '申请人不能自己办理，请填写代理人'),
    ...problem(
      isMinor && agent !== undefined && agent.kind !== 'statutory' && !byRelative,
      'agent.kind',
      '未成年人由父母或其他监护人代为申请；监护人就是伤害孩子的人的，可以由近亲属代为申请',
    ),
    ...problem(
      isChild && !guardianAgainst && guardianConsent !== true,
      'guardianConsent',
      '不满十四周岁，请监护人同意处理孩子的信息',
    ),
    ...problem(
      agent?.conflict === true,
      'agent.conflict',
      '代理人与申请人有利益冲突，请由其他监护人或近亲属代为申请',
    ),
  }
}

const agentId: Rule = ({ agent }, today) => {
  if (!agent) return {}
  const read = readIdNumber(agent.idNumber, today)
  return 'problem' in read ? { 'agent.idNumber': read.problem } : {}
}

const otherSide: Rule = ({ otherSide: { kind, name } }) =>
  problem(kind !== 'unknown' && !name, 'otherSide.name', '请填写对方的姓名或单位名称')

const organ: Rule = ({ organ, organName }) =>
  problem(organ !== 'none' && !organName, 'organName', '请填写办案机关的名称')

const helper: Rule = ({ filledInBy, helperName }) =>
  problem(filledInBy !== 'self' && !helperName, 'helperName', '请填写代填人的姓名')

/** Only where the law asks for no means may they be left out (LA-9, LP-7). */
const means: Rule = (filled, today) => {
  const { matter, regionCode, violence, migrantWorker, accusedIs } = filled
  const { route, exemption } = filled.means
  const grounds = groundsFor(matter, today, regionCode).filter(
    ({ code }) => code !== 'violence' || matter === 'violence' || violence === true,
  )
  if (route === 'no_condition')
    return problem(
      !grounds.some(
        (ground) => ground.means === 'none' || (ground.means === 'by_notice' && accusedIs !== 'none'),
      ),
      'means.route',
      '这类事情要看经济条件，请选另一种方式',
    )
  if (route !== 'exempt') return {}
  const holds = exemption !== undefined && exemptionOn(exemption, matter, today) !== undefined
  return problem(
    !holds || (exemption === 'migrant_worker' && migrantWorker === false),
    'means.exemption',
    '这种情形不适用于这类事情，请重新选择',
  )
}

const RULES: readonly Rule[] = [idNumber, agent, agentId, otherSide, organ, helper, means]

/** What is still wrong with an application whose fields are well formed, field by field. */
export const applicationProblems = (filled: Filled, today: Day): FieldProblems =>
  Object.assign({}, ...RULES.map((rule) => rule(filled, today)))
