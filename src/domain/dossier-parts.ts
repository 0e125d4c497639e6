import { all } from './mediation-past.ts'
import type { Deed } from './procedure.ts'

/** As what something is put into the dossier. */
export const FILED_AS = {
  identity: '当事人身份证明',
  authority: '签好的授权委托书',
  evidence: '证据材料',
  performance: '履行凭证',
  other: '其他',
} as const
export type FiledAs = keyof typeof FILED_AS

/** What a representative may do (授权委托书). */
export const POWER = {
  apply: '代为申请或者终止调解',
  evidence: '收集、提供证据',
  mediator: '选择调解员',
  claims: '承认、变更、放弃调解请求',
  agree: '参加调解并签署调解协议',
  receive: '领取文书',
} as const
export type Power = keyof typeof POWER

/** These bind the party beyond the table: they are named one by one (特别授权). */
const SPECIAL: readonly Power[] = ['apply', 'claims', 'agree']

export const isSpecial = (powers: readonly Power[]): boolean => powers.some((one) => SPECIAL.includes(one))

/** How many files were put in as this. */
export const filedAs = (past: readonly Deed[], ...kinds: readonly FiledAs[]): number =>
  all(past, 'add_to_dossier')
    .filter(({ facts }) => kinds.some((one) => one === facts.as))
    .reduce((sum, { facts }) => sum + Number(facts.count ?? 0), 0)
