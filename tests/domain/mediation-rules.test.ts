import fc from 'fast-check'

import { type Agreement, agreementText, effectOf, isPast, problemOf, whyOnPaper } from '#domain/agreement'
import { calendar } from '#domain/calendar'
import { commonPick } from '#domain/choice'
import { readClock } from '#domain/clock'
import { fullTimeShare, gapsOf } from '#domain/committee'
import { blocksOf, CONFIRMATION_FACTS, lastDayOf, noticeDays, noticeDue } from '#domain/confirmation'
import { addDays, dayOf } from '#domain/day'
import {
  type Committee,
  committeesFor,
  DISPUTE_HINT,
  DISPUTE_NAME,
  DISPUTES,
  disputeOf,
  EXCLUSION,
  EXCLUSIONS,
  LEVELS,
  ROUTES,
} from '#domain/dispute'
import { closingGaps, DOSSIER, dossierOf } from '#domain/dossier'
import { fingerprint, flagsOf, isDrawn, likeness, type Mediated, officeFor } from '#domain/honesty'
import { mediation } from '#domain/mediation'
import { CLAUSES } from '#domain/mediation-clauses'
import { performanceOf, plannedOf } from '#domain/mediation-past'
import type { Deed } from '#domain/procedure'
import { REFERRAL } from '#domain/referral'
import { limit } from '#domain/rules'

const CALENDAR = calendar()
const CLOCKS = {
  mediation: { rule: 'PM-12', runs: ['accepted', 'in_mediation'], extendedBy: 'extend' },
  confirmation: {
    rule: 'JC-1',
    runs: ['agreed', 'closed'],
    startedBy: ['seal_agreement', 'record_oral_agreement'],
    stoppedBy: ['record_confirmation'],
    right: true,
  },
} as const
const NOON = '2026-11-23T12:00:00+08:00'

describe('which committee (PM-10)', () => {
  const register: Committee[] = [
    { id: 'village', level: 'village', regionCode: '431224100001', types: [] },
    { id: 'next village', level: 'village', regionCode: '431224100002', types: [] },
    { id: 'town', level: 'town', regionCode: '431224100000', types: [] },
    { id: 'traffic', level: 'industry', regionCode: '431224000000', types: ['traffic'] },
    { id: 'other town', level: 'town', regionCode: '431224103000', types: [] },
  ]
  const ids = (places: string[], type: Committee['types'][number], hard = false) =>
    committeesFor(register, { places, type, hard }).map(({ id }) => id)

  it('PM-10: is that of the village, then of the town', () => {
    expect(ids(['431224100001'], 'neighbours')).toEqual(['village', 'town'])
  })

  it('PM-10: is that of the town when two villages are concerned, or when it is difficult', () => {
    expect(ids(['431224100001', '431224100002'], 'neighbours')[0]).toBe('town')
    expect(ids(['431224100001'], 'neighbours', true)[0]).toBe('town')
  })

  it('PM-27: is first the one that is there for this very kind of dispute', () => {
    expect(ids(['431224100001'], 'traffic')).toEqual(['traffic', 'village', 'town'])
  })

  it('PM-29: no level of committee is a body that may charge', () => {
    expect(LEVELS).toEqual(['village', 'town', 'enterprise', 'industry', 'other'])
  })
})

describe('what is and what is not for a committee', () => {
  it('knows the eighteen kinds, each with a name, a hint, clauses to begin with and other ways', () => {
    expect(DISPUTES).toHaveLength(18)
    for (const dispute of DISPUTES) {
      expect(DISPUTE_NAME[dispute] && DISPUTE_HINT[dispute]).toBeTruthy()
      expect(CLAUSES[dispute].length).toBeGreaterThan(0)
      expect(ROUTES[dispute].length).toBeGreaterThan(0)
    }
  })

  it('PM-11: whoever is turned away is told why, and at least one right door', () => {
    for (const exclusion of EXCLUSIONS) {
      const { name, why, doors } = EXCLUSION[exclusion]
      expect(name && why).toBeTruthy()
      expect(doors.every((door) => REFERRAL[door].text.length > 0) && doors.length > 0).toBe(true)
    }
  })

  it('PM-15: wages and labour go to arbitration, contracted land to its own', () => {
    expect(ROUTES.wages[0]).toBe('labour_arbitration')
    expect(ROUTES.land[0]).toBe('land_arbitration')
    expect(disputeOf('loan')).toBe('contract')
    expect(disputeOf('which_office')).toBe('other')
  })
})

