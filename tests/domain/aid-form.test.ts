import fc from 'fast-check'
import { safeParse } from 'valibot'

import { Application } from '../../src/contract/legal-aid-application.ts'
import {
  FORM_FIELDS,
  FORM_STEPS,
  type FormField,
  materialsFor,
  type Said,
  type Scene,
  stepsFor,
} from '../../src/domain/aid-form.ts'
import { applicationFrom, formProblems, stepWith } from '../../src/domain/aid-form-sent.ts'
import { MATTERS } from '../../src/domain/aid-matter.ts'

const SCENE: Scene = { on: '2026-11-23', regionCode: '431224100001' }

/** 439900 is no place: nobody has such a number. */
const ADULT = '439900198501010017'
const CHILD = '439900201901010010'

const WORKER: Said = {
  matter: 'wages',
  migrantWorker: true,
  summary: '2026年3月到8月在县城工地做木工，老板欠我一万二不给',
  wish: '要回工资一万二千元',
  'otherSide.kind': 'person',
  'otherSide.name': '李老板',
  'otherSide.sameHousehold': false,
  organ: 'none',
  deadline: 'no',
  'applicant.state': 'adult',
  'applicant.name': '张三演示',
  'applicant.idNumber': ADULT,
  'applicant.phone': '13900000001',
  'applicant.address': '溆浦县卢峰镇桔花园社区',
  filledInBy: 'self',
}

const STATED: Said = {
  ...WORKER,
  matter: 'support',
  'means.exemption': 'none',
  'means.route': 'promise',
  'means.promise': true,
  'means.statement.people': '3人',
  'means.statement.monthlyIncome': '１，８００元',
}

const bodyOf = (said: Said) => ({ ...applicationFrom(said, SCENE), truthful: true })
const wrongIn = (said: Said) => [
  ...(safeParse(Application, bodyOf(said)).issues ?? []).map(({ message }) => message),
  ...Object.values(formProblems(said, SCENE)),
]

it('LP-7: a migrant worker who was not paid is asked for no means, by any of the four ways', () => {
  expect(wrongIn(WORKER)).toEqual([])
  expect(bodyOf(WORKER)).toMatchObject({ means: { route: 'exempt', exemption: 'migrant_worker' } })
  for (const step of ['exemption', 'means', 'statement'] as const)
    expect(stepsFor(WORKER, SCENE)).not.toContain(step)
})

it('LA-9: in matters without a condition of means nobody is asked either', () => {
  const said = { ...WORKER, matter: 'violence' }
  expect(stepsFor(said, SCENE)).not.toContain('means')
  expect(bodyOf(said)).toMatchObject({ means: { route: 'no_condition' } })
  expect(wrongIn(said)).toEqual([])
})

it('LP-6: everybody else says how the means are shown; the statement goes along only then', () => {
  expect(wrongIn(STATED)).toEqual([])
  expect(bodyOf(STATED)).toMatchObject({
    means: { route: 'promise', promise: true, statement: { people: 3, monthlyIncome: 1800 } },
  })
  const exempt = { ...STATED, 'means.exemption': 'social_relief' }
  expect(bodyOf(exempt)).toMatchObject({ means: { route: 'exempt', exemption: 'social_relief' } })
  expect(JSON.stringify(bodyOf(exempt))).not.toContain('statement')
  expect(stepsFor(exempt, SCENE)).not.toContain('statement')
})

it('PI-9, LP-4: for a child under 14 the guardian is asked, and consents', () => {
  const said = { ...WORKER, 'applicant.state': 'minor', 'applicant.idNumber': CHILD }
  expect(stepsFor(said, SCENE)).toEqual(expect.arrayContaining(['agent', 'guardian']))
  expect(formProblems(said, SCENE)).toMatchObject({
    guardianConsent: '不满十四周岁，请监护人同意处理孩子的信息',
  })
  const whole = {
    ...said,
    guardianConsent: true,
    'agent.name': '张父演示',
    'agent.relation': '父亲',
    'agent.idNumber': ADULT,
    'agent.phone': '13900000002',
    'agent.conflict': false,
    'agent.guardianAgainst': false,
  }
  expect(wrongIn(whole)).toEqual([])
  expect(bodyOf(whole)).toMatchObject({ agent: { kind: 'statutory' } })
  const { 'agent.guardianAgainst': _, ...unsaid } = whole
  expect(formProblems(unsaid, SCENE)).toHaveProperty(['agent.guardianAgainst'])
})

