import fc from 'fast-check'

import { DUTIES, spokenMinutes, usualMinutes } from '#domain/adviser'
import {
  displacedBy,
  isGap,
  missingVisits,
  type OpenTime,
  objectionTo,
  overlaps,
  type Visit,
} from '#domain/calendar-of-visits'
import { addMinutes } from '#domain/day'
import { inTwoPlaces, type Stay } from '#domain/ledger'

const NOW = '2026-11-23T08:00:00+08:00'
const at = (minutes: number) => addMinutes('2026-11-24T00:00:00+08:00', minutes)
const plan = (start: number, length: number, villageCode = 'a') => ({
  villageCode,
  startsAt: at(start),
  endsAt: at(start + length),
})
const EMPTY = { visits: [], times: [], leaves: [] }

/** Starts on the half hour within three days, half an hour to four hours long. */
const plans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 143 }), fc.integer({ min: 1, max: 8 }), fc.constantFrom('a', 'b', 'c'))
    .map(([start, length, village]) => plan(start * 30, length * 30, village)),
  { maxLength: 30 },
)
const times = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 143 }), fc.integer({ min: 0, max: 2 })).map(
    ([start, taken]): OpenTime => ({
      id: `${start}/${taken}`,
      startsAt: at(start * 30),
      endsAt: at(start * 30 + 30),
      taken,
    }),
  ),
  { maxLength: 20 },
)

/** Plans one after the other; what is accepted takes the place of free remote hours. */
function carryOut(wishes: readonly Omit<Visit, 'id'>[], open: readonly OpenTime[]) {
  let visits: Visit[] = []
  let left = [...open]
  for (const wish of wishes) {
    if (objectionTo(wish, { visits, times: left, leaves: [] }, NOW)) continue
    const gone = displacedBy(wish, left)
    left = left.filter(({ id }) => !gone.includes(id))
    visits = [...visits, { ...wish, id: String(visits.length) }]
  }
  return { visits, left }
}

describe('the calendar of an adviser', () => {
  it('never has two visits at the same time', () => {
    fc.assert(
      fc.property(plans, times, (wishes, open) => {
        const { visits } = carryOut(wishes, open)
        for (const [n, one] of visits.entries())
          for (const other of visits.slice(n + 1)) expect(overlaps(one, other)).toBe(false)
      }),
    )
  })

  it('is never booked twice: no time for remote advice stands beside a visit', () => {
    fc.assert(
      fc.property(plans, times, (wishes, open) => {
        const { visits, left } = carryOut(wishes, open)
        for (const visit of visits) for (const time of left) expect(overlaps(visit, time)).toBe(false)
      }),
    )
  })

  it('keeps every time that somebody has booked', () => {
    fc.assert(
      fc.property(plans, times, (wishes, open) => {
        const { left } = carryOut(wishes, open)
        const booked = open.filter(({ taken }) => taken > 0)
        expect(left.filter(({ taken }) => taken > 0)).toEqual(booked)
      }),
    )
  })

  it('takes visits that follow each other', () => {
    expect(carryOut([plan(540, 60), plan(600, 60, 'b')], []).visits).toHaveLength(2)
  })

  it('refuses what has begun, what crosses midnight, what is too short or too long, and leave', () => {
    const past = { villageCode: 'a', startsAt: NOW, endsAt: addMinutes(NOW, 60) }
    expect(objectionTo(past, EMPTY, NOW)).toContain('已经过了')
    expect(objectionTo(plan(23 * 60, 120), EMPTY, NOW)).toContain('同一天')
    expect(objectionTo(plan(540, 20), EMPTY, NOW)).toContain('至少')
    expect(objectionTo(plan(60, 800), EMPTY, NOW)).toContain('最多')
    const leaves = [{ from: '2026-11-24', to: '2026-11-24' }]
    expect(objectionTo(plan(540, 60), { ...EMPTY, leaves }, NOW)).toContain('请假')
    expect(objectionTo(plan(540, 60), EMPTY, NOW)).toBeNull()
  })

  it('has a gap where nobody came and nobody will; what is asked is the setting of the office (VA-7)', () => {
    expect(isGap({ planned: 0, made: 0, minutes: 0 })).toBe(true)
    expect(isGap({ planned: 1, made: 0, minutes: 0 })).toBe(false)
    expect(missingVisits({ planned: 1, made: 0, minutes: 0 }, DUTIES)).toBe(1)
    expect(missingVisits({ planned: 0, made: 3, minutes: 0 }, DUTIES)).toBe(0)
  })
})

describe('two places at once (VA-8)', () => {
  const stay = (id: string, villageCode: string, start: number, length = 60): Stay => ({
    id,
    villageCode,
    from: at(start),
    to: at(start + length),
  })

  it('are flagged when the times overlap or leave no time for the road', () => {
    expect(inTwoPlaces(stay('1', 'a', 540), [stay('2', 'b', 570)])).toEqual(['2'])
    expect(inTwoPlaces(stay('1', 'a', 540), [stay('2', 'b', 605)])).toEqual(['2'])
    expect(inTwoPlaces(stay('1', 'a', 540), [stay('2', 'b', 630)])).toEqual([])
  })

  it('are not two things at once in the same village', () => {
    expect(inTwoPlaces(stay('1', 'a', 540), [stay('2', 'a', 540)])).toEqual([])
  })
})

describe('the usual time to an answer', () => {
  it('is the middle of the last answers, and is not said of fewer than five', () => {
    expect(usualMinutes([10, 20, 30, 40])).toBeNull()
    expect(usualMinutes([500, 10, 20, 30, 40])).toBe(30)
    expect(usualMinutes([10, 20, 30, 40, 50, 60])).toBe(35)
  })

  it('is said in words', () => {
    expect([5, 90, 60 * 50].map(spokenMinutes)).toEqual(['约 5 分钟', '约 2 小时', '约 2 天'])
  })
})
