import fc from 'fast-check'

import { readVerifyCode, verifyCode } from '#domain/verify-code'

const codes = fc.uint8Array({ minLength: 15, maxLength: 15 }).map(verifyCode)

describe('the code on a document', () => {
  it('is printed in four groups of four and read again as printed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        expect(readVerifyCode(code)).toBe(code)
      }),
    )
  })

  it('is read however it was typed: small letters, spaces, full width, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = code.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')
        expect(readVerifyCode(`　${typed} `)).toBe(code)
        expect(readVerifyCode(typed.replace(/l/g, 'Ｉ'))).toBe(code)
      }),
    )
  })

  it('is not taken for another when one character was mistaken', () => {
    const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(codes, fc.nat(15), fc.nat(30), (code, place, step) => {
        const plain = [...code.replace(/-/g, '')]
        const at = characters.indexOf(plain[place] ?? '')
        plain[place] = characters.charAt((at + 1 + step) % characters.length)
        expect(readVerifyCode(plain.join(''))).toBeNull()
      }),
    )
  })

  it('is nothing else', () => {
    for (const text of [
      '',
      '12348',
      'ABCD-EFGH-JKMN',
      '溆援给字〔2026〕第1号',
      'U'.repeat(16),
      '-'.repeat(99),
    ])
      expect(readVerifyCode(text)).toBeNull()
  })
})
