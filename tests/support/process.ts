import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { TEST_KEYS } from './env.ts'

export type ApiProcess = {
  port: number
  child: ChildProcess
  /** Everything it has written so far. */
  output(): string
  /** Asks it to stop as an operator does, and waits. */
  stop(): Promise<number | null>
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The real program in a process of its own, ready to answer. */
export async function startProcess(env: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      RATE_LIMITS: 'off',
      ...TEST_KEYS,
      ...env,
      PORT: String(port),
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  child.stderr?.on('data', (chunk) => {
    text += chunk
  })
  await answering(port, child, () => text)
  const stop = () =>
    new Promise<number | null>((done) => {
      if (child.exitCode !== null) return done(child.exitCode)
      child.once('exit', (code) => done(code))
      child.kill('SIGTERM')
    })
  return { port, child, output: () => text, stop }
}

async function answering(port: number, child: ChildProcess, output: () => string) {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await sleep(100)
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not become ready:\n${output()}`)
}
