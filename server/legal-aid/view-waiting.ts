import type { LegalAid } from '#contract/legal-aid'
import { ADVANCE_DAYS, urgencyOf } from '#domain/aid-check'
import type { Material } from '#domain/aid-material'
import { ADVANCE_GROUND, type AdvanceGround } from '#domain/aid-terms'
import { readClock } from '#domain/clock'
import { type Day, spokenDay } from '#domain/day'
import { legalAid, owesFormalities } from '#domain/legal-aid'
import { spelled } from '#domain/spelled'
import { lastDayFrom, limitFor } from '../cases/clocks.ts'
import { stepsOf } from '../cases/read.ts'
import type { Filed } from './filed.ts'
import type { Look } from './look.ts'
import { lastPaper, textOf } from './read.ts'

const LAPSES = '没有按要求补充的，视为撤回申请，准备好了可以重新申请'

/** What is being waited for, while it is. */
export function noticeOf({ row, known: { papers } }: Look): LegalAid['notice'] {
  const notice = lastPaper(papers, 'ask_for_material', 'ask_again')
  if (!notice) return null
  const { items, other, note, dueOn } = notice.paper
  const waits = row.status === 'awaiting_material'
  return {
    at: notice.at,
    items: items as Material[],
    other: textOf(other) ?? null,
    note: textOf(note) ?? null,
    dueOn: waits ? (textOf(dueOn) ?? null) : null,
    text: waits ? `最晚${spokenDay(String(dueOn))}补齐。${LAPSES}` : '已经补充',
    law: '法律援助法 第四十三条第二款',
  }
}

/** The pause ends today: until when must be decided (LP-11, LP-13). */
export function suppliedToday({ context, row, viewer: { now } }: Look): LegalAid['ifSuppliedToday'] {
  if (row.status !== 'awaiting_material') return null
  const on = { now, calendar: context.calendar() }
  const reading = readClock(
    legalAid.clocks.review ?? { rule: 'LP-11', runs: [] },
    limitFor(context),
    stepsOf(row.events),
    on,
  )
  const dueOn = reading?.dueLegalOn ?? lastDayFrom(context, 'LP-11', now)
  return { dueOn, text: `今天补齐，最迟${spokenDay(dueOn)}决定` }
}

const URGENT = {
  time: {
    text: `离期限不到${spelled(ADVANCE_DAYS)}天，可以先行提供法律援助`,
    law: '法律援助法 第四十四条第一项',
  },
  preservation: {
    text: '需要立即保全或者先予执行，可以先行提供法律援助',
    law: '法律援助法 第四十四条第二项',
  },
} as const

/** As it is today: time runs out while an application waits. */
export function urgentOf(filed: Filed, today: Day): LegalAid['urgent'] {
  const ground = urgencyOf(filed, today)
  return ground && { ground, deadlineOn: filed.deadlineOn ?? null, ...URGENT[ground] }
}

/** LP-18 */
export function advanceOf({ past, known: { papers } }: Look): LegalAid['advance'] {
  const given = lastPaper(papers, 'provide_in_advance')
  if (!given) return null
  const done = !owesFormalities(past)
  const dueOn = textOf(given.paper.dueOn) ?? null
  return {
    at: given.at,
    ground: ADVANCE_GROUND[given.paper.ground as AdvanceGround],
    dueOn: done ? null : dueOn,
    done,
    text: done
      ? '手续已经补齐'
      : `已经先行提供法律援助，请${dueOn ? `最晚${spokenDay(dueOn)}` : '尽快'}补办手续`,
    law: '法律援助法 第四十四条',
  }
}
