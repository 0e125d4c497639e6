import { globSync, readFileSync } from 'node:fs'

const RULE = /(?<!F-)\b(?:LA|LP|PM|JC)-\d+[A-Z]?\b/g
const COMMENT = /^\s*(?:\/\/|\/?\*)/

const linesOf = (pattern: string): string[] =>
  globSync(pattern).flatMap((path) => readFileSync(path, 'utf8').split('\n'))
const rulesIn = (lines: readonly string[]): Set<string> =>
  new Set(lines.flatMap((line) => line.match(RULE) ?? []))

it('every rule of legal aid, mediation and confirmation that the code cites is named by a test, not in a remark', () => {
  const cited = rulesIn(linesOf('{src,server,config,data}/**/*.{ts,tsx,sql,csv}'))
  const tested = rulesIn(linesOf('tests/**/*.{ts,tsx,txt}').filter((line) => !COMMENT.test(line)))
  expect(cited.size).toBeGreaterThan(60)
  expect([...cited].filter((rule) => !tested.has(rule)).sort()).toEqual([])
})
