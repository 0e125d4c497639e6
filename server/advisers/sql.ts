/** Times inside JSON as the driver would give them. */
export const time = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS+08:00')`

/** Today's assignments `v` of a village. */
export const inForce = (alias: string, day: string): string =>
  `${alias}.from_day <= ${day} and (${alias}.to_day is null or ${alias}.to_day >= ${day})`

/** Leave `x` that holds on a day. */
export const onLeave = (alias: string, day: string): string =>
  `${alias}.from_day <= ${day} and ${alias}.to_day >= ${day}`

/** Whether somebody holds a role `g` of a body that is at work. */
export const holds = (account: string, organisation: string, role: string): string =>
  `exists (select from staff_role g join organisation go on go.id = g.organisation_id and go.active
    where g.account_id = ${account} and g.ended_at is null and g.organisation_id = ${organisation} and ${role})`

/** Whether adviser `a` serves: still in the register, and with the role that opens cases. */
export const serves = (alias: string): string =>
  `${alias}.active and ${holds(`${alias}.account_id`, `${alias}.organisation_id`, `g.role = 'village_adviser'`)}`

/** Whether assignment `v` is an adviser's on a day: their own, or as substitute, always or for the time of a leave. */
export const isTheirs = (adviser: string, alias: string, day: string): string =>
  `${inForce(alias, day)} and (${alias}.adviser_id = ${adviser} or ${alias}.substitute_id = ${adviser}
    or ${alias}.adviser_id = any(array(select x.adviser_id from adviser_leave x
      where x.substitute_id = ${adviser} and ${onLeave('x', day)})))`

/** Whether an adviser is to serve a village on a day. */
export const servesVillage = (adviser: string, village: string, day: string): string =>
  `exists (select from adviser_village v where v.village = ${village} and ${isTheirs(adviser, 'v', day)})`

/** A visit `w` that took place, or is still to come: one to which nobody came does not count. */
export const takesPlace = (w: string, now: string): string =>
  `${w}.cancelled_at is null and (${w}.out_at is not null or ${w}.ends_at > ${now})`

/** A visit `w` that somebody else has confirmed: only that counts (VA-8). */
export const isVerified = (w: string): string =>
  `exists (select from ledger_line y where y.source = 'visit/' || ${w}.id and y.verification <> 'waiting')`

/** Seats of slot `t` that can still be booked. */
export const SEATS = `greatest(t.capacity - t.taken, 0)`
