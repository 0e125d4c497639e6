import tables from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

import { addDays, type Day, weekday } from './day.ts'

export type DayMark = 'holiday' | 'workday'

export type Calendar = {
  /** A day on which a period does not end (CLK-4): public holidays, and Saturdays and Sundays that are not made working days. */
  isHoliday(day: Day): boolean
  isWorkingDay(day: Day): boolean
  /** A day off by the holiday notice, a plain weekend is not one. */
  isPublicHoliday(day: Day): boolean
  /** False while the State Council's notice for the year is not in the table: what is reckoned then is provisional. */
  isPublished(year: number): boolean
}

const OFF: Readonly<Record<Day, string>> = tables.holidays
const WORKED: Readonly<Record<Day, string>> = tables.workdays

/** The holidays that stand by date alone, notice or not: 全国年节及纪念日放假办法（2024年修订）第二条. */
const FIXED = /-(01-01|05-0[12]|10-0[123])$/

const noticed = (day: Day): DayMark | undefined =>
  day in OFF ? 'holiday' : day in WORKED ? 'workday' : undefined

/** The library's holiday notices; `overrides` (the bureau's own table) wins and can publish a year before the library does. */
export function calendar(overrides?: ReadonlyMap<Day, DayMark>): Calendar {
  const listed = (day: Day) => overrides?.get(day) ?? noticed(day)
  const isPublished = (year: number) => listed(`${year}-10-01`) === 'holiday'
  const isPublicHoliday = (day: Day) => {
    const mark = listed(day)
    if (mark) return mark === 'holiday'
    return FIXED.test(day) && !isPublished(Number(day.slice(0, 4)))
  }
  const isHoliday = (day: Day) => isPublicHoliday(day) || (weekday(day) > 5 && listed(day) !== 'workday')
  return { isHoliday, isWorkingDay: (day) => !isHoliday(day), isPublicHoliday, isPublished }
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
  let next = addDays(day, 1)
  while (calendar.isHoliday(next)) next = addDays(next, 1)
  return next
}
