import type { Kind } from './kind.ts'

/**
 * Statuses in which a case has ended before anybody served in it: nothing has to be archived, so the person may
 * have it deleted (PIPL art. 47). Everything else is a record of public legal service (档案法 第十三条).
 */
const DELETABLE: Readonly<Record<Kind, readonly string[]>> = {
  hotline: ['cancelled'],
  inquiry: ['withdrawn'],
  legal_aid: [],
  mediation: [],
  rules_review: [],
}

export const mustBeKept = ({ kind, status }: { kind: Kind; status: string }): boolean =>
  !DELETABLE[kind].includes(status)
