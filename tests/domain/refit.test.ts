import fc from 'fast-check'

import { addMinutes, dayOf } from '#domain/day'
import { closureProblems, openingProblems } from '#domain/opening'
import { type Refitted, refit, type StandingSlot } from '#domain/refit'
import { type Opening, slotsToOpen } from '#domain/slot'

const SPAN = { first: '2026-11-23', days: 7 }
const plan = (openings: readonly Opening[]) => slotsToOpen(openings, [], () => false, SPAN)

const two = (n: number) => String(n).padStart(2, '0')
const opening = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: fc.integer({ min: 8, max: 16 }),
    hours: fc.integer({ min: 1, max: 4 }),
    minutes: fc.constantFrom(15, 20, 30, 45, 60),
    capacity: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ start, hours, ...rest }) => ({ ...rest, from: `${two(start)}:00`, to: `${two(start + hours)}:00` }))
const week = fc
  .array(opening, { maxLength: 6 })
  .filter((openings) => Object.keys(openingProblems(openings)).length === 0)

/** A desk that lived by `openings`, some of its seats taken. */
const standing = (openings: readonly Opening[], taken: readonly number[]): StandingSlot[] =>
  plan(openings).map((slot, n) => ({
    ...slot,
    id: `${n}`,
    taken: Math.min(slot.capacity, taken[n % Math.max(1, taken.length)] ?? 0),
  }))

/** What stands after the change: closed slots keep the seats that are taken. */
const afterwards = (slots: readonly StandingSlot[], { close, resize }: Refitted) =>
  slots.flatMap((slot) => {
    const size = resize.find(({ id }) => id === slot.id)
    if (size) return [{ ...slot, ...size }]
    if (!close.includes(slot.id)) return [slot]
    return slot.taken > 0 ? [{ ...slot, capacity: slot.taken }] : []
  })

const never = () => false

describe('changed hours', () => {
  it('never take a seat from somebody who has it', () => {
    fc.assert(
      fc.property(week, week, fc.array(fc.nat(5)), (old, fresh, taken) => {
        const slots = standing(old, taken)
        const left = afterwards(slots, refit(slots, { before: plan(old), after: plan(fresh), shut: never }))
        for (const slot of slots.filter((one) => one.taken > 0)) {
          const kept = left.find(({ id }) => id === slot.id)
          expect(kept).toMatchObject({ startsAt: slot.startsAt, endsAt: slot.endsAt, taken: slot.taken })
          expect(kept?.capacity).toBeGreaterThanOrEqual(slot.taken)
        }
      }),
    )
  })

  it('leave a visit alone that begins and ends like an hour of the week', () => {
    const hours: Opening[] = [{ weekday: 2, from: '09:00', to: '09:30', minutes: 30, capacity: 1 }]
    const visits = standing(hours, [2]).map((slot) => ({ ...slot, capacity: 6, taken: 2, own: true }))
    const change = { before: plan(hours), after: [], shut: never }
    expect(refit(visits, change)).toEqual({ booked: [], close: [], resize: [] })
    expect(refit(visits, { ...change, shut: () => true }).close).toEqual(['0'])
  })

  it('leave nothing free that the new hours do not open', () => {
    fc.assert(
      fc.property(week, week, fc.array(fc.nat(5)), (old, fresh, taken) => {
        const slots = standing(old, taken)
        const wanted = new Set(plan(fresh).map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`))
        const left = afterwards(slots, refit(slots, { before: plan(old), after: plan(fresh), shut: never }))
        const free = left.filter((slot) => slot.capacity > slot.taken)
        for (const { startsAt, endsAt } of free) expect(wanted).toContain(`${startsAt} ${endsAt}`)
      }),
    )
  })

  it('that are the same change nothing', () => {
    fc.assert(
      fc.property(week, fc.array(fc.nat(5)), (hours, taken) => {
        const change = { before: plan(hours), after: plan(hours), shut: never }
        expect(refit(standing(hours, taken), change)).toEqual({ booked: [], close: [], resize: [] })
      }),
    )
  })

  it('count every booking of a day that shall be shut', () => {
    fc.assert(
      fc.property(week, fc.array(fc.nat(5)), (hours, taken) => {
        const slots = standing(hours, taken)
        const shut = (day: string) => day <= '2026-11-25'
        const { booked, close } = refit(slots, { before: plan(hours), after: [], shut })
        const concerned = slots.filter(({ startsAt }) => shut(dayOf(startsAt)))
        expect(booked.reduce((sum, { bookings }) => sum + bookings, 0)).toBe(
          concerned.reduce((sum, slot) => sum + slot.taken, 0),
        )
        expect(close).toEqual(expect.arrayContaining(concerned.map(({ id }) => id)))
      }),
    )
  })

  it('leave alone what was opened by hand, unless the day is shut', () => {
    const startsAt = '2026-11-24T19:00:00+08:00'
    const byHand = { id: 'x', startsAt, endsAt: addMinutes(startsAt, 30), capacity: 4, taken: 0 }
    expect(refit([byHand], { before: [], after: [], shut: never }).close).toEqual([])
    expect(refit([byHand], { before: [], after: [], shut: () => true }).close).toEqual(['x'])
  })
})

describe('the rows of a week', () => {
  const row = { weekday: 1, from: '09:00', to: '12:00', minutes: 30, capacity: 3 }

  it('may touch and not overlap', () => {
    expect(openingProblems([row, { ...row, from: '12:00', to: '13:00' }, { ...row, weekday: 2 }])).toEqual({})
    expect(Object.keys(openingProblems([row, { ...row, from: '11:59', to: '13:00' }]))).toEqual([
      'openings.1.from',
    ])
  })

  it('of closures name the day that is out of order', () => {
    expect(closureProblems([{ from: '2026-12-01', to: '2026-12-01' }])).toEqual({})
    expect(Object.keys(closureProblems([{ from: '2026-12-02', to: '2026-12-01' }]))).toEqual([
      'closures.0.to',
    ])
  })
})

describe('seats that are only held', () => {
  const hours = [{ weekday: 2, from: '09:00', to: '10:00', minutes: 30, capacity: 2 }]
  const slots = (more: Partial<StandingSlot>) =>
    plan(hours).map((slot, n) => ({ ...slot, id: `${n}`, taken: 2, ...more }))
  const shut = (of: readonly StandingSlot[]) =>
    refit(of, { before: plan(hours), after: [], shut: () => true })

  it('stand in the way of no closure: nobody was promised anything there', () => {
    expect(shut(slots({ held: 2 })).booked).toEqual([])
    expect(shut(slots({ held: 1 })).booked).toEqual([{ day: '2026-11-24', bookings: 2 }])
  })

  it('a time that was taken out of the hours opens again when they come back', () => {
    const back = refit(slots({ shut: true }), { before: [], after: plan(hours), shut: () => false })
    expect(back.resize.map(({ capacity }) => capacity)).toEqual([2, 2])
  })
})
