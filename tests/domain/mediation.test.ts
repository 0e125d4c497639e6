import { type Actor, type Grant, ROLES, type StaffRole } from '#domain/actor'
import { MEDIATION_STATUSES, mediation } from '#domain/mediation'
import { plannedOf } from '#domain/mediation-past'
import { MEDIATION_ACTION, MEDIATION_STATUS } from '#domain/mediation-words'
import { actionsFor, type Deed, isFinal, type Matter, mayRead, take } from '#domain/procedure'
import { Refusal } from '#domain/refusal'

const LUFENG = '431224100000'
const MOMENT = {
  now: '2026-11-23T09:00:00+08:00',
  changeBeforeMinutes: 120,
  missedCallAttempts: 3,
  lateCallMinutes: 30,
}
const HERE = 'lufeng'
const ELSEWHERE = 'hecheng'

const asked: Matter = {
  status: 'requested',
  applicantId: 'applicant',
  otherSideIds: ['other side'],
  handlerId: 'mediator',
  organisationId: HERE,
  regionCode: '431224100001',
  appointment: null,
  attempts: 0,
  retryAt: null,
  alarmed: false,
  unproven: false,
  urgent: false,
  past: [],
}

const grant = (role: StaffRole, organisationId: string): Grant => ({
  role,
  organisationId,
  regionCode: organisationId === HERE ? LUFENG : '431202000000',
})
const STAFF_ROLES = ROLES.filter((role) => role !== 'resident')
const somebody = (accountId: string, ...grants: Grant[]): Actor => ({ accountId, grants })
const EVERYBODY: Actor[] = [
  somebody('applicant'),
  somebody('other side'),
  somebody('stranger'),
  ...STAFF_ROLES.map((role) => somebody(role, grant(role, HERE))),
  ...STAFF_ROLES.map((role) => somebody(`${role} elsewhere`, grant(role, ELSEWHERE))),
]
const [applicant, otherSide] = [somebody('applicant'), somebody('other side')]
const mediator = somebody('mediator', grant('mediator', HERE))
const secretary = somebody('committee_secretary', grant('committee_secretary', HERE))
const OFFICE = [mediator, secretary]

const deed = (action: string, facts: Deed['facts'] = {}, to = 'in_mediation'): Deed => ({
  at: '2026-11-20T09:00:00+08:00',
  byId: 'mediator',
  action,
  to,
  facts,
})

const WILLING = [deed('invite'), deed('accept_invitation')]
const TOLD = [...WILLING, deed('accept'), deed('confirm_rights', { side: 'both' })]
const HELD = [
  ...TOLD,
  deed('schedule_session', { session: 's', startsAt: 'a', endsAt: 'b' }),
  deed('record_session'),
]
const DRAFTED = [...HELD, deed('draft_agreement', { ca: 'yes', touches: 'none', instalments: '2' })]
const SIGNED = [...DRAFTED, ...['applicant', 'other_side'].map((side) => deed('confirm_agreement', { side }))]
const SEALED = [...SIGNED, deed('seal_agreement', { effectiveAt: '2026-11-20T09:00:00+08:00' })]
const done = (no: number) =>
  ['applicant', 'other_side'].map((side) => deed('mark_performed', { no: String(no), side, mark: 'done' }))
const PAID = [...SEALED, ...done(1), ...done(2)]
const ORAL = [...TOLD, deed('record_oral_agreement', { touches: 'none', effectiveAt: 'x', instalments: '0' })]
const PASTS: Deed[][] = [
  [],
  [deed('invite')],
  WILLING,
  [...WILLING, deed('decline_invitation')],
  [...WILLING, deed('not_me', { anew: 'yes' }, 'requested')],
  TOLD,
  [
    ...TOLD,
    deed('invite_helper', { helper: 'h' }),
    deed('close_doors'),
    deed('extend', { until: '2026-12-31' }),
  ],
  HELD,
  DRAFTED,
  SIGNED,
  SEALED,
  PAID,
  ORAL,
  [...TOLD, deed('transfer')],
  [...TOLD, deed('transfer'), deed('record_receipt')],
  [...SEALED, deed('return_visit'), deed('close', { flags: 'same_amount' }, 'closed')],
]