describe('choosing a mediator (PM-5)', () => {
  it('PM-5: the one whom both like best; without a common one the committee decides', () => {
    expect(commonPick({ applicant: ['a', 'b', 'c'], otherSide: ['c', 'b'] }, [])).toBe('b')
    expect(commonPick({ applicant: ['a'], otherSide: ['b'] }, [])).toBeNull()
    expect(commonPick({ applicant: [], otherSide: ['b'] }, [])).toBeNull()
  })

  it('PM-6: never one who was rejected or has a conflict', () => {
    expect(commonPick({ applicant: ['a', 'b'], otherSide: ['a', 'b'] }, ['a'])).toBe('b')
  })

  it('PM-5: does not depend on who chose first', () => {
    const picks = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'))
    fc.assert(
      fc.property(picks, picks, (applicant, otherSide) => {
        const one = commonPick({ applicant, otherSide }, [])
        expect(commonPick({ applicant: otherSide, otherSide: applicant }, [])).toBe(one)
        if (one) expect(applicant.includes(one) && otherSide.includes(one)).toBe(true)
      }),
    )
  })
})

const TERMS: Agreement = {
  facts: '墙占了通道',
  disputed: '界线在哪里',
  duty: null,
  clauses: ['退一米', '补偿三千元'],
  ways: ['remove', 'compensate'],
  amount: 3000,
  instalments: [
    { dueOn: '2026-12-01', amount: 1000, what: '补偿' },
    { dueOn: '2027-01-01', amount: 2000, what: '补偿' },
  ],
  place: null,
}

describe('an agreement', () => {
  it('PM-18: says facts, what was in dispute, clauses, the way and the time of performance', () => {
    const text = agreementText(TERMS)
    for (const part of [
      '墙占了通道',
      '界线在哪里',
      '退一米',
      '排除妨碍',
      '3000 元',
      '2026年12月1日',
      '2027年1月1日',
    ])
      expect(text).toContain(part)
    expect(agreementText({ ...TERMS })).toBe(text)
    expect(agreementText({ ...TERMS, amount: 3001 })).not.toBe(text)
  })

  it('refuses instalments that do not add up, or whose days run backwards', () => {
    expect(problemOf(TERMS)).toBeNull()
    expect(problemOf({ ...TERMS, amount: 5000 })).toContain('3000')
    expect(problemOf({ ...TERMS, instalments: TERMS.instalments.toReversed() })).toContain('先后')
    expect(problemOf({ amount: 0, instalments: [] })).toBeNull()
  })

  it('PM-19: is in force from the last of parties, mediator and seal, in whatever order they come', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-10-01', n))
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 4 }), day, day, (parties, mediator, seal) => {
        const days = [...parties, mediator, seal].sort()
        const at = effectOf({ parties, mediator, seal }, '2027-01-01T09:00:00+08:00')
        expect(dayOf(at)).toBe(days.at(-1))
        expect(effectOf({ parties: parties.toReversed(), mediator, seal }, '2027-01-01T09:00:00+08:00')).toBe(
          at,
        )
      }),
    )
    expect(effectOf({ parties: ['2026-11-23'], mediator: '2026-11-22', seal: '2026-11-20' }, NOON)).toBe(NOON)
    expect([isPast('2026-11-23', NOON), isPast('2026-11-24', NOON)]).toEqual([true, false])
  })

  it('may not be signed electronically where it touches status, adoption, inheritance or guardianship', () => {
    for (const touch of ['status', 'adoption', 'inheritance', 'guardianship'] as const)
      expect(whyOnPaper(['property_right', touch])).toContain('电子签名法')
    for (const touch of ['none', 'property_right', 'intellectual_property'] as const)
      expect(whyOnPaper([touch])).toBeNull()
  })
})

