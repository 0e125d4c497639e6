import { type Actor, type Grant, ROLES, regionCovers, type StaffRole } from '#domain/actor'
import { HOTLINE_STATUSES, hotline } from '#domain/hotline'
import { HOTLINE_ACTION, HOTLINE_STATUS } from '#domain/hotline-words'
import { actionsFor, CLOCK, type Deed, isFinal, type Matter, mayRead, take } from '#domain/procedure'
import { Refusal } from '#domain/refusal'

const XUPU = '431224000000'
const MOMENT = {
  now: '2026-11-23T09:00:00+08:00',
  changeBeforeMinutes: 120,
  missedCallAttempts: 3,
  lateCallMinutes: 30,
}

const booking: Matter = {
  status: 'booked',
  applicantId: 'resident',
  handlerId: null,
  organisationId: 'xupu-hotline',
  regionCode: '431224100001',
  appointment: { startsAt: '2026-11-24T09:30:00+08:00', endsAt: '2026-11-24T10:00:00+08:00' },
  attempts: 0,
  retryAt: null,
  alarmed: false,
  unproven: false,
  otherSideIds: [],
  urgent: false,
  past: [],
}

const grant = (role: StaffRole, organisationId: string): Grant => ({ role, organisationId, regionCode: XUPU })
const STAFF_ROLES = ROLES.filter((role) => role !== 'resident')

const somebody = (accountId: string, ...grants: Grant[]): Actor => ({ accountId, grants })
const EVERYBODY: Actor[] = [
  CLOCK,
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
  times('2026-11-23T08:30:00+08:00', '2026-11-23T09:00:00+08:00'),
  null,
]

const MATTERS: Matter[] = HOTLINE_STATUSES.flatMap((status) =>
  HANDLERS.flatMap((handlerId) =>
    APPOINTMENTS.flatMap((appointment) =>
      [0, 1, 2, 3].flatMap((attempts) =>
        [true, false].flatMap((alarmed) =>
          [true, false].map((unproven) => ({
            ...booking,
            ...{ status, handlerId, appointment, attempts, alarmed, unproven },
          })),
        ),
      ),
    ),
  ),
)

