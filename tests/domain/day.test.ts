import fc from 'fast-check'

import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  dayOf,
  daysBetween,
  fromEpoch,
  instant,
  isDay,
  isInstant,
  minutesBetween,
  spokenDay,
  spokenTime,
  timeOf,
  toEpoch,
  weekday,
} from '#domain/day'

const aDay = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01', days))
const aMoment = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => fromEpoch(seconds * 1000))

it('shows the Shanghai day of a moment, whatever the zone of the machine (CLK-8)', () => {
  expect(fromEpoch(Date.UTC(2026, 10, 23, 16, 30))).toBe('2026-11-24T00:30:00+08:00')
  expect(dayOf(fromEpoch(Date.UTC(2026, 10, 23, 16, 30)))).toBe('2026-11-24')
  expect(dayOf(fromEpoch(Date.UTC(2026, 10, 23, 15, 59)))).toBe('2026-11-23')
})

it('cuts off parts of a second', () => {
  expect(fromEpoch(Date.UTC(2026, 10, 23, 1, 30, 5, 999))).toBe('2026-11-23T09:30:05+08:00')
})

it('goes from a moment to milliseconds and back', () => {
  fc.assert(fc.property(aMoment, (at) => fromEpoch(toEpoch(at)) === at))
})

it('sorts moments as text in the order of time', () => {
  fc.assert(fc.property(aMoment, aMoment, (a, b) => a < b === toEpoch(a) < toEpoch(b)))
})

it('counts days over month ends and leap days', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-11-30', '2026-11-23')).toBe(-7)
})

it('finds the days between again that were added', () => {
  fc.assert(
    fc.property(
      aDay,
      fc.integer({ min: -5000, max: 5000 }),
      (day, n) => daysBetween(day, addDays(day, n)) === n,
    ),
  )
})

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-01-31', -2, '2025-11-30'],
  ['2026-05-20', 0, '2026-05-20'],
  ['2026-05-20', 12, '2027-05-20'],
])(
  'keeps the number of the day or takes the last one: %s and %i months is %s (CLK-3)',
  (day, months, last) => {
    expect(addMonths(day, months)).toBe(last)
  },
)

it('always lands on a day that exists (CLK-3)', () => {
  fc.assert(fc.property(aDay, fc.integer({ min: -600, max: 600 }), (day, n) => isDay(addMonths(day, n))))
})

it('knows the days of the week', () => {
  expect(['2026-11-23', '2026-10-01', '2026-02-28', '2026-09-20'].map(weekday)).toEqual([1, 4, 6, 7])
  expect(['1969-12-29', '1969-12-31'].map(weekday)).toEqual([1, 3])
})

it('adds minutes and hours across midnight, and counts full minutes', () => {
  const evening = instant('2026-11-23', '23:30')
  expect(addMinutes(evening, 45)).toBe('2026-11-24T00:15:00+08:00')
  expect(addHours(evening, 24)).toBe('2026-11-24T23:30:00+08:00')
  expect(minutesBetween(evening, addMinutes(evening, 45))).toBe(45)
  expect(minutesBetween('2026-11-23T09:00:30+08:00', '2026-11-23T10:00:00+08:00')).toBe(59)
  expect(minutesBetween(evening, addMinutes(evening, -5))).toBe(-5)
  expect(timeOf(evening)).toBe('23:30')
})

it.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-06-31',
  '2026-6-1',
  '20260601',
  '1900-02-29',
  '',
  '2026-06-01x',
])('does not take %p for a day', (text) => expect(isDay(text)).toBe(false))

it.each(['2028-02-29', '2000-02-29', '2026-11-23'])('takes %s for a day', (text) =>
  expect(isDay(text)).toBe(true),
)

it('takes only Shanghai time to the second for a moment', () => {
  expect(isInstant('2026-11-23T09:30:00+08:00')).toBe(true)
  for (const other of [
    '2026-11-23T09:30:00Z',
    '2026-11-23T09:30+08:00',
    '2026-11-23T24:00:00+08:00',
    '2026-11-31T09:30:00+08:00',
    '2026-11-23T09:30:00.000+08:00',
    '2026-11-23',
  ])
    expect(isInstant(other)).toBe(false)
})

it('says days and times as people do', () => {
  expect(spokenDay('2026-11-24')).toBe('11月24日 周二')
  expect(spokenDay('2026-01-04')).toBe('1月4日 周日')
  const said = ['00:05', '06:00', '09:30', '12:00', '13:00', '14:30', '18:00', '23:59'].map((time) =>
    spokenTime(instant('2026-11-24', time)),
  )
  expect(said).toEqual([
    '凌晨0:05',
    '上午6:00',
    '上午9:30',
    '中午12:00',
    '下午1:00',
    '下午2:30',
    '晚上6:00',
    '晚上11:59',
  ])
})
