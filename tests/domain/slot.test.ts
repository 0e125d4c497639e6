import fc from 'fast-check'

import { calendar } from '#domain/calendar'
import { addDays, dayOf, timeOf, weekday } from '#domain/day'
import { type Opening, slotsToOpen } from '#domain/slot'

const never = () => false
const MORNING: Opening = { weekday: 2, from: '09:00', to: '11:40', minutes: 30, capacity: 3 }
const week = { first: '2026-11-23', days: 7 }

describe('slots of a desk', () => {
  it('opens whole half hours within the weekly hours, and nothing of the rest', () => {
    const slots = slotsToOpen([MORNING], [], never, week)
    expect(slots.map(({ startsAt }) => timeOf(startsAt))).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
    ])
    expect(new Set(slots.map(({ startsAt }) => dayOf(startsAt)))).toEqual(new Set(['2026-11-24']))
  })

  it('opens nothing where no row says so', () => {
    expect(slotsToOpen([], [], never, week)).toEqual([])
  })

  it('stays closed on the days the desk has named, both ends included', () => {
    const tuesdays = { first: '2026-11-23', days: 21 }
    const closed = [{ from: '2026-11-24', to: '2026-11-30' }]
    expect(
      slotsToOpen([MORNING], closed, never, tuesdays).map(({ startsAt }) => dayOf(startsAt)),
    ).not.toContain('2026-11-24')
  })

  it('stays closed on National Day', () => {
    const { isPublicHoliday } = calendar()
    const everyDay = Array.from({ length: 7 }, (_, index) => ({ ...MORNING, weekday: index + 1 }))
    const days = slotsToOpen(everyDay, [], isPublicHoliday, { first: '2026-10-01', days: 1 })
    expect(days).toEqual([])
  })

  it('never overlaps, never leaves the hours, for any hours', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    const two = (n: number) => String(n).padStart(2, '0')
    const openings = fc
      .tuple(hour, hour, fc.integer({ min: 5, max: 240 }), fc.integer({ min: 1, max: 7 }))
      .filter(([from, to]) => from < to)
      .map(([from, to, minutes, day]) => ({
        weekday: day,
        from: `${two(from)}:00`,
        to: `${two(to)}:00`,
        minutes,
        capacity: 1,
      }))
    fc.assert(
      fc.property(openings, fc.integer({ min: 0, max: 3000 }), (opening, ahead) => {
        const slots = slotsToOpen([opening], [], never, { first: addDays('2026-01-01', ahead), days: 14 })
        for (const [index, slot] of slots.entries()) {
          expect(slot.startsAt < slot.endsAt).toBe(true)
          expect((slots[index - 1]?.endsAt ?? '') <= slot.startsAt).toBe(true)
          expect(weekday(dayOf(slot.startsAt))).toBe(opening.weekday)
          expect(timeOf(slot.startsAt) >= opening.from && timeOf(slot.endsAt) <= opening.to).toBe(true)
        }
      }),
    )
  })
})
