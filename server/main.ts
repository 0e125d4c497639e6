import { serve } from '@hono/node-server'

import { build } from './build.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { prepareDemo } from './demo/prepare.ts'
import { welcome } from './demo/welcome.ts'
import { loadEnv } from './env.ts'
import { mountStatic } from './http/static.ts'
import { openJobs } from './jobs/schedule.ts'
import { runTasks } from './jobs/tasks.ts'
import { createLog } from './log.ts'
import { inOneLine } from './trouble.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** How long a client may take to finish what it has begun when the service stops. */
const PATIENCE_MS = 10_000

async function start() {
  const env = loadEnv()
  const log = createLog(env.logLevel)
  const { database, where, close } = await openDatabase(env, { say, lost: giveUp })
  await migrate(database)
  const jobs = await openJobs({ database, log })
  const { context, work, web } = await build({ env, database, log, announce: jobs.announce })
  if (env.demo) await prepareDemo(context, say)
  await runTasks(work, { sending: false })
  await jobs.run(work)
  mountStatic(web, 'dist/h5')
  const server = await listen(web.hono.fetch, env)

  /** Running requests finish, those that stand still are cut off; then the jobs, then the database. */
  const stop = async () => {
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), PATIENCE_MS).unref()
    await new Promise<void>((done) => {
      server.close(() => done())
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
    await jobs.stop()
    await close()
    process.exit(0)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  if (env.demo) welcome(env, say)
  log.info({ port: env.port, database: where, demo: env.demo }, 'ready')
  if (env.demo) log.warn('demo mode: invented people, nothing is sent outside')
}

const listen = (
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: { port: number; host: string },
) =>
  new Promise<ReturnType<typeof serve>>((done, fail) => {
    const server = serve({ fetch, port, hostname: host }, () => done(server))
    server.once('error', fail)
  })

function giveUp(error: unknown) {
  process.stderr.write(`${inOneLine(error)}\n`)
  process.exit(1)
}

start().catch(giveUp)
