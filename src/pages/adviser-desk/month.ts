import { addDays, addMonths, type Day } from '#domain/day'

/** 2026-11 */
export const monthOf = (day: Day): string => day.slice(0, 7)

export const firstOf = (month: string): Day => `${month}-01`
export const lastOf = (month: string): Day => addDays(addMonths(firstOf(month), 1), -1)
export const monthAfter = (month: string, months: number): string =>
  monthOf(addMonths(firstOf(month), months))
