import type { Appointment, Deed, Matter, Moment } from '#domain/procedure'
import type { Context } from '../context.ts'
import type { CaseRow } from './read.ts'

export const appointmentOf = ({
  starts_at,
  ends_at,
}: Pick<CaseRow, 'starts_at' | 'ends_at'>): Appointment | null =>
  starts_at && ends_at ? { startsAt: starts_at, endsAt: ends_at } : null

/** The case as the rules see it. */
type Ruled = Pick<
  CaseRow,
  | 'status'
  | 'applicant_id'
  | 'other_side_ids'
  | 'handler_id'
  | 'organisation_id'
  | 'region_code'
  | 'starts_at'
  | 'ends_at'
  | 'attempts'
  | 'retry_at'
  | 'alarm_at'
  | 'unproven'
  | 'urgent'
>

/** Whoever only asks who may read needs no history. */
export const matterOf = (row: Ruled, past: readonly Deed[] = []): Matter => ({
  status: row.status,
  applicantId: row.applicant_id,
  otherSideIds: row.other_side_ids,
  handlerId: row.handler_id,
  organisationId: row.organisation_id,
  regionCode: row.region_code,
  appointment: appointmentOf(row),
  attempts: row.attempts,
  retryAt: row.retry_at,
  alarmed: row.alarm_at !== null,
  unproven: row.unproven,
  urgent: row.urgent,
  past,
})

/** The case as a notice of its next step needs it. */
export const aboutOf = (row: CaseRow) => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  organisationId: row.organisation_id,
  regionCode: row.region_code,
  applicantId: row.applicant_id,
  otherSideIds: row.other_side_ids,
  handlerId: row.handler_id,
  seq: row.seq + 1,
  unproven: row.unproven,
})

export const momentOf = ({ env }: Context, now: string): Moment => ({
  now,
  changeBeforeMinutes: env.changeBeforeMinutes,
  missedCallAttempts: env.missedCallAttempts,
  lateCallMinutes: env.lateCallMinutes,
  oneSignOff: env.oneSignOff,
})
