import { Refusal } from '#domain/refusal'

export type Page<Item> = { items: Item[]; next: string | null }

/** `rows` holds one more than the limit when there is another page. */
export function cut<Row>(rows: readonly Row[], limit: number, cursor: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursor(last) : null }
}

/** A place in the order and an id: what is no such place does not reach the database. */
export function readCursor(cursor: string | undefined, isPlace: (text: string) => boolean): string | null {
  if (cursor === undefined) return null
  const [place = '', id = ''] = cursor.split(' ')
  if (id === '' || !isPlace(place)) throw new Refusal('malformed')
  return cursor
}
