import fc from 'fast-check'

import { calendar } from '#domain/calendar'
import { type Clock, dueIf, type LimitOn, readClock, type Step } from '#domain/clock'
import { addDays, addMinutes, type Day, type Instant, instant } from '#domain/day'
import { limit, type RuleId, type Unit } from '#domain/rules'

import { lines } from '../support/lines.ts'

type Status = 'reviewing' | 'waiting' | 'decided' | 'withdrawn'

const china = calendar()
const on = (day: Day, time = '10:00') => instant(day, time)
const clock = (rule: RuleId): Clock<Status> => ({
  rule,
  runs: ['reviewing'],
  pauses: ['waiting'],
  ends: ['withdrawn'],
})
const review = clock('LP-11')
const read = (history: readonly Step<Status>[], now: Instant, of = review) =>
  readClock(of, limit, history, { now, calendar: china })

const received: Step<Status> = { at: on('2026-11-23'), to: 'reviewing' }
const asked: Step<Status> = { at: on('2026-11-25'), to: 'waiting' }

/** `2026-11-25..2026-11-28,…` → the steps that make those pauses. */
const paused = (text: string): Step<Status>[] =>
  text === '-'
    ? []
    : text.split(',').flatMap((span) => {
        const [from = '', to = ''] = span.split('..')
        return [
          { at: on(from), to: 'waiting' },
          { at: on(to, '16:00'), to: 'reviewing' },
        ] satisfies Step<Status>[]
      })

describe('reckoned by hand for 2026', () => {
  it.each(lines('clock-2026.txt'))(
    '%s from %s, paused %s: %s, by law %s. %s',
    (rule, from, pause, strict, legal) => {
      const history: Step<Status>[] = [{ at: on(from as Day), to: 'reviewing' }, ...paused(pause as string)]
      const reading = read(history, on('2026-12-31'), clock(rule as RuleId))
      expect(reading).toMatchObject({ dueOn: strict, dueLegalOn: legal, dueAt: null, provisional: false })
    },
  )
})

