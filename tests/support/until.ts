const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Asks again until the answer is something other than undefined or false; fails with these words. */
export const until = async <T>(
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  complaint: () => Promise<string> | string,
  patience = 20_000,
): Promise<T> => {
  const end = Date.now() + patience
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() > end) throw new Error(await complaint())
    await pause(15)
  }
}
