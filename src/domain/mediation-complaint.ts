import { all, SIDES, type Side, sinceAnew } from './mediation-past.ts'
import type { Deed } from './procedure.ts'

/** PM-25: what a mediator must not do (人民调解法 第十五条), and what people complain of besides. */
export const MISCONDUCT = {
  bias: '偏袒一方',
  insult: '侮辱当事人',
  property: '索取、收受财物或者牟取其他不正当利益',
  secrecy: '泄露个人隐私、商业秘密',
  delay: '拖着不办',
  fee: '收了费用',
  other: '其他',
} as const

/** 批评教育、责令改正；情节严重的，罢免或者解聘 (人民调解法 第十五条). */
export const MISCONDUCT_RESULT = {
  corrected: '属实，已批评教育、责令改正',
  replaced: '属实，已责令改正并更换调解员',
  removed: '属实，情节严重，已提请罢免或者解聘',
  unfounded: '查无此事',
  explained: '不属于违规，已说明',
} as const

/** Everybody who has, or had, the case in hand: whom it may be about (PM-25). */
export const mediatorsIn = (
  past: readonly Pick<Deed, 'facts'>[],
  handlerId: string | null,
): ReadonlySet<string> =>
  new Set(
    [handlerId, ...past.flatMap(({ facts }) => [facts.mediator, facts.handler])].filter((id): id is string =>
      Boolean(id),
    ),
  )

/** The sides whose complaint has not been answered yet. */
export const complaining = (past: readonly Deed[]): Set<Side> =>
  new Set(
    SIDES.filter((side) => {
      const counting = side === 'other_side' ? sinceAnew(past) : past
      const own = all(counting, 'complain', 'answer_complaint').filter(({ facts }) => facts.side === side)
      return own.at(-1)?.action === 'complain'
    }),
  )