describe('an application for legal aid', () => {
  it('has no clock before it is received', () => {
    expect(read([], received.at)).toBeNull()
    expect(read([asked], asked.at)).toBeNull()
  })

  it('runs, shows the article and the days that remain', () => {
    expect(read([received], on('2026-11-26'))).toEqual({
      rule: 'LP-11',
      text: limit('LP-11', '2026-11-23').text,
      law: '法律援助法 第四十三条',
      startedAt: received.at,
      stoppedAt: null,
      dueOn: '2026-11-30',
      dueLegalOn: '2026-11-30',
      dueAt: null,
      remainingDays: 4,
      state: 'running',
      pauses: [],
      provisional: false,
    })
  })

  it('may be decided up to midnight of the last day (CLK-4)', () => {
    const onTheLastDay: Step<Status> = { at: on('2026-11-30', '23:59'), to: 'decided' }
    expect(read([received, onTheLastDay], on('2026-12-20'))).toMatchObject({
      state: 'met',
      stoppedAt: onTheLastDay.at,
      remainingDays: 0,
    })
  })

  it('is missed from the day after, decided or not', () => {
    const late: Step<Status> = { at: on('2026-12-01', '00:00'), to: 'decided' }
    expect(read([received], on('2026-12-02'))).toMatchObject({
      state: 'missed',
      remainingDays: -2,
      stoppedAt: null,
    })
    expect(read([received, late], on('2026-12-20'))).toMatchObject({ state: 'missed', remainingDays: -1 })
  })

  it('is not missed on the strict day while the legal one is still to come (CLK-6)', () => {
    const inSeptember: Step<Status> = { at: on('2026-09-24'), to: 'reviewing' }
    expect(read([inSeptember], on('2026-10-05'))).toMatchObject({ state: 'running', remainingDays: 3 })
  })

  it('counts the day in Shanghai: ten past midnight is the next day (CLK-8)', () => {
    const atNight: Step<Status> = { at: '2026-11-24T00:10:00+08:00', to: 'reviewing' }
    expect(read([atNight], atNight.at)).toMatchObject({ dueOn: '2026-12-01' })
  })

  it('stands still while it waits for material, so that the days that remain stay the same (CLK-7)', () => {
    const waiting = (day: Day) => read([received, asked], on(day))
    expect(waiting('2026-11-25')).toMatchObject({ state: 'paused', dueOn: '2026-11-30', remainingDays: 5 })
    expect(waiting('2026-11-26')).toMatchObject({ state: 'paused', dueOn: '2026-12-01', remainingDays: 5 })
    expect(waiting('2026-12-09')).toMatchObject({
      dueOn: '2026-12-14',
      pauses: [{ from: asked.at, to: null }],
    })
  })

  it('tells by when it is decided if the material comes on a given day', () => {
    const ask = (history: Step<Status>[], day: Day) =>
      dueIf(review, limit, history, { now: on(day), calendar: china })
    expect(ask([received, asked], '2026-11-27')).toEqual({
      dueOn: '2026-12-02',
      dueLegalOn: '2026-12-02',
      dueAt: null,
    })
    expect(ask([received, asked], '2026-11-30')).toMatchObject({
      dueOn: '2026-12-05',
      dueLegalOn: '2026-12-07',
    })
    expect(ask([received], '2026-11-27')).toBeNull()
  })

  it('ends without being met when it is withdrawn in time, also out of a pause', () => {
    const withdrawn: Step<Status> = { at: on('2026-11-27'), to: 'withdrawn' }
    expect(read([received, withdrawn], on('2027-01-20'))).toMatchObject({
      state: 'ended',
      stoppedAt: withdrawn.at,
    })
    expect(read([received, asked, withdrawn], on('2027-01-20'))).toMatchObject({
      state: 'ended',
      pauses: [{ from: asked.at, to: withdrawn.at }],
    })
  })

  it('stays missed when it is withdrawn after the limit', () => {
    const withdrawn: Step<Status> = { at: on('2026-12-05'), to: 'withdrawn' }
    expect(read([received, withdrawn], on('2026-12-06'))).toMatchObject({ state: 'missed' })
  })

  it('starts anew when it comes back after it had been decided: the last run counts', () => {
    const again: Step<Status> = { at: on('2026-12-07'), to: 'reviewing' }
    const history = [received, asked, { at: on('2026-11-27'), to: 'decided' } satisfies Step<Status>, again]
    expect(read(history, on('2026-12-08'))).toMatchObject({
      startedAt: again.at,
      dueOn: '2026-12-14',
      state: 'running',
      pauses: [],
    })
  })

  it('goes on when an action leaves the status as it is', () => {
    const history: Step<Status>[] = [
      received,
      { at: on('2026-11-24'), to: 'reviewing' },
      asked,
      { ...asked, at: on('2026-11-26') },
    ]
    expect(read(history, on('2026-11-27'))).toMatchObject({
      startedAt: received.at,
      pauses: [{ from: asked.at, to: null }],
    })
  })

  it('is provisional when it ends in a year without a holiday notice', () => {
    const late = (day: Day) => read([{ at: on(day), to: 'reviewing' }], on(day))
    expect(late('2026-12-24')).toMatchObject({ dueOn: '2026-12-31', provisional: false })
    expect(late('2029-12-25')).toMatchObject({
      dueOn: '2030-01-01',
      dueLegalOn: '2030-01-02',
      provisional: true,
    })
  })

  it('keeps the limit of the day on which it started when the rule changes later (CLK-7)', () => {
    const changed: LimitOn = (rule, day) => ({ ...limit(rule, day), amount: day < '2026-11-25' ? 7 : 2 })
    expect(readClock(review, changed, [received], { now: on('2026-11-26'), calendar: china })).toMatchObject({
      dueOn: '2026-11-30',
    })
  })
})