describe('what may happen to a hotline booking', () => {
  it('offers exactly the actions it accepts, to everybody, in every status, at every time', () => {
    for (const matter of MATTERS)
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

  it('calls three times: twice the case goes back to the desk, the third time it is over', () => {
    const operator = somebody('hotline_operator', grant('hotline_operator', 'xupu-hotline'))
    const miss = (attempts: number, missedCallAttempts = 3) =>
      take(
        hotline,
        'record_missed',
        operator,
        { ...booking, status: 'claimed', handlerId: 'hotline_operator', attempts },
        { ...MOMENT, now: booking.appointment?.startsAt ?? '', missedCallAttempts },
      )
    expect([0, 1, 2].map((attempts) => miss(attempts))).toEqual(['booked', 'booked', 'unreachable'])
    expect(miss(0, 1)).toBe('unreachable')
  })

  it('misses nobody before the hour, nor before the next call that was promised', () => {
    const operator = somebody('hotline_operator', grant('hotline_operator', 'xupu-hotline'))
    const mine = { ...booking, status: 'claimed', handlerId: 'hotline_operator' }
    const at = (now: string, matter: Matter) => () =>
      take(hotline, 'record_missed', operator, matter, { ...MOMENT, now })
    expect(at('2026-11-24T09:29:59+08:00', mine)).toThrow('11月24日 周二上午9:30')
    expect(at('2026-11-24T09:30:00+08:00', mine)()).toBe('booked')
    const again = { ...mine, attempts: 1, retryAt: '2026-11-24T10:00:00+08:00' }
    expect(at('2026-11-24T09:45:00+08:00', again)).toThrow('上午10:00')
    expect(at('2026-11-24T10:00:00+08:00', again)()).toBe('booked')
  })

  it('lets whoever called in vain call again, and everybody else claim meanwhile', () => {
    const operator = somebody('hotline_operator', grant('hotline_operator', 'xupu-hotline'))
    const colleague = somebody('colleague', grant('hotline_operator', 'xupu-hotline'))
    const tried = { ...booking, attempts: 1, handlerId: 'hotline_operator' }
    expect(actionsFor(hotline, operator, tried, MOMENT)).toContain('record_answer')
    expect(actionsFor(hotline, colleague, tried, MOMENT)).toContain('claim')
    expect(actionsFor(hotline, colleague, tried, MOMENT)).not.toContain('record_missed')
  })

  it('lets the resident choose another time after a call in vain, and the operator at any time', () => {
    const soon = { ...booking, appointment: times('2026-11-23T09:30:00+08:00', '2026-11-23T10:00:00+08:00') }
    const resident = somebody('resident')
    const operator = somebody('hotline_operator', grant('hotline_operator', 'xupu-hotline'))
    expect(accepts('reschedule', resident, soon)).toBe(false)
    expect(accepts('reschedule', resident, { ...soon, attempts: 1 })).toBe(true)
    expect(accepts('cancel', operator, soon)).toBe(true)
  })

  it('shows a case opened for a telephone number to nobody who has not said its number', () => {
    const unproven = { ...booking, unproven: true }
    expect(mayRead(hotline, somebody('resident'), unproven)).toBe(false)
    expect(actionsFor(hotline, somebody('resident'), unproven, MOMENT)).toEqual([])
  })

  it('asks the head, and nobody else, to look at a danger, and only while there is one', () => {
    const acknowledging = EVERYBODY.filter((actor) =>
      accepts('acknowledge_danger', actor, { ...booking, alarmed: true }),
    )
    expect(acknowledging.map(({ accountId }) => accountId)).toEqual(['hotline_head'])
    expect(EVERYBODY.some((actor) => accepts('acknowledge_danger', actor, booking))).toBe(false)
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

describe('a call that does not come', () => {
  const deed = (action: string, to: string, at: string): Deed => ({ action, to, at, byId: null, facts: {} })
  const opened = deed('open', 'booked', '2026-11-20T09:00:00+08:00')
  const late = {
    ...booking,
    appointment: times('2026-11-23T08:30:00+08:00', '2026-11-23T09:00:00+08:00'),
    past: [opened],
  }
  const isSaid = (matter: Matter, now = MOMENT.now) =>
    actionsFor(hotline, CLOCK, matter, { ...MOMENT, now }).includes('call_late')

  it('is said half an hour after its time, by nobody but the clock, and ends nothing', () => {
    expect(isSaid(late, '2026-11-23T08:59:59+08:00')).toBe(false)
    expect(isSaid(late)).toBe(true)
    const able = EVERYBODY.filter((actor) => actionsFor(hotline, actor, late, MOMENT).includes('call_late'))
    expect(able).toEqual([CLOCK])
    for (const status of ['booked', 'claimed'])
      expect(take(hotline, 'call_late', CLOCK, { ...late, status }, MOMENT)).toBe(status)
  })

  it('is said once for each hour that was promised', () => {
    const said = { ...late, past: [opened, deed('call_late', 'booked', MOMENT.now)] }
    expect(isSaid(said, '2026-11-23T18:00:00+08:00')).toBe(false)
    const again = { ...said, attempts: 1, retryAt: '2026-11-23T10:00:00+08:00' }
    expect(isSaid(again, '2026-11-23T10:29:00+08:00')).toBe(false)
    expect(isSaid(again, '2026-11-23T10:30:00+08:00')).toBe(true)
    expect(isSaid({ ...again, appointment: null }, '2026-11-23T10:30:00+08:00')).toBe(true)
  })

  it('leaves whoever has just taken it as long again', () => {
    const claimed = deed('claim', 'claimed', '2026-11-23T08:50:00+08:00')
    const talking = { ...late, status: 'claimed', past: [opened, claimed] }
    expect(isSaid(talking)).toBe(false)
    expect(isSaid(talking, '2026-11-23T09:20:00+08:00')).toBe(true)
  })

  it('is said again when it was claimed afterwards and forgotten, once for each claim', () => {
    const said = deed('call_late', 'booked', '2026-11-23T09:00:00+08:00')
    const claimed = deed('claim', 'claimed', '2026-11-23T09:10:00+08:00')
    const forgotten = { ...late, status: 'claimed', past: [opened, said, claimed] }
    expect(isSaid(forgotten, '2026-11-23T09:39:00+08:00')).toBe(false)
    expect(isSaid(forgotten, '2026-11-23T09:40:00+08:00')).toBe(true)
    const again = deed('call_late', 'claimed', '2026-11-23T09:40:00+08:00')
    const twice = { ...forgotten, past: [...forgotten.past, again] }
    expect(isSaid(twice, '2026-11-23T18:00:00+08:00')).toBe(false)
    expect(isSaid({ ...twice, status: 'booked' }, '2026-11-23T18:00:00+08:00')).toBe(false)
    const other = { ...twice, past: [...twice.past, deed('claim', 'claimed', '2026-11-23T18:00:00+08:00')] }
    expect(isSaid(other, '2026-11-23T18:30:00+08:00')).toBe(true)
  })

  it('is said of one who was at the line and was let wait', () => {
    const live = { ...opened, to: 'claimed', facts: { live: 'telephone' } }
    expect(isSaid({ ...late, status: 'claimed', past: [live] })).toBe(true)
  })

  it('is not said of an adviser’s booking, which goes to the hotline, and then is', () => {
    const withAdviser = { ...late, status: 'claimed', past: [{ ...opened, to: 'claimed' }] }
    expect(isSaid(withAdviser)).toBe(false)
    const passed = deed('pass_on', 'booked', '2026-11-23T08:00:00+08:00')
    expect(isSaid({ ...late, past: [...withAdviser.past, passed] })).toBe(true)
  })
})
