import { halfWidth } from './typed.ts'

/** Digits and letters that nobody takes for another: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIZE = ALPHABET.length
const RANDOM = 15

/** As for case numbers, over 32 characters (ISO 7064, MOD 33,32): one wrong character is always found. */
function checkOf(characters: string): string {
  let product = SIZE
  for (const one of characters)
    product = (((product + ALPHABET.indexOf(one)) % SIZE || SIZE) * 2) % (SIZE + 1)
  return ALPHABET.charAt((SIZE + 1 - product) % SIZE)
}

const inGroups = (code: string) => code.replace(/.{4}(?=.)/g, '$&-')

/** `7K3M-…-…-…` from 15 random bytes, of which five bits each are used: nobody finds one by trying. */
export function verifyCode(random: Uint8Array): string {
  const characters = [...random.subarray(0, RANDOM)].map((byte) => ALPHABET.charAt(byte % SIZE)).join('')
  return inGroups(characters + checkOf(characters))
}

/** A code as it was typed or read from paper (small letters, spaces, O for 0, I or L for 1) → the code, or null. */
export function readVerifyCode(text: string): string | null {
  const typed = halfWidth(text).replace(/-/g, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  if (typed.length !== RANDOM + 1 || [...typed].some((one) => !ALPHABET.includes(one))) return null
  return checkOf(typed.slice(0, RANDOM)) === typed.charAt(RANDOM) ? inGroups(typed) : null
}
