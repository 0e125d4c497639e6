import { dropOlder } from '#services/sealed'

const WEEK_MS = 7 * 24 * 3600_000

/** Open cases that a mediator can read without network. */
export const CASE = 'case:'

/** Nobody has opened them for a week: gone, whether or not anybody looks. */
export const dropOldCases = (): Promise<void> => dropOlder(CASE, WEEK_MS)
