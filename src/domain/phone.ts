import { halfWidth, no, type Read } from './typed.ts'

export type PhoneKind = 'mobile' | 'landline' | 'service'

const MOBILE = /^1[3-9]\d{9}$/
const AREA = '010|02\\d|0[3-9]\\d{2}'
const LANDLINE = new RegExp(`^(${AREA})-?(\\d{7,8})(?:-(\\d{1,6}))?$`)

/** Lines of services: 110, 12348, 100xx, 95xxx, 96xxx, 400 and 800 numbers. */
const SERVICE = /^(1[12]\d|1[0-2]\d{3}|9[56]\d{3,4}|[48]00\d{7})$/

const plain = (text: string) =>
  halfWidth(text)
    .replace(/[()转]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(\+|00)86-?|^86-?(?=1[3-9]\d)/, '')

function problemOf(digits: string): string {
  if (!digits) return '请填写电话号码'
  if (/\D/.test(digits)) return '电话号码只有数字，座机请写成 0745-1234567 这样'
  if (/^1[3-9]/.test(digits)) return `手机号是11位，现在是${digits.length}位，请检查是否漏填或多填`
  if (/^[2-9]\d{6,7}$/.test(digits)) return '座机请加上区号，例如 0745-1234567'
  return '请填写11位手机号，或带区号的座机号，例如 0745-1234567'
}

/** The number as it is stored and dialled: `13812345678`, `0745-1234567`, `0745-1234567-801`, `12348`, `4001234567`. */
export function readPhone(text: string): Read<{ phone: string; kind: PhoneKind }> {
  const typed = plain(text)
  const digits = typed.replace(/-/g, '')
  if (MOBILE.test(digits)) return { ok: true, phone: digits, kind: 'mobile' }
  if (SERVICE.test(digits)) return { ok: true, phone: digits, kind: 'service' }
  const [, area, number, extension] = LANDLINE.exec(typed) ?? []
  if (!area) return no(problemOf(digits))
  return { ok: true, phone: [area, number, extension].filter(Boolean).join('-'), kind: 'landline' }
}

/** Somebody's own number: of a mobile or of a house, not of a service. */
export function isPhone(text: string): boolean {
  const read = readPhone(text)
  return 'phone' in read && read.kind !== 'service'
}
