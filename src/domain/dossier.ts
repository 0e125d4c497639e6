import { filedAs } from './dossier-parts.ts'
import * as past from './mediation-past.ts'
import type { Deed } from './procedure.ts'

/** The thirteen items of a dossier (卷内目录), in their order. */
export const DOSSIER = [
  'application',
  'rights',
  'identity',
  'authority',
  'inquiry',
  'evidence',
  'record',
  'agreement',
  'performance',
  'visit',
  'confirmation',
  'report',
  'back',
] as const
export type DossierItem = (typeof DOSSIER)[number]

export const DOSSIER_NAME: Readonly<Record<DossierItem, string>> = {
  application: '申请书或者受理登记表',
  rights: '权利义务告知书',
  identity: '当事人身份证明',
  authority: '授权委托书',
  inquiry: '调查记录',
  evidence: '证据材料',
  record: '调解记录',
  agreement: '调解协议书或者口头协议登记表',
  performance: '履行凭证',
  visit: '回访记录',
  confirmation: '司法确认材料',
  report: '卷宗情况说明',
  back: '封底',
}

/** What lies in the case besides its history. */
export type Contents = { evidence: number; identity: number }

export type Line = { item: DossierItem; done: boolean; needed: boolean }

type Look = { past: readonly Deed[]; contents: Contents }

const did =
  (...actions: string[]) =>
  ({ past: history }: Look) =>
    past.last(history, ...actions) !== undefined
const always = () => true

const DONE: Readonly<Record<DossierItem, (look: Look) => boolean>> = {
  application: always,
  rights: ({ past: history }) => past.toldOfRights(history).size === past.SIDES.length,
  identity: ({ past: history, contents }) => contents.identity > 0 || filedAs(history, 'identity') > 0,
  authority: ({ past: history }) => filedAs(history, 'authority') > 0,
  inquiry: did('investigate'),
  evidence: ({ past: history, contents }) =>
    contents.evidence > filedAs(history, 'identity', 'authority', 'performance', 'other'),
  record: did('record_session'),
  agreement: ({ past: history }) => past.agreementOf(history) !== undefined,
  performance: ({ past: history }) =>
    past.last(history, 'mark_performed') !== undefined || filedAs(history, 'performance') > 0,
  visit: did('return_visit'),
  confirmation: did('issue_pack', 'record_confirmation'),
  report: did('close'),
  back: did('close'),
}

const agreed = ({ past: history }: Look) => past.agreementOf(history) !== undefined
const began = ({ past: history }: Look) =>
  past.hasRecord(history) || agreed({ past: history, contents: NONE })
const NONE: Contents = { evidence: 0, identity: 0 }

/** Which items this very case should have; the others only if there is something to put in. */
const NEEDED: Readonly<Partial<Record<DossierItem, (look: Look) => boolean>>> = {
  application: always,
  rights: began,
  identity: agreed,
  record: began,
  agreement: agreed,
  performance: ({ past: history }) =>
    past.instalmentsOf(history) > 0 && agreed({ past: history, contents: NONE }),
  report: always,
  back: always,
}

/** What is there and what is missing. The case fills it by itself; nobody ticks it off. */
export const dossierOf = (look: Look): Line[] =>
  DOSSIER.map((item) => ({ item, done: DONE[item](look), needed: NEEDED[item]?.(look) ?? false }))

/**
 * Why a case cannot be closed, by law alone: the mediation was recorded, rights were told, what was agreed is there,
 * and performance was looked after (人民调解法 第二十七条、第三十一条). Empty when it can.
 */
export function closingGaps(history: readonly Deed[], status: string): string[] {
  if (status === 'transferred')
    return past.last(past.since(history, 'transfer'), 'record_receipt') ? [] : ['接收方还没有签收移交']
  if (status !== 'agreed') return []
  const open = past
    .numbers(past.instalmentsOf(history))
    .filter((no) => past.performanceOf(history, no) !== 'performed')
  return [
    ...(past.hasRecord(history) || past.isOral(history) ? [] : ['缺调解记录（人民调解法 第二十七条）']),
    ...(open.length === 0 || past.last(history, 'return_visit', 'dispute_agreement', 'record_confirmation')
      ? []
      : [`还有 ${open.length} 期没有履行完，先回访、了解履行情况（人民调解法 第三十一条）`]),
  ]
}
