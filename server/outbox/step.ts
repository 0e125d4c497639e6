import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import { officesToldBy, toldBy } from '#domain/notice'
import type { Appointment } from '#domain/procedure'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import { tellOffice } from './office.ts'
import { writeNotice } from './write.ts'

export type TakenStep = {
  id: string
  number: string
  kind: Kind
  organisationId: string
  regionCode: string
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

/** Tells whom a step concerns, in the transaction of the step: people of the case, then the offices. */
export async function tellOfStep(context: Context, tx: Db, step: TakenStep): Promise<void> {
  const { id, organisationId, at, byId } = step
  const told = toldBy(step)
  const about = (news: string) => ({ caseId: id, facts: factsOf(step), key: `${id}/${step.seq}/${news}`, at })
  for (const { accountId, news, quietly } of told) {
    const { key, ...rest } = about(news)
    await writeNotice(context, tx, {
      ...rest,
      accountId,
      organisationId,
      news,
      quietly,
      key: `${key}/${accountId}`,
    })
  }
  const except = [...told.map(({ accountId }) => accountId), ...partiesOf(step), ...(byId ? [byId] : [])]
  for (const { role, news } of officesToldBy(step))
    await tellOffice(context, tx, { ...about(news), role, place: step, except, news })
}

/** Whoever is a party of a case is told nothing of it as staff. */
const partiesOf = ({ applicantId, otherSideIds = [] }: TakenStep) => [applicantId, ...otherSideIds]

const factsOf = ({ unproven, number, appointment }: TakenStep) => ({
  ...(!unproven && { number }),
  ...(appointment && { startsAt: appointment.startsAt }),
})
