const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

const NEEDED = 15_000

/** Limits count in windows that begin on the minute or the hour: waits until one has room for the whole test. */
export async function roomInWindow(seconds: number): Promise<void> {
  const left = seconds * 1000 - (Date.now() % (seconds * 1000))
  if (left < NEEDED) await wait(left)
}
