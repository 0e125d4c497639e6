import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { withLock } from './lock.mjs'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
export const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.linfa-lock')
const isProduction = process.env.NODE_ENV === 'production'

export const say = (line) => process.stdout.write(`${line}\n`)

/** Installs what package-lock.json names, unless it is there already. False when npm could not. */
export async function installOnce() {
  if (isInstalled()) return true
  const waiting = () => say('another program is installing packages here: waiting for it …')
  return withLock(join(ROOT, '.temp', 'install.lock'), async () => isInstalled() || install(), waiting)
}

/** A stamp that we leave says so quickly; after a plain `npm install` or `npm ci` the packages are compared. */
function isInstalled() {
  const lock = read(join(ROOT, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  if (read(STAMP) === hash) return true
  const installed = read(join(MODULES, '.package-lock.json'))
  if (!installed || !holdsAll(JSON.parse(lock).packages, JSON.parse(installed).packages)) return false
  writeFileSync(STAMP, hash)
  return true
}

const holdsAll = (wanted, installed) =>
  Object.entries(wanted).every(
    ([path, { version, optional, dev }]) =>
      !path || optional || (dev && isProduction) || installed[path]?.version === version,
  )

async function install() {
  if (process.platform === 'win32' && process.execPath.startsWith(MODULES)) {
    say(
      'the packages have changed and Windows cannot replace the running Node.js: run "npm ci", then this again',
    )
    return false
  }
  say('installing packages with npm ci (about 1 GB, a minute or two) …')
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  const progress = setInterval(() => say(`  still installing, ${seconds()}`), 15_000)
  const code = await npm(
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(isProduction ? [] : ['--include=dev']),
  )
  clearInterval(progress)
  if (code === 0 && existsSync(MODULES)) {
    writeFileSync(
      STAMP,
      createHash('sha256')
        .update(read(join(ROOT, 'package-lock.json')))
        .digest('hex'),
    )
    say(`packages installed in ${seconds()}`)
    return true
  }
  say(
    `npm ci failed (${code}): see its message above, check network, registry and disk space, then run this again`,
  )
  return false
}

/** The npm that runs us, with the Node.js that runs it: ours lies in the folder that it replaces. */
function npm(...args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const isNpm = script && /npm-cli\.[cm]?js$/.test(script)
  const [command, before] = isNpm
    ? [node && existsSync(node) ? node : process.execPath, [script]]
    : ['npm', []]
  const options = { cwd: ROOT, stdio: 'inherit', shell: !isNpm && process.platform === 'win32' }
  return new Promise((done) => {
    spawn(command, [...before, ...args], options)
      .once('error', ({ code }) => done(code === 'ENOENT' ? 'npm not found' : code))
      .once('exit', (code, signal) => done(code ?? signal))
  })
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
