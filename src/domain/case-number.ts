import { type Day, isDay } from './day.ts'
import { type Kind, PREFIX } from './kind.ts'
import { halfWidth } from './typed.ts'

/** ISO 7064 MOD 11,10: one wrong digit is always found, so a number can be read out on the telephone. */
export function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return String((11 - product) % 10)
}

/** `caseNumber('hotline', '431224', '2026-11-23', 7)` → `RX431224-261123-0007-7`. The serial counts per kind, county and day. */
export function caseNumber(kind: Kind, county: string, day: Day, serial: number): string {
  const date = day.slice(2).replace(/-/g, '')
  const count = String(serial).padStart(4, '0')
  return `${PREFIX[kind]}${county}-${date}-${count}-${checkDigit(county + date + count)}`
}

const SHAPE = new RegExp(`^(${Object.values(PREFIX).join('|')})(\\d{6})(\\d{6})(\\d{4}|[1-9]\\d{4,})(\\d)$`)

const dayOfNumber = (date: string): Day => `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`

/** A number as it was typed or heard (small letters, full width, spaces, hyphens anywhere) → the number, or null. */
export function readCaseNumber(text: string): string | null {
  const typed = halfWidth(text).replace(/-/g, '').toUpperCase()
  const [, prefix = '', county = '', date = '', serial = '', check] = SHAPE.exec(typed) ?? []
  if (checkDigit(county + date + serial) !== check || !isDay(dayOfNumber(date))) return null
  return `${prefix}${county}-${date}-${serial}-${check}`
}

/** True for a number in the one form in which it is stored. */
export const isCaseNumber = (text: string): boolean => readCaseNumber(text) === text
