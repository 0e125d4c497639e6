import type { FigureName, readCoverage } from '#contract/coverage'
import type { Reply } from '#contract/endpoint'

export type Coverage = Reply<typeof readCoverage>
export type Figure = Coverage['figures'][number]

/** More than none of these calls for somebody. */
const WORRIES: readonly FigureName[] = [
  'without_adviser',
  'overloaded',
  'visits_missing',
  'moved_on',
  'flagged',
]

export const isWorry = ({ figure, value }: Figure): boolean => WORRIES.includes(figure) && value > 0
