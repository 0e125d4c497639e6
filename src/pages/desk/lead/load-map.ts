import type { Load } from '#contract/desk'
import type { Day } from '#domain/day'

export type Cell = { taken: number; capacity: number }

/** Of one desk: hours down, days across, so that a week fits a telephone; null where it is not open. */
export type LoadMap = {
  deskId: string
  deskName: string
  days: readonly Day[]
  rows: readonly { hour: number; cells: readonly (Cell | null)[] }[]
}

const sorted = <Value extends string | number>(values: Iterable<Value>): Value[] =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))

function mapOf(own: readonly Load[]): Pick<LoadMap, 'days' | 'rows'> {
  const days = sorted(own.map(({ day }) => day))
  const at = new Map(own.map((one) => [`${one.day} ${one.hour}`, one]))
  const rows = sorted(own.map(({ hour }) => hour)).map((hour) => ({
    hour,
    cells: days.map((day) => at.get(`${day} ${hour}`) ?? null),
  }))
  return { days, rows }
}

export const loadMaps = (load: readonly Load[]): LoadMap[] =>
  sorted(load.map(({ deskId }) => deskId)).map((deskId) => {
    const own = load.filter((one) => one.deskId === deskId)
    return { deskId, deskName: own[0]?.deskName ?? '', ...mapOf(own) }
  })

/** Five shades, from free to full. */
export const shade = ({ taken, capacity }: Cell): number =>
  capacity > 0 ? Math.min(4, Math.ceil((taken / capacity) * 4)) : 4
