import { readFileSync } from 'node:fs'

import { isOwnPromise, limit, ROWS, type RuleId, type Unit } from '#domain/rules'
import { inProject } from '../support/artefacts'

const TODAY = '2026-11-28'
const UNIT: Readonly<Record<Unit, string>> = {
  hour: 'hour',
  day: 'day',
  working_day: 'working day',
  month: 'month',
  appointment: 'appointment',
}

const ROW = /^\| `([A-Z]+-\d+)` \| [^|]+ \| (\d+) \| ([a-z ]+?)s? \| ([a-z ]+) \|$/gm
const told = [...readFileSync(inProject('OPERATIONS.md'), 'utf8').matchAll(ROW)].map(
  ([, rule = '', amount, unit, who]) => ({ rule, amount: Number(amount), unit, who }),
)

const rowOf = (rule: RuleId) => {
  const { amount, unit, mark } = limit(rule, TODAY)
  const fixed = mark === 'V' ? 'fixed by law' : 'not settable'
  return { rule, amount, unit: UNIT[unit], who: isOwnPromise(rule) ? 'settable' : fixed }
}

const byCode = (one: { rule: string }, other: { rule: string }) => one.rule.localeCompare(other.rule)

describe('the limits of the office, as OPERATIONS.md lists them', () => {
  it('are the rows of the rules: amount, unit, and whether the office may set them', () => {
    const rows = [...new Set(ROWS.map(({ rule }) => rule))].map(rowOf)
    expect(told.toSorted(byCode)).toEqual(rows.toSorted(byCode))
  })
})
