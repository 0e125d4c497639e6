import { forgetOldTickets } from '../cases/once.ts'
import { sealHeads } from '../cases/seal.ts'
import type { Context } from '../context.ts'
import { openSlots } from '../hotline/open-slots.ts'
import { forgetOldLimits } from '../http/limits.ts'
import { forgetOldCodes } from '../session/codes.ts'

/** What the office does by itself; each may run at any time and any number of times. */
export type Task = { name: string; cron: string; run(context: Context): Promise<unknown> }

export const TASKS: readonly Task[] = [
  { name: 'open-slots', cron: '5 0 * * *', run: (context) => openSlots(context) },
  { name: 'seal-heads', cron: '15 0 * * *', run: sealHeads },
  { name: 'forget-limits', cron: '20 * * * *', run: forgetOldLimits },
  { name: 'forget-codes', cron: '22 * * * *', run: forgetOldCodes },
  { name: 'forget-tickets', cron: '25 * * * *', run: ({ database }) => forgetOldTickets(database) },
]

/** Everything that is due, now, in this process. */
export async function runTasks(context: Context): Promise<void> {
  for (const task of TASKS) await task.run(context)
}
