import { PgBoss } from 'pg-boss'

import type { Context } from '../context.ts'
import { TASKS } from './tasks.ts'

/** Runs the tasks on time, each in one process only, however many there are. */
export async function startSchedule(context: Context): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => context.database.raw(text, values) } })
  boss.on('error', (error) =>
    context.log.error({ err: { name: error.name, message: error.message } }, 'jobs'),
  )
  await boss.start()
  for (const { name, cron, run } of TASKS) {
    await boss.createQueue(name)
    await boss.work(name, () => run(context))
    await boss.schedule(name, cron, {}, { tz: 'Asia/Shanghai' })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}
