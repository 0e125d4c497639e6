import { type Day, instant, minutesBetween } from './day.ts'
import type { FieldProblems } from './refusal.ts'
import type { Closure, Opening } from './slot.ts'

/** Any day: only the distance between two times counts. */
const length = ({ from, to }: Pick<Opening, 'from' | 'to'>) =>
  minutesBetween(instant('2026-01-05', from), instant('2026-01-05', to))

type Problem = [field: string, words: string]

function hoursProblem(opening: Opening): Problem | null {
  const minutes = length(opening)
  if (minutes <= 0) return ['to', '结束时间要晚于开始时间']
  return minutes < opening.minutes ? ['minutes', `这段只有 ${minutes} 分钟，放不下一次咨询`] : null
}

const overlap = (a: Opening, b: Opening) => a.weekday === b.weekday && a.from < b.to && b.from < a.to

const clash = (earlier: readonly Opening[], opening: Opening): Problem | null =>
  earlier.some((one) => overlap(one, opening)) ? ['from', '与同一天的另一段时间重叠'] : null

/** What is wrong with weekly hours: `openings.2.to` → words. */
export function openingProblems(openings: readonly Opening[]): FieldProblems {
  return Object.fromEntries(
    openings.flatMap((opening, n): [string, string][] => {
      const [field, words] = hoursProblem(opening) ?? clash(openings.slice(0, n), opening) ?? []
      return field && words ? [[`openings.${n}.${field}`, words]] : []
    }),
  )
}

export function closureProblems(closures: readonly Closure[]): FieldProblems {
  return Object.fromEntries(
    closures.flatMap(({ from, to }, n) => {
      if (to < from) return [[`closures.${n}.to`, '最后一天不能早于第一天']]
      const clash = closures.slice(0, n).some((earlier) => earlier.from <= to && from <= earlier.to)
      return clash ? [[`closures.${n}.from`, '与另一段停办日重叠']] : []
    }),
  )
}

export const isClosed = (closures: readonly Closure[], day: Day): boolean =>
  closures.some(({ from, to }) => from <= day && day <= to)