describe('judicial confirmation', () => {
  const at = '2026-11-01T10:00:00+08:00'
  const asked = {
    touches: ['none'] as const,
    oral: false,
    effectiveAt: at,
    today: '2026-11-10',
    calendar: CALENDAR,
  }

  it('JC-1: thirty days from effect, the day itself not counted, moved off holidays', () => {
    expect(lastDayOf(at, CALENDAR)).toMatchObject({ dueOn: '2026-12-01', dueLegalOn: '2026-12-01' })
    expect(lastDayOf('2026-11-05T23:59:00+08:00', CALENDAR)).toMatchObject({
      dueOn: '2026-12-05',
      dueLegalOn: '2026-12-07',
    })
  })

  it('JC-1: the clock of the case counts from effect, not from the day on which it was written down', () => {
    const sealed = { at: NOON, to: 'agreed', action: 'seal_agreement', facts: { effectiveAt: at } }
    const reading = readClock(CLOCKS.confirmation, limit, [sealed as never], {
      now: NOON,
      calendar: CALENDAR,
    })
    expect(reading).toMatchObject({ dueOn: '2026-12-01', startedAt: at })
  })

  it('JC-1: is a right of both: it ends with the thirty days, and nothing of the office is overdue by it', () => {
    const sealed = { at, to: 'agreed', action: 'seal_agreement', facts: { effectiveAt: at } }
    const asked = { at: '2026-11-20T09:00:00+08:00', to: 'agreed', action: 'record_confirmation', facts: {} }
    const read = (now: string, ...history: object[]) =>
      readClock(CLOCKS.confirmation, limit, history as never[], { now, calendar: CALENDAR })?.state
    expect(read('2026-12-01T12:00:00+08:00', sealed)).toBe('running')
    expect(read('2026-12-02T12:00:00+08:00', sealed)).toBe('ended')
    expect(read('2026-12-20T12:00:00+08:00', sealed, asked)).toBe('met')
  })

  it('JC-5: nothing stands against a plain agreement; status, ownership, oral and late ones are blocked with reasons', () => {
    expect(blocksOf(asked)).toEqual([])
    expect(blocksOf({ ...asked, touches: ['status'] })[0]?.law).toContain('三百五十五')
    expect(blocksOf({ ...asked, touches: ['property_right'] })[0]?.text).toContain('物权')
    expect(blocksOf({ ...asked, oral: true })[0]?.text).toContain('口头')
    expect(blocksOf({ ...asked, today: '2026-12-02' })[0]?.text).toContain('起诉')
    expect(blocksOf({ ...asked, today: '2026-12-01' })).toEqual([])
    expect(blocksOf({ ...asked, touches: ['inheritance'] })).toEqual([])
  })

  it('JC-10: is spoken of on the day of effect, on day 20 and on day 27, never after the thirtieth', () => {
    expect(noticeDays(at)).toEqual(['2026-11-01', '2026-11-21', '2026-11-28'])
    const due = (day: number) => noticeDue(at, addDays('2026-11-01', day))
    expect([0, 19, 20, 26, 27, 30, 31].map(due)).toEqual([0, 0, 20, 20, 27, 27, null])
    expect(due(-1)).toBeNull()
  })

  it('JC-2, JC-3, JC-4, JC-6, JC-7, JC-8, JC-9: both are told where, how, with what, and what it brings', () => {
    const said = CONFIRMATION_FACTS.map(({ text }) => text).join('\n')
    for (const part of ['住所地', '口头', '身份证明', '一起到场', '不是自愿', '不收费', '强制执行'])
      expect(said).toContain(part)
    expect(CONFIRMATION_FACTS.every(({ law }) => law.includes('条'))).toBe(true)
  })
})

it('the clocks of the table are those of the rules', () => {
  expect(mediation.clocks).toMatchObject(CLOCKS)
})

describe('the month (PM-12)', () => {
  const step = (at: string, to: string, action: string, facts = {}) => ({ at, to, action, facts }) as never
  const accepted = step('2026-01-31T10:00:00+08:00', 'accepted', 'accept')
  const read = (...history: never[]) =>
    readClock(CLOCKS.mediation, limit, history, {
      now: '2026-03-05T10:00:00+08:00',
      calendar: CALENDAR,
    })

  it('PM-12: ends on the same day of the next month, or on its last day', () => {
    expect(read(accepted)).toMatchObject({ dueOn: '2026-02-28', state: 'missed' })
  })

  it('PM-12: an extension that both agreed to moves it, and is never a shorter limit', () => {
    const extended = (until: string) => step('2026-02-20T10:00:00+08:00', 'in_mediation', 'extend', { until })
    expect(read(accepted, extended('2026-03-15'))).toMatchObject({ dueOn: '2026-03-15', state: 'running' })
    expect(read(accepted, extended('2026-02-21'))).toMatchObject({ dueOn: '2026-02-28' })
  })
})

