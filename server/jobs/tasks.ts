import { handOnOfLeavers } from '../advisers/leavers.ts'
import { remindOfVisits, warnOfGaps } from '../advisers/tasks.ts'
import type { Casework } from '../cases/casework.ts'
import { takeDueSteps } from '../cases/lapse.ts'
import { forgetOldTickets } from '../cases/once.ts'
import { sealHeads } from '../cases/seal.ts'
import type { Context } from '../context.ts'
import { forgetFiles } from '../files/forget.ts'
import { callDisplaced } from '../hotline/displaced.ts'
import { tellOfFullDays } from '../hotline/full-days.ts'
import { offerFreed } from '../hotline/offer.ts'
import { openSlots } from '../hotline/open-slots.ts'
import { forgetOldLimits } from '../http/limits.ts'
import { pressUrgent } from '../legal-aid/press.ts'
import { remindOfMaterial } from '../legal-aid/remind.ts'
import { remindMediation } from '../mediation/remind.ts'
import { forgetOldNotices } from '../notices/forget.ts'
import { deliverDue } from '../outbox/deliver.ts'
import { remind } from '../outbox/remind.ts'
import { forgetOldCodes } from '../session/codes.ts'

/** What the office does by itself; each may run at any time and any number of times. */
export type Task = { name: string; cron: string; run(context: Context, work: Casework): Promise<unknown> }

export const SENDING = 'send-notices'

export const TASKS: readonly Task[] = [
  { name: 'open-slots', cron: '5 0 * * *', run: (context) => openSlots(context) },
  { name: 'seal-heads', cron: '15 0 * * *', run: sealHeads },
  { name: 'forget-limits', cron: '20 * * * *', run: forgetOldLimits },
  { name: 'forget-codes', cron: '22 * * * *', run: forgetOldCodes },
  { name: 'take-due-steps', cron: '* * * * *', run: (_, work) => takeDueSteps(work) },
  { name: 'hand-on-of-leavers', cron: '* * * * *', run: (_, work) => handOnOfLeavers(work) },
  { name: 'press-urgent', cron: '2 * * * *', run: pressUrgent },
  { name: 'remind-of-material', cron: '12 * * * *', run: (_, work) => remindOfMaterial(work) },
  { name: 'remind', cron: '*/5 * * * *', run: remind },
  { name: 'remind-mediation', cron: '*/5 * * * *', run: remindMediation },
  { name: 'remind-of-visits', cron: '10 * * * *', run: remindOfVisits },
  { name: 'warn-of-gaps', cron: '40 8 * * *', run: warnOfGaps },
  { name: 'forget-tickets', cron: '25 * * * *', run: ({ database }) => forgetOldTickets(database) },
  { name: 'forget-files', cron: '35 * * * *', run: forgetFiles },
  { name: 'call-displaced', cron: '* * * * *', run: callDisplaced },
  { name: 'forget-notices', cron: '40 3 * * *', run: forgetOldNotices },
  { name: 'tell-of-full-days', cron: '*/5 * * * *', run: tellOfFullDays },
  { name: 'offer-seats', cron: '* * * * *', run: offerFreed },
  // Last: what the others have written goes out at once.
  { name: SENDING, cron: '* * * * *', run: deliverDue },
]

/** Everything that is due, now, in this process. A start does not wait for others to answer. */
export async function runTasks(work: Casework, { sending } = { sending: true }): Promise<void> {
  for (const task of TASKS) if (sending || task.name !== SENDING) await task.run(work.context, work)
}
