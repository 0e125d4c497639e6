import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Env, readEnv } from '../../server/env.ts'
import { createLog, type Log } from '../../server/log.ts'

export const TEST_KEYS = {
  DATA_KEYS: `demo-test:${Buffer.alloc(32, 7).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
}

const FILES_DIR = join(tmpdir(), `linfa-test-files-${process.pid}`)

/** The environment of a test: demo mode with fixed keys, so that all files can share one prepared database. */
export const testEnv = (more: Readonly<Record<string, string>> = {}): Env =>
  readEnv({ NODE_ENV: 'test', RATE_LIMITS: 'off', LOG_LEVEL: 'silent', FILES_DIR, ...TEST_KEYS, ...more })

export const testLog: Log = createLog('silent')
