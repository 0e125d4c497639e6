import fc from 'fast-check'

import { type Actor, type Grant, ROLES, type StaffRole } from '#domain/actor'
import { calendar } from '#domain/calendar'
import { readClock } from '#domain/clock'
import {
  afterLeaving,
  afterRefusal,
  type Cover,
  chainOf,
  factsOf,
  freedIn,
  INQUIRY_STATUSES,
  inquiry,
  type Link,
  nextInLine,
  STAGES,
  stageOf,
} from '#domain/inquiry'
import { INQUIRY_ACTION, INQUIRY_STATUS, WHY } from '#domain/inquiry-words'
import { actionsFor, CLOCK, type Deed, type Matter, mayRead, take } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { limit } from '#domain/rules'

const XUPU = '431224000000'
const NOW = '2026-11-24T09:00:00+08:00'
const MOMENT = { now: NOW, changeBeforeMinutes: 120, missedCallAttempts: 3, lateCallMinutes: 30 }

const deed = (action: string, to: string, more: Partial<Deed> = {}): Deed => ({
  at: '2026-11-23T09:00:00+08:00',
  byId: null,
  action,
  to,
  facts: {},
  ...more,
})
const asked = (link: Link): Deed => deed('open', 'asked', { byId: 'resident', facts: factsOf(link) })
const moved = (link: Link): Deed => deed('move_on', 'asked', { facts: factsOf(link) })

const ADVISER: Link = { stage: 'adviser', accountId: 'adviser' }
const SUBSTITUTE: Link = { stage: 'substitute', accountId: 'substitute' }
const LAWYER: Link = { stage: 'duty_lawyer', accountId: null }
const LINE: Link = { stage: 'hotline', accountId: null }
const WHOLE: Cover = {
  adviser: { accountId: 'adviser', away: false },
  substitute: { accountId: 'substitute', away: false },
  dutyLawyer: true,
  hotline: true,
}

describe('who answers for a village', () => {
  it('is the adviser, then the substitute, the duty lawyer and the hotline (VA-9)', () => {
    expect(chainOf(WHOLE)).toEqual([ADVISER, SUBSTITUTE, LAWYER, LINE])
  })

  it('is the substitute while the adviser is on leave', () => {
    expect(chainOf({ ...WHOLE, adviser: { accountId: 'adviser', away: true } })[0]).toEqual(SUBSTITUTE)
  })

  it('is the duty lawyer where there is no adviser, or none of them is there', () => {
    expect(chainOf({ ...WHOLE, adviser: null, substitute: null })).toEqual([LAWYER, LINE])
    const away = { accountId: 'substitute', away: true }
    expect(chainOf({ ...WHOLE, adviser: null, substitute: away })[0]).toEqual(LAWYER)
  })

  it('is the hotline where nobody else is, and nobody where there is no hotline either', () => {
    expect(chainOf({ adviser: null, substitute: null, dutyLawyer: false, hotline: true })).toEqual([LINE])
    expect(chainOf({ adviser: null, substitute: null, dutyLawyer: false, hotline: false })).toEqual([])
  })

  it('never names one person twice', () => {
    const same = { accountId: 'adviser', away: false }
    expect(chainOf({ ...WHOLE, substitute: same })).toEqual([ADVISER, LAWYER, LINE])
  })

  it('says why it is this one, whatever is missing', () => {
    for (const stage of STAGES)
      for (const adviser of [null, { accountId: 'adviser', away: true }])
        expect(WHY[stage]({ ...WHOLE, adviser }, {}).length).toBeGreaterThan(4)
  })
})

