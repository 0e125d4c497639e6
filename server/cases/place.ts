import { invalid } from '#domain/refusal'
import { type Db, sql } from '../db/sql.ts'

const isPlace = sql('case_place', 'select from region where code = $1 and valid_to is null')

/** @throws Refusal `invalid` for a place that is not, or is no longer, in the division tree */
export async function refuseNowhere(db: Db, regionCode: string): Promise<void> {
  if (!(await db.run(isPlace, regionCode))) throw invalid({ regionCode: '没有这个村（社区），请重新选择' })
}
