import fc from 'fast-check'

import { addMinutes, fromEpoch, toEpoch } from '#domain/day'
import { NEWS, officesToldBy, quietUntil, reminderTimes, retryAt, toldBy } from '#domain/notice'
import { NEWS_WORDS } from '#domain/notice-words'

const NIGHT = { from: '21:00', to: '08:00' }
const anyTime = fc.integer({ min: 1.8e9, max: 1.9e9 }).map((seconds) => fromEpoch(seconds * 1000))

describe('quiet hours', () => {
  it.each([
    ['2026-11-24T20:59:59+08:00', null],
    ['2026-11-24T21:00:00+08:00', '2026-11-25T08:00:00+08:00'],
    ['2026-12-31T23:59:59+08:00', '2027-01-01T08:00:00+08:00'],
    ['2026-11-25T00:00:00+08:00', '2026-11-25T08:00:00+08:00'],
    ['2026-11-25T07:59:59+08:00', '2026-11-25T08:00:00+08:00'],
    ['2026-11-25T08:00:00+08:00', null],
  ])('at %s last until %s', (at, until) => {
    expect(quietUntil(at, NIGHT)).toBe(until)
  })

  it('can be at noon, or never', () => {
    const noon = { from: '12:00', to: '14:00' }
    expect(quietUntil('2026-11-24T13:00:00+08:00', noon)).toBe('2026-11-24T14:00:00+08:00')
    expect(quietUntil('2026-11-24T14:00:00+08:00', noon)).toBeNull()
    expect(quietUntil('2026-11-24T23:00:00+08:00', { from: '00:00', to: '00:00' })).toBeNull()
  })

  it('are over when they end, whenever that is asked', () => {
    fc.assert(
      fc.property(anyTime, (at) => {
        const end = quietUntil(at, NIGHT)
        return end === null || (end > at && quietUntil(end, NIGHT) === null)
      }),
    )
  })
})

describe('trying again', () => {
  const now = '2026-11-24T10:00:00+08:00'
  it('waits longer each time, and ends', () => {
    expect([1, 2, 3, 4].map((tries) => retryAt(now, tries, [1, 5, 30], null))).toEqual([
      addMinutes(now, 1),
      addMinutes(now, 5),
      addMinutes(now, 30),
      null,
    ])
  })

  it('is not done for what would come too late', () => {
    expect(retryAt(now, 2, [1, 5, 30], addMinutes(now, 5))).toBeNull()
    expect(retryAt(now, 2, [1, 5, 30], addMinutes(now, 6))).toBe(addMinutes(now, 5))
  })
})

describe('who is told of a step', () => {
  const step = { kind: 'hotline', to: 'booked', applicantId: 'resident', handlerId: 'operator' } as const

  it('whoever took it in the app only; the other side too, staff always in the app', () => {
    expect(toldBy({ ...step, action: 'reschedule', byId: 'resident' })).toEqual([
      { accountId: 'resident', news: 'moved', quietly: true },
      { accountId: 'operator', news: 'moved', quietly: true },
    ])
    expect(toldBy({ ...step, action: 'reschedule', byId: 'operator' })).toEqual([
      { accountId: 'resident', news: 'moved', quietly: false },
    ])
  })

  it('the resident of a call in vain, and of the last one in other words', () => {
    const news = (to: string) => toldBy({ ...step, action: 'record_missed', to, byId: 'operator' })
    expect(news('booked')[0]?.news).toBe('missed')
    expect(news('unreachable')).toEqual([{ accountId: 'resident', news: 'unreachable', quietly: false }])
  })

  it('nobody of their own message, and nobody of what is for staff alone', () => {
    expect(toldBy({ ...step, action: 'message', byId: 'resident' })).toEqual([
      { accountId: 'operator', news: 'message', quietly: true },
    ])
    for (const action of ['claim', 'release', 'report_danger', 'acknowledge_danger'])
      expect(toldBy({ ...step, action, byId: 'operator' })).toEqual([])
  })

  it('an office by its role: the heads of a message while nobody has the case', () => {
    const message = { ...step, action: 'message', byId: 'resident' }
    expect(officesToldBy({ ...message, handlerId: null })).toEqual([
      { role: 'hotline_head', news: 'message' },
    ])
    expect(officesToldBy(message)).toEqual([])
    expect(officesToldBy({ ...step, action: 'claim', byId: 'operator' })).toEqual([])
  })
})

describe('who is told of a step of legal aid', () => {
  const step = {
    kind: 'legal_aid',
    to: 'assigned',
    applicantId: 'resident',
    handlerId: 'lawyer',
  } as const

  it.each([
    ['decline_assignment', 'lawyer', ['resident aid_lawyer_left', 'legal_aid_head aid_to_do']],
    ['declare_conflict', 'lawyer', ['resident aid_lawyer_left', 'legal_aid_head aid_to_do']],
    ['ask_to_end', 'lawyer', ['resident aid_end_asked', 'legal_aid_head aid_to_do']],
    [
      'ask_to_end',
      'resident',
      ['resident aid_end_asked (app)', 'lawyer aid_end_asked (app)', 'legal_aid_head aid_to_do'],
    ],
    ['request_change', 'resident', ['lawyer aid_change_asked (app)', 'legal_aid_head aid_to_do']],
    ['complete_application', 'resident', ['resident aid_received (app)', 'lawyer aid_supplied (app)']],
    ['supply_formalities', 'resident', ['legal_aid_reviewer aid_supplied']],
    ['report_difficulty', 'lawyer', ['legal_aid_head aid_to_do']],
    ['order_correction', 'bureau', ['resident aid_decided', 'legal_aid_head aid_to_do']],
  ])('%s by the %s: %j', (action, byId, told) => {
    const taken = { ...step, action, byId }
    expect([
      ...toldBy(taken).map(
        ({ accountId, news, quietly }) => `${accountId} ${news}${quietly ? ' (app)' : ''}`,
      ),
      ...officesToldBy(taken).map(({ role, news }) => `${role} ${news}`),
    ]).toEqual(told)
  })

  it('an application that is urgent is seen by the reviewers at once', () => {
    const urgent = { ...step, action: 'complete_application', byId: 'resident', facts: { urgent: 'yes' } }
    expect(officesToldBy(urgent)).toEqual([{ role: 'legal_aid_reviewer', news: 'aid_urgent' }])
  })
})

it('reminds the evening before at six, and two hours before', () => {
  expect(reminderTimes('2026-12-01T09:00:00+08:00')).toEqual({
    day: '2026-11-30T18:00:00+08:00',
    soon: '2026-12-01T07:00:00+08:00',
  })
  fc.assert(
    fc.property(anyTime, (at) => {
      const { day, soon } = reminderTimes(at)
      return day < at && toEpoch(at) - toEpoch(soon) === 7_200_000
    }),
  )
})

it('has words for everything, short enough for a subscribe message', () => {
  for (const news of NEWS) {
    const { title, text, short } = NEWS_WORDS[news]
    expect(short.length).toBeLessThanOrEqual(20)
    expect(title.length).toBeLessThanOrEqual(12)
    expect(text({ number: 'RX431224-261124-0001-2' })).toMatch(/。$/)
  }
})
