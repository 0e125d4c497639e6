import { consentTo, type Receiver } from '#domain/consent'
import type { Instant } from '#domain/day'
import { invalid } from '#domain/refusal'
import type { Effect, Takeover } from '../cases/kind.ts'
import type { WholeCase } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { copyFiles } from '../files/copy.ts'
import { centreOf } from './about.ts'
import { factsOf, isUrgent, wordsIn } from './apply.ts'
import { carriedTo } from './carry.ts'
import { knownIn, textOf } from './read.ts'
import { receive } from './receive.ts'

type Centre = Receiver & { id: string; regionCode: string }

const centres = sql<Centre>(
  'aid_centres',
  `select id, name, phone, region_code as "regionCode" from organisation
   where kind = 'legal_aid_centre' and active and id <> $1 order by region_code, id limit 200`,
)

const centreIn = async (db: Db, { organisation_id }: Pick<WholeCase, 'organisation_id'>, id: unknown) =>
  (await db.many(centres, organisation_id)).find((one) => one.id === id)

/** LP-1: the right centre is named, whether it is in this system or not. */
export const redirect: Effect = async ({ tx, row, body }) => {
  const { centreId, centre } = body
  const found = await centreIn(tx, row, centreId)
  if (centreId !== undefined && !found) throw invalid({ centreId: '没有这个中心，请重新选择' })
  if (!found && !textOf(centre)) throw invalid({ centre: '请选择中心，或写明机构名称' })
  return { paper: { ...body, centre: found?.name ?? centre }, handlerId: null }
}

/** With the consent of the applicant the whole application begins there, with all that was handed in, and is received. */
export async function beginThere(
  context: Context,
  row: WholeCase,
  { centreId }: Readonly<Record<string, unknown>>,
): Promise<Takeover | null> {
  const organisation = await centreIn(context.database, row, centreId)
  const { filed, papers } = knownIn(context, row)
  if (!organisation || !filed) return null
  const { filed: moved, copies } = carriedTo(row, filed, papers)
  const { name } = await centreOf(context.database, row.organisation_id)
  const now: Instant = context.now()
  return {
    opening: {
      organisation,
      regionCode: row.region_code,
      channel: 'handed_on',
      topic: row.topic,
      appointment: null,
      form: moved,
      words: wordsIn(filed),
      urgent: isUrgent(filed, now),
      facts: { ...factsOf(filed, now), cameFrom: row.kind },
    },
    async afterwards(tx, caseId) {
      await copyFiles(context, tx, { caseId, accountId: row.applicant_id }, copies)
      await receive(context, tx, caseId, moved, {
        at: now,
        byId: null,
        receivedBy: `由${name}转来`,
        channel: '转交',
      })
    },
  }
}

/** The choices of the step, each with the words to which the person has to agree (PI-6). */
export const centresOffered = async (context: Context, row: WholeCase) =>
  (await context.database.many(centres, row.organisation_id)).map((centre) => ({
    value: centre.id,
    text: centre.name,
    consent: consentTo(centre, 'legal_aid'),
  }))