describe('a promise in hours', () => {
  const answer = clock('VA-9')

  it('runs from the moment itself, holiday or not (CLK-2)', () => {
    const askedInTheHoliday: Step<Status> = { at: on('2026-10-02', '21:15'), to: 'reviewing' }
    expect(read([askedInTheHoliday], on('2026-10-03', '21:15'), answer)).toMatchObject({
      law: null,
      dueAt: on('2026-10-03', '21:15'),
      dueOn: '2026-10-03',
      dueLegalOn: '2026-10-03',
      state: 'running',
      provisional: false,
    })
    expect(read([askedInTheHoliday], '2026-10-03T21:15:01+08:00', answer)).toMatchObject({ state: 'missed' })
  })

  it('stands still to the second in a pause (CLK-7)', () => {
    const history: Step<Status>[] = [
      received,
      { at: on('2026-11-23', '11:00'), to: 'waiting' },
      { at: on('2026-11-23', '13:30'), to: 'reviewing' },
    ]
    expect(read(history, on('2026-11-23', '14:00'), answer)).toMatchObject({
      dueAt: on('2026-11-24', '12:30'),
    })
  })

  it('is not brought back by a pause that began after it was missed', () => {
    const history: Step<Status>[] = [received, { at: on('2026-11-25'), to: 'waiting' }]
    expect(read(history, on('2026-11-26'), answer)).toMatchObject({
      dueAt: on('2026-11-24'),
      state: 'missed',
    })
  })
})

describe('a booking', () => {
  const call: Clock<'booked' | 'claimed' | 'answered' | 'cancelled'> = {
    rule: 'HL-8',
    runs: ['booked', 'claimed'],
    ends: ['cancelled'],
  }
  const booked = { at: on('2026-11-23'), to: 'booked' } as const
  const appointment = { startsAt: on('2026-11-25', '09:30'), endsAt: on('2026-11-25', '10:00') }
  const readCall = (history: Step<'booked' | 'claimed' | 'answered' | 'cancelled'>[], now: Instant) =>
    readClock(call, limit, history, { now, calendar: china, appointment })

  it('promises a call by the end of the hours agreed, counted from the first booking (HL-8)', () => {
    expect(readCall([booked, { at: on('2026-11-24'), to: 'booked' }], on('2026-11-24'))).toMatchObject({
      startedAt: booked.at,
      dueAt: appointment.endsAt,
      remainingDays: 1,
      state: 'running',
      law: null,
    })
  })

  it('is met by an answer within the hours, and missed after them (HL-8)', () => {
    const answered = (time: string) =>
      readCall([booked, { at: on('2026-11-25', time), to: 'answered' }], on('2026-11-26'))
    expect(answered('10:00')).toMatchObject({ state: 'met' })
    expect(answered('10:01')).toMatchObject({ state: 'missed' })
    expect(readCall([booked], on('2026-11-25', '10:01'))).toMatchObject({ state: 'missed' })
  })

  it('ends with the cancellation', () => {
    expect(readCall([booked, { at: on('2026-11-24'), to: 'cancelled' }], on('2026-11-26'))).toMatchObject({
      state: 'ended',
    })
  })

  it('has no clock when the appointment is not known', () => {
    expect(readClock(call, limit, [booked], { now: booked.at, calendar: china })).toBeNull()
  })
})

