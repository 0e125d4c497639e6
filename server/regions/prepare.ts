import { join } from 'node:path'

import { type Database, sql } from '../db/sql.ts'
import { importDivisions } from './import.ts'
import { readList, SURVEY_DAY } from './sources.ts'

const LIST = join(import.meta.dirname, '../../data/regions-431200.csv')

const any = sql('region_any', 'select from region limit 1')

/** Loads the division tree of the demo city, once. */
export async function prepareRegions(database: Database, say: (line: string) => void): Promise<void> {
  if (await database.run(any)) return
  say('loading the division tree …')
  await importDivisions(database, readList(LIST), { day: SURVEY_DAY })
}
