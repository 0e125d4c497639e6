import { calendar, nextWorkingDay } from '#domain/calendar'
import { addDays, type Day, weekday } from '#domain/day'

import { lines } from '../support/lines.ts'

const china = calendar()

const year = (first: Day) => Array.from({ length: 365 }, (_, n) => addDays(first, n))

const notice = new Map(
  lines('holidays-2026.txt').flatMap(([mark, first = '', last = '']) =>
    year('2026-01-01')
      .filter((day) => first <= day && day <= last)
      .map((day) => [day, mark] as const),
  ),
)

it('agrees with the holiday notice for 2026 on every day of the year (CLK-4)', () => {
  for (const day of year('2026-01-01')) {
    const mark = notice.get(day)
    expect([day, china.isPublicHoliday(day)]).toEqual([day, mark === 'holiday'])
    expect([day, china.isWorkingDay(day)]).toEqual([day, mark ? mark === 'workday' : weekday(day) < 6])
    expect(china.isHoliday(day)).toBe(!china.isWorkingDay(day))
  }
})

it('finds the next working day after a holiday, a weekend and before a working Saturday', () => {
  expect(nextWorkingDay(china, '2026-09-30')).toBe('2026-10-08')
  expect(nextWorkingDay(china, '2026-10-09')).toBe('2026-10-10')
  expect(nextWorkingDay(china, '2026-11-20')).toBe('2026-11-23')
  expect(nextWorkingDay(china, '2026-11-23')).toBe('2026-11-24')
})

it('knows for which years the notice is out', () => {
  expect([2003, 2004, 2025, 2026, 2030].map(china.isPublished)).toEqual([false, true, true, true, false])
})

it('keeps the holidays of fixed date in a year without a notice', () => {
  const off = ['2030-01-01', '2030-05-01', '2030-05-02', '2030-10-01', '2030-10-02', '2030-10-03']
  expect(off.map(china.isPublicHoliday)).toEqual(off.map(() => true))
  expect(china.isHoliday('2030-10-04')).toBe(false)
})

it('lets the table of the bureau win, and publish a year', () => {
  const own = calendar(
    new Map([
      ['2026-11-24', 'holiday'],
      ['2026-11-28', 'workday'],
      ['2030-10-01', 'holiday'],
      ['2030-10-04', 'holiday'],
    ] as const),
  )
  expect(own.isHoliday('2026-11-24')).toBe(true)
  expect(own.isWorkingDay('2026-11-28')).toBe(true)
  expect(own.isPublished(2030)).toBe(true)
  expect(own.isHoliday('2030-10-04')).toBe(true)
})
