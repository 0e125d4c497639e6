import type { Actor } from '#domain/actor'
import { hotline } from '#domain/hotline'
import type { Matter } from '#domain/procedure'
import { isOfTheHouse, mayAskForRating, rateUntil } from '#domain/rating'

const answered: Matter = {
  status: 'answered',
  applicantId: 'resident',
  handlerId: 'operator',
  organisationId: 'xupu-hotline',
  regionCode: '431224100001',
  appointment: null,
  attempts: 0,
  retryAt: null,
  alarmed: false,
  unproven: false,
  otherSideIds: [],
  urgent: false,
  past: [],
}
const resident: Actor = { accountId: 'resident', grants: [] }
const CLOSED = { closedAt: '2026-11-23T09:40:00+08:00', rated: false }
const ask = (
  more: Partial<Matter> = {},
  served: Partial<typeof CLOSED> = {},
  by = resident,
  day = '2026-11-24',
) => rateUntil(hotline, by, { ...answered, ...more }, { ...CLOSED, ...served }, `${day}T10:00:00+08:00`)

describe('rating', () => {
  it('is open to the applicant for thirty days after the end, once', () => {
    expect(ask()).toBe('2026-12-23')
    expect(ask({}, {}, resident, '2026-12-23')).toBe('2026-12-23')
    expect(ask({}, {}, resident, '2026-12-24')).toBeNull()
    expect(ask({}, { rated: true })).toBeNull()
  })

  it('is for what was served: an answer, or calls in vain; not for what was cancelled or is still open', () => {
    const open = ['booked', 'claimed', 'answered', 'unreachable', 'cancelled'].filter((status) =>
      ask({ status }),
    )
    expect(open).toEqual(['answered', 'unreachable'])
  })

  it('is for nobody else, not for the handler or staff of the same house, nor before a case is proven', () => {
    expect(ask({}, {}, { accountId: 'operator', grants: [] })).toBeNull()
    expect(ask({ handlerId: 'resident' })).toBeNull()
    expect(ask({ unproven: true })).toBeNull()
    const grants = [
      { role: 'hotline_operator', organisationId: 'xupu-hotline', regionCode: '431224000000' },
    ] as const
    expect(ask({}, {}, { accountId: 'resident', grants })).toBeNull()
  })
})

describe('a rating that somebody else writes down', () => {
  const at = (
    accountId: string,
    organisationId = 'xupu-hotline',
    role: 'hotline_operator' | 'mediator' = 'hotline_operator',
  ) => ({
    accountId,
    grants: [{ role, organisationId, regionCode: '431224000000' }],
  })

  it('is asked for by staff of the same desk who did not serve', () => {
    expect(mayAskForRating(hotline, at('another'), answered)).toBe(true)
    expect(mayAskForRating(hotline, at('operator'), answered)).toBe(false)
    expect(mayAskForRating(hotline, at('resident'), answered)).toBe(false)
    expect(mayAskForRating(hotline, at('another', 'elsewhere'), answered)).toBe(false)
    expect(mayAskForRating(hotline, at('another', 'xupu-hotline', 'mediator'), answered)).toBe(false)
  })

  it('never comes from a device on which the house that served is signed in', () => {
    expect(isOfTheHouse(at('operator', 'elsewhere'), answered)).toBe(true)
    expect(isOfTheHouse(at('another'), answered)).toBe(true)
    expect(isOfTheHouse(at('another', 'elsewhere'), answered)).toBe(false)
  })
})
