import { addDays, type Day, dayOf, type Instant, instant, timeOf } from './day.ts'
import { readCount, readDay, readTime } from './sheet.ts'
import type { Closure, NewSlot } from './slot.ts'

/** One line of a sheet of capacities, as typed. */
export type TypedSlot = Readonly<Record<'date' | 'from' | 'to' | 'capacity', string>>

export const MOST_SEATS = 200

/** Nobody plans further ahead; a slip in the year is found. */
const DAYS_AHEAD = 366

/** What was meant, or every problem of the line. */
export function readTypedSlot(typed: TypedSlot): { slot: NewSlot } | { problems: string[] } {
  const day = readDay(typed.date)
  const from = readTime(typed.from)
  const to = readTime(typed.to)
  const seats = readCount(typed.capacity, MOST_SEATS)
  if (day.ok && from.ok && to.ok && seats.ok)
    return {
      slot: {
        startsAt: instant(day.day, from.time),
        endsAt: instant(day.day, to.time),
        capacity: seats.count,
      },
    }
  const problems = [day, from, to, seats].flatMap((read) => (read.ok ? [] : [read.problem]))
  return { problems: [...new Set(problems)] }
}

export type Around = {
  now: Instant
  closures: readonly (Closure & { reason: string })[]
  /** What stands already on this desk. */
  standing: readonly (NewSlot & { taken: number })[]
  /** Earlier lines of the same sheet for this desk. */
  earlier: readonly (NewSlot & { line: number })[]
}

type Rule = (slot: NewSlot, around: Around) => string | null | undefined | false

const isSame = (a: NewSlot, b: NewSlot) => a.startsAt === b.startsAt && a.endsAt === b.endsAt
const overlap = (a: NewSlot, b: NewSlot) => a.startsAt < b.endsAt && b.startsAt < a.endsAt
const hours = ({ startsAt, endsAt }: NewSlot) => `${timeOf(startsAt)}–${timeOf(endsAt)}`

const closureOn = (closures: Around['closures'], day: Day) =>
  closures.find(({ from, to }) => from <= day && day <= to)

/** Why a line cannot be taken; the first that applies is said. */
const RULES: readonly Rule[] = [
  ({ startsAt, endsAt }) => endsAt <= startsAt && '结束时间要晚于开始时间',
  ({ startsAt }, { now }) => startsAt <= now && '这个时间已经过去',
  ({ startsAt }, { now }) =>
    dayOf(startsAt) > addDays(dayOf(now), DAYS_AHEAD) && '日期太远，最多排到一年以后，请检查年份',
  ({ startsAt }, { closures }) => {
    const closure = closureOn(closures, dayOf(startsAt))
    return closure && `这一天停办（${closure.reason}）`
  },
  (slot, { earlier }) => {
    const same = earlier.find((other) => isSame(other, slot))
    return same && `与第 ${same.line} 行重复`
  },
  (slot, { earlier }) => {
    const clash = earlier.find((other) => overlap(other, slot))
    return clash && `与第 ${clash.line} 行的时间重叠`
  },
  (slot, { standing }) => {
    const clash = standing.find(
      (other) => overlap(other, slot) && !isSame(other, slot) && other.capacity + other.taken > 0,
    )
    return clash && `与已有的时间段 ${hours(clash)} 重叠`
  },
  (slot, { standing }) => {
    const taken = standing.find((other) => isSame(other, slot))?.taken ?? 0
    return slot.capacity < taken && `已有 ${taken} 个预约，名额不能少于 ${taken}`
  },
]

export function slotProblem(slot: NewSlot, around: Around): string | null {
  for (const rule of RULES) {
    const problem = rule(slot, around)
    if (problem) return problem
  }
  return null
}
