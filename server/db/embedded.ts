import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

import { Trouble } from '../trouble.ts'
import { type Cluster, explain, openCluster } from './cluster.ts'
import { isAlive, isPostgres, pidIn } from './pid.ts'
import { listening, urlOfRunning } from './socket.ts'

export type Embedded = {
  /** A DATABASE_URL for `connect`, and for a second process on the same database. */
  url: string
  stop(): Promise<void>
}

export type Listeners = {
  /** Hears, in one line, what the operator should know though it stops nothing. */
  say?: (line: string) => void
  /** Hears that the database died and could not be started again. */
  lost?: (trouble: Trouble) => void
}

/**
 * Starts the PostgreSQL server that came with npm on the folder `dir`, created on first use, and again if it dies.
 * When another program of ours has it running, that one is used, and stays when this one stops.
 * @throws Trouble in one line: folder broken, other version, disk full, no permission
 */
export async function startEmbedded(dir: string, { say, lost }: Listeners = {}): Promise<Embedded> {
  const cluster = openCluster(dir, say ?? (() => undefined))
  const { url, settings } = await listening(cluster)
  const launch = () => untilFree(cluster, () => ready(start(cluster, settings), cluster.data))
  let stopping = false
  let server = launch()
  const keep = (running: ChildProcess) =>
    running.once('exit', () => {
      if (stopping) return
      server = launch()
      server.then((again) => again && keep(again), lost)
    })
  const own = await server
  if (!own) return { url: urlOfRunning(cluster, url), stop: async () => undefined }
  keep(own)
  const stop = async () => {
    stopping = true
    await server.then(end, () => undefined)
  }
  return { url, stop }
}

const end = (server: ChildProcess | undefined) =>
  new Promise<void>((done) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return done()
    server.once('exit', () => done())
    leash(server).end()
  })

const SHARED = 4
const GIVEN_UP = 100

/** Waits for a server that is going away with its starter; undefined when its starter lives on and it is shared. */
async function untilFree(
  { data }: Cluster,
  launch: () => Promise<ChildProcess>,
): Promise<ChildProcess | undefined> {
  for (let tries = 1; tries < GIVEN_UP; tries++) {
    try {
      return await launch()
    } catch (error) {
      if (!/lock file .* already exists|is still in use/.test(String(error))) throw explain(error, data)
    }
    const owner = pidIn(join(data, 'owner.pid'))
    if (tries >= SHARED && owner !== process.pid && isAlive(owner)) return undefined
    await sleep(100)
  }
  throw new Trouble(`the database in ${data} is in use by a program that is not ours`)
}

const SETTINGS = [
  'shared_buffers=128MB',
  'max_connections=60',
  'jit=off',
  'fsync=on',
  'synchronous_commit=on',
  'lc_messages=C',
  // The text of a failing statement is for its caller, not for a log.
  'log_min_error_statement=panic',
]

function start({ data, native, user }: Cluster, settings: readonly string[]): ChildProcess {
  const options = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting])
  const [command, ...args] = onLeash(join(native, 'bin'), data, options)
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe'] as const
  return spawn(command, args, {
    ...user,
    env: strangerIn(data),
    cwd: data,
    detached: true,
    stdio: [...stdio],
  })
}

/**
 * After a crash the number in postmaster.pid may belong to a stranger; PostgreSQL, which only sees that the number
 * is alive, is told so in the way pg_ctl does. The file itself stays: it guards against backends still writing.
 */
function strangerIn(data: string): Record<string, string> {
  const pid = pidIn(join(data, 'postmaster.pid'))
  return isAlive(pid) && !isPostgres(pid) ? { PG_GRANDPARENT_PID: String(pid) } : {}
}

/**
 * The fourth pipe is a leash: when this process dies, even by kill -9, the pipe closes and the watcher at its
 * other end tells PostgreSQL to stop. A line through the pipe sends the watcher home.
 */
function onLeash(bin: string, data: string, options: readonly string[]): [string, ...string[]] {
  const server = [join(bin, 'postgres'), '-D', data, ...options]
  return process.platform === 'win32'
    ? [process.execPath, '-e', WINDOWS_WATCH, join(bin, 'pg_ctl'), data, ...server]
    : ['/bin/sh', '-c', WATCH, 'sh', ...server]
}

const WATCH = '( { trap "" INT TERM HUP; read -r _ <&3 || kill -INT $$; } 2>&- & ); exec "$@" 3<&-'

const WINDOWS_WATCH = `const { spawn, spawnSync } = require('node:child_process')
const [ctl, folder, server, ...options] = process.argv.slice(1)
spawn(server, options, { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', (code) => process.exit(code ?? 1))
const leash = new (require('node:net').Socket)({ fd: 3 }).resume()
leash.on('error', () => {}).on('close', () => spawnSync(ctl, ['stop', '-D', folder, '-m', 'fast']))`

const leash = (server: ChildProcess) => server.stdio[3] as Writable

/** Resolves when connections are accepted; rejects with what PostgreSQL wrote. */
function ready(server: ChildProcess, data: string): Promise<ChildProcess> {
  let log = ''
  return new Promise((done, fail) => {
    leash(server).on('error', () => undefined)
    server.once('error', fail)
    server.once('exit', () => {
      leash(server).end('\n')
      fail(new Error(log))
    })
    server.stderr?.on('data', (text) => {
      log = (log + text).slice(-8000)
      if (!/ready to accept connections/.test(log)) return
      log = ''
      writeFileSync(join(data, 'owner.pid'), `${process.pid}\n`)
      done(server)
    })
  })
}
