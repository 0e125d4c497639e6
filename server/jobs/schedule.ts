import { PgBoss } from 'pg-boss'

import type { Casework } from '../cases/casework.ts'
import type { Announce } from '../context.ts'
import type { Database, Db } from '../db/sql.ts'
import type { Log } from '../log.ts'
import { deliver } from '../outbox/deliver.ts'
import { SEND } from '../outbox/write.ts'
import { SENDING, TASKS } from './tasks.ts'

/** The job queue, which lives in the database. */
export type Jobs = { announce: Announce; run(work: Casework): Promise<void>; stop(): Promise<void> }

const on = (db: Db) => ({ executeSql: (text: string, values?: unknown[]) => db.raw(text, values) })

export async function openJobs({ database, log }: { database: Database; log: Log }): Promise<Jobs> {
  const boss = new PgBoss({ db: on(database) })
  boss.on('error', (error) => log.error({ err: { name: error.name, message: error.message } }, 'jobs'))
  await boss.start()
  await boss.createQueue(SEND)
  return {
    /** In the transaction of the change: the job is there if and only if the change is. */
    announce: async (tx, job, about) => {
      await boss.send(job, about, { db: on(tx), ...ONCE })
    },
    run: (work) => start(boss, work),
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

/** The notice itself knows when it is to be tried again: a job says "now", once. */
const ONCE = { retryLimit: 0, deleteAfterSeconds: 3600 }
const EAR = { batchSize: 4, pollingIntervalSeconds: 1 }

/** Runs the tasks on time, each in one process only, however many there are; sends what is announced. */
async function start(boss: PgBoss, work: Casework): Promise<void> {
  await boss.work<{ id: string }>(SEND, EAR, async (jobs) => {
    await Promise.all(jobs.map(({ data }) => deliver(work.context, data.id)))
  })
  for (const { name, cron, run } of TASKS) {
    await boss.createQueue(name)
    await boss.work(name, () => run(work.context, work))
    await boss.schedule(name, cron, {}, { tz: 'Asia/Shanghai' })
  }
  await boss.send(SENDING, {}, ONCE)
}
