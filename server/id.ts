import { randomFillSync } from 'node:crypto'

import { monotonicFactory } from 'ulid'

const pool = new Uint32Array(256)
let used = pool.length

/** From 0 to 1; asking the system once for many numbers is much cheaper than once for each. */
function random(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const number = pool[used] ?? 0
  used += 1
  return number / 2 ** 32
}

/** 26 characters, sorted by time of making; unique across processes. */
export const newId: () => string = monotonicFactory(random)
