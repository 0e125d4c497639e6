import { type Actor, type Grant, ROLES, type StaffRole } from '#domain/actor'
import { actionsFor, type Deed, type Matter, mayRead, take } from '#domain/procedure'
import { Refusal } from '#domain/refusal'
import { limit } from '#domain/rules'
import {
  checkRulesStep,
  clausesNow,
  factsOfRulesStep,
  onTable,
  RED_FLAGS,
  RULES_REVIEW_STATUSES,
  rulesReview,
} from '#domain/rules-review'
import { RED_FLAG, RULES_REVIEW_WORDS } from '#domain/rules-review-words'

const VILLAGE = '431224100001'
const MOMENT = {
  now: '2026-11-24T09:00:00+08:00',
  changeBeforeMinutes: 120,
  missedCallAttempts: 3,
  lateCallMinutes: 30,
}
const deed = (action: string, to: string, facts: Record<string, string> = {}): Deed => ({
  at: '2026-11-23T09:00:00+08:00',
  byId: 'village_contact',
  action,
  to,
  facts,
})
const matter = (more: Partial<Matter> = {}): Matter => ({
  status: 'under_review',
  applicantId: 'village_contact',
  otherSideIds: [],
  handlerId: 'village_adviser',
  organisationId: 'bureau',
  regionCode: VILLAGE,
  appointment: null,
  attempts: 0,
  retryAt: null,
  alarmed: false,
  unproven: false,
  urgent: false,
  past: [deed('open', 'under_review')],
  ...more,
})
const grant = (role: StaffRole, organisationId: string, regionCode: string): Grant => ({
  role,
  organisationId,
  regionCode,
})
const somebody = (accountId: string, ...grants: Grant[]): Actor => ({ accountId, grants })
const STAFF = ROLES.filter((role) => role !== 'resident')
const EVERYBODY: Actor[] = [
  somebody('resident'),
  ...STAFF.map((role) => somebody(role, grant(role, 'bureau', VILLAGE))),
  ...STAFF.map((role) => somebody(`${role} elsewhere`, grant(role, 'other', '431202000000'))),
]
const ACTIONS = Object.keys(rulesReview.takenBy)
const PASTS = [
  [deed('open', 'under_review')],
  [deed('open', 'under_review'), deed('give_opinion', 'returned', { strike: '1' })],
  [deed('open', 'under_review'), deed('give_opinion', 'returned', { strike: '0' })],
]

function accepts(action: string, actor: Actor, of: Matter): boolean {
  try {
    take(rulesReview, action, actor, of, MOMENT)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

describe('the review of village rules (VA-10)', () => {
  it('offers exactly the steps it accepts, to everybody, in every status', () => {
    for (const actor of EVERYBODY)
      for (const status of RULES_REVIEW_STATUSES)
        for (const past of PASTS) {
          const one = matter({ status, past })
          expect(actionsFor(rulesReview, actor, one, MOMENT).sort()).toEqual(
            ACTIONS.filter((action) => accepts(action, actor, one)).sort(),
          )
        }
  })

  it('has words for every step, status and reason', () => {
    expect(Object.keys(RULES_REVIEW_WORDS.action).sort()).toEqual([...ACTIONS].sort())
    expect(Object.keys(RULES_REVIEW_WORDS.status).sort()).toEqual([...RULES_REVIEW_STATUSES].sort())
    for (const flag of RED_FLAGS) expect(RED_FLAG[flag].name.length).toBeGreaterThan(3)
  })

  it('does not file what the law forbids', () => {
    const officer = somebody('township_officer', grant('township_officer', 'office', '431224100000'))
    const [, unlawful = [], clean = []] = PASTS
    expect(accepts('file_final', officer, matter({ status: 'returned', past: unlawful }))).toBe(false)
    expect(accepts('file_final', officer, matter({ status: 'returned', past: clean }))).toBe(true)
  })

  it('is read by the township and the village, and of advisers by the one who has it', () => {
    const other = somebody('colleague', grant('village_adviser', 'bureau', '431224000000'))
    expect(mayRead(rulesReview, other, matter())).toBe(false)
    const own = somebody('village_adviser', grant('village_adviser', 'bureau', '431224000000'))
    expect(mayRead(rulesReview, own, matter())).toBe(true)
    const next = somebody('contact', grant('village_contact', 'other', '431224100002'))
    expect(mayRead(rulesReview, next, matter())).toBe(false)
  })

  it('keeps the opinion beside the text it speaks of, and not beside a changed one', () => {
    const form = { clauses: ['一', '二'] }
    const opinion = {
      action: 'give_opinion',
      at: '2026-11-24T09:00:00+08:00',
      paper: {
        opinions: [
          { verdict: 'lawful', flags: [] },
          { verdict: 'strike', flags: ['fine'] },
        ],
        summary: '改',
      },
    }
    const change = { action: 'revise', at: '2026-11-25T09:00:00+08:00', paper: { clauses: ['一'] } }
    expect(onTable(form, [opinion]).clauses[1]?.opinion?.verdict).toBe('strike')
    const after = onTable(form, [opinion, change])
    expect(after).toMatchObject({ version: 2, clauses: [{ text: '一', opinion: null }], summary: '改' })
    expect(clausesNow(form, [opinion, change])).toEqual(['一'])
  })

  it('counts what each clause is, and asks for every clause', () => {
    const opinions = [{ verdict: 'lawful' }, { verdict: 'strike' }, { verdict: 'strike' }]
    expect(factsOfRulesStep('give_opinion', { opinions })).toEqual({ lawful: '1', amend: '0', strike: '2' })
    expect(() => checkRulesStep('give_opinion', { opinions }, { clauses: ['一'] }, [])).toThrow(Refusal)
    expect(() =>
      checkRulesStep('give_opinion', { opinions }, { clauses: ['一', '二', '三'] }, []),
    ).not.toThrow()
  })

  it('is promised within working days, as the office has set it and not as law', () => {
    expect(limit('VA-10', '2026-11-23')).toMatchObject({ amount: 10, unit: 'working_day', law: null })
    expect(limit('VA-10', '2026-11-23', { 'VA-10': 5 }).amount).toBe(5)
  })
})
