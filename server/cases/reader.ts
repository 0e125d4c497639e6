import { standingOf } from '#domain/procedure'
import type { ReaderOf } from '../files/open.ts'
import { readAfter } from './access.ts'
import type { Casework } from './casework.ts'
import { matterOf } from './matter.ts'

/** Whoever may read a case, and how they stand to it: what files ask of cases. */
export const readerOf =
  (work: Casework): ReaderOf =>
  async (caseId, viewer) => {
    const row = await readAfter(work, caseId, viewer)
    const { applicant_id: applicantId, organisation_id: organisationId } = row
    return {
      standing: standingOf(viewer.caller, matterOf(row)),
      applicantId,
      otherSideIds: row.other_side_ids,
      organisationId,
    }
  }