const deed = (action: string, facts: Deed['facts'] = {}): Deed => ({
  at: NOON,
  byId: 'm',
  action,
  to: 'agreed',
  facts,
})

describe('the dossier', () => {
  const contents = { evidence: 0, identity: 1 }
  const past = [
    deed('confirm_rights', { side: 'both' }),
    deed('record_session'),
    deed('draft_agreement', { instalments: '1', touches: 'none' }),
    deed('seal_agreement', { effectiveAt: NOON }),
  ]

  it('PM-16: has thirteen items that complete themselves as the case goes on', () => {
    expect(DOSSIER).toHaveLength(13)
    const done = (history: Deed[]) =>
      dossierOf({ past: history, contents })
        .filter((line) => line.done)
        .map(({ item }) => item)
    expect(done([])).toEqual(['application', 'identity'])
    expect(done(past)).toEqual(['application', 'rights', 'identity', 'record', 'agreement'])
    const whole = [
      ...past,
      deed('mark_performed'),
      deed('return_visit'),
      deed('issue_pack'),
      deed('investigate'),
      deed('close'),
    ]
    expect(
      dossierOf({ past: whole, contents }).filter(({ needed, done: there }) => needed && !there),
    ).toEqual([])
  })

  it('PM-16, PM-21: closing is blocked only by what the law asks for, and says by what', () => {
    expect(closingGaps([], 'failed')).toEqual([])
    expect(closingGaps(past, 'agreed')).toEqual([expect.stringContaining('第三十一条')])
    expect(closingGaps([...past, deed('return_visit')], 'agreed')).toEqual([])
    expect(
      closingGaps(
        past.filter(({ action }) => action !== 'record_session'),
        'agreed',
      )[0],
    ).toContain('第二十七条')
    expect(closingGaps([deed('transfer')], 'transferred')).toEqual([expect.stringContaining('签收')])
    expect(closingGaps([deed('transfer'), deed('record_receipt')], 'transferred')).toEqual([])
  })

  it('PM-21: an instalment is performed when both say so, disputed when they differ', () => {
    const mark = (side: string, word: string) => deed('mark_performed', { no: '1', side, mark: word })
    expect(performanceOf([], 1)).toBe('open')
    expect(performanceOf([mark('applicant', 'done')], 1)).toBe('half')
    expect(performanceOf([mark('applicant', 'done'), mark('other_side', 'done')], 1)).toBe('performed')
    expect(performanceOf([mark('applicant', 'not_done'), mark('other_side', 'done')], 1)).toBe('disputed')
    expect(performanceOf([mark('applicant', 'not_done'), mark('applicant', 'done')], 1)).toBe('half')
  })

  it('forgets a session that was called off, held, or whose mediator has left', () => {
    const planned = deed('schedule_session', { session: 's', startsAt: 'a', endsAt: 'b' })
    expect(plannedOf([planned])).toEqual({ id: 's', startsAt: 'a', endsAt: 'b' })
    for (const action of [
      'record_session',
      'cancel_session',
      'reject_mediator',
      'declare_conflict',
      'assign_mediator',
    ])
      expect(plannedOf([planned, deed(action)])).toBeNull()
    expect(plannedOf([planned, deed('choose_mediator', { picks: 'a' })])).not.toBeNull()
    expect(plannedOf([planned, deed('choose_mediator', { picks: 'a', mediator: 'a' })])).toBeNull()
  })
})

