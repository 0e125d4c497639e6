import { type Day, isDay } from './day.ts'
import { halfWidth, no, type Read } from './typed.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643-1999. */
const checkCharacter = (number: string) =>
  '10X98765432'[WEIGHTS.reduce((sum, weight, n) => sum + weight * Number(number[n]), 0) % 11]

const birthdayOf = (number: string): Day =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

/** What is wrong with the shape, before the figures are looked at. */
function misshapen(number: string): string | null {
  if (!number) return '请填写身份证号'
  if (/^\d{15}$/.test(number)) return '这是15位的旧号码，请填写现在身份证上的18位号码'
  if (/[^\dX]/.test(number)) return '身份证号只有数字，最后一位可能是X，请对照身份证检查'
  if (number.length !== 18) return `身份证号是18位，现在是${number.length}位，请检查是否漏填或多填`
  return /^[1-9]\d{16}/.test(number) ? null : '身份证号的前17位都是数字，第一位不是0，请对照身份证检查'
}

function misdated(birthday: Day, today: Day): string | null {
  if (!isDay(birthday)) return '第7至14位的出生日期不存在，请对照身份证检查'
  return birthday > today ? '第7至14位的出生日期还没有到，请对照身份证检查' : null
}

/** The 18-digit number of a resident's identity card (GB 11643), of residence permits and of foreigners alike. */
export function readIdNumber(
  text: string,
  today: Day,
): Read<{ number: string; birthday: Day; sex: 'male' | 'female' }> {
  const number = halfWidth(text).replace(/-/g, '').toUpperCase()
  const birthday = birthdayOf(number)
  const problem = misshapen(number) ?? misdated(birthday, today)
  if (problem) return no(problem)
  if (checkCharacter(number) !== number[17]) return no('有一位对不上，请对照身份证逐位检查')
  return { ok: true, number, birthday, sex: Number(number[16]) % 2 ? 'male' : 'female' }
}
