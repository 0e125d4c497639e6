import fc from 'fast-check'

import { readIdNumber } from '#domain/id-number'

import { lines } from '../support/lines.ts'

const TODAY = '2026-11-23'

it.each(lines('id-number.valid.txt'))('%s: born %s, %s', (typed = '', birthday, sex) => {
  expect(readIdNumber(typed, TODAY)).toMatchObject({ ok: true, birthday, sex })
})

it.each(lines('id-number.invalid.txt'))('%s is refused with "%s": %s', (typed = '', told = '') => {
  expect(readIdNumber(typed, TODAY)).toEqual({ ok: false, problem: expect.stringContaining(told) })
})

it('is given back as it stands on the card', () => {
  expect(readIdNumber(' 439901 1985-0615 004ｘ', TODAY)).toMatchObject({ number: '43990119850615004X' })
})

const VALID = lines('id-number.valid.txt')
  .map(([number = '']) => number)
  .filter((number) => /^\d{17}[\dX]$/.test(number))

it('shows any single wrong digit', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...VALID),
      fc.nat(16),
      fc.integer({ min: 1, max: 9 }),
      (number, at, change) => {
        const wrong = number.slice(0, at) + ((Number(number[at]) + change) % 10) + number.slice(at + 1)
        expect(readIdNumber(wrong, TODAY).ok).toBe(false)
      },
    ),
  )
})

it('shows any two neighbours that changed places', () => {
  for (const number of VALID)
    for (let at = 0; at < 16; at++)
      if (number[at] !== number[at + 1]) {
        const slip = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
        expect(readIdNumber(slip, TODAY).ok).toBe(false)
      }
})

it('never fails on what people type', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => typeof readIdNumber(text, TODAY).ok === 'boolean'),
  )
})
