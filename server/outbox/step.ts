import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import { handoverAfter, type News, toldBy } from '#domain/notice'
import type { Appointment } from '#domain/procedure'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { writeNotice } from './write.ts'

export type TakenStep = {
  id: string
  number: string
  kind: Kind
  organisationId: string
  applicantId: string
  otherSideIds?: readonly string[]
  /** Who had the case before the step. */
  handlerId: string | null
  /** Somebody else who has it from this step on. */
  receiverId?: string | null
  action: string
  to: string
  seq: number
  at: Instant
  byId: string | null
  appointment: Appointment | null
  audience?: string
  /** Where it is; whoever goes on there is told of it, if the facts say so. */
  regionCode: string
  facts?: Readonly<Record<string, string>>
  /** Opened by staff for a telephone number: its number is what the person has to show, so it is not told. */
  unproven?: boolean
}

/** Of the place itself, or of the town around it. */
const ofPlace = sql<{ account_id: string }>(
  'notice_of_place',
  `select distinct account_id from staff_role
   where role = $1 and ended_at is null and region_code in ($2::text, rpad(left($2::text, 9), 12, '0'))`,
)

async function goingOn(
  tx: Db,
  step: TakenStep,
): Promise<{ accountId: string; news: News; quietly: boolean }[]> {
  const next = handoverAfter(step)
  if (!next) return []
  const people = await tx.many(ofPlace, next.role, step.regionCode)
  return people
    .filter(({ account_id }) => account_id !== step.byId)
    .map(({ account_id }) => ({ accountId: account_id, news: next.news, quietly: true }))
}

/** Tells whom a step concerns, in the transaction of the step. */
export async function tellOfStep(context: Context, tx: Db, step: TakenStep): Promise<void> {
  const { id, organisationId, at, appointment } = step
  for (const { accountId, news, quietly } of [...toldBy(step), ...(await goingOn(tx, step))])
    await writeNotice(context, tx, {
      accountId,
      caseId: id,
      organisationId,
      news,
      quietly,
      facts: {
        ...(!step.unproven && { number: step.number }),
        ...(appointment && { startsAt: appointment.startsAt }),
      },
      key: `${id}/${step.seq}/${news}/${accountId}`,
      at,
    })
}
