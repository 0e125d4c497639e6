import type { Dispute } from '#domain/dispute'
import type { Carried, Takeover } from '../cases/kind.ts'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { committeeFor } from './committees.ts'
import { UNKNOWN, writeParty } from './party.ts'

const dataKey = sql<{ data_key: Buffer }>(
  'mediation_taken_key',
  'select data_key from case_file where id = $1',
)

const WISH = '请调解（见经过）'

/** What was told on the telephone or asked of the adviser becomes the private part: the other side never sees it. */
export async function takeOver(context: Context, carried: Carried, type: Dispute): Promise<Takeover> {
  const { regionCode, summary, answer, name, phone } = carried
  const committee = await committeeFor(context.database, { region: regionCode, type }, undefined)
  const story = [summary, answer && `此前的答复：${answer}`].filter(Boolean).join('\n')
  return {
    opening: {
      organisation: { id: committee.id, regionCode: committee.regionCode },
      regionCode,
      channel: null,
      topic: type,
      appointment: null,
      form: { type, wish: WISH, story, other: UNKNOWN, ...(name && { name }), ...(phone && { phone }) },
      words: summary,
    },
    async afterwards(tx, caseId) {
      const row = await tx.one(dataKey, caseId)
      if (row) await writeParty(context, tx, { id: caseId, ...row }, UNKNOWN)
    },
  }
}
