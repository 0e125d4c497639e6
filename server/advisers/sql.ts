/** Times inside JSON as the driver would give them. */
export const time = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')`

/** Today's assignments `v` of a village. */
export const inForce = (alias: string, day: string): string =>
  `${alias}.from_day <= ${day} and (${alias}.to_day is null or ${alias}.to_day >= ${day})`

/** A visit `w` that took place, or is still to come: one to which nobody came does not count. */
export const takesPlace = (w: string, now: string): string =>
  `${w}.cancelled_at is null and (${w}.out_at is not null or ${w}.ends_at > ${now})`

/** A visit `w` that somebody else has confirmed: only that counts (VA-8). */
export const isVerified = (w: string): string =>
  `exists (select from ledger_line y where y.source = 'visit/' || ${w}.id and y.verification <> 'waiting')`

/** Seats of slot `t` that can still be booked. */
export const SEATS = `greatest(t.capacity - t.taken, 0)`