it('LP-4: where the parents are the wrongdoers a near relative acts, and no parent has to consent', () => {
  const said: Said = {
    ...WORKER,
    matter: 'violence',
    'applicant.state': 'minor',
    'applicant.idNumber': CHILD,
    'agent.name': '奶奶演示',
    'agent.relation': '奶奶',
    'agent.idNumber': ADULT,
    'agent.phone': '13900000002',
    'agent.conflict': false,
    'agent.guardianAgainst': true,
  }
  expect(stepsFor(said, SCENE)).not.toContain('guardian')
  expect(wrongIn(said)).toContain('请选择代理人是什么身份')
  const whole = { ...said, 'agent.kind': 'near_relative' }
  expect(wrongIn(whole)).toEqual([])
  expect(bodyOf(whole)).toMatchObject({ agent: { kind: 'near_relative', guardianAgainst: true } })
  expect(bodyOf({ ...whole, 'agent.guardianAgainst': false })).toMatchObject({ agent: { kind: 'statutory' } })
})

it('LA-4, LA-5: who is to be defended by law shows no means; life or death is marked', () => {
  const said = { ...WORKER, matter: 'criminal_accused', accusedIs: 'life_or_death' }
  expect(bodyOf(said)).toMatchObject({
    isGrave: true,
    accusedIs: 'life_or_death',
    means: { route: 'no_condition' },
  })
  expect(wrongIn(said)).toEqual([])
})

it('what is not answered is named, each on the screen on which it is mended', () => {
  const problems = formProblems({}, SCENE)
  expect(problems).toMatchObject({ organ: '请选择有没有找过机关', deadline: '请选择有没有期限' })
  expect(stepWith('regionCode', {}, SCENE)).toBe('place')
  expect(stepWith('means.route', WORKER, SCENE)).toBe('matter')
  expect(stepWith('means.route', STATED, SCENE)).toBe('means')
  expect(stepWith('means.statement.people', STATED, SCENE)).toBe('statement')
  expect(stepWith('agent', { ...WORKER, 'applicant.state': 'minor' }, SCENE)).toBe('agent')
  expect(stepWith('truthful', WORKER, SCENE)).toBeNull()
})

it('LP-5: a contract is on the list only of whoever has one', () => {
  const items = (said: Said) => materialsFor(said, SCENE).map(({ item }) => item)
  expect(items(WORKER)).toContain('work_proof')
  expect(items(WORKER)).not.toContain('work_contract')
  expect(items({ ...WORKER, hasContract: true })).toContain('work_contract')
  expect(items({ ...WORKER, matter: 'support', hasContract: true })).not.toContain('work_contract')
})

const ANSWERS: Readonly<Partial<Record<FormField, readonly unknown[]>>> = {
  matter: MATTERS,
  hurt: [true, false],
  violence: [true, false],
  migrantWorker: [true, false],
  accusedIs: ['minor', 'life_or_death', 'none'],
  'otherSide.kind': ['person', 'organisation', 'unknown'],
  organ: ['none', 'court'],
  deadline: ['yes', 'no', 'unsure'],
  'applicant.state': ['adult', 'minor', 'incapable', 'detained'],
  'applicant.idNumber': [ADULT, CHILD, '123'],
  'means.exemption': ['none', 'social_relief'],
  'means.route': ['query', 'promise'],
  'agent.guardianAgainst': [true, false],
  filledInBy: ['self', 'family'],
}
const FIELDS = FORM_STEPS.flatMap((step) => FORM_FIELDS[step] as readonly FormField[])

const saying = fc.constantFrom(...FIELDS).chain((field) =>
  fc.record({
    field: fc.constant(field),
    value: fc.constantFrom(...(ANSWERS[field] ?? ['话', undefined])),
  }),
)

it('changed answers leave no ghost: whatever was tried before, only the answers that stand are sent', () => {
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 40 }), (tried) => {
      const said: Said = Object.fromEntries(tried.map(({ field, value }) => [field, value]))
      const standing = { ...said, ...WORKER }
      const sent = applicationFrom(standing, SCENE)
      const { means, agent, otherSide } = sent as { means: object; agent?: object; otherSide: object }
      expect(means).toEqual({ route: 'exempt', exemption: 'migrant_worker' })
      expect(agent).toBeUndefined()
      expect(sent).not.toHaveProperty('isGrave')
      expect(sent).not.toHaveProperty('deadlineOn')
      expect(sent).not.toHaveProperty('organName')
      expect(sent).not.toHaveProperty('helperName')
      expect(otherSide).toHaveProperty('sameHousehold', false)
    }),
  )
})

it('any answers in any order can be asked about, checked and sent without a fault', () => {
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 40 }), (tried) => {
      const said: Said = Object.fromEntries(tried.map(({ field, value }) => [field, value]))
      for (const name of Object.keys(formProblems(said, SCENE)))
        expect(stepWith(name, said, SCENE)).not.toBeNull()
      expect(applicationFrom(said, SCENE)).toEqual(applicationFrom(said, SCENE))
    }),
  )
})
