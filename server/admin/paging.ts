import { Refusal } from '#domain/refusal'

/** Lists stand in the order of their places, in a place the oldest first. */
export type Placed = { region_code: string; id: string }

export const placeCursor = ({ region_code, id }: Placed): string => `${region_code} ${id}`

export function readCursor(cursor: string | undefined): [regionCode: string | null, id: string | null] {
  if (cursor === undefined) return [null, null]
  const [, regionCode, id] = /^(\d{12}) ([\w-]{1,64})$/.exec(cursor) ?? []
  if (!regionCode || !id) throw new Refusal('malformed')
  return [regionCode, id]
}

/** `$1` the administrator's places, `$2`/`$3` the cursor, `$4` how many; `t` is what is listed. */
export const PAGED = {
  where: `t.region_code like any($1) and ($2::char(12) is null or (t.region_code, t.id) > ($2, $3))`,
  order: 'order by t.region_code, t.id limit $4',
} as const
