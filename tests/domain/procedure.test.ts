import { type Actor, type Grant, ROLES, regionCovers, type StaffRole } from '#domain/actor'
import { HOTLINE_STATUSES, hotline } from '#domain/hotline'
import { HOTLINE_ACTION, HOTLINE_STATUS } from '#domain/hotline-words'
import { actionsFor, isFinal, type Matter, mayRead, take } from '#domain/procedure'
import { Refusal } from '#domain/refusal'

const XUPU = '431224000000'
const MOMENT = { now: '2026-11-23T09:00:00+08:00', changeBeforeMinutes: 120 }

const booking: Matter = {
  status: 'booked',
  applicantId: 'resident',
  handlerId: null,
  organisationId: 'xupu-hotline',
  regionCode: '431224100001',
  appointment: { startsAt: '2026-11-24T09:30:00+08:00', endsAt: '2026-11-24T10:00:00+08:00' },
}

const grant = (role: StaffRole, organisationId: string): Grant => ({ role, organisationId, regionCode: XUPU })
const STAFF_ROLES = ROLES.filter((role) => role !== 'resident')

const somebody = (accountId: string, ...grants: Grant[]): Actor => ({ accountId, grants })
const EVERYBODY: Actor[] = [
  somebody('resident'),
  somebody('another resident'),
  ...STAFF_ROLES.map((role) => somebody(role, grant(role, 'xupu-hotline'))),
  ...STAFF_ROLES.map((role) => somebody(`${role} elsewhere`, grant(role, 'hecheng-hotline'))),
]

const ACTIONS = Object.keys(hotline.takenBy)
const HANDLERS = [null, 'hotline_operator', 'resident']

function accepts(action: string, actor: Actor, matter: Matter): boolean {
  try {
    take(hotline, action, actor, matter, MOMENT)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const times = (startsAt: string, endsAt: string) => ({ startsAt, endsAt })
const APPOINTMENTS = [
  booking.appointment,
  times('2026-11-23T10:59:00+08:00', '2026-11-23T11:29:00+08:00'),
  times('2026-11-23T11:00:00+08:00', '2026-11-23T11:30:00+08:00'),
  null,
]

describe('what may happen to a hotline booking', () => {
  const situations = HOTLINE_STATUSES.flatMap((status) =>
    HANDLERS.flatMap((handlerId) =>
      APPOINTMENTS.map((appointment) => ({ ...booking, status, handlerId, appointment })),
    ),
  )

  it('offers exactly the actions it accepts, to everybody, in every status, at every time', () => {
    for (const matter of situations)
      for (const actor of EVERYBODY)
        expect(actionsFor(hotline, actor, matter, MOMENT).sort()).toEqual(
          ACTIONS.filter((action) => accepts(action, actor, matter)).sort(),
        )
  })

  it('lets nobody but the resident and the staff of that desk see or do anything', () => {
    const strangers = EVERYBODY.filter(({ accountId }) => / elsewhere|another/.test(accountId))
    for (const stranger of strangers)
      for (const status of HOTLINE_STATUSES) {
        expect(mayRead(hotline, stranger, { ...booking, status })).toBe(false)
        expect(actionsFor(hotline, stranger, { ...booking, status }, MOMENT)).toEqual([])
      }
  })

  it('says "not yours" before it says "not now", so that nothing is learnt of another case', () => {
    const cancelled = { ...booking, status: 'cancelled' }
    const refusal = (actor: Actor) => {
      try {
        take(hotline, 'cancel', actor, cancelled, MOMENT)
      } catch (error) {
        return (error as Refusal).code
      }
      return 'accepted'
    }
    expect(refusal(somebody('another resident'))).toBe('not_yours')
    expect(refusal(somebody('resident'))).toBe('not_now')
  })

  it('can be moved and cancelled until two hours before, and then says to telephone', () => {
    const resident = somebody('resident')
    const at = (startsAt: string) => ({
      ...booking,
      appointment: times(startsAt, '2026-11-23T23:00:00+08:00'),
    })
    expect(accepts('cancel', resident, at('2026-11-23T11:00:00+08:00'))).toBe(true)
    expect(() => take(hotline, 'cancel', resident, at('2026-11-23T10:59:59+08:00'), MOMENT)).toThrow('12348')
  })

  it('keeps a claimed call with the person who has it', () => {
    const claimed = { ...booking, status: 'claimed', handlerId: 'hotline_operator' }
    const operator = somebody('hotline_operator', grant('hotline_operator', 'xupu-hotline'))
    const colleague = somebody('colleague', grant('hotline_operator', 'xupu-hotline'))
    expect(actionsFor(hotline, operator, claimed, MOMENT)).toContain('release')
    expect(actionsFor(hotline, colleague, claimed, MOMENT)).not.toContain('release')
  })

  it('has words for every status and action, and ends where nothing more can happen', () => {
    expect(Object.keys(HOTLINE_STATUS).sort()).toEqual([...HOTLINE_STATUSES].sort())
    expect(Object.keys(HOTLINE_ACTION).sort()).toEqual([...ACTIONS].sort())
    expect(HOTLINE_STATUSES.filter((status) => isFinal(hotline, status))).toEqual([
      'answered',
      'unreachable',
      'cancelled',
    ])
  })
})

describe('how far a role reaches', () => {
  it.each([
    ['430000000000', '431224100001', true],
    ['431200000000', '431224100001', true],
    ['431200000000', '430101001001', false],
    ['431224000000', '431224100001', true],
    ['431224000000', '431202001001', false],
    ['431224100000', '431224100001', true],
    ['431224100000', '431224101001', false],
    ['431224100001', '431224100001', true],
    ['431224100001', '431224100002', false],
  ])('%s covers %s: %s', (region, code, covered) => {
    expect(regionCovers(region, code)).toBe(covered)
  })
})
