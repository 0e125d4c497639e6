import { halfWidth, no, type Read } from './typed.ts'

/** GB 32100-2015 leaves out I, O, S, V and Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The organisation code inside (GB 11714) counts all 26 letters. */
const ORGANISATION_CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

const weighed = (text: string, characters: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, n) => sum + weight * characters.indexOf(text.charAt(n)), 0)

const checkCharacter = (code: string) => CHARACTERS[(31 - (weighed(code, CHARACTERS, WEIGHTS) % 31)) % 31]

/** 11 is written 0, 10 is written X. */
const organisationCheck = (code: string) =>
  '0X987654321'[weighed(code.slice(8), ORGANISATION_CHARACTERS, ORGANISATION_WEIGHTS) % 11]

/** The unified social credit code of an organisation, both of its check characters (GB 32100, GB 11714). */
export function readCreditCode(text: string): Read<{ code: string }> {
  const code = halfWidth(text).replace(/-/g, '').toUpperCase()
  if (/[^0-9A-Z]/.test(code)) return no('统一社会信用代码只有数字和大写字母，请对照执照检查')
  if (/[IOSVZ]/.test(code)) return no('代码里没有字母I、O、S、V、Z，请看看是否应为数字1、0、5、2')
  if (code.length !== 18) return no(`统一社会信用代码是18位，现在是${code.length}位，请检查是否漏填或多填`)
  if (organisationCheck(code) !== code[16] || checkCharacter(code) !== code[17])
    return no('有一位对不上，请对照执照逐位检查')
  return { ok: true, code }
}
