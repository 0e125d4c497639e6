import { MEANS_CHECK } from '#domain/aid-terms'
import { dayOf } from '#domain/day'
import type { FieldProblems } from '#domain/refusal'
import type { Act } from '../cases/kind.ts'
import { type Known, textOf } from './read.ts'

type Words = Readonly<Record<string, unknown>>

/** Where means decide, whoever let us query has been queried; a matter that is not covered needs no look at anybody's money. */
const isNeeded = ({ filed }: Known, { for: way, refuseGround }: Words) =>
  filed?.means.route === 'query' && (way === 'grant' || refuseGround === 'no_hardship')

/** LP-6: how the means were looked at, when, and what came of it: all three or, where nobody is queried, none. */
export function checkProblems(
  { body, row, now }: Pick<Act, 'body' | 'row' | 'now'>,
  known: Known,
): FieldProblems {
  const { checkedBy, checkedOn, checkResult } = body
  if (!checkedBy && !checkedOn && !checkResult && !isNeeded(known, body)) return {}
  const on = textOf(checkedOn)
  return {
    ...(!checkedBy && { checkedBy: '请选择经济状况是怎样核查的' }),
    ...(!checkResult && { checkResult: '请写明核查结果' }),
    ...(!on && { checkedOn: '请选择核查的日期' }),
    ...(on && on > dayOf(now) && { checkedOn: '核查日期不能晚于今天' }),
    // The authority to query was given with the application.
    ...(on && on < dayOf(row.opened_at) && { checkedOn: '核查日期不能早于申请的那天' }),
  }
}

/** What is shown of it to staff. */
export function checkIn({ checkedBy, checkedOn, checkResult }: Words) {
  const by = textOf(checkedBy)
  if (!by) return null
  return {
    by: MEANS_CHECK[by as keyof typeof MEANS_CHECK],
    on: String(checkedOn),
    result: String(checkResult),
  }
}
