import { addDays } from '#domain/day'
import { isOwnPromise, limit, ROWS } from '#domain/rules'

it.each([
  ['LP-11', 7, 'day', '法律援助法 第四十三条'],
  ['LP-16', 3, 'day', '法律援助法 第四十三条'],
  ['LP-25', 5, 'day', '法律援助法 第四十九条'],
  ['JC-1', 30, 'day', '人民调解法 第三十三条'],
  ['PM-12', 1, 'month', '人民调解工作若干规定 第三十三条'],
] as const)('%s: %i %s by %s', (rule, amount, unit, law) => {
  expect(limit(rule, '2026-11-23')).toMatchObject({ rule, amount, unit, law, mark: 'V' })
})

it.each(['VA-9', 'HL-8'] as const)('%s is a promise of the office and never called law', (rule) => {
  expect(limit(rule, '2026-11-23')).toMatchObject({ law: null, mark: 'D' })
})

it('says the amount in the words for the citizen, also one the office has set', () => {
  expect(limit('LP-11', '2026-11-23').text).toContain('7日')
  expect(limit('VA-9', '2026-11-23', { 'VA-9': 48 })).toMatchObject({
    amount: 48,
    text: expect.stringContaining('48小时'),
  })
})

it('does not let configuration change what the law fixes', () => {
  expect(() => limit('LP-11', '2026-11-23', { 'LP-11': 15 })).toThrow('LP-11')
  expect(limit('LP-11', '2026-11-23', { 'VA-9': 48 }).amount).toBe(7)
})

it('has no legal-aid limit from before the Act came into force', () => {
  expect(limit('LP-11', '2022-01-01').amount).toBe(7)
  expect(() => limit('LP-11', '2021-12-31')).toThrow('not in force')
})

it.each([...new Set(ROWS.map(({ rule }) => rule))])(
  '%s: when a row ends the next begins, so that a new law is not passed over by the old one',
  (rule) => {
    const rows = ROWS.filter((row) => row.rule === rule).toSorted((a, b) => a.from.localeCompare(b.from))
    for (const [index, row] of rows.entries())
      expect(row.to === undefined ? undefined : addDays(row.to, 1)).toBe(rows[index + 1]?.from)
  },
)

it('what is called law has its article, and no promise has one', () => {
  for (const { rule, mark, law } of ROWS) expect([rule, law !== null]).toEqual([rule, /^(V|K-H)$/.test(mark)])
})

it('CLK-7: a running case that kept the amount of a law can be read', () => {
  expect(limit('LP-11', '2026-01-01', { 'LP-11': 7 }).amount).toBe(7)
})

it('an office sets its own promises, but not the law, and not an appointment', () => {
  expect(['VA-9', 'LP-11', 'HL-8'].map(isOwnPromise)).toEqual([true, false, false])
})
