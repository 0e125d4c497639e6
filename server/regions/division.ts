import { isBelow, isRegionCode, LEVELS, type Level, levelOf, type RegionCode } from '#domain/region'
import { Trouble } from '../trouble.ts'

/** One line of a list of divisions. `line` is where it stands, for messages. */
export type Division = {
  code: RegionCode
  name: string
  level: Level
  parent: RegionCode | null
  line: number
}

const MOST_PROBLEMS = 20

/**
 * The list in the order of its codes, each place after the one above it.
 * @throws Trouble with every bad line (the first twenty) and its reason
 */
export function checkDivisions(rows: readonly Division[], where: string): readonly Division[] {
  const first = new Map<RegionCode, Division>()
  for (const row of rows) if (!first.has(row.code)) first.set(row.code, row)
  const problems = rows.flatMap((row) => {
    const reason = problemOf(row, first)
    return reason ? [`${where}:${row.line}: ${reason}`] : []
  })
  if (rows.length === 0) problems.push(`${where}: no divisions in it`)
  if (problems.length > 0) throw new Trouble(summary(problems))
  return [...first.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

const summary = (problems: readonly string[]) =>
  [
    ...problems.slice(0, MOST_PROBLEMS),
    ...(problems.length > MOST_PROBLEMS ? [`… and ${problems.length - MOST_PROBLEMS} more`] : []),
    'nothing was imported',
  ].join('\n')

type Rule = (row: Division, all: ReadonlyMap<RegionCode, Division>) => string | false | undefined

const RULES: readonly Rule[] = [
  ({ code }) => !isRegionCode(code) && `"${code}" is not a code of twelve digits`,
  ({ name }) =>
    !/^[^\s\p{Cc}\p{Cf}]{1,60}$/u.test(name) && `"${name}" is not a name (1 to 60 characters, no spaces)`,
  ({ level }) => !LEVELS.includes(level) && `"${level}" is not one of ${LEVELS.join(', ')}`,
  ({ code, level }) =>
    levelOf(code) !== level && `${code} is the code of a ${levelOf(code)}, not of a ${level}`,
  (row, all) => all.get(row.code) !== row && `${row.code} stands in line ${all.get(row.code)?.line} already`,
  ({ level, parent }) => (level === 'province') !== (parent === null) && misplaced(level),
  ({ parent }, all) => parent !== null && !all.has(parent) && `its parent "${parent}" is not in the list`,
  ({ code, parent }) => parent !== null && !isBelow(code, parent) && `${code} cannot lie in ${parent}`,
]

const misplaced = (level: Level) =>
  level === 'province' ? 'a province has no parent' : 'its parent is missing'

function problemOf(...about: Parameters<Rule>): string | undefined {
  for (const rule of RULES) {
    const reason = rule(...about)
    if (reason) return reason
  }
  return undefined
}
