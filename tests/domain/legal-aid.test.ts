import fc from 'fast-check'

import { type Actor, type Grant, ROLES, type StaffRole } from '#domain/actor'
import { calendar } from '#domain/calendar'
import { type LimitOn, readClock, type Step } from '#domain/clock'
import { addDays, addMinutes, type Day, dayOf, daysBetween, instant } from '#domain/day'
import {
  LEGAL_AID_ACTIONS,
  LEGAL_AID_STATUSES,
  type LegalAidAction,
  type LegalAidStatus,
  legalAid,
} from '#domain/legal-aid'
import { LEGAL_AID_ACTION, LEGAL_AID_STATUS, nextInAid } from '#domain/legal-aid-words'
import {
  actionsFor,
  CLOCK,
  type Deed,
  isFinal,
  type Matter,
  type Moment,
  mayRead,
  take,
} from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { mustBeKept } from '#domain/retention'
import { limit } from '#domain/rules'
import { spelled } from '#domain/spelled'
import { lines } from '../support/lines.ts'

const XUPU = '431224000000'
const HECHENG = '431202000000'
const CENTRE = 'xupu-centre'
const NOW = '2026-11-23T09:00:00+08:00'
const MOMENT: Moment = { now: NOW, changeBeforeMinutes: 120, missedCallAttempts: 3, lateCallMinutes: 30 }

const deed = (action: string, to: string, byId: string | null = 'resident'): Deed => ({
  at: NOW,
  byId,
  action,
  to,
  facts: {},
})
const OPENED = deed('open', 'under_review')

const application: Matter = {
  status: 'under_review',
  applicantId: 'resident',
  otherSideIds: [],
  handlerId: null,
  organisationId: CENTRE,
  regionCode: '431224100001',
  appointment: null,
  attempts: 0,
  retryAt: null,
  alarmed: false,
  unproven: false,
  urgent: false,
  past: [OPENED],
}

const grant = (role: StaffRole, organisationId: string, regionCode = XUPU): Grant => ({
  role,
  organisationId,
  regionCode,
})
const somebody = (accountId: string, ...grants: Grant[]): Actor => ({ accountId, grants })
const STAFF_ROLES = ROLES.filter((role) => role !== 'resident')
const at = (role: StaffRole, accountId: string = role) => somebody(accountId, grant(role, CENTRE))

const EVERYBODY: Actor[] = [
  somebody('resident'),
  somebody('another resident'),
  CLOCK,
  ...STAFF_ROLES.map((role) => at(role)),
  ...STAFF_ROLES.map((role) => somebody(`${role} elsewhere`, grant(role, 'hecheng-centre', HECHENG))),
]

const HISTORIES: readonly (readonly Deed[])[] = [
  [OPENED],
  [deed('open', 'awaiting_material')],
  [OPENED, deed('ask_for_material', 'awaiting_material', 'legal_aid_reviewer')],
  [OPENED, deed('recommend', 'under_review', 'legal_aid_reviewer')],
  [OPENED, deed('recommend', 'under_review', 'legal_aid_head')],
  [OPENED, deed('provide_in_advance', 'granted', 'legal_aid_reviewer')],
  [OPENED, deed('refuse', 'refused', 'legal_aid_head')],
  [OPENED, deed('refuse', 'refused', 'legal_aid_head'), deed('uphold_decision', 'refused', 'bureau_officer')],
  [OPENED, deed('terminate', 'terminated', 'legal_aid_head'), deed('object', 'objected')],
  [OPENED, deed('request_change', 'assigned'), deed('complain', 'assigned')],
  [OPENED, deed('note_false_promise', 'under_review', 'legal_aid_head')],
  [
    OPENED,
    deed('note_false_promise', 'under_review', 'legal_aid_head'),
    deed('contest_false_promise', 'under_review'),
  ],
]

const MATTERS: Matter[] = LEGAL_AID_STATUSES.flatMap((status) =>
  [null, 'legal_aid_reviewer', 'legal_aid_lawyer'].flatMap((handlerId) => [
    ...HISTORIES.map((past) => ({ ...application, status, handlerId, past })),
    { ...application, status, handlerId, unproven: true },
  ]),
)

