import { officeFor } from '../cases/office.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Filed } from './filed.ts'
import type { About } from './letters.ts'

const centre = sql<{ name: string; region_code: string; phone: string | null }>(
  'aid_centre',
  'select name, region_code, phone from organisation where id = $1',
)

export type Centre = { name: string; regionCode: string; phone: string | null }

export async function centreOf(db: Db, organisationId: string): Promise<Centre> {
  const row = await db.one(centre, organisationId)
  return { name: row?.name ?? '法律援助中心', regionCode: row?.region_code ?? '', phone: row?.phone ?? null }
}

/** The bureau that set up the centre; where it is not in the system, words that say who it is. */
export const bureauOf = async (db: Db, { regionCode }: Centre): Promise<string> =>
  officeFor(db, ['bureau'], regionCode).then(
    ({ name }) => name,
    () => '设立本中心的司法行政部门',
  )

type Whose = { number: string; organisation_id: string }

/** What the letters of a case begin with. */
export async function aboutCase(
  db: Db,
  row: Whose,
  filed: Pick<Filed, 'name' | 'matter'>,
  now: string,
): Promise<About> {
  const office = await centreOf(db, row.organisation_id)
  return {
    office: office.name,
    bureau: await bureauOf(db, office),
    caseNumber: row.number,
    applicant: filed.name,
    matter: filed.matter,
    at: now,
  }
}
