import { fromEpoch, type Instant, isInstant, toEpoch } from '#domain/day'
import { SIDES, type Side } from '#domain/mediation-past'
import { invalid } from '#domain/refusal'
import type { Act } from '../cases/kind.ts'

const isSide = (value: unknown): value is Side => SIDES.some((side) => side === value)

export const isParty = ({ caller, row }: Pick<Act, 'caller' | 'row'>): boolean =>
  caller.accountId === row.applicant_id || row.other_side_ids.includes(caller.accountId)

/** For which side a step is: a party speaks for itself, staff must say for whom. */
export function sideOf({ caller, row, body }: Pick<Act, 'caller' | 'row' | 'body'>): Side {
  if (caller.accountId === row.applicant_id) return 'applicant'
  if (row.other_side_ids.includes(caller.accountId)) return 'other_side'
  if (!isSide(body.side)) throw invalid({ side: '请选择是哪一方' })
  return body.side
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The optional words of a step, or nothing. */
export const noted = (value: unknown): { note?: string } => (typeof value === 'string' ? { note: value } : {})

/** A moment in the one way in which moments are written here. @throws Refusal `invalid` for one that does not exist */
export function momentIn(value: unknown, field: string): Instant {
  const epoch = toEpoch(String(value))
  const at = Number.isFinite(epoch) && Math.abs(epoch) < 8e15 ? fromEpoch(epoch) : ''
  if (!isInstant(at)) throw invalid({ [field]: '没有这个时间，请重新选择' })
  return at
}
