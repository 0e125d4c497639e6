import type { listAlarms } from '#contract/desk'
import type { ReplyInput } from '#contract/endpoint'
import { type Actor, type Grant, isRole, reachesRegion, type StaffRole } from '#domain/actor'
import { dangerIn } from '#domain/danger'
import { isInstant } from '#domain/day'
import type { Procedure } from '#domain/procedure'
import { stemOf } from '#domain/region'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { cut, readCursor } from '../http/page.ts'
import { tellOffice } from '../outbox/office.ts'
import type { TakenStep } from '../outbox/step.ts'
import type { Casework } from './casework.ts'
import type { Effect } from './kind.ts'
import { summarise, type Viewer } from './present.ts'
import { alarmed } from './read.ts'

/** Who gives a danger the glance of a supervisor (CO-6); nobody where a kind of case is not about a person. */
const watchersOf = ({ takenBy }: Procedure): StaffRole[] => (takenBy.acknowledge_danger ?? []).filter(isRole)

/** The dangers that words of a party speak of, where somebody looks at them. */
export const dangersIn = (procedure: Procedure, words: string) =>
  watchersOf(procedure).length > 0 ? dangerIn(words) : []

/** In the transaction in which it was seen: whoever has to look hears of it at once. */
export async function tellOfDanger(
  context: Context,
  tx: Db,
  procedure: Procedure,
  step: Pick<
    TakenStep,
    | 'id'
    | 'number'
    | 'seq'
    | 'at'
    | 'applicantId'
    | 'otherSideIds'
    | 'organisationId'
    | 'regionCode'
    | 'unproven'
  >,
): Promise<void> {
  const { id, number, seq, at, applicantId, otherSideIds = [], unproven } = step
  for (const role of watchersOf(procedure))
    await tellOffice(context, tx, {
      role,
      place: step,
      except: [applicantId, ...otherSideIds],
      caseId: id,
      news: 'danger',
      facts: unproven ? {} : { number },
      key: `${id}/${seq}/danger`,
      at,
    })
}

/** A supervisor has looked. */
export const acknowledgeDanger: Effect = async ({ body }) => ({
  alarm: false,
  ...(typeof body.note === 'string' && { note: body.note }),
})

/** Which kinds of case somebody watches over, in which bodies and which places. */
function watchedBy({ kinds }: Casework, { grants }: Actor) {
  const pairs = Object.values(kinds).flatMap(({ procedure }) =>
    grants
      .filter(({ role }) => watchersOf(procedure).includes(role))
      .map((grant) => ({ kind: procedure.kind, grant })),
  )
  const isWide = ({ grant }: { grant: Grant }) => reachesRegion(grant.role)
  const near = pairs.filter((pair) => !isWide(pair))
  const wide = pairs.filter(isWide)
  return [
    near.map(({ kind, grant }) => `${kind} ${grant.organisationId}`),
    wide.map(({ kind }) => kind),
    wide.map(({ grant }) => `${stemOf(grant.regionCode)}%`),
  ] as const
}

/** Dangers at which no supervisor has looked yet, the longest waiting first. */
export async function alarmsOf(
  work: Casework,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  viewer: Viewer,
): Promise<ReplyInput<typeof listAlarms>> {
  const after = readCursor(cursor, isInstant)
  const { caller } = viewer
  const rows = await work.context.database.many(
    alarmed,
    ...watchedBy(work, caller),
    caller.accountId,
    after,
    limit + 1,
  )
  const { items, next } = cut(rows, limit, (row) => `${row.alarm_at} ${row.id}`)
  return {
    items: items.flatMap((row) =>
      row.alarm_at ? [{ ...summarise(work, row, viewer), alarmAt: row.alarm_at }] : [],
    ),
    next,
  }
}

const flag = sql(
  'case_flag',
  `update case_file set alarm_at = coalesce(alarm_at, $3),
     danger = (select array_agg(distinct one order by one) from unnest(danger || $2::text[]) one) where id = $1`,
)

/** Words that came later speak of a danger, too. */
export const flagCase = (tx: Db, id: string, dangers: readonly string[], at: string) =>
  tx.run(flag, id, dangers, at)
