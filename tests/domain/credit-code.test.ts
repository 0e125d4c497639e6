import fc from 'fast-check'

import { readCreditCode } from '#domain/credit-code'

import { lines } from '../support/lines.ts'

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

it.each(lines('credit-code.valid.txt'))('%s is a code', (typed = '') => {
  expect(readCreditCode(typed)).toEqual({ ok: true, code: expect.stringMatching(/^[0-9A-Z]{18}$/) })
})

it.each(lines('credit-code.invalid.txt'))('%s is refused with "%s": %s', (typed = '', told = '') => {
  expect(readCreditCode(typed)).toEqual({ ok: false, problem: expect.stringContaining(told) })
})

it('shows any single wrong character', () => {
  const code = fc.constantFrom(
    ...lines('credit-code.valid.txt').flatMap(([code = '']) => (code.length === 18 ? [code] : [])),
  )
  fc.assert(
    fc.property(code, fc.nat(17), fc.constantFrom(...CHARACTERS), (code, at, other) => {
      fc.pre(code.normalize('NFKC').toUpperCase()[at] !== other)
      expect(readCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false)
    }),
  )
})
