import { createServer } from 'node:net'

import { build } from '../tools/build.ts'
import { loadEnv } from './env.ts'
import { inOneLine } from './trouble.ts'

/** What `npm start` runs: builds what is older than its sources, then serves it. */

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Asked before the build, so that nobody waits a minute to hear it. */
const askForPort = (port: number, host: string) =>
  new Promise<void>((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(port, host, () => server.close(() => done()))
  })

async function start() {
  const { port, host } = loadEnv()
  await askForPort(port, host)
  await build('h5', say)
  await build('weapp', say)
  await import('./main.ts')
}

start().catch((error) => {
  process.stderr.write(`${inOneLine(error)}\n`)
  process.exit(1)
})