const STANDINGS: Partial<Matter>[] = [{}, { handlerId: null }, { alarmed: true }, { unproven: true }]

const MATTERS: Matter[] = MEDIATION_STATUSES.flatMap((status) =>
  PASTS.flatMap((past) => STANDINGS.map((standing) => ({ ...asked, status, past, ...standing }))),
)

/** Two million refusals need no two million stacks. */
beforeAll(() => {
  Error.stackTraceLimit = 0
})

const ACTIONS = Object.keys(mediation.takenBy)

function refusalOf(action: string, actor: Actor, matter: Matter): Refusal | null {
  try {
    take(mediation, action, actor, matter, MOMENT)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

const accepts = (action: string, actor: Actor, matter: Matter) => refusalOf(action, actor, matter) === null
const why = (action: string, actor: Actor, matter: Matter) =>
  refusalOf(action, actor, matter)?.message ?? 'accepted'

describe('what may happen to a mediation', () => {
  it('offers exactly the actions it accepts, to every side and every role, in every status', () => {
    const wrong = MATTERS.flatMap((matter) =>
      EVERYBODY.flatMap((actor) => {
        const offered = actionsFor(mediation, actor, matter, MOMENT)
        return ACTIONS.filter((action) => offered.includes(action) !== accepts(action, actor, matter)).map(
          (action) => `${action} by ${actor.accountId} in ${matter.status}`,
        )
      }),
    )
    expect(wrong).toEqual([])
  })

  it('lets nobody from elsewhere see or do anything, nor a mediator who does not have the case', () => {
    const strangers = EVERYBODY.filter(({ accountId }) => / elsewhere|stranger/.test(accountId))
    const colleague = somebody('colleague', grant('mediator', HERE))
    const seen = MATTERS.flatMap((matter) =>
      [...strangers, colleague].filter(
        (actor) =>
          mayRead(mediation, actor, matter) || actionsFor(mediation, actor, matter, MOMENT).length > 0,
      ),
    )
    expect(seen).toEqual([])
  })

  it('says "not yours" before it says "not now"', () => {
    const stranger = somebody('stranger')
    const codes = MATTERS.flatMap((matter) =>
      ACTIONS.map((action) => refusalOf(action, stranger, matter)?.code),
    )
    expect(new Set(codes)).toEqual(new Set(['not_yours']))
  })

  it('gives a side only steps that are its own', () => {
    const ofParties = ACTIONS.filter((action) =>
      [applicant, otherSide].some((actor) => MATTERS.some((matter) => accepts(action, actor, matter))),
    )
    expect(ofParties.sort()).toEqual(
      [
        'accept_invitation',
        'add_to_dossier',
        'choose_mediator',
        'close_doors',
        'complain',
        'confirm_receipt',
        'confirm_record',
        'confirm_rights',
        'consent_helper',
        'decline_invitation',
        'dispute_agreement',
        'issue_authority',
        'issue_pack',
        'join',
        'mark_performed',
        'not_me',
        'record_confirmation',
        'reject_mediator',
        'sign_agreement',
        'state_party',
        'withdraw',
      ].sort(),
    )
  })

  it('has words for every status and action, and says so where there is no way back', () => {
    expect(Object.keys(MEDIATION_STATUS).sort()).toEqual([...MEDIATION_STATUSES].sort())
    expect(Object.keys(MEDIATION_ACTION).sort()).toEqual([...ACTIONS].sort())
    for (const action of [
      'withdraw',
      'decline_invitation',
      'not_accept',
      'fail',
      'close',
      'seal_agreement',
    ] as const)
      expect(MEDIATION_ACTION[action].final).toBe(true)
  })
})

const in_ = (status: string, past: Deed[], more: Partial<Matter> = {}): Matter => ({
  ...asked,
  status,
  past,
  ...more,
})

describe('when the wrong person came for the other side', () => {
  const wrong = [...SIGNED, deed('not_me', { anew: 'yes' }, 'requested')]
  const right = [...wrong, deed('invite'), deed('accept_invitation')]

  it('nothing that one said counts, and the case is taken up by the right one', () => {
    expect(take(mediation, 'not_me', otherSide, in_('in_mediation', SIGNED), MOMENT)).toBe('requested')
    expect(why('accept', secretary, in_('invited', [...wrong, deed('invite')]))).toContain('第十七条')
    expect(accepts('accept', secretary, in_('invited', right))).toBe(true)
    const asIfGoingOn = in_('in_mediation', right)
    expect(why('record_session', mediator, asIfGoingOn)).toContain('权利义务')
    expect(why('seal_agreement', secretary, asIfGoingOn)).toContain('协议文本')
    expect(accepts('confirm_rights', otherSide, asIfGoingOn)).toBe(true)
    expect(accepts('confirm_rights', applicant, asIfGoingOn)).toBe(false)
  })

  it('ends nothing for the applicant, whoever says it', () => {
    for (const actor of [otherSide, ...OFFICE])
      for (const status of ['invited', 'accepted', 'in_mediation'])
        expect(isFinal(mediation, take(mediation, 'not_me', actor, in_(status, WILLING), MOMENT))).toBe(false)
  })

  it('their hours are free again, and so they are after every end', () => {
    const planned = [...TOLD, deed('schedule_session', { session: 's', startsAt: 'a', endsAt: 'b' })]
    expect(plannedOf(planned)).not.toBeNull()
    for (const end of ['not_me', 'seal_agreement', 'fail', 'withdraw', 'decline_invitation'])
      expect(plannedOf([...planned, deed(end, end === 'not_me' ? { anew: 'yes' } : {})])).toBeNull()
  })
})

describe('the rules of people’s mediation', () => {
  it('PM-1: nothing in it is ever paid for: no step takes or asks for money of the parties', () => {
    expect(ACTIONS.filter((action) => /pay|fee|charge|price/.test(action))).toEqual([])
  })

  it('PM-2: once the other side has refused nobody can ask it again; it ends there', () => {
    expect(isFinal(mediation, 'other_side_refused')).toBe(true)
    for (const actor of EVERYBODY)
      for (const action of ['invite', 'accept', 'accept_together', 'accept_invitation', 'schedule_session'])
        expect(
          accepts(action, actor, in_('other_side_refused', [...WILLING, deed('decline_invitation')])),
        ).toBe(false)
    expect(why('accept', secretary, in_('invited', [deed('invite')]))).toContain('第十七条')
  })

  it('PM-3: withdrawing never depends on anything while mediation goes on', () => {
    for (const status of ['requested', 'invited', 'accepted', 'in_mediation', 'transferred'])
      for (const past of PASTS) expect(accepts('withdraw', applicant, in_(status, past))).toBe(true)
    for (const status of ['invited', 'accepted', 'in_mediation', 'transferred'])
      for (const past of PASTS) expect(accepts('decline_invitation', otherSide, in_(status, past))).toBe(true)
  })

  it('PM-4: courts and police may send a matter: staff can take it with both present', () => {
    expect(take(mediation, 'accept_together', secretary, asked, MOMENT)).toBe('accepted')
  })

  it('PM-5: either side may choose and may reject; only the committee assigns', () => {
    for (const side of [applicant, otherSide]) {
      expect(accepts('choose_mediator', side, in_('accepted', TOLD))).toBe(true)
      expect(accepts('reject_mediator', side, in_('in_mediation', HELD))).toBe(true)
      expect(accepts('assign_mediator', side, in_('accepted', TOLD))).toBe(false)
    }
    expect(accepts('assign_mediator', secretary, in_('accepted', TOLD, { handlerId: null }))).toBe(true)
  })

  it('PM-6: a mediator with a conflict says so and is out', () => {
    expect(accepts('declare_conflict', mediator, in_('accepted', TOLD))).toBe(true)
    expect(accepts('declare_conflict', mediator, in_('accepted', TOLD, { handlerId: null }))).toBe(false)
  })

  it('PM-7: an invited person is spoken of by both sides, once each', () => {
    const invited = [...TOLD, deed('invite_helper', { helper: 'h' })]
    expect(accepts('consent_helper', applicant, in_('accepted', invited))).toBe(true)
    const one = [...invited, deed('consent_helper', { helper: 'h', side: 'applicant', says: 'yes' })]
    expect(accepts('consent_helper', applicant, in_('accepted', one))).toBe(false)
    expect(accepts('consent_helper', otherSide, in_('accepted', one))).toBe(true)
  })

  it('PM-8: no session is recorded and no agreement written before both were told of their rights', () => {
    for (const action of ['record_session', 'record_oral_agreement'])
      expect(
        why(action, mediator, in_('accepted', [...WILLING, deed('confirm_rights', { side: 'applicant' })])),
      ).toContain('权利义务')
    expect(accepts('record_session', mediator, in_('accepted', TOLD))).toBe(true)
  })

  it('PM-9: either side may ask for closed doors', () => {
    for (const actor of [applicant, otherSide, mediator])
      expect(accepts('close_doors', actor, in_('accepted', TOLD))).toBe(true)
    const closed = in_('accepted', [...TOLD, deed('close_doors', { side: 'other_side' })])
    expect(why('close_doors', applicant, closed)).toContain('已经定为不公开')
  })

  it('PM-11: what is not for a committee is refused before it is taken up, by the office alone', () => {
    for (const status of ['requested', 'invited'])
      for (const actor of OFFICE) expect(accepts('not_accept', actor, in_(status, WILLING))).toBe(true)
    for (const side of [applicant, otherSide])
      expect(accepts('not_accept', side, in_('invited', WILLING))).toBe(false)
    expect(accepts('not_accept', secretary, in_('accepted', TOLD))).toBe(false)
  })

  it('PM-12: a month, and one extension', () => {
    expect(mediation.clocks.mediation).toMatchObject({ rule: 'PM-12', extendedBy: 'extend' })
    expect(accepts('extend', mediator, in_('in_mediation', HELD))).toBe(true)
    expect(
      accepts('extend', mediator, in_('in_mediation', [...HELD, deed('extend', { until: '2026-12-31' })])),
    ).toBe(false)
  })

  it('PM-14: danger can be reported in every status, by whoever works on it', () => {
    for (const status of MEDIATION_STATUSES)
      for (const actor of OFFICE) expect(accepts('report_danger', actor, in_(status, TOLD))).toBe(true)
  })

  it('PM-19: the seal comes when both have signed the draft as it stands', () => {
    expect(accepts('seal_agreement', secretary, in_('in_mediation', SIGNED))).toBe(true)
    const changed = [...SIGNED, deed('draft_agreement', { ca: 'no', touches: 'none', instalments: '2' })]
    expect(why('seal_agreement', secretary, in_('in_mediation', changed))).toContain('第二十九条')
  })

  it('a code proves receipt, never effect: what the parties press does not sign', () => {
    const received = [
      ...DRAFTED,
      ...['applicant', 'other_side'].map((side) => deed('confirm_receipt', { side })),
    ]
    expect(accepts('seal_agreement', secretary, in_('in_mediation', received))).toBe(false)
    const onPaper = [...HELD, deed('draft_agreement', { ca: 'no', touches: 'status', instalments: '0' })]
    expect(why('sign_agreement', applicant, in_('in_mediation', onPaper))).toContain('电子签名法')
    expect(accepts('sign_agreement', applicant, in_('in_mediation', DRAFTED))).toBe(true)
  })

  it('PM-20: an oral agreement needs no paper and no seal', () => {
    expect(take(mediation, 'record_oral_agreement', mediator, in_('accepted', TOLD), MOMENT)).toBe('agreed')
  })

  it('PM-21: what is not performed yet is looked after before the case is closed', () => {
    expect(why('close', secretary, in_('agreed', SEALED))).toContain('2 期')
    expect(accepts('close', secretary, in_('agreed', PAID))).toBe(true)
    expect(accepts('close', secretary, in_('agreed', [...SEALED, deed('return_visit')]))).toBe(true)
  })

  it('PM-22: a dispute about the agreement can be raised, by either side, also after closing', () => {
    for (const status of ['agreed', 'closed'])
      for (const side of [applicant, otherSide])
        expect(accepts('dispute_agreement', side, in_(status, SEALED))).toBe(true)
  })

  it('PM-28: an agreement without instalments is performed when both say so once', () => {
    const whole = [...TOLD, deed('record_oral_agreement', { instalments: '0', effectiveAt: 'x' })]
    expect(accepts('issue_proof', mediator, in_('agreed', whole))).toBe(false)
    expect(accepts('close', secretary, in_('agreed', whole))).toBe(true)
    expect(accepts('issue_proof', mediator, in_('agreed', [...whole, ...done(1)]))).toBe(true)
  })

  it('PM-21, JC-1: closing the dossier takes no right away', () => {
    const closed = [...SEALED, deed('return_visit'), deed('close', {}, 'closed')]
    for (const action of ['mark_performed', 'issue_pack', 'record_confirmation', 'dispute_agreement'])
      for (const side of [applicant, otherSide])
        expect([action, accepts(action, side, in_('closed', closed))]).toEqual([action, true])
    expect(accepts('return_visit', secretary, in_('closed', closed))).toBe(true)
    const failed = [...HELD, deed('fail', {}, 'failed'), deed('close', {}, 'closed')]
    for (const action of ['mark_performed', 'issue_pack'])
      expect(accepts(action, applicant, in_('closed', failed))).toBe(false)
  })

  it('PM-28: the proof for the police comes when everything is performed', () => {
    expect(accepts('issue_proof', mediator, in_('agreed', SEALED))).toBe(false)
    expect(accepts('issue_proof', mediator, in_('agreed', PAID))).toBe(true)
  })

  it('JC-5: what no court confirms gets no pack, and is told why', () => {
    const of = (touches: string) => [
      ...HELD,
      deed('draft_agreement', { touches, instalments: '0' }),
      deed('seal_agreement', { effectiveAt: 'x' }),
    ]
    expect(accepts('issue_pack', applicant, in_('agreed', of('none')))).toBe(true)
    for (const touches of ['status', 'adoption', 'property_right', 'inheritance intellectual_property'])
      expect(why('issue_pack', applicant, in_('agreed', of(touches)))).toContain('不受理')
    expect(why('issue_pack', applicant, in_('agreed', ORAL))).toContain('口头协议')
    const written = [...ORAL, deed('write_down', { touches: 'none' })]
    const both = ['applicant', 'other_side'].map((side) => deed('confirm_agreement', { side }))
    expect(why('issue_pack', applicant, in_('agreed', written))).toContain('口头协议')
    expect(accepts('issue_pack', applicant, in_('agreed', [...written, ...both]))).toBe(true)
  })

  it('seed 61: what was transferred comes back to where it stood', () => {
    const back = (past: Deed[]) => take(mediation, 'resume', secretary, in_('transferred', past), MOMENT)
    expect(back([...TOLD, deed('transfer')])).toBe('accepted')
    expect(back([deed('transfer')])).toBe('requested')
    expect(why('close', secretary, in_('transferred', [...TOLD, deed('transfer')]))).toContain('签收')
  })
})
