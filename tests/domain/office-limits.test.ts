import { readFileSync } from 'node:fs'

import { isOwnPromise, limit, type RuleId, type Unit } from '#domain/rules'
import { inProject } from '../support/artefacts'

const TODAY = '2026-11-28'
const UNIT: Readonly<Record<Unit, string>> = {
  hour: 'hour',
  day: 'day',
  working_day: 'working day',
  month: 'month',
  appointment: 'appointment',
}

const ROW = /^\| `([A-Z]+-\d+)` \| [^|]+ \| (\d+) \| ([a-z ]+?)s? \| (settable|fixed by law) \|$/gm
const told = [...readFileSync(inProject('OPERATIONS.md'), 'utf8').matchAll(ROW)].map(
  ([, rule = '', amount, unit, who]) => ({ rule, amount: Number(amount), unit, who }),
)

const inForce = [...readFileSync(inProject('src/domain/rules.ts'), 'utf8').matchAll(/^ {4}rule: '(.+)',$/gm)]
const rules = [...new Set(inForce.map(([, rule]) => rule as RuleId))]

describe('the limits of the office, as OPERATIONS.md lists them', () => {
  it('are the rows of the rules: amount, unit, and whether the office may set them', () => {
    expect(rules.length).toBeGreaterThan(15)
    const rows = rules.map((rule) => {
      const { amount, unit } = limit(rule, TODAY)
      return { rule, amount, unit: UNIT[unit], who: isOwnPromise(rule) ? 'settable' : 'fixed by law' }
    })
    const byCode = (one: { rule: string }, other: { rule: string }) => one.rule.localeCompare(other.rule)
    expect(told.toSorted(byCode)).toEqual(rows.toSorted(byCode))
  })
})
