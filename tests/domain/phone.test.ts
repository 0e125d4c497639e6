import fc from 'fast-check'

import { isPhone, readPhone } from '#domain/phone'

import { lines } from '../support/lines.ts'

it.each(lines('phone.valid.txt'))('%s is kept as %s, a %s', (typed = '', phone, kind) => {
  expect(readPhone(typed)).toEqual({ ok: true, phone, kind })
})

it.each(lines('phone.invalid.txt'))('%s is refused with "%s"', (typed = '', told = '') => {
  expect(readPhone(typed)).toEqual({ ok: false, problem: expect.stringContaining(told) })
})

it('reads what it stores as the same number', () => {
  for (const [, phone = ''] of lines('phone.valid.txt')) expect(readPhone(phone)).toMatchObject({ phone })
})

it('never fails on what people type', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readPhone(text).ok === 'boolean'))
})

it('somebody’s own number is told from that of a service', () => {
  for (const text of ['139 0000 0001', '+86 13900000001', '0745-1234567']) expect(isPhone(text)).toBe(true)
  for (const text of ['12348', 'RX431224-261123-0007-3', '溆浦县', '']) expect(isPhone(text)).toBe(false)
})
