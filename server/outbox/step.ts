import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import { toldBy } from '#domain/notice'
import type { Appointment } from '#domain/procedure'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
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
  /** Opened by staff for a telephone number: its number is what the person has to show, so it is not told. */
  unproven?: boolean
}

/** Tells whom a step concerns, in the transaction of the step. */
export async function tellOfStep(context: Context, tx: Db, step: TakenStep): Promise<void> {
  const { id, organisationId, at, appointment } = step
  for (const { accountId, news, quietly } of toldBy(step))
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
