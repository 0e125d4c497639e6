import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

import { codeOf } from '../trouble.ts'

/** The process number that begins a file; 0 when there is none. */
export function pidIn(file: string): number {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || 0
  } catch {
    return 0
  }
}

export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

export function isPostgres(pid: number): boolean {
  if (process.platform === 'darwin')
    return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes(
      'postgres',
    )
  try {
    return process.platform !== 'linux' || /postgres( \(deleted\))?$/.test(readlinkSync(`/proc/${pid}/exe`))
  } catch {
    return false
  }
}