describe('honesty checks', () => {
  const words =
    '双方因为围墙发生争吵，村里多次上门劝说，最后各让一步，同意以老墙为界，今后不再为这件事情争吵，并且互相道歉。'
  const one: Mediated = {
    openedAt: '2026-11-20T08:00:00+08:00',
    sessions: [{ startedAt: '2026-11-20T10:00:00+08:00', endedAt: '2026-11-20T11:00:00+08:00' }],
    fingerprint: fingerprint(words, 7),
    amount: 500,
    succeeded: true,
    confirmed: true,
  }
  const other = (more: Partial<Mediated>): Mediated => ({
    ...one,
    sessions: [],
    fingerprint: fingerprint(
      '赔偿医疗费误工费以后双方再无争议并且由保险公司支付剩余的部分款项直接打到对方指定账户',
      7,
    ),
    amount: 10,
    ...more,
  })

  it('finds a text that was only changed in names, days and amounts, and not one that is another', () => {
    const copied = words.replace('围墙', '排水').replace('村里', '镇上')
    expect(likeness(one.fingerprint, fingerprint(words, 7))).toBe(1)
    expect(
      flagsOf(one, [other({ fingerprint: fingerprint(`${words}（2026年11月20日，500元）`, 7) })]),
    ).toEqual(['similar_text'])
    expect(likeness(one.fingerprint, fingerprint(copied, 7))).toBeGreaterThan(0.5)
    expect(flagsOf(one, [other({})])).toEqual([])
    expect(fingerprint('太短', 7)).toBe('')
    expect(fingerprint(words, 8)).not.toBe(one.fingerprint)
  })

  it('finds two sessions of one mediator in the same minute, one that was over in no time, one before the request', () => {
    const at = (startedAt: string, endedAt: string) => ({ sessions: [{ startedAt, endedAt }] })
    const flags = (more: Partial<Mediated>, others: Mediated[] = []) => flagsOf({ ...one, ...more }, others)
    expect(flags({}, [other(at('2026-11-20T10:59:00+08:00', '2026-11-20T12:00:00+08:00'))])).toEqual([
      'impossible_time',
    ])
    expect(flags({}, [other(at('2026-11-20T11:00:00+08:00', '2026-11-20T12:00:00+08:00'))])).toEqual([])
    expect(flags(at('2026-11-20T10:00:00+08:00', '2026-11-20T10:05:00+08:00'))).toEqual(['impossible_time'])
    expect(flags(at('2026-11-18T10:00:00+08:00', '2026-11-18T11:00:00+08:00'))).toEqual(['impossible_time'])
  })

  it('finds the same amount again and again, a rate of a hundred per cent, and an agreement nobody confirmed', () => {
    expect(flagsOf(one, [other({ amount: 500 }), other({ amount: 500 })])).toEqual([])
    expect(
      flagsOf(
        one,
        Array.from({ length: 3 }, () => other({ amount: 500 })),
      ),
    ).toEqual(['same_amount'])
    expect(
      flagsOf(
        { ...one, amount: null },
        Array.from({ length: 3 }, () => other({ amount: null })),
      ),
    ).toEqual([])
    const many = Array.from({ length: 19 }, (_, n) => other({ amount: 1000 + n }))
    expect(flagsOf(one, many)).toEqual(['all_successful'])
    expect(flagsOf(one, [...many, other({ amount: 1, succeeded: false })])).toEqual([])
    expect(flagsOf({ ...one, confirmed: false }, [])).toEqual(['unconfirmed'])
  })

  it('draws five in a hundred, for another office than the one that mediated', () => {
    const drawn = Array.from({ length: 1000 }, (_, n) => n / 1000).filter(isDrawn)
    expect(drawn).toHaveLength(50)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (offices, chance) => {
          const [own = 'own'] = offices
          const office = officeFor(offices, own, chance)
          expect(office).not.toBe(own)
          expect(office === null).toBe(offices.length <= 1)
        },
      ),
    )
  })
})

describe('the register', () => {
  const whole = {
    members: 5,
    women: 2,
    manyPeoples: true,
    minorities: 1,
    chair: '某',
    termEndsOn: '2027-10-31',
  }

  it('PM-23: three to nine members, a chair, a woman, a member of a minority where there are several peoples, three years', () => {
    expect(gapsOf(whole, '2026-11-23')).toEqual([])
    expect(gapsOf({ ...whole, members: 2 }, '2026-11-23')[0]).toContain('3 至 9')
    expect(gapsOf({ ...whole, members: 10 }, '2026-11-23')).toHaveLength(1)
    expect(
      gapsOf({ ...whole, women: 0, minorities: 0, chair: null, termEndsOn: '2026-01-01' }, '2026-11-23'),
    ).toHaveLength(4)
  })

  it('PM-24: says which share of the mediators is full-time', () => {
    expect(fullTimeShare([{ fullTime: true }, { fullTime: false }, { fullTime: false }])).toBe(33)
    expect(fullTimeShare([])).toBeNull()
  })
})
