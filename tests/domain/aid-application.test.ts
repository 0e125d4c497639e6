import { applicationProblems, type Filled } from '#domain/aid-application'
import { MATERIAL, MATERIALS, type MaterialCase, materialFor } from '#domain/aid-material'
import { againstLawyer, inTurn, type Lawyer, type Need } from '#domain/aid-rotation'

const TODAY = '2026-11-23'
const CHILD = '439903201505200021'

const unpaid: Filled = {
  regionCode: '431224100001',
  matter: 'wages',
  migrantWorker: true,
  applicant: { idKind: 'resident', idNumber: '439901198506150031', state: 'adult' },
  otherSide: { kind: 'organisation', name: '某某公司' },
  organ: 'none',
  means: { route: 'exempt', exemption: 'migrant_worker' },
  filledInBy: 'self',
}
const problems = (more: Partial<Filled>) => Object.keys(applicationProblems({ ...unpaid, ...more }, TODAY))
const father = { kind: 'statutory', idNumber: '439901198506150031', conflict: false } as const

describe('an application', () => {
  it('of a migrant worker who was not paid is complete without a word about means', () => {
    expect(problems({})).toEqual([])
  })

  it.each(['43990119850615003', '439901198506150032', '439901201302290010'])(
    'names what is wrong with the number %s',
    (idNumber) => {
      expect(problems({ applicant: { ...unpaid.applicant, idNumber } })).toEqual(['applicant.idNumber'])
    },
  )

  it('takes other papers as they are', () => {
    expect(
      problems({ applicant: { ...unpaid.applicant, idKind: 'passport', idNumber: 'E12345678' } }),
    ).toEqual([])
  })

  it('LP-4: who cannot act has an agent, and one without a conflict of interests', () => {
    expect(problems({ applicant: { ...unpaid.applicant, state: 'incapable' } })).toEqual(['agent'])
    expect(problems({ agent: { ...father, conflict: true } })).toEqual(['agent.conflict'])
    expect(problems({ agent: { ...father, idNumber: '1' } })).toEqual(['agent.idNumber'])
  })

  it('PI-9: for a child under 14 the guardian applies and consents', () => {
    const child = { ...unpaid.applicant, idNumber: idOf(CHILD) }
    expect(problems({ applicant: child })).toEqual(['agent', 'guardianConsent'])
    expect(
      problems({ applicant: child, agent: { ...father, kind: 'entrusted' }, guardianConsent: true }),
    ).toEqual(['agent.kind'])
    expect(problems({ applicant: child, agent: father, guardianConsent: true })).toEqual([])
  })

  it('LP-4: a child whose guardian is the wrongdoer is helped by a near relative, without the guardian’s consent', () => {
    const child = { ...unpaid.applicant, idNumber: idOf(CHILD), state: 'minor' as const }
    const aunt = { ...father, kind: 'near_relative' } as const
    expect(problems({ applicant: child, agent: aunt })).toEqual(['agent.kind', 'guardianConsent'])
    expect(problems({ applicant: child, agent: { ...aunt, guardianAgainst: true } })).toEqual([])
    expect(problems({ applicant: child, agent: { ...father, guardianAgainst: true } })).toEqual([])
    expect(
      problems({ applicant: child, agent: { ...father, kind: 'entrusted', guardianAgainst: true } }),
    ).toEqual(['agent.kind'])
    const detained = { ...unpaid.applicant, idNumber: '439903201105200023', state: 'detained' as const }
    expect(problems({ applicant: detained, agent: aunt })).toEqual([])
  })

  it('PI-9: at 15 the guardian applies, and no separate consent is asked for', () => {
    const youth = { ...unpaid.applicant, idNumber: '439903201105200023' }
    expect(problems({ applicant: youth })).toEqual(['agent'])
    expect(problems({ applicant: youth, agent: father })).toEqual([])
  })

  it('LP-1: says which organ has it, when one has', () => {
    expect(problems({ organ: 'court' })).toEqual(['organName'])
  })

  it('LP-9: says who filled it in, when it was somebody else', () => {
    expect(problems({ filledInBy: 'adviser' })).toEqual(['helperName'])
    expect(problems({ filledInBy: 'adviser', helperName: '舒顾问' })).toEqual([])
  })

  it('LP-7, LA-9: is exempt, or without condition, only where the law says so', () => {
    expect(problems({ matter: 'traffic' })).toEqual(['means.exemption'])
    expect(problems({ migrantWorker: false })).toEqual(['means.exemption'])
    expect(problems({ means: { route: 'no_condition' } })).toEqual(['means.route'])
    expect(problems({ matter: 'violence', means: { route: 'no_condition' } })).toEqual([])
    const accused = { matter: 'criminal_accused', means: { route: 'no_condition' } } as const
    expect(problems({ ...accused, accusedIs: 'minor' })).toEqual([])
    expect(problems({ ...accused, accusedIs: 'none' })).toEqual(['means.route'])
    expect(problems({ matter: 'divorce', violence: false, means: { route: 'no_condition' } })).toEqual([
      'means.route',
    ])
    expect(problems({ matter: 'divorce', violence: true, means: { route: 'no_condition' } })).toEqual([])
  })

  it('LP-6: query and promise are open to everybody', () => {
    for (const route of ['query', 'promise'] as const) expect(problems({ means: { route } })).toEqual([])
  })
})

