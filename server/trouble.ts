/** Something the operator has to put right; the message is all they need, one line for each thing. */
export class Trouble extends Error {}

/** The `code` of a system error (`ENOSPC`), of PostgreSQL (`3D000`) or of the driver. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined

const PLAIN: Record<string, (error: object) => string> = {
  EADDRINUSE: (error) =>
    `port ${portOf(error)} is in use: stop the other program, or set PORT to another number`,
  EACCES: (error) => `no permission for ${portOf(error) ? `port ${portOf(error)}` : pathOf(error)}`,
  EADDRNOTAVAIL: () => 'HOST is not an address of this machine',
  ENOSPC: (error) => `the disk is full (${pathOf(error)})`,
  EROFS: (error) => `the disk is read-only (${pathOf(error)})`,
  '53100': () => 'the database says that its disk is full',
}

const portOf = (error: object) => ('port' in error ? error.port : '')
const pathOf = (error: object) => ('path' in error ? error.path : 'path unknown')

/** What a program says before it gives up: a line for what the operator can put right, else all we know. */
export function inOneLine(error: unknown): string {
  if (error instanceof Trouble) return error.message
  const line = PLAIN[codeOf(error) ?? '']
  if (line && typeof error === 'object' && error) return line(error)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