describe('for every history', () => {
  const unit = fc.constantFrom<Unit>('day', 'working_day', 'month', 'hour')
  const amount = fc.integer({ min: 1, max: 40 })
  const start = fc
    .integer({ min: 0, max: 700 * 24 * 60 })
    .map((minutes) => addMinutes(on('2025-01-01'), minutes))
  /** Minutes between one step and the next. */
  const gaps = fc.array(fc.integer({ min: 1, max: 12 * 24 * 60 }), { minLength: 2, maxLength: 8 })

  const inUnit =
    (amount: number, unit: Unit): LimitOn =>
    (rule, day) => ({ ...limit(rule, day), amount, unit })

  /** Runs and waits in turn. */
  const turns = (at: Instant, gaps: readonly number[]) => {
    const steps: Step<Status>[] = [{ at, to: 'reviewing' }]
    for (const [n, minutes] of gaps.entries())
      steps.push({ at: addMinutes(steps.at(-1)?.at ?? at, minutes), to: n % 2 ? 'reviewing' : 'waiting' })
    return steps
  }
  const resumed = (gaps: readonly number[]) => gaps.slice(0, gaps.length - (gaps.length % 2))
  const due = (limitOn: LimitOn, history: readonly Step<Status>[]) => {
    const now = addMinutes(history.at(-1)?.at ?? '', 1)
    const reading = readClock(review, limitOn, history, { now, calendar: china })
    if (!reading) throw new Error('the clock never started')
    return reading
  }

  it('is never due before it starts, nor by law before the strict day, nor by law on a holiday (CLK-1, CLK-4, CLK-6)', () => {
    fc.assert(
      fc.property(unit, amount, start, gaps, (unit, amount, at, gaps) => {
        const { dueOn, dueLegalOn, dueAt } = due(inUnit(amount, unit), turns(at, gaps))
        if (dueAt) expect(dueAt > at).toBe(true)
        else
          expect(dueOn > at.slice(0, 10) && dueLegalOn >= dueOn && china.isWorkingDay(dueLegalOn)).toBe(true)
      }),
    )
  })

  it('is never due sooner because of one more pause (CLK-7)', () => {
    const which = fc.nat()
    fc.assert(
      fc.property(unit, amount, start, gaps, which, (unit, amount, at, gaps, n) => {
        const history = turns(at, resumed(gaps))
        const waits = history.flatMap(({ to }, index) => (to === 'waiting' ? [index] : []))
        const left = waits[n % waits.length] ?? -1
        const without = history.filter((_, index) => index !== left && index !== left + 1)
        const more = due(inUnit(amount, unit), history)
        const fewer = due(inUnit(amount, unit), without)
        expect(more.dueOn >= fewer.dueOn && more.dueLegalOn >= fewer.dueLegalOn).toBe(true)
        expect((more.dueAt ?? '') >= (fewer.dueAt ?? '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('adds nothing for pauses within one day, where days are counted (CLK-7)', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 60 }),
        (amount, first, wait) => {
          const began = { at: on(addDays('2025-01-01', first)), to: 'reviewing' } satisfies Step<Status>
          const day = addDays('2025-01-01', first + wait)
          const history: Step<Status>[] = [
            began,
            { at: on(day, '10:01'), to: 'waiting' },
            { at: on(day, '23:59'), to: 'reviewing' },
          ]
          for (const unit of ['day', 'working_day', 'month'] as const) {
            expect(due(inUnit(amount, unit), history).dueOn).toBe(due(inUnit(amount, unit), [began]).dueOn)
          }
        },
      ),
    )
  })
})

describe('working days', () => {
  const inWorkingDays: LimitOn = (rule, day) => ({ ...limit(rule, day), amount: 3, unit: 'working_day' })
  const dueOn = (...history: Step<Status>[]) =>
    readClock(review, inWorkingDays, history, { now: on('2026-12-31'), calendar: china })?.dueOn

  it('leave out weekends and holidays and count worked Saturdays (CLK-5)', () => {
    expect(dueOn({ at: on('2026-11-26'), to: 'reviewing' })).toBe('2026-12-01')
    expect(dueOn({ at: on('2026-09-30'), to: 'reviewing' })).toBe('2026-10-10')
  })

  it('are added for a pause only where they fall into it (CLK-7)', () => {
    const received: Step<Status> = { at: on('2026-09-29'), to: 'reviewing' }
    expect(dueOn(received)).toBe('2026-10-09')
    expect(
      dueOn(received, { at: on('2026-09-30'), to: 'waiting' }, { at: on('2026-10-07'), to: 'reviewing' }),
    ).toBe('2026-10-09')
    expect(
      dueOn(received, { at: on('2026-09-30'), to: 'waiting' }, { at: on('2026-10-08'), to: 'reviewing' }),
    ).toBe('2026-10-10')
  })
})