describe('who is next', () => {
  it('is each of the line in turn when nobody answers, and nobody behind the hotline', () => {
    let past = [asked(ADVISER)]
    const seen: string[] = []
    for (let next = nextInLine(past, chainOf(WHOLE)); next; next = nextInLine(past, chainOf(WHOLE))) {
      seen.push(next.stage)
      past = [...past, moved(next)]
    }
    expect(seen).toEqual(['substitute', 'duty_lawyer', 'hotline'])
    expect(stageOf(past)).toBe('hotline')
  })

  it('leaves out whoever is on leave by now', () => {
    const today = chainOf({ ...WHOLE, substitute: { accountId: 'substitute', away: true } })
    expect(nextInLine([asked(ADVISER)], today)).toEqual(LAWYER)
  })

  it('is never somebody who has had it, though their place has changed since', () => {
    const swapped = chainOf({
      ...WHOLE,
      adviser: { accountId: 'substitute', away: false },
      substitute: { accountId: 'adviser', away: false },
    })
    expect(nextInLine([asked(ADVISER)], swapped)).toEqual(LAWYER)
  })

  it('after the last one refuses, is somebody else of the same pool', () => {
    expect(afterRefusal([asked(LINE)], chainOf(WHOLE))).toEqual(LINE)
    expect(afterRefusal([asked(ADVISER)], chainOf(WHOLE))).toEqual(SUBSTITUTE)
  })

  it('always ends, and gives it to nobody twice, whatever the line is on each day', () => {
    const person = fc.option(fc.record({ accountId: fc.constantFrom('a', 'b', 'c'), away: fc.boolean() }))
    const cover = fc.record({
      adviser: person,
      substitute: person,
      dutyLawyer: fc.boolean(),
      hotline: fc.constant(true),
    })
    fc.assert(
      fc.property(fc.array(cover, { minLength: 5, maxLength: 9 }), (days) => {
        const [first] = chainOf(days[0] as Cover)
        let past = [asked(first as Link)]
        const people = [first?.accountId]
        for (const day of days.slice(1)) {
          const next = nextInLine(past, chainOf(day))
          if (!next) continue
          past = [...past, moved(next)]
          people.push(next.accountId)
        }
        const named = people.filter((one) => one !== null)
        expect(stageOf(past)).toBe('hotline')
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })
})

const matter = (more: Partial<Matter> = {}): Matter => ({
  status: 'asked',
  applicantId: 'resident',
  otherSideIds: [],
  handlerId: 'village_adviser',
  organisationId: 'xupu',
  regionCode: '431224100001',
  appointment: null,
  attempts: 0,
  retryAt: null,
  alarmed: false,
  unproven: false,
  urgent: false,
  past: [asked({ stage: 'adviser', accountId: 'village_adviser' })],
  ...more,
})
const grant = (role: StaffRole, organisationId: string): Grant => ({ role, organisationId, regionCode: XUPU })
const somebody = (accountId: string, ...grants: Grant[]): Actor => ({ accountId, grants })
const STAFF = ROLES.filter((role) => role !== 'resident')
const EVERYBODY: Actor[] = [
  somebody('resident'),
  somebody('another resident'),
  CLOCK,
  ...STAFF.map((role) => somebody(role, grant(role, 'xupu'))),
  somebody('colleague', grant('village_adviser', 'xupu')),
  ...STAFF.map((role) => somebody(`${role} elsewhere`, grant(role, 'hecheng'))),
]
const ACTIONS = Object.keys(inquiry.takenBy)

const answered = deed('answer', 'answered', { byId: 'village_adviser' })
const PASTS: Deed[][] = [
  [asked({ stage: 'adviser', accountId: 'village_adviser' })],
  [asked({ stage: 'adviser', accountId: 'village_adviser' }), answered],
  [asked(LAWYER)],
  [asked(ADVISER), moved(LINE)],
  [
    asked(LAWYER),
    deed('claim', 'asked', { byId: 'duty_lawyer' }),
    deed('refuse_for_conflict', 'asked', { byId: 'duty_lawyer', facts: factsOf(LINE) }),
  ],
]
const MATTERS = INQUIRY_STATUSES.flatMap((status) =>
  [null, 'village_adviser', 'duty_lawyer'].flatMap((handlerId) =>
    PASTS.map((past) => matter({ status, handlerId, past })),
  ),
)

function accepts(action: string, actor: Actor, of: Matter): boolean {
  try {
    take(inquiry, action, actor, of, MOMENT)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
const can = (action: string, actor: Actor, of: Matter) => accepts(action, actor, of)
const adviser = somebody('village_adviser', grant('village_adviser', 'xupu'))
const resident = somebody('resident')
const lawyer = somebody('duty_lawyer', grant('duty_lawyer', 'xupu'))
const operator = somebody('hotline_operator', grant('hotline_operator', 'xupu'))

const given = (one: Matter, { stage, accountId }: Link): Matter => ({
  ...one,
  handlerId: accountId,
  organisationId: stage === 'adviser' || stage === 'substitute' ? 'xupu' : 'line',
})
const POOL_STAFF = (['duty_lawyer', 'hotline_operator', 'hotline_head'] as const).map((role) =>
  somebody(role, grant(role, 'line')),
)
const SERVING = [adviser, somebody('colleague', grant('village_adviser', 'xupu')), ...POOL_STAFF, CLOCK]
const CHANGING = ['claim', 'release', 'refuse_for_conflict', 'move_on'] as const

/** What a step does to who has the question, as the server does it. */
function holderAfter(action: string, actor: Actor, one: Matter, cover: Cover): Link | null {
  const stage = stageOf(one.past)
  if (action === 'claim') return { stage, accountId: actor.accountId }
  if (action === 'release') return { stage, accountId: null }
  if (action === 'refuse_for_conflict') return afterRefusal(one.past, chainOf(cover))
  if (action === 'pass_on') return afterLeaving(one.past, chainOf(cover))
  return nextInLine(one.past, chainOf(cover)) ?? freedIn(one.past, one.handlerId)
}

function stepped(action: string, actor: Actor, one: Matter, cover: Cover): Matter {
  const link = holderAfter(action, actor, one, cover)
  if (!link) return one
  const facts = action === 'claim' || action === 'release' ? {} : factsOf(link)
  const byId = actor === CLOCK ? null : actor.accountId
  return given({ ...one, past: [...one.past, deed(action, 'asked', { byId, facts })] }, link)
}

/** Somebody takes a step that they may take, or whoever has it leaves. */
function after(
  one: Matter,
  cover: Cover,
  { by, what, leaves }: { by: number; what: number; leaves: boolean },
) {
  if (leaves && one.handlerId) return stepped('pass_on', CLOCK, one, cover)
  const actor = SERVING[by % SERVING.length] ?? CLOCK
  // Somebody is left who has no conflict.
  const isHead = actor.accountId === 'hotline_head'
  const open = CHANGING.filter(
    (action) => can(action, actor, one) && !(isHead && action === 'refuse_for_conflict'),
  )
  const action = open[what % Math.max(open.length, 1)]
  return action ? stepped(action, actor, one, cover) : one
}

/** Whoever serves can answer or take it; else the time that passes gives it to somebody who can. */
function canGoOn(one: Matter, cover: Cover): boolean {
  const acts = (of: Matter) => SERVING.some((actor) => can('answer', actor, of) || can('claim', actor, of))
  if (acts(one)) return true
  return can('move_on', CLOCK, one) && acts(stepped('move_on', CLOCK, one, cover))
}

describe('a question', () => {
  it('offers exactly the steps it accepts, to everybody, in every status', () => {
    for (const actor of EVERYBODY)
      for (const one of MATTERS)
        expect(actionsFor(inquiry, actor, one, MOMENT).sort()).toEqual(
          ACTIONS.filter((action) => accepts(action, actor, one)).sort(),
        )
  })

  it('has words for every step and status', () => {
    expect(Object.keys(INQUIRY_ACTION).sort()).toEqual([...ACTIONS].sort())
    expect(Object.keys(INQUIRY_STATUS).sort()).toEqual([...INQUIRY_STATUSES].sort())
  })

  it('is read by the adviser who has it, and by no other adviser', () => {
    expect(mayRead(inquiry, adviser, matter())).toBe(true)
    expect(mayRead(inquiry, somebody('colleague', grant('village_adviser', 'xupu')), matter())).toBe(false)
    expect(mayRead(inquiry, somebody('village_adviser'), matter())).toBe(false)
    expect(mayRead(inquiry, adviser, matter({ handlerId: 'substitute' }))).toBe(false)
  })

  it('is not read by hotline operators while it is with an adviser of another body', () => {
    const other = somebody('hotline_operator', grant('hotline_operator', 'xupu-hotline'))
    expect(mayRead(inquiry, other, matter())).toBe(false)
  })

  it('is moved on by the clock alone, and not beyond the hotline (VA-9)', () => {
    expect(can('move_on', CLOCK, matter())).toBe(true)
    for (const actor of EVERYBODY.filter((one) => one !== CLOCK))
      expect(can('move_on', actor, matter())).toBe(false)
    expect(can('move_on', CLOCK, matter({ past: [asked(LINE)], handlerId: null }))).toBe(false)
    expect(can('move_on', CLOCK, matter({ status: 'answered' }))).toBe(false)
  })

  it('is freed by the clock from a silent one of the hotline, and given back by whoever took it or by the head', () => {
    const taken = matter({ handlerId: 'hotline_operator', past: [asked(ADVISER), moved(LINE)] })
    expect(can('move_on', CLOCK, taken)).toBe(true)
    expect(freedIn(taken.past, taken.handlerId)).toEqual(LINE)
    expect(freedIn(taken.past, null)).toBeNull()
    expect(freedIn(matter().past, 'village_adviser')).toBeNull()
    const head = somebody('hotline_head', grant('hotline_head', 'xupu'))
    expect([operator, head, lawyer, resident].map((one) => can('release', one, taken))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(can('release', adviser, matter())).toBe(false)
  })

  it('is never with nobody: in every open state somebody who serves can act, or time gives it to them', () => {
    const person = fc.constantFrom('village_adviser', 'colleague')
    const cover = fc.record({
      adviser: fc.option(fc.record({ accountId: person, away: fc.boolean() })),
      substitute: fc.option(fc.record({ accountId: person, away: fc.boolean() })),
      dutyLawyer: fc.boolean(),
      hotline: fc.constant(true),
    })
    const step = fc.record({ at: cover, by: fc.nat(), what: fc.nat(), leaves: fc.boolean() })
    fc.assert(
      fc.property(cover, fc.array(step, { maxLength: 12 }), (first, steps) => {
        const [link] = chainOf(first)
        let one = given(matter({ past: [asked(link as Link)] }), link as Link)
        for (const { at, by, what, leaves } of steps) {
          one = after(one, at, { by, what, leaves })
          if (one.status !== 'asked') break
          expect(canGoOn(one, at)).toBe(true)
        }
      }),
    )
  })

  it('is taken from the pool by a duty lawyer first, by operators when the hotline has it', () => {
    const atLawyers = matter({ handlerId: null, past: [asked(LAWYER)] })
    expect([can('claim', lawyer, atLawyers), can('claim', operator, atLawyers)]).toEqual([true, false])
    const atHotline = matter({ handlerId: null, past: [asked(ADVISER), moved(LINE)] })
    expect([can('claim', lawyer, atHotline), can('claim', operator, atHotline)]).toEqual([true, true])
    expect(can('claim', operator, { ...atHotline, handlerId: 'duty_lawyer' })).toBe(false)
  })

  it('does not come back to whoever refused it for a conflict of interest (VA-6)', () => {
    const refused = deed('refuse_for_conflict', 'asked', { byId: 'duty_lawyer', facts: factsOf(LINE) })
    expect(can('claim', lawyer, matter({ handlerId: null, past: [asked(LAWYER), refused] }))).toBe(false)
  })

  it('is asked on by the resident, which opens the promise again', () => {
    expect(can('follow_up', resident, matter({ status: 'answered' }))).toBe(true)
    expect(can('follow_up', adviser, matter({ status: 'answered' }))).toBe(false)
    expect(take(inquiry, 'follow_up', resident, matter({ status: 'answered' }), MOMENT)).toBe('asked')
  })

  it('can be withdrawn until it was answered, and closed afterwards', () => {
    const followed = matter({ past: [...matter().past, answered, deed('follow_up', 'asked')] })
    expect([can('withdraw', resident, matter()), can('close', resident, matter())]).toEqual([true, false])
    expect([can('withdraw', resident, followed), can('close', resident, followed)]).toEqual([false, true])
  })

  it('is closed by the adviser only after a week in which nobody asked on', () => {
    const old = matter({ status: 'answered', past: [...matter().past, answered] })
    const later = { ...MOMENT, now: '2026-11-30T09:00:00+08:00' }
    expect(can('close', adviser, old)).toBe(false)
    expect(take(inquiry, 'close', adviser, old, later)).toBe('closed')
  })
})

describe('the promise of an answer (VA-9)', () => {
  const reading = (history: { at: string; to: string; action?: string }[], hours?: number) =>
    readClock(
      inquiry.clocks.reply ?? { rule: 'VA-9', runs: [] },
      (rule, on) => limit(rule, on, hours ? { 'VA-9': hours } : {}),
      history,
      {
        now: '2026-11-24T12:00:00+08:00',
        calendar: calendar(new Map()),
      },
    )

  it('is 24 hours unless the office has set another time', () => {
    const open = [{ at: '2026-11-23T09:00:00+08:00', to: 'asked', action: 'open' }]
    expect(reading(open)?.dueAt).toBe('2026-11-24T09:00:00+08:00')
    expect(reading(open)?.state).toBe('missed')
    expect(reading(open, 48)?.state).toBe('running')
    expect(reading(open)?.law).toBeNull()
  })

  it('begins anew for whoever gets the question from somebody else', () => {
    for (const action of ['move_on', 'refuse_for_conflict']) {
      const history = [
        { at: '2026-11-23T09:00:00+08:00', to: 'asked', action: 'open' },
        { at: '2026-11-24T09:00:00+08:00', to: 'asked', action },
      ]
      expect(reading(history)?.dueAt).toBe('2026-11-25T09:00:00+08:00')
    }
  })

  it('is not prolonged by a card or a claim, and is met by an answer or a question back', () => {
    const open = { at: '2026-11-23T09:00:00+08:00', to: 'asked', action: 'open' }
    const later = (action: string, to: string) => ({ at: '2026-11-23T20:00:00+08:00', to, action })
    for (const action of ['refer', 'claim'])
      expect(reading([open, later(action, 'asked')])?.dueAt).toBe('2026-11-24T09:00:00+08:00')
    for (const action of ['answer', 'ask_back', 'hand_on'])
      expect(reading([open, later(action, 'answered')])?.state).toBe('met')
    expect(reading([open, later('withdraw', 'withdrawn')])?.state).toBe('ended')
  })
})
