export type Score = { passed: number; failed: number }

export const NOTHING: Score = { passed: 0, failed: 0 }
export const FAILURE: Score = { passed: 0, failed: 1 }
export const SUCCESS: Score = { passed: 1, failed: 0 }

export const add = (one: Score, other: Score): Score => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
})

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
