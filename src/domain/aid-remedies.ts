import type { Day } from './day.ts'
import { referralLength } from './limit-words.ts'

/** LP-26: what remains after the bureau has upheld a decision; its days are those of the laws of review and suit. */
export const courtsOn = (on: Day): string => `${reviewOn(on)}，或者${suitOn(on)}`

export const reviewOn = (on: Day): string => `${referralLength('administrative_review', on)}内申请行政复议`
export const suitOn = (on: Day): string => `在${referralLength('administrative_suit', on)}内提起行政诉讼`
