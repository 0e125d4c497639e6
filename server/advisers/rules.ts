import { type Db, sql } from '../db/sql.ts'

const filed = sql(
  'village_rules_filed',
  `select from case_file c where c.county = left($1, 6) and c.region_code = $1 and c.kind = 'rules_review'
     and c.status = 'filed' limit 1`,
)

/** Whether the village has filed rules that everybody can read. */
export const hasRules = async (db: Db, village: string): Promise<boolean> =>
  (await db.run(filed, village)) > 0
