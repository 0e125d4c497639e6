/** Times inside JSON as the driver would give them. */
export const time = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')`

/** Today's assignments `v` of a village. */
export const inForce = (alias: string, day: string): string =>
  `${alias}.from_day <= ${day} and (${alias}.to_day is null or ${alias}.to_day >= ${day})`

/** Seats of slot `t` that can still be booked. */
export const SEATS = `greatest(t.capacity - t.taken, 0)`
