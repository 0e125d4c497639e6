import fc from 'fast-check'

import {
  dayAsked,
  findRoute,
  nextRouteQuestion,
  ROUTE_ANSWERS,
  type RouteAnswers,
  relevantRoute,
  routeQuestions,
} from '#domain/aid-route'
import { ROUTE_QUESTION } from '#domain/aid-words'
import { calendar } from '#domain/calendar'

const DAYS = calendar()
const answers = fc.record(
  {
    trouble: fc.constantFrom(...ROUTE_ANSWERS.trouble),
    safe: fc.constantFrom(...ROUTE_ANSWERS.safe),
    afford: fc.constantFrom(...ROUTE_ANSWERS.afford),
    willing: fc.constantFrom(...ROUTE_ANSWERS.willing),
    decided: fc.constantFrom(...ROUTE_ANSWERS.decided),
    since: fc.constantFrom('2020-01-01', '2026-11-01'),
  },
  { requiredKeys: ['trouble'] },
) as fc.Arbitrary<RouteAnswers>

describe('where do I go', () => {
  it('ends after at most five questions in a named route with its reason, whatever is answered', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(routeQuestions(given).length).toBeLessThanOrEqual(5)
        const { way, others, next } = findRoute(given, DAYS)
        expect((way === null) === (next !== null)).toBe(true)
        if (way) {
          expect(
            [way.name, way.why, way.text].every(
              (text) => text.length > 3 || text === '报警' || text === '信访',
            ),
          ).toBe(true)
          expect(others.length).toBeGreaterThan(0)
          expect(others.map(({ to }) => to)).not.toContain(way.to)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('changed answers leave no ghost', () => {
    fc.assert(
      fc.property(answers, answers, (first, ghosts) => {
        const kept = relevantRoute(first)
        const asked = routeQuestions(kept)
        const irrelevant = Object.fromEntries(
          Object.entries(ghosts).filter(([name]) => !asked.some((question) => question === name)),
        )
        expect(findRoute({ ...irrelevant, ...kept }, DAYS)).toEqual(findRoute(kept, DAYS))
      }),
    )
  })

  it('never says that a day has passed', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(JSON.stringify(findRoute(given, DAYS))).not.toMatch(/已过|过期|超过时效/)
      }),
    )
  })

  it.each([
    [{ trouble: 'wages', decided: 'nothing', afford: 'hard' }, 'legal_aid'],
    [{ trouble: 'wages', decided: 'nothing', afford: 'fine' }, 'labour_arbitration'],
    [{ trouble: 'wages', decided: 'award', afford: 'fine' }, 'labour_suit'],
    [{ trouble: 'neighbours', willing: 'willing' }, 'mediation'],
    [{ trouble: 'neighbours', willing: 'refuses' }, 'adviser'],
    [{ trouble: 'government', decided: 'decision' }, 'administrative_review'],
    [{ trouble: 'government', decided: 'review' }, 'review_suit'],
    [{ trouble: 'land_contract', decided: 'nothing', willing: 'refuses' }, 'land_arbitration'],
    [{ trouble: 'land_owner', decided: 'nothing', willing: 'refuses' }, 'administrative_adjudication'],
    [{ trouble: 'state_harm', afford: 'fine' }, 'state_compensation'],
    [{ trouble: 'danger', safe: 'in_danger' }, 'police'],
    [{ trouble: 'danger', safe: 'safe' }, 'legal_aid'],
    [{ trouble: 'debt', willing: 'refuses' }, 'civil_suit'],
    [{ trouble: 'service_complaint' }, 'line_12345'],
    [{ trouble: 'village_affairs' }, 'adviser'],
    [{ trouble: 'question' }, 'hotline'],
  ] as const)('%j leads to %s', (given, to) => {
    expect(findRoute(given, DAYS).way?.to).toBe(to)
  })

  it('reckons the last day from the day that was told, and says what it assumed', () => {
    const { way } = findRoute(
      { trouble: 'wages', decided: 'award', afford: 'fine', since: '2026-11-20' },
      DAYS,
    )
    expect(way).toMatchObject({ lastOn: '2026-12-07', law: '劳动争议调解仲裁法 第四十八条、第五十条' })
    expect(way?.lastText).toContain('假设')
  })

  it('wages: one year from leaving, and no bar while the work goes on', () => {
    const unpaid = { trouble: 'wages', decided: 'nothing', afford: 'fine' } as const
    expect(dayAsked(unpaid)).toBe('left')
    const left = findRoute({ ...unpaid, since: '2026-11-20' }, DAYS).way
    expect(left).toMatchObject({ to: 'labour_arbitration', lastOn: '2027-11-22' })
    expect(left?.lastText).toContain('假设离职之日是2026年11月20日')
    expect(left?.lastText).toContain('第二十七条第四款')
    expect(findRoute(unpaid, DAYS).way).toMatchObject({
      lastOn: null,
      text: expect.stringContaining('在职期间拖欠工资不受一年的限制'),
    })
    const helped = findRoute({ ...unpaid, afford: 'hard', since: '2026-11-20' }, DAYS)
    expect(helped.others.find(({ to }) => to === 'labour_arbitration')?.lastOn).toBe('2027-11-22')
  })

  it('a commercial award: three months to ask the court to set it aside, and nobody is asked whether they talk', () => {
    const award = { trouble: 'contract', decided: 'award' } as const
    expect(routeQuestions(award)).toEqual(['trouble', 'decided', 'since'])
    expect(findRoute({ ...award, since: '2026-11-20' }, DAYS).way).toMatchObject({
      to: 'award_set_aside',
      lastOn: '2027-02-22',
      law: '仲裁法（2025年修订） 第七十二条',
    })
  })

  it.each([
    [{ trouble: 'wages', decided: 'award' }, 'award'],
    [{ trouble: 'government', decided: 'review' }, 'review'],
    [{ trouble: 'government', decided: 'decision' }, 'decision'],
    [{ trouble: 'work_injury', decided: 'nothing' }, 'hurt'],
    [{ trouble: 'debt' }, 'debt'],
    [{ trouble: 'contract', decided: 'nothing' }, 'known'],
  ] as const)('%j asks for the day of %s', (given, day) => {
    expect(dayAsked(given)).toBe(day)
  })

  it('asks for a day only where something is reckoned from it', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { since: _, ...rest } = given
        const { way, others } = findRoute({ ...rest, since: '2026-11-01' }, DAYS)
        if (way)
          expect([way, ...others].some(({ lastOn }) => lastOn !== null)).toBe(
            routeQuestions(rest).includes('since'),
          )
      }),
    )
  })

  it('asks one question after another and has words for each', () => {
    expect(nextRouteQuestion({})).toBe('trouble')
    expect(nextRouteQuestion({ trouble: 'danger' })).toBe('safe')
    for (const [question, values] of Object.entries(ROUTE_ANSWERS))
      expect(
        Object.keys(ROUTE_QUESTION[question as keyof typeof ROUTE_ANSWERS].options ?? {}).sort(),
      ).toEqual([...values].sort())
  })
})