/** The same number with the right check character. */
function idOf(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((sum, weight, n) => sum + weight * Number(number[n]), 0)
  return number.slice(0, 17) + '10X98765432'[sum % 11]
}

describe('what has to be shown', () => {
  const wages: MaterialCase = {
    matter: 'wages',
    meansRoute: 'exempt',
    exemption: 'migrant_worker',
    hasAgent: false,
    hasOrgan: false,
    hasContract: false,
  }
  const items = (more: Partial<MaterialCase> = {}) =>
    materialFor({ ...wages, ...more }).map(({ item }) => item)

  it('by an unpaid migrant worker: who they are, and any one proof of the work', () => {
    expect(materialFor(wages)).toEqual([
      { item: 'identity', needed: 'required' },
      { item: 'work_proof', needed: 'required' },
      { item: 'case_material', needed: 'if_you_have' },
    ])
    expect(MATERIAL.work_proof.anyOf?.join()).toMatch(/考勤.*工资.*聊天.*工牌/)
  })

  it('a contract only if there is one', () => {
    expect(items()).not.toContain('work_contract')
    expect(materialFor({ ...wages, hasContract: true })).toContainEqual({
      item: 'work_contract',
      needed: 'if_you_have',
    })
  })

  it('LP-5: proof of means is never required', () => {
    for (const meansRoute of ['query', 'promise'] as const)
      expect(materialFor({ ...wages, meansRoute, exemption: null })).toContainEqual({
        item: 'means_proof',
        needed: 'if_you_have',
      })
    expect(items({ meansRoute: 'no_condition', exemption: null })).not.toContain('means_proof')
  })

  it('LP-7: other exemptions are shown by their own paper', () => {
    expect(items({ exemption: 'social_relief' })).toContain('exemption_proof')
  })

  it('names each item once, with why and an example, whatever the case', () => {
    const twice = items({ hasOrgan: true, hasAgent: true, matter: 'social_benefit' })
    expect(new Set(twice).size).toBe(twice.length)
    for (const item of MATERIALS) expect(MATERIAL[item].why && MATERIAL[item].example).toBeTruthy()
  })
})

describe('whose turn it is', () => {
  const lawyer = (id: string, more: Partial<Lawyer> = {}): Lawyer => ({
    id,
    practiceSince: '2015-01-01',
    defenceSince: null,
    languages: ['mandarin'],
    leaveUntil: null,
    open: 0,
    lastAssignedAt: null,
    conflict: null,
    ...more,
  })
  const need: Need = { matter: 'wages', isGrave: false, language: null }
  const order = (lawyers: Lawyer[], more: Partial<Need> = {}) =>
    inTurn(lawyers, { ...need, ...more }, TODAY).map(({ id }) => id)

  it('whoever has waited longest, and of equals who has fewer in hand', () => {
    expect(
      order([
        lawyer('yesterday', { lastAssignedAt: '2026-11-22T09:00:00+08:00' }),
        lawyer('busy', { open: 5 }),
        lawyer('free'),
        lawyer('last month', { lastAssignedAt: '2026-10-01T09:00:00+08:00' }),
      ]),
    ).toEqual(['free', 'busy', 'last month', 'yesterday'])
  })

  it('is passed over on leave and with a conflict, which is said', () => {
    const away = lawyer('away', { leaveUntil: '2026-11-23' })
    const partial = lawyer('partial', { conflict: 'other_side' })
    expect(order([away, partial, lawyer('there')])).toEqual(['there', 'away', 'partial'])
    expect(againstLawyer(away, need, TODAY)).toContain('2026-11-23')
    expect(againstLawyer(away, need, '2026-11-24')).toBeNull()
    expect(againstLawyer(partial, need, TODAY)).toContain('对方')
  })

  it('LA-5: life and death want three years of criminal defence', () => {
    const grave = { isGrave: true, matter: 'criminal_accused' } as const
    expect(againstLawyer(lawyer('civil'), { ...need, ...grave }, TODAY)).toContain('第二十六条')
    expect(
      againstLawyer(lawyer('new', { defenceSince: '2023-11-24' }), { ...need, ...grave }, TODAY),
    ).not.toBeNull()
    expect(
      againstLawyer(lawyer('old', { defenceSince: '2023-11-22' }), { ...need, ...grave }, TODAY),
    ).toBeNull()
  })

  it('goes before others to somebody who speaks the language', () => {
    const speaker = lawyer('speaker', {
      languages: ['mandarin', 'miao'],
      lastAssignedAt: '2026-11-22T09:00:00+08:00',
    })
    expect(order([lawyer('other'), speaker], { language: 'miao' })).toEqual(['speaker', 'other'])
  })
})
