import { build } from '../build.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open.ts'
import { loadEnv } from '../env.ts'
import { createLog } from '../log.ts'
import { Trouble } from '../trouble.ts'

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Runs a command on the database of the environment; trouble becomes one line and exit code 1. */
export async function command(
  work: (ground: Awaited<ReturnType<typeof build>>) => Promise<void>,
): Promise<void> {
  try {
    const env = loadEnv()
    const { database, close } = await openDatabase(env)
    try {
      await migrate(database)
      await work(await build({ env, database, log: createLog(env.logLevel) }))
    } finally {
      await close()
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Trouble ? error.message : (error as Error).stack}\n`)
    process.exitCode = 1
  }
}
