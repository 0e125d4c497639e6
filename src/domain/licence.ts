import { halfWidth, no, type Read } from './typed.ts'

export type Licence = 'lawyer' | 'legal_worker'

const LICENCES: Readonly<Record<Licence, { name: string; digits: number }>> = {
  lawyer: { name: '律师执业证号', digits: 17 },
  legal_worker: { name: '基层法律服务工作者执业证号', digits: 14 },
}

export const LICENCE_NAME: Readonly<Record<Licence, string>> = {
  lawyer: LICENCES.lawyer.name,
  legal_worker: LICENCES.legal_worker.name,
}

/** Only the length is known for certain; whether it is a real one, the public register says. */
export function readLicence(licence: Licence, text: string): Read<{ number: string }> {
  const { name, digits } = LICENCES[licence]
  const number = halfWidth(text).replace(/-/g, '')
  if (/\D/.test(number)) return no(`${name}只有数字，请对照执业证检查`)
  if (number.length !== digits) return no(`${name}是${digits}位，现在是${number.length}位，请对照执业证检查`)
  return { ok: true, number }
}