const accepts = (action: string, actor: Actor, matter: Matter, moment = MOMENT): boolean => {
  try {
    take(legalAid, action, actor, matter, moment)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const leads = (action: LegalAidAction, actor: Actor, matter: Matter) =>
  take(legalAid, action, actor, matter, MOMENT)

describe('what comes next, in words', () => {
  const at = (day: string, to: LegalAidStatus) => ({ at: `${day}T10:00:00+08:00`, to })

  it('LP-11, LP-16, LP-25: has its days from the dated rules, as they were when it began', () => {
    expect(nextInAid([at('2026-11-02', 'under_review')])).toContain('七日内决定')
    expect(nextInAid([at('2026-11-02', 'under_review'), at('2026-11-03', 'granted')])).toContain('三日内')
    expect(nextInAid([at('2026-11-02', 'refused'), at('2026-11-03', 'objected')])).toContain('五日内审查')
    expect(nextInAid([at('2026-11-02', 'awaiting_material')])).toBeNull()
    expect(() => nextInAid([at('2021-06-01', 'under_review')])).toThrow('not in force')
    expect(() =>
      nextInAid([at('2026-11-02', 'under_review'), at('2021-06-01', 'under_review')]),
    ).not.toThrow()
  })

  it('of a status says no number that the law may change', () => {
    for (const { text, next } of Object.values(LEGAL_AID_STATUS))
      expect(`${text}${next}`).not.toMatch(/[一二三四五六七八九十\d]+(个月|日|天)/)
  })

  it.each([
    [3, '三'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [60, '六十'],
    [120, '120'],
  ])('%s is written as %s', (count, words) => {
    expect(spelled(count)).toBe(words)
  })
})

describe('what may happen to an application for legal aid', () => {
  it('offers exactly the actions it accepts: every action, role, status, own and other region', () => {
    const differing = MATTERS.flatMap((matter) =>
      EVERYBODY.filter((actor) => {
        const offered = actionsFor(legalAid, actor, matter, MOMENT)
        return LEGAL_AID_ACTIONS.some((action) => offered.includes(action) !== accepts(action, actor, matter))
      }).map(({ accountId }) => `${accountId} ${matter.status}`),
    )
    expect(differing).toEqual([])
  })

  it('lets each role take in each status exactly the steps of the written table, and leads where it says', () => {
    const table = lines('legal-aid.txt').map(([status, action, to, who = '']) => {
      return { step: `${status} ${action}`, to: to === '=' ? status : to, who: who.split(' ') }
    })
    const roles = new Map([
      ...STAFF_ROLES.map((role) => [role, at(role)] as const),
      ['applicant', somebody('resident')] as const,
      ['clock', CLOCK] as const,
    ])
    // In the stories below the reviewer or the lawyer has the case.
    const HANDLERS = ['legal_aid_reviewer', 'legal_aid_lawyer']
    const mayTake = (who: readonly string[], role: string) =>
      who.includes(role) || (who.includes('handler') && HANDLERS.includes(role))
    const expected = (status: string, action: string, role: string) => {
      const row = table.find(({ step }) => step === `${status} ${action}`)
      return row && mayTake(row.who, role) ? row.to?.split('/').sort().join('/') : ''
    }
    const found = (status: string, action: LegalAidAction, actor: Actor) => {
      const open = MATTERS.filter((one) => one.status === status && accepts(action, actor, one))
      return [...new Set(open.map((one) => leads(action, actor, one)))].sort().join('/')
    }
    for (const status of LEGAL_AID_STATUSES)
      for (const action of LEGAL_AID_ACTIONS)
        for (const [role, actor] of roles)
          expect([status, action, role, found(status, action, actor)]).toEqual([
            status,
            action,
            role,
            expected(status, action, role),
          ])
  })

  it('lets nobody of another place, no other resident, and no lawyer without the case see or do anything', () => {
    const strangers = EVERYBODY.filter(
      ({ accountId }) => / elsewhere|another/.test(accountId) || accountId === 'legal_aid_lawyer',
    )
    for (const matter of MATTERS.filter(({ handlerId }) => handlerId !== 'legal_aid_lawyer'))
      for (const stranger of strangers)
        expect([
          mayRead(legalAid, stranger, matter),
          ...actionsFor(legalAid, stranger, matter, MOMENT),
        ]).toEqual([false])
  })

  it('lets the roles of other services do nothing at all', () => {
    const own = ['legal_aid_reviewer', 'legal_aid_head', 'legal_aid_lawyer', 'bureau_officer']
    for (const role of STAFF_ROLES.filter((one) => !own.includes(one)))
      for (const matter of MATTERS) expect(actionsFor(legalAid, at(role), matter, MOMENT)).toEqual([])
  })

  it('leads every status but the ended ones somewhere, and keeps every case that began', () => {
    expect(LEGAL_AID_STATUSES.filter((status) => isFinal(legalAid, status))).toEqual([
      'refused',
      'deemed_withdrawn',
      'redirected',
      'terminated',
      'closed',
      'withdrawn',
    ])
    for (const status of LEGAL_AID_STATUSES) expect(mustBeKept({ kind: 'legal_aid', status })).toBe(true)
  })

  it('has words for every status and every step', () => {
    expect(Object.keys(LEGAL_AID_STATUS).sort()).toEqual([...LEGAL_AID_STATUSES].sort())
    expect(Object.keys(LEGAL_AID_ACTION).sort()).toEqual([...LEGAL_AID_ACTIONS].sort())
  })
})

describe('the rules of the procedure', () => {
  const asked = { ...application, past: HISTORIES[2] ?? [] }

  it('LP-12: one notice for each submission; a second is the head’s, with a reason', () => {
    expect(accepts('ask_for_material', at('legal_aid_reviewer'), application)).toBe(true)
    expect(() => leads('ask_for_material', at('legal_aid_reviewer'), asked)).toThrow('一次性')
    expect(accepts('ask_for_material', at('legal_aid_head'), asked)).toBe(false)
    expect(accepts('ask_again', at('legal_aid_reviewer'), asked)).toBe(false)
    expect(accepts('ask_again', at('legal_aid_head'), asked)).toBe(true)
    expect(accepts('ask_again', at('legal_aid_head'), application)).toBe(false)
  })

  it('LP-14: what is not supplied in time is taken as withdrawn, by the clock and by nobody else', () => {
    const waiting = { ...asked, status: 'awaiting_material' }
    expect(leads('lapse', CLOCK, waiting)).toBe('deemed_withdrawn')
    expect(EVERYBODY.filter((actor) => accepts('lapse', actor, waiting))).toEqual([CLOCK])
    expect(legalAid.byItself?.lapse).toBe('supplement')
  })

  it('LP-15: is refused by the head on a proposal of somebody else, never by the clock', () => {
    const proposed = { ...application, past: HISTORIES[3] ?? [] }
    expect(accepts('refuse', at('legal_aid_head'), application)).toBe(false)
    expect(accepts('refuse', at('legal_aid_head'), proposed)).toBe(true)
    expect(accepts('refuse', at('legal_aid_reviewer'), proposed)).toBe(false)
    expect(() => leads('grant', at('legal_aid_head'), { ...application, past: HISTORIES[4] ?? [] })).toThrow(
      '另一位',
    )
  })

  it('lets a small centre decide with one sign-off', () => {
    const small = { ...MOMENT, oneSignOff: [CENTRE] }
    expect(accepts('grant', at('legal_aid_head'), application, small)).toBe(true)
    expect(accepts('grant', at('legal_aid_reviewer'), application, small)).toBe(false)
    expect(accepts('grant', at('legal_aid_head'), application, { ...MOMENT, oneSignOff: ['other'] })).toBe(
      false,
    )
  })

  it('a proposal no longer counts when the application has changed', () => {
    const changed = [...(HISTORIES[3] ?? []), deed('supply_material', 'under_review')]
    expect(accepts('grant', at('legal_aid_head'), { ...application, past: changed })).toBe(false)
  })

  it('LP-18: help comes before the formalities, also while material is missing', () => {
    for (const status of ['under_review', 'awaiting_material'])
      expect(leads('provide_in_advance', at('legal_aid_reviewer'), { ...application, status })).toBe(
        'granted',
      )
    const advanced = { ...application, status: 'assigned', past: HISTORIES[5] ?? [] }
    expect(accepts('supply_formalities', somebody('resident'), advanced)).toBe(true)
    expect(accepts('supply_formalities', somebody('resident'), { ...advanced, past: [OPENED] })).toBe(false)
  })

  it('LP-24: may be objected to at any time, once for each decision, also at the bureau’s window', () => {
    const refused = { ...application, status: 'refused', past: HISTORIES[6] ?? [] }
    expect(leads('object', somebody('resident'), refused)).toBe('objected')
    expect(leads('object', at('bureau_officer'), refused)).toBe('objected')
    expect(accepts('object', somebody('resident'), { ...refused, past: HISTORIES[7] ?? [] })).toBe(false)
    const years = { ...MOMENT, now: '2036-01-01T09:00:00+08:00' }
    expect(accepts('object', somebody('resident'), refused, years)).toBe(true)
  })

  it('LP-25: the bureau upholds, or sends back to where it can be put right', () => {
    const refused = { ...application, status: 'objected', past: HISTORIES[6] ?? [] }
    const terminated = { ...application, status: 'objected', past: HISTORIES[8] ?? [] }
    const bureau = at('bureau_officer')
    expect(leads('uphold_decision', bureau, refused)).toBe('refused')
    expect(leads('order_correction', bureau, refused)).toBe('under_review')
    expect(leads('uphold_decision', bureau, terminated)).toBe('terminated')
    expect(leads('order_correction', bureau, terminated)).toBe('granted')
  })

  it('LP-22: the recipient asks for another lawyer, once at a time; the head answers', () => {
    const open = {
      ...application,
      status: 'assigned',
      past: HISTORIES[9] ?? [],
      handlerId: 'legal_aid_lawyer',
    }
    expect(accepts('request_change', somebody('resident'), open)).toBe(false)
    expect(leads('keep_lawyer', at('legal_aid_head'), open)).toBe('assigned')
    expect(leads('change_lawyer', at('legal_aid_head'), open)).toBe('assigned')
    expect(accepts('request_change', somebody('resident'), { ...open, past: [OPENED] })).toBe(true)
    for (const [end, to] of [
      ['decline_assignment', 'granted'],
      ['declare_conflict', 'granted'],
      ['terminate', 'terminated'],
    ] as const) {
      const ended = { ...open, past: [...open.past, deed(end, to), deed('assign', 'assigned')] }
      expect(accepts('request_change', somebody('resident'), ended)).toBe(true)
      expect(accepts('keep_lawyer', at('legal_aid_head'), ended)).toBe(false)
    }
  })

  it('LP-23: the head ends the help, whoever asks for it', () => {
    const going = { ...application, status: 'in_progress', handlerId: 'legal_aid_lawyer' }
    expect(accepts('ask_to_end', at('legal_aid_lawyer'), going)).toBe(true)
    expect(accepts('ask_to_end', somebody('resident'), going)).toBe(true)
    expect(accepts('terminate', at('legal_aid_lawyer'), going)).toBe(false)
    expect(leads('terminate', at('legal_aid_head'), going)).toBe('terminated')
  })

  it('LP-20, LP-21: the lawyer who has the case reports to the recipient and to the centre', () => {
    const going = { ...application, status: 'in_progress', handlerId: 'legal_aid_lawyer' }
    for (const action of ['report_progress', 'report_difficulty', 'close'] as const) {
      expect(accepts(action, at('legal_aid_lawyer'), going)).toBe(true)
      expect(accepts(action, at('legal_aid_lawyer', 'a colleague'), going)).toBe(false)
    }
  })

  it('LP-33: a complaint goes to the bureau from wherever the case is, and one is answered before the next', () => {
    for (const status of LEGAL_AID_STATUSES)
      expect(accepts('complain', somebody('resident'), { ...application, status })).toBe(true)
    const complained = { ...application, status: 'assigned', past: HISTORIES[9] ?? [] }
    expect(accepts('complain', somebody('resident'), complained)).toBe(false)
    expect(accepts('answer_complaint', at('bureau_officer'), complained)).toBe(true)
    expect(accepts('answer_complaint', at('legal_aid_head'), complained)).toBe(false)
    expect(accepts('answer_complaint', at('bureau_officer'), { ...complained, status: 'withdrawn' })).toBe(
      true,
    )
  })

  it('LP-35: the bureau checks the quality of what goes on and of what has ended', () => {
    const checkable = LEGAL_AID_STATUSES.filter((status) =>
      accepts('check_quality', at('bureau_officer'), { ...application, status }),
    )
    expect(checkable).toEqual(['in_progress', 'terminated', 'closed'])
  })

  it('LP-1: goes to the right centre only by the reviewers, and ends here', () => {
    expect(leads('redirect', at('legal_aid_reviewer'), application)).toBe('redirected')
    expect(accepts('redirect', somebody('resident'), application)).toBe(false)
  })

  it('a case that came from another service is filled in before anything is supplied', () => {
    const carried = { ...application, status: 'awaiting_material', past: HISTORIES[1] ?? [] }
    expect(accepts('supply_material', somebody('resident'), carried)).toBe(false)
    expect(leads('complete_application', somebody('resident'), carried)).toBe('under_review')
    expect(accepts('complete_application', somebody('resident'), asked)).toBe(false)
  })
})

const CONTEXT = { now: NOW, calendar: calendar() }
const read = (name: string, history: readonly Step[], now: string) => {
  const clock = legalAid.clocks[name]
  if (!clock) throw new Error(name)
  return readClock(clock, limit, history, { ...CONTEXT, now })
}
const step = (day: Day, action: string, to: string): Step => ({ at: instant(day, '10:00'), to, action })

describe('the clocks of legal aid', () => {
  it('LP-11: seven days (日, not working days), moved off the National Day holiday only for the legal day', () => {
    const reading = read('review', [step('2026-09-25', 'open', 'under_review')], '2026-09-25T10:00:00+08:00')
    expect(reading).toMatchObject({
      dueOn: '2026-10-02',
      dueLegalOn: '2026-10-08',
      law: '法律援助法 第四十三条',
    })
  })

  it('LP-13: stands still while the person supplies, and then has the days that were left', () => {
    const history = [
      step('2026-11-02', 'open', 'under_review'),
      step('2026-11-04', 'ask_for_material', 'awaiting_material'),
      step('2026-11-12', 'supply_material', 'under_review'),
    ]
    expect(read('review', history.slice(0, 2), '2026-11-10T10:00:00+08:00')).toMatchObject({
      state: 'paused',
    })
    expect(read('review', history, '2026-11-12T10:00:00+08:00')).toMatchObject({ dueOn: '2026-11-17' })
  })

  it('LP-11: any days of supplying are added, whatever holidays lie between', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 40 }),
        (start, before, pause) => {
          const opened = addDays('2025-01-01', start)
          const askedOn = addDays(opened, before)
          const suppliedOn = addDays(askedOn, pause)
          const history = [
            step(opened, 'open', 'under_review'),
            step(askedOn, 'ask_for_material', 'awaiting_material'),
            { ...step(suppliedOn, 'supply_material', 'under_review'), at: instant(suppliedOn, '11:00') },
          ]
          const reading = read('review', history, instant(suppliedOn, '11:00'))
          const days = daysBetween(opened, reading?.dueOn ?? '')
          expect(days).toBeGreaterThanOrEqual(7 + pause)
          // Only where the seventh day is a holiday can the pause find the moved day.
          if (!CONTEXT.calendar.isHoliday(addDays(opened, 7))) expect(days).toBe(7 + pause)
          expect((reading?.dueLegalOn ?? '') >= (reading?.dueOn ?? '')).toBe(true)
          expect(CONTEXT.calendar.isHoliday(reading?.dueLegalOn ?? '')).toBe(false)
        },
      ),
    )
  })

  it('LP-11: what the bureau sends back has seven days again', () => {
    const history = [
      step('2026-11-02', 'open', 'under_review'),
      step('2026-11-05', 'refuse', 'refused'),
      step('2026-11-09', 'object', 'objected'),
      step('2026-11-11', 'order_correction', 'under_review'),
    ]
    expect(read('review', history, '2026-11-11T10:00:00+08:00')).toMatchObject({
      dueOn: '2026-11-18',
      state: 'running',
    })
    expect(read('objection', history, '2026-11-12T10:00:00+08:00')).toMatchObject({
      rule: 'LP-25',
      dueOn: '2026-11-14',
      state: 'met',
      law: '法律援助法 第四十九条',
    })
  })

  it('LP-16: three days to assign, and again after a lawyer has given the case back', () => {
    const history = [
      step('2026-11-02', 'grant', 'granted'),
      step('2026-11-03', 'assign', 'assigned'),
      step('2026-11-04', 'declare_conflict', 'granted'),
    ]
    expect(read('assignment', history.slice(0, 2), '2026-11-05T10:00:00+08:00')).toMatchObject({
      state: 'met',
    })
    expect(read('assignment', history, '2026-11-04T10:00:00+08:00')).toMatchObject({
      dueOn: '2026-11-07',
      law: '法律援助法 第四十三条',
    })
  })

  it('LP-14, LP-18, LP-19, LP-22, LP-33 are aims of the office and never shown as law', () => {
    for (const rule of ['LP-14', 'LP-18', 'LP-19', 'LP-22', 'LP-33'] as const)
      expect(limit(rule, '2026-11-23').law).toBeNull()
    expect(limit('LP-14', '2026-11-23', { 'LP-14': 10 }).amount).toBe(10)
    expect(() => limit('LP-11', '2026-11-23', { 'LP-11': 10 })).toThrow('fixed by law')
  })

  it('LP-18: the formalities have their own time, which ends when they are confirmed', () => {
    const history = [
      step('2026-11-02', 'open', 'under_review'),
      step('2026-11-02', 'provide_in_advance', 'granted'),
      step('2026-11-02', 'assign', 'assigned'),
      step('2026-11-05', 'confirm_formalities', 'assigned'),
    ]
    expect(read('formalities', history.slice(0, 3), '2026-11-03T10:00:00+08:00')).toMatchObject({
      dueOn: '2026-11-09',
      state: 'running',
    })
    expect(read('formalities', history, '2026-12-03T10:00:00+08:00')).toMatchObject({ state: 'met' })
    const ordinary = [step('2026-11-02', 'open', 'under_review'), step('2026-11-03', 'grant', 'granted')]
    expect(read('formalities', ordinary, NOW)).toBeNull()
  })

  it('LP-19, LP-22: begin with the assignment and with the request, and are met by their own step', () => {
    const assigned = [
      step('2026-11-02', 'assign', 'assigned'),
      step('2026-11-03', 'accept_assignment', 'in_progress'),
    ]
    expect(read('agreement', assigned, '2026-11-09T10:00:00+08:00')).toMatchObject({ state: 'running' })
    const signed = [...assigned, step('2026-11-04', 'sign_agreement', 'in_progress')]
    expect(read('agreement', signed, '2026-11-20T10:00:00+08:00')).toMatchObject({ state: 'met' })
    expect(read('change', signed, NOW)).toBeNull()
    const asked = [...signed, step('2026-11-10', 'request_change', 'in_progress')]
    expect(read('change', asked, '2026-11-11T10:00:00+08:00')).toMatchObject({ dueOn: '2026-11-15' })
    const kept = [...asked, step('2026-11-12', 'keep_lawyer', 'in_progress')]
    expect(read('change', kept, '2026-11-30T10:00:00+08:00')).toMatchObject({ state: 'met' })
    const given = [...assigned, step('2026-11-04', 'declare_conflict', 'granted')]
    expect(read('agreement', given, '2026-11-30T10:00:00+08:00')).toMatchObject({ state: 'ended' })
  })

  it('CLK-7: an aim of the office that is set anew does not move the days that somebody was told', () => {
    const asked = { ...step('2026-11-03', 'ask_for_material', 'awaiting_material'), facts: { 'LP-14': '20' } }
    const clock = legalAid.clocks.supplement
    const changed: LimitOn = (rule, on, set) => limit(rule, on, set ?? { 'LP-14': 10 })
    const dueOn = (history: Step[]) => clock && readClock(clock, changed, history, CONTEXT)?.dueOn
    expect(dueOn([step('2026-11-02', 'open', 'under_review'), asked])).toBe('2026-11-23')
    expect(dueOn([step('2026-11-03', 'ask_for_material', 'awaiting_material')])).toBe('2026-11-13')
  })

  it('LP-14: the days of the notice run while the case waits', () => {
    const history = [
      step('2026-11-02', 'open', 'under_review'),
      step('2026-11-03', 'ask_for_material', 'awaiting_material'),
    ]
    const reading = read('supplement', history, addMinutes(NOW, 0))
    expect(reading).toMatchObject({ dueOn: '2026-11-18', law: null })
    expect(dayOf(reading?.startedAt ?? '')).toBe('2026-11-03')
  })
})
