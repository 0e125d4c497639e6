import { STEPS, type Step } from '../regions/import.ts'

const WIDTH = 30

const bar = (step: Step, done: number, of: number) => {
  const full = Math.round((done / of) * WIDTH)
  const place = `${STEPS.indexOf(step) + 1}/${STEPS.length} ${step.padEnd(8)}`
  return `${place}[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${String(Math.round((done / of) * 100)).padStart(3)}%`
}

/** Draws over itself in a terminal; elsewhere one line for each step. */
export function progressBar(
  out: NodeJS.WriteStream = process.stderr,
): (step: Step, done: number, of: number) => void {
  let last: Step | undefined
  return (step, done, of) => {
    const isEnd = step === STEPS.at(-1) && done === of
    if (out.isTTY) out.write(`\r${bar(step, done, of)}${isEnd ? '\n' : ''}`)
    else if (step !== last) out.write(`${STEPS.indexOf(step) + 1}/${STEPS.length} ${step}\n`)
    last = step
  }
}
