import fc from 'fast-check'

import { type CheckAnswers, check, QUESTIONS, questionsFor, relevant, urgencyOf } from '#domain/aid-check'
import { GROUND_NAME, GROUNDS, groundOn, groundsFor } from '#domain/aid-grounds'
import { MATTERS, type Matter } from '#domain/aid-matter'
import {
  EXEMPTIONS,
  exemptionOn,
  HARDSHIPS,
  HOUSEHOLD_RULE,
  meansStandard,
  promiseBarred,
  RELIEF_CLASS_NAME,
  TRUTH_DUTY,
} from '#domain/aid-means'
import { CHECK_QUESTION } from '#domain/aid-words'

const TODAY = '2026-11-23'
const VILLAGE = '431224100001'
const BEIJING = '110101001001'

const full: CheckAnswers = {
  regionCode: VILLAGE,
  matter: 'wages',
  migrantWorker: false,
  whom: 'self',
  situations: [],
  hardship: 'low_income',
  deadline: 'no',
  preservation: false,
}
const about = (answers: CheckAnswers) => check({ ...full, ...answers }, TODAY)
const codes = (matter: Matter, region: string | null = VILLAGE) =>
  groundsFor(matter, TODAY, region).map(({ code }) => code)

describe('on which grounds legal aid is given', () => {
  it.each([
    ['state_compensation', '第一项'],
    ['social_benefit', '第二项'],
    ['pension', '第三项'],
    ['support', '第四项'],
    ['wages', '第五项'],
    ['capacity', '第六项'],
    ['traffic', '第七项'],
    ['pollution', '第八项'],
  ] as const)('LA-8: %s is within the closed list, 第三十一条%s', (matter, item) => {
    const [ground] = groundsFor(matter, TODAY, BEIJING)
    expect(ground).toMatchObject({ law: `法律援助法 第三十一条${item}`, means: 'required', mark: 'V' })
  })

  it('LA-8H: Hunan adds false goods and public emergencies, for its own places and not before its own day', () => {
    for (const matter of ['fake_goods', 'public_event'] as const) {
      expect(codes(matter)).toHaveLength(1)
      expect(codes(matter, BEIJING)).toEqual([])
      expect(codes(matter, null)).toEqual([])
      expect(groundsFor(matter, '2024-08-04', VILLAGE)).toEqual([])
    }
  })

  it.each(['hero', 'brave', 'acquitted', 'violence'] as const)(
    'LA-9: %s has no condition of means',
    (matter) => {
      expect(groundsFor(matter, TODAY, null)[0]).toMatchObject({ means: 'none' })
      const result = about({ matter })
      expect(result).toMatchObject({ verdict: 'likely_yes', meansForm: 'not_needed' })
      expect(questionsFor({ ...full, matter }, TODAY)).not.toContain('hardship')
    },
  )

  it('LA-3, LA-4: the accused applies without a defender; for minors and life or death the organ notifies', () => {
    const accused = about({ matter: 'criminal_accused', accusedIs: 'none', hasLawyer: false })
    expect(accused.grounds).toMatchObject([{ code: 'accused', law: '法律援助法 第二十四条' }])
    const minor = about({ matter: 'criminal_accused', accusedIs: 'minor', hasLawyer: false })
    expect(minor).toMatchObject({
      verdict: 'likely_yes',
      grounds: [{ code: 'notified', law: '法律援助法 第二十五条' }],
      meansForm: 'not_needed',
    })
    expect(about({ matter: 'criminal_accused', accusedIs: 'none', hasLawyer: true }).verdict).toBe(
      'likely_no',
    )
  })

  it('LA-7: the victim of a crime and LA-10: whose retrial is decided, on means', () => {
    expect(about({ matter: 'criminal_victim' })).toMatchObject({
      grounds: [{ law: '法律援助法 第二十九条' }],
    })
    expect(about({ matter: 'retrial', retrialDecided: 'yes' })).toMatchObject({ verdict: 'likely_yes' })
    expect(about({ matter: 'retrial', retrialDecided: 'no' })).toMatchObject({ verdict: 'needs_person' })
  })

  it('LA-12: outside the list it says so at once, and where else help is', () => {
    for (const matter of ['loan', 'property', 'neighbours', 'company'] as const) {
      const result = about({ matter })
      expect(result).toMatchObject({ verdict: 'likely_no', missing: [] })
      expect(result.otherwise.length).toBeGreaterThan(1)
    }
    const divorce = about({ matter: 'divorce', violence: false })
    expect(divorce).toMatchObject({ verdict: 'likely_no', parts: [{ law: '法律援助法 第三十一条' }] })
    expect(divorce.otherwise.map(({ to }) => to)).toContain('mediation')
    expect(about({ matter: 'divorce', violence: true })).toMatchObject({
      verdict: 'likely_yes',
      grounds: [{ code: 'violence' }],
    })
  })

  it('says what it rests on for every part that is sure, and has words for every ground and question', () => {
    for (const matter of MATTERS)
      for (const part of about({ matter, hurt: true, violence: true }).parts)
        if (part.verdict !== 'needs_person') expect(part.law).toMatch(/法律援助法|若干规定/)
    expect(Object.keys(GROUND_NAME).sort()).toEqual([...GROUNDS].sort())
    for (const code of GROUNDS) expect(groundOn(code, TODAY)?.law).toContain('第')
    expect(Object.keys(CHECK_QUESTION).sort()).toEqual([...QUESTIONS].sort())
  })

  it('has no ground from before the Act', () => {
    for (const matter of MATTERS) expect(groundsFor(matter, '2021-12-31', VILLAGE)).toEqual([])
  })
})

