/** Keeps what is logged, to look for what must not be in it. */
export function lines() {
  const kept: string[] = []
  return { write: (line: string) => void kept.push(line), text: () => kept.join('') }
}
