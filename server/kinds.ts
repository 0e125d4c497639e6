import { inquiryKind } from './advisers/kind.ts'
import type { Kinds } from './cases/kind.ts'
import { type SimpleKind, simpleKind } from './cases/simple.ts'
import { hotlineKind } from './hotline/kind.ts'
import { legalAidKind } from './legal-aid/kind.ts'
import { mediationKind } from './mediation/kind.ts'

/** Kinds of case without tables of their own. */
export const SIMPLE: readonly SimpleKind[] = []

const simple = Object.fromEntries(SIMPLE.map((kind) => [kind.procedure.kind, simpleKind(kind)]))

/** Every kind of case that this service knows. */
export const KINDS: Kinds = {
  ...simple,
  hotline: hotlineKind,
  inquiry: inquiryKind,
  legal_aid: legalAidKind,
  mediation: mediationKind,
}
