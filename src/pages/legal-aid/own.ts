import { safeParse } from 'valibot'

import type { Case } from '#contract/case'
import { LegalAid } from '#contract/legal-aid'

/** What the case says for the pages of legal aid. */
export function ownOf({ own }: Pick<Case, 'own'>): LegalAid | null {
  const read = safeParse(LegalAid, own)
  return read.success ? read.output : null
}