describe('the condition of means', () => {
  it('LA-11: is the standard of the province, as it was on the day; where we know none a person looks', () => {
    expect(meansStandard(VILLAGE, TODAY)?.law).toContain('湖南省')
    expect(meansStandard(VILLAGE, '2024-08-04')).toBeNull()
    expect(about({ hardship: 'low_income' })).toMatchObject({ verdict: 'likely_yes', meansForm: 'needed' })
    expect(about({ hardship: 'neither' }).verdict).toBe('likely_no')
    expect(about({ hardship: 'unsure' }).verdict).toBe('needs_person')
    expect(about({ hardship: 'low_income', regionCode: BEIJING }).verdict).toBe('needs_person')
  })

  it('LP-7: whoever is exempt is never asked about means', () => {
    for (const situation of EXEMPTIONS.filter((one) => one !== 'migrant_worker')) {
      const answers = { ...full, situations: [situation] }
      expect(questionsFor(answers, TODAY)).not.toContain('hardship')
      expect(check(answers, TODAY)).toMatchObject({ verdict: 'likely_yes', meansForm: 'not_needed' })
    }
  })

  it('LP-7: the migrant worker is exempt for wages and injuries at work, and for nothing else', () => {
    expect(about({ migrantWorker: true })).toMatchObject({ meansForm: 'not_needed', verdict: 'likely_yes' })
    expect(exemptionOn('migrant_worker', 'work_injury', TODAY)?.law).toBe('法律援助法 第四十二条第三项')
    expect(exemptionOn('migrant_worker', 'traffic', TODAY)).toBeUndefined()
    expect(questionsFor({ ...full, migrantWorker: true }, TODAY)).not.toContain('situations')
  })

  it('LP-8, LP-10, LP-36: says what binds the applicant, with the article', () => {
    expect(TRUTH_DUTY).toContain('第六十四条')
    expect(promiseBarred('2028-11-23')).toMatch(/2028年11月23日.*第四条/)
    expect(HOUSEHOLD_RULE).toContain('只看申请人自己')
  })

  it('LP-7a: knows the classes of social relief', () => {
    expect(Object.keys(RELIEF_CLASS_NAME)).toHaveLength(9)
  })
})

describe('the two-minute check', () => {
  const answers = fc.record(
    {
      regionCode: fc.constantFrom(VILLAGE, BEIJING),
      matter: fc.constantFrom(...MATTERS),
      hurt: fc.boolean(),
      violence: fc.boolean(),
      migrantWorker: fc.boolean(),
      accusedIs: fc.constantFrom('minor', 'none'),
      hasLawyer: fc.boolean(),
      retrialDecided: fc.constantFrom('yes', 'no', 'unsure'),
      whom: fc.constantFrom('self', 'child'),
      situations: fc.subarray([...EXEMPTIONS]),
      hardship: fc.constantFrom(...HARDSHIPS, 'neither', 'unsure'),
      deadline: fc.constantFrom('yes', 'no', 'unsure'),
      deadlineOn: fc.constantFrom('2026-11-24', '2026-12-31'),
      preservation: fc.boolean(),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<CheckAnswers>

  it('changed answers leave no ghost: what is no longer asked changes nothing', () => {
    fc.assert(
      fc.property(answers, answers, (first, ghosts) => {
        const kept = relevant(first, TODAY)
        const asked = questionsFor(kept, TODAY)
        const irrelevant = Object.fromEntries(
          Object.entries(ghosts).filter(([name]) => !asked.includes(name as (typeof asked)[number])),
        )
        expect(check({ ...irrelevant, ...kept }, TODAY)).toEqual(check(kept, TODAY))
      }),
      { numRuns: 500 },
    )
  })

  it('answers everything that is asked, and then nothing is missing', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { missing, verdict } = check(given, TODAY)
        for (const question of missing) expect(questionsFor(given, TODAY)).toContain(question)
        if (verdict === 'likely_yes') expect(missing).toEqual([])
      }),
    )
  })

  it('never ends without a next person unless it is a yes', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { verdict, otherwise } = check(given, TODAY)
        if (verdict !== 'likely_yes') expect(otherwise.map(({ to }) => to)).toContain('hotline')
      }),
    )
  })

  it('always names the police and the protection order to a victim of violence, also in a divorce', () => {
    const safety = (answers: CheckAnswers) =>
      about(answers)
        .otherwise.slice(0, 2)
        .map(({ to }) => to)
    expect(safety({ matter: 'violence' })).toEqual(['police', 'protection_order'])
    expect(safety({ matter: 'divorce', violence: true })).toEqual(['police', 'protection_order'])
    expect(check({ matter: 'violence' }, TODAY).otherwise.map(({ to }) => to)).toContain('police')
    for (const answers of [{ matter: 'divorce', violence: false }, { matter: 'wages' }] as const)
      expect(about(answers).otherwise.map(({ to }) => to)).not.toContain('police')
    expect(about({ matter: 'violence' }).otherwise[1]?.why).toContain('反家庭暴力法 第二十三条')
  })

  it('LP-18: fewer than seven days, or something to be secured, is urgent; a day that has passed too', () => {
    expect(urgencyOf({ deadlineOn: '2026-11-29' }, TODAY)).toBe('time')
    expect(urgencyOf({ deadlineOn: '2026-11-30' }, TODAY)).toBeNull()
    expect(urgencyOf({ deadlineOn: '2026-11-01' }, TODAY)).toBe('time')
    expect(urgencyOf({ preservation: true }, TODAY)).toBe('preservation')
    expect(about({ deadline: 'yes', deadlineOn: '2026-11-25' }).urgent?.law).toBe(
      '法律援助法 第四十四条第一项',
    )
    expect(JSON.stringify(about({ deadline: 'yes', deadlineOn: '2020-01-01' }))).not.toMatch(/已过|过期|超过/)
  })
})
