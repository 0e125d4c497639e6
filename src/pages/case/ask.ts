import type { Case, CaseAction } from '#contract/case'
import { ASK, type Ask } from './words.ts'

const NUMBER = ['一', '二', '三', '四', '五', '六', '七', '八', '九']

const nth = (attempt: number) => `第${NUMBER[attempt - 1] ?? ` ${attempt} `}次`

const again = (attempt: number): Ask => ({
  title: `${nth(attempt)}没有接通？`,
  means: `记下后过一会儿再打，不占新的名额。当事人会收到通知，可以改一个方便的时间。`,
  yes: `记下${nth(attempt)}没有接通`,
  no: '再打一次试试',
  danger: false,
})

const last = (attempt: number): Ask => ({
  title: `${nth(attempt)}也没有接通？`,
  means:
    '这是最后一次。记下后这件办结为“没有联系上”，不能恢复；当事人会收到通知，可以重新预约。请写明几次联系的情况。',
  yes: '记下，结束这件',
  no: '再打一次试试',
  danger: true,
})

/** The last call in vain is the one that has to be explained (HL-8): the server asks for the reason. */
function missed({ attempts }: Case, { fields }: CaseAction): Ask {
  return fields.some(({ required }) => required) ? last(attempts + 1) : again(attempts + 1)
}

/** What a step means, as the case stands. */
export const askFor = (one: Case, step: CaseAction): Ask | undefined =>
  step.action === 'record_missed' ? missed(one, step) : ASK[step.action]

/** What a call is for stands out; red only for what cannot be undone. */
export const toneOf = ({ action }: CaseAction): 'main' | 'danger' | 'ghost' =>
  action === 'record_answer' ? 'main' : ASK[action]?.danger ? 'danger' : 'ghost'
