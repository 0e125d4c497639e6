/** Something the operator has to put right; the message is all they need, one line for each thing. */
export class Trouble extends Error {}

/** The `code` of a system error (`ENOSPC`), of PostgreSQL (`3D000`) or of the driver. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined
