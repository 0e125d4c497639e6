import fc from 'fast-check'

import { caseNumber, isCaseNumber, readCaseNumber } from '#domain/case-number'
import { addDays } from '#domain/day'
import { KIND_NAME, type Kind, PREFIX } from '#domain/kind'

const KINDS = Object.keys(PREFIX) as Kind[]

const aNumber = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    county: fc.integer({ min: 110000, max: 659999 }).map(String),
    day: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2026-01-01', days)),
    serial: fc.integer({ min: 1, max: 2_000_000 }),
  })
  .map(({ kind, county, day, serial }) => caseNumber(kind, county, day, serial))

const number = caseNumber('hotline', '431224', '2026-11-23', 7)

it('is kind, county, day, serial and check digit', () => {
  expect(number).toBe('RX431224-261123-0007-4')
  expect(caseNumber('mediation', '431224', '2026-11-23', 12345)).toMatch(/^TJ431224-261123-12345-\d$/)
})

it('has letters of its own and a name for every kind', () => {
  expect(new Set(Object.values(PREFIX)).size).toBe(KINDS.length)
  expect(KINDS.map((kind) => KIND_NAME[kind])).toEqual([
    '热线预约',
    '问村法律顾问',
    '法律援助',
    '人民调解',
    '村规民约审查',
  ])
})

it.each([
  'rx431224-261123-0007-4',
  'RX431224 261123 0007 4',
  'RX 431224261123 00074',
  'ｒｘ４３１２２４２６１１２３０００７４',
  'RX431224—261123—0007—4',
  ' RX431224-261123-0007-4\n',
])('is understood as it is typed or heard: %p', (typed) => {
  expect(readCaseNumber(typed)).toBe(number)
})

it.each([
  '',
  'RX431224-261123-0007',
  'RX431224-261123-0007-3',
  'AB431224-261123-0007-4',
  '431224-261123-0007-4',
  'RX431224-261323-0007-4',
  'RX431224-261123-0007-4 RX431224-261123-0007-4',
])('is not %p', (typed) => {
  expect(readCaseNumber(typed)).toBeNull()
})

it('has one form in which it is stored', () => {
  expect(isCaseNumber(number)).toBe(true)
  expect(isCaseNumber(number.toLowerCase())).toBe(false)
})

it('comes back the same from being read without any hyphen', () => {
  fc.assert(
    fc.property(aNumber, (number) => {
      expect(readCaseNumber(number.toLowerCase().replace(/-/g, ''))).toBe(number)
      expect(isCaseNumber(number)).toBe(true)
    }),
  )
})

it('shows any single wrong digit', () => {
  fc.assert(
    fc.property(aNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, change) => {
      const places = [...number].flatMap((sign, n) => (/\d/.test(sign) ? [n] : []))
      const at = places[place % places.length] ?? 0
      const wrong = number.slice(0, at) + ((Number(number[at]) + change) % 10) + number.slice(at + 1)
      expect(readCaseNumber(wrong)).toBeNull()
    }),
  )
})

it('shows nearly every pair of digits that changed places', () => {
  const slips = Array.from({ length: 9999 }, (_, n) =>
    caseNumber('inquiry', '431224', '2026-11-23', n + 1),
  ).flatMap((number) =>
    [16, 17, 18].flatMap((at) =>
      number[at] === number[at + 1]
        ? []
        : [number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)],
    ),
  )
  const missed = slips.filter((slip) => readCaseNumber(slip))
  expect(missed.length / slips.length).toBeLessThan(0.03)
})
