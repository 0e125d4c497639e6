import { checkDigit } from './case-number.ts'
import { halfWidth, no, type Read } from './typed.ts'

const DIGITS = 6

/** As many codes as there are; a country has 620,573 villages. */
export const VILLAGE_CODES = 10 ** DIGITS

/** The code of a village from a number below `VILLAGE_CODES`: six digits and a check digit. */
export function villageCode(number: number): string {
  const digits = String(number).padStart(DIGITS, '0')
  return digits + checkDigit(digits)
}

/** As somebody types it from the board: full width, spaces and hyphens do not matter. */
export function readVillageCode(text: string): Read<{ code: string }> {
  const code = halfWidth(text).replace(/-/g, '')
  if (!/^\d{7}$/.test(code)) return no('村码是 7 位数字，请看村里的公示牌')
  return villageCode(Number(code.slice(0, DIGITS))) === code
    ? { ok: true, code }
    : no('村码不对，请对照公示牌再输一遍')
}

/** What the mini-program code holds: at most 32 characters (WeChat `scene`). */
export const sceneOf = (code: string): string => `v=${code}`
