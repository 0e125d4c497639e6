import { type InferOutput, pick, safeParse } from 'valibot'

import type { Case } from '#contract/case'
import { LegalAid } from '#contract/legal-aid'

/** What the pages here read: whatever else the server says of the case may change without them. */
const Own = pick(LegalAid, [
  'complete',
  'prefill',
  'material',
  'notice',
  'ifSuppliedToday',
  'urgent',
  'advance',
  'decision',
  'objection',
])
export type Own = InferOutput<typeof Own>

/** What the case says for the pages of legal aid. */
export function ownOf({ own }: Pick<Case, 'own'>): Own | null {
  const read = safeParse(Own, own)
  return read.success ? read.output : null
}
