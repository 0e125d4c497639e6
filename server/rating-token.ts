import type { Vault } from './vault/vault.ts'

/** The secret of a rating link: made from the case whenever it is sent, kept nowhere. */
export const ratingToken = (vault: Vault, caseId: string): string =>
  vault.index('token', `rating/${caseId}`).toString('base64url')

/** What is kept of it. */
export const hashOfRatingToken = (vault: Vault, token: string): Buffer =>
  vault.index('token', `rating-link/${token}`)
