import type { Answer, Case } from '#contract/case'
import { ROLE_NAME, type Role } from '#domain/actor'
import {
  ADVICE_ONLY,
  HANDLING,
  type Handling,
  IDENTITY_GROUP_NAME,
  type IdentityGroup,
  legalAidNotice,
  URGENCY_NAME,
  type Urgency,
} from '#domain/consultation'
import { dayOf } from '#domain/day'
import { lastDay, REFERRAL, type ReferralId } from '#domain/referral'
import { SEX_NAME, type Sex } from '#domain/sex'
import { TOPIC_NAME, type Topic } from '#domain/topic'
import type { Context } from '../context.ts'
import type { DataKey } from '../vault/vault.ts'
import type { EventRow, WholeCase } from './read.ts'
import { readText } from './texts.ts'

/** As the contract of the step that answers lets it in. */
type Kept = {
  answer: string
  category: Topic
  handling: Handling
  lawCited?: string
  group?: IdentityGroup
  urgency?: Urgency
  sex?: Sex
  followUp?: string
}

/** The latest answer, with the notice and the wording of the day on which it was given. */
export function answerOf(context: Context, key: DataKey, { texts }: WholeCase): Answer | null {
  const text = texts.findLast(({ kind }) => kind === 'answer')
  if (!text) return null
  const kept: Kept = JSON.parse(readText(context, key, text))
  return {
    at: text.at,
    by: ROLE_NAME[text.role as Role] ?? '工作人员',
    text: kept.answer,
    category: kept.category,
    categoryText: TOPIC_NAME[kept.category],
    lawCited: kept.lawCited ?? null,
    group: kept.group ?? null,
    groupText: kept.group ? IDENTITY_GROUP_NAME[kept.group] : null,
    urgencyText: kept.urgency ? URGENCY_NAME[kept.urgency] : null,
    sexText: kept.sex ? SEX_NAME[kept.sex] : null,
    handling: kept.handling,
    handlingText: HANDLING[kept.handling].name,
    followUp: kept.followUp ?? null,
    legalAid: legalAidNotice(dayOf(text.at)),
    notice: ADVICE_ONLY,
  }
}

/** The cards given out in a case; a place that is no longer known is left out. */
export const referralsOf = (context: Context, events: readonly EventRow[]): Case['referrals'] =>
  events.flatMap(({ action, at, facts }) => {
    const to = facts.to as ReferralId
    if (action !== 'refer' || !Object.hasOwn(REFERRAL, to)) return []
    const { name, phone, text, law, checkedOn } = REFERRAL[to]
    const card = { name, phone, text, law, checkedOn }
    const last = lastDay(to, facts.since ?? null, context.calendar())
    return [{ at, to, ...card, lastOn: last?.lastOn ?? null, lastText: last?.text ?? null }]
  })
