import type { Contents } from '#domain/dossier'
import { type Db, sql } from '../db/sql.ts'

const count = sql<{ evidence: number; identity: number }>(
  'mediation_contents',
  `select (select count(*) from file where case_id = $1 and data_key is not null)::int as evidence,
     (select count(*) from mediation_party where case_id = $1 and joined_at is not null)::int
       + (select count(*) from mediation_item where case_id = $1 and kind = 'photo')::int as identity`,
)

/** What lies in the case besides its history. Whoever came forward with a code has shown who they are. */
export async function contentsOf(db: Db, caseId: string): Promise<Contents> {
  const { evidence = 0, identity = 0 } = (await db.one(count, caseId)) ?? {}
  return { evidence, identity }
}
