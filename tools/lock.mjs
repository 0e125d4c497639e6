import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const BEAT = 1000
const STALE = 10_000

/**
 * Does `work` while no other program does, on this file as the sign. A sign whose holder no longer touches it
 * (killed, power cut) counts for nothing.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] told once when somebody else is at it
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true })
  for (let told = false; !(await take(file)); told = true) {
    if (!told) onWait()
    await sleep(BEAT / 4)
  }
  const beat = setInterval(() => touch(file), BEAT)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

const mine = `${process.pid}.${Date.now()}`

async function take(file) {
  if (age(file) > STALE) rmSync(file, { force: true })
  try {
    writeFileSync(file, mine, { flag: 'wx' })
  } catch {
    return false
  }
  // Of two that removed the same stale sign at once, the later one's stands.
  await sleep(50)
  return content(file) === mine
}

const age = (file) => Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Removed by hand: nothing to keep alive.
  }
}

function content(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
