import { barred } from '#domain/mediation-past'
import { pastOf, type WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { mediatorsOf } from './mediators.ts'

type Option = { value: string; text: string }

const committees = sql<Option>(
  'mediation_committees_of_county',
  `select id as value, name as text from organisation
   where active and kind = 'committee' and left(region_code, 6) = $1 and id <> $2 order by region_code, id limit 500`,
)

const othersIn = (db: Db, row: WholeCase) => db.many(committees, row.county, row.organisation_id)

/** Whom there is to choose from: mediators who may have this case, and the other committees of the county. */
export async function optionsOf(
  context: Context,
  row: WholeCase,
): Promise<Readonly<Record<string, readonly Option[]>>> {
  const out = barred(pastOf(row.events))
  const mediators = (await mediatorsOf(context, context.database, row.organisation_id))
    .filter(({ id }) => !out.includes(id))
    .map(({ id, name }) => ({ value: id, text: name }))
  return { picks: mediators, mediatorId: mediators, organisationId: await othersIn(context.database, row) }
}
