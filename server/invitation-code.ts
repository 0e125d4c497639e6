import type { Vault } from './vault/vault.ts'

/** Letters and digits that are not mistaken for one another when read out or typed from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

/** Which invitation: of which case, and the how manieth. A code is made from it whenever it is needed. */
export const invitationOf = (caseId: string, seq: number): string => `${caseId}/${seq}`

/** The code of an invitation: 58 bits, made from a secret of the office, written down nowhere. */
export const codeOf = (vault: Vault, invitation: string): string =>
  [...vault.index('code', `invitation/${invitation}`).subarray(0, LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('')

/** Where the code is taken; in the mini-program and on the web alike. */
export const invitationPage = (code: string): string => `pages/mediation/invitation/index?code=${code}`
