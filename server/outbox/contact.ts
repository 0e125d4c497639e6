import { openText } from '../cases/chain.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

type Row = { data_key: Buffer; id: string; sealed: Buffer }

const form = sql<Row>(
  'notice_form',
  `select c.data_key, t.id, t.sealed from case_file c join case_text t on t.case_id = c.id and t.kind = 'form'
   where c.id = $1 and c.applicant_id = $2 and c.data_key is not null order by t.id limit 1`,
)

const numberOf = (of: unknown) => {
  const number = typeof of === 'object' && of !== null && 'phone' in of ? of.phone : null
  return typeof number === 'string' && number !== '' ? number : null
}

/** The number that the applicant wrote into the form: where an account has none, there is no other. */
export async function numberInForm(
  { vault }: Pick<Context, 'vault'>,
  db: Db,
  caseId: string | null,
  accountId: string,
): Promise<string | null> {
  const row = caseId === null ? undefined : await db.one(form, caseId, accountId)
  if (!row) return null
  const { text } = openText(vault, vault.openKey(row.data_key, `case/${caseId}`), row.id, row.sealed)
  const written = JSON.parse(text)
  return numberOf(written) ?? numberOf(written.applicant)
}
