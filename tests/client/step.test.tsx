import { fireEvent, render, screen, waitFor } from '@testing-library/react'

import type { Case, CaseAction } from '../../src/contract/case.ts'
import CasePage from '../../src/pages/case/index.tsx'
import StepPage from '../../src/pages/case/step/index.tsx'
import { dropToken } from '../../src/services/token.ts'
import {
  asked,
  choose,
  field,
  forgetAll,
  keyOf,
  lost,
  ok,
  problem,
  serve,
  signIn,
  step,
  tap,
  theCase,
  type,
} from './hotline-support.ts'
import { device } from './stubs/device.ts'

const CASE = '/api/cases/431224-c1'
const DECIDE = `${CASE}/actions/decide`

const several = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ value: `v${n}`, text: `第${n + 1}种` }))

const decide = (more: Partial<CaseAction> = {}): CaseAction =>
  step('decide', '作出决定', { fields: [field('why', { label: '理由', input: 'long', max: 2000 })], ...more })

const aCase = (action: CaseAction, more: Partial<Case> = {}) =>
  theCase({ kind: 'legal_aid', title: '劳动人事 · 法律援助', actions: [action], ...more })

const after = aCase(decide(), { version: 4, actions: [] })

const open = async (action: CaseAction) => {
  serve({ [`GET ${CASE}`]: ok(aCase(action)), [`POST ${DECIDE}`]: ok(after) })
  const page = render(<StepPage />)
  await screen.findByRole('heading', { level: 1, name: '作出决定' })
  return page
}

const sent = () => asked('POST', DECIDE).map(({ body }) => body)

beforeEach(() => {
  device.params = { id: '431224-c1', action: 'decide' }
  device.pagesBelow = 1
  signIn()
})
afterEach(forgetAll)

describe('on its own page a step asks', () => {
  it('for a line, a text and a number, and sends what was written', async () => {
    await open(
      decide({
        fields: [
          field('place', { label: '地点', hint: '写到门牌' }),
          field('why', { label: '理由', input: 'long' }),
          field('people', { label: '几个人', input: 'count', max: null }),
        ],
      }),
    )
    expect(screen.getByText('写到门牌')).toBeTruthy()
    type('地点', '司法所')
    type('理由', '材料齐全')
    type('几个人', '3')
    tap('作出决定')
    await waitFor(() => expect(sent()).toEqual([{ place: '司法所', why: '材料齐全', people: 3, version: 3 }]))
    expect(device.visits).toEqual([{ way: 'navigateBack', url: '-1' }])
  })

  it('for one of a few, and for one of many', async () => {
    await open(
      decide({
        fields: [
          field('way', { label: '怎样办', input: 'choice', options: several(3) }),
          field('office', { label: '哪个所', input: 'choice', options: several(12) }),
          field('lawyer', { label: '哪位律师', input: 'who', options: [{ value: 'w', text: '王律师' }] }),
        ],
      }),
    )
    choose('第2种')
    type('哪个所', 'v11')
    tap('作出决定')
    expect(await screen.findByText('请选择哪位律师')).toBeTruthy()
    expect(sent()).toEqual([])
  })

  it('for as many of several as are true', async () => {
    await open(
      decide({ fields: [field('papers', { label: '缺什么', input: 'choices', options: several(3) })] }),
    )
    const box = (name: string) => screen.getByRole('checkbox', { name }) as HTMLInputElement
    fireEvent.click(box('第3种'))
    fireEvent.click(box('第1种'))
    fireEvent.click(box('第2种'))
    fireEvent.click(box('第2种'))
    expect(box('第1种').checked).toBe(true)
    tap('作出决定')
    await waitFor(() => expect(sent()).toEqual([{ papers: ['v0', 'v2'], version: 3 }]))
  })

  it('for a day and for a moment, which is whole only with its hour', async () => {
    await open(
      decide({
        fields: [
          field('by', { label: '期限', input: 'day', max: null }),
          field('at', { label: '见面', input: 'moment', max: null }),
        ],
      }),
    )
    type('期限', '2026-12-01')
    type('哪一天', '2026-11-30')
    tap('作出决定')
    expect(await screen.findByText('请选择见面：哪一天、几点')).toBeTruthy()
    type('几点', '14:30')
    expect(screen.queryByText('请选择见面：哪一天、几点')).toBeNull()
    tap('作出决定')
    await waitFor(() =>
      expect(sent()).toEqual([{ by: '2026-12-01', at: '2026-11-30T14:30:00+08:00', version: 3 }]),
    )
  })

  it('for yes or no without taking either for granted, and for a statement to agree to', async () => {
    await open(
      decide({
        fields: [
          field('urgent', { label: '要不要先办', input: 'maybe', max: null }),
          field('told', { label: '已经当面说清楚', input: 'yes', max: null }),
        ],
      }),
    )
    tap('作出决定')
    expect(await screen.findByText('请选择：要不要先办')).toBeTruthy()
    expect(screen.getByText('同意的话，请先勾选')).toBeTruthy()
    choose('否')
    fireEvent.click(screen.getByRole('checkbox', { name: '已经当面说清楚' }))
    tap('作出决定')
    await waitFor(() => expect(sent()).toEqual([{ urgent: false, told: true, version: 3 }]))
  })

  it('what is optional is said to be, and what is left empty is not sent', async () => {
    await open(
      decide({
        fields: [
          field('why', { label: '理由', input: 'long' }),
          field('note', { label: '备注', input: 'long', required: false }),
        ],
      }),
    )
    expect(screen.getByText('（可不填）')).toBeTruthy()
    type('理由', '符合条件')
    type(/备注/, '   ')
    tap('作出决定')
    await waitFor(() => expect(sent()).toEqual([{ why: '符合条件', version: 3 }]))
  })
})

it('what few people need is folded away, and opened when it is wrong', async () => {
  await open(
    decide({
      fields: [
        field('name', { label: '姓名', required: false }),
        field('people', { label: '民族', required: false, folded: true }),
      ],
    }),
  )
  expect(screen.getByLabelText(/姓名/)).toBeTruthy()
  expect(screen.queryByLabelText(/民族/)).toBeNull()
  fireEvent.click(screen.getByText('更多（可以不填）'))
  type(/民族/, '苗族')
  fireEvent.click(screen.getByText('更多（可以不填）'))
  expect(screen.queryByLabelText(/民族/)).toBeNull()
  serve({ [`POST ${DECIDE}`]: problem(422, 'invalid', '有一处要改', { fields: { people: '请再看看' } }) })
  tap('作出决定')
  expect(await screen.findByText('请再看看')).toBeTruthy()
  expect(sent()).toEqual([{ version: 3, people: '苗族' }])
})

describe('a step on its own page', () => {
  it('says what it means, and is asked again before what cannot be undone', async () => {
    await open(decide({ means: '决定马上送达双方。', final: true }))
    expect(screen.getByText('决定马上送达双方。')).toBeTruthy()
    tap('作出决定')
    expect(await screen.findByText('请填写理由')).toBeTruthy()
    type('理由', '不符合条件')
    tap('作出决定')
    expect(await screen.findByRole('dialog', { name: '作出决定？' })).toBeTruthy()
    expect(sent()).toEqual([])
    tap('确定作出决定')
    await waitFor(() => expect(sent()).toEqual([{ why: '不符合条件', version: 3 }]))
  })

  it('keeps what was written when it is left, and forgets it when the person signs out', async () => {
    const first = await open(decide())
    type('理由', '写了一半')
    first.unmount()
    const second = await open(decide())
    expect(screen.getByLabelText('理由')).toHaveProperty('value', '写了一半')
    second.unmount()
    dropToken()
    signIn()
    await open(decide())
    expect(screen.getByLabelText('理由')).toHaveProperty('value', '')
  })

  it('shows beside the field what the server finds wrong', async () => {
    await open(decide())
    serve({
      [`GET ${CASE}`]: ok(aCase(decide())),
      [`POST ${DECIDE}`]: problem(422, 'invalid', '…', { fields: { why: '请写明依据的条款' } }),
    })
    type('理由', '就是这样')
    tap('作出决定')
    expect(await screen.findByText('请写明依据的条款')).toBeTruthy()
    expect(device.visits).toEqual([])
  })

  it('repeats a lost reply with the same key', async () => {
    await open(decide())
    serve({ [`GET ${CASE}`]: ok(aCase(decide())), [`POST ${DECIDE}`]: lost })
    type('理由', '材料齐全')
    tap('作出决定')
    expect(await screen.findByText(/再试一次不会重复/)).toBeTruthy()
    serve({ [`GET ${CASE}`]: ok(aCase(decide())), [`POST ${DECIDE}`]: ok(after) })
    tap('作出决定')
    await waitFor(() => expect(device.visits).toHaveLength(1))
    const [first, second] = asked('POST', DECIDE)
    expect(keyOf(second)).toBe(keyOf(first))
  })

  it('takes the newest version when somebody was faster, and keeps what was written', async () => {
    await open(decide())
    serve({
      [`GET ${CASE}`]: ok(aCase(decide(), { version: 5 })),
      [`POST ${DECIDE}`]: problem(409, 'stale', '刚才有人先办了一步，请看过最新情况再操作'),
    })
    type('理由', '材料齐全')
    tap('作出决定')
    expect(await screen.findByText('刚才有人先办了一步，请看过最新情况再操作')).toBeTruthy()
    await waitFor(() => expect(asked('GET', CASE)).toHaveLength(2))
    expect(screen.getByLabelText('理由')).toHaveProperty('value', '材料齐全')
    serve({ [`GET ${CASE}`]: ok(aCase(decide())), [`POST ${DECIDE}`]: ok(after) })
    tap('作出决定')
    await waitFor(() => expect(sent().at(-1)).toMatchObject({ version: 5 }))
  })

  it('that is not offered any more leads back to the case', async () => {
    serve({ [`GET ${CASE}`]: ok(after) })
    render(<StepPage />)
    expect(await screen.findByText('这一步现在不用办了')).toBeTruthy()
    tap('回到办件')
    expect(device.visits).toEqual([{ way: 'navigateBack', url: '-1' }])
  })
})

describe('from the case', () => {
  const handOn = step('hand_on', '转办', {
    fields: [
      field('to', { label: '转到哪里', input: 'choice', options: several(3) }),
      field('consent', { label: '当事人同意', input: 'yes' }),
    ],
  })

  it('a step of more than a word or two opens its page', async () => {
    serve({ [`GET ${CASE}`]: ok(aCase(handOn)) })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '转办' }).then(() => '转办'))
    expect(device.visits.at(-1)?.url).toBe('/pages/case/step/index?id=431224-c1&action=hand_on')
  })

  it('a step that asks nothing and means nothing special is taken at once', async () => {
    serve({
      [`GET ${CASE}`]: ok(aCase(step('accept', '接受'))),
      [`POST ${CASE}/actions/accept`]: ok(after),
    })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '接受' }).then(() => '接受'))
    expect(await screen.findByText('办好了：接受')).toBeTruthy()
  })

  it('a step that has a meaning is asked about first', async () => {
    serve({ [`GET ${CASE}`]: ok(aCase(step('accept', '接受', { means: '接受后由你承办。' }))) })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '接受' }).then(() => '接受'))
    expect(await screen.findByText('接受后由你承办。')).toBeTruthy()
    expect(asked('POST', `${CASE}/actions/accept`)).toEqual([])
  })

  it('names whoever receives in what is agreed to, and asks anew when another one is chosen (PI-6)', async () => {
    const to = ['legal_aid', 'mediation'].map((value) => ({ value, text: value, consent: `由${value}接手` }))
    const named = step('hand_on', '转办', {
      fields: [
        field('to', { label: '转到哪里', input: 'choice', options: to }),
        field('consent', { label: '当事人同意', input: 'yes' }),
      ],
    })
    serve({
      [`GET ${CASE}`]: ok(aCase(named)),
      [`POST ${CASE}/actions/hand_on`]: ok(aCase(named, { version: 4 })),
    })
    device.params = { id: '431224-c1', action: 'hand_on' }
    render(<StepPage />)
    await screen.findByRole('checkbox', { name: '当事人同意' })
    choose('legal_aid')
    fireEvent.click(screen.getByRole('checkbox', { name: '由legal_aid接手' }))
    choose('mediation')
    const other = screen.getByRole('checkbox', { name: '由mediation接手' })
    expect((other as HTMLInputElement).checked).toBe(false)
    tap('转办')
    expect(await screen.findByText('同意的话，请先勾选')).toBeTruthy()
    fireEvent.click(other)
    tap('转办')
    await waitFor(() =>
      expect(asked('POST', `${CASE}/actions/hand_on`)[0]?.body).toMatchObject({
        to: 'mediation',
        consent: true,
      }),
    )
  })

  it('what came of it is one tap away: the case it was handed on to', async () => {
    const links = [{ rel: 'continued_by', caseId: '431224-c9', number: 'TJ431224-261123-0001-5' }]
    serve({
      [`GET ${CASE}`]: ok(aCase(handOn, { links: [] })),
      [`POST ${CASE}/actions/hand_on`]: ok(aCase(handOn, { links, version: 4 })),
    })
    const page = render(<CasePage />)
    await screen.findByRole('button', { name: '转办' })
    device.params = { id: '431224-c1', action: 'hand_on' }
    const form = render(<StepPage />)
    await screen.findByRole('heading', { level: 1, name: '转办' })
    choose('第1种')
    fireEvent.click(screen.getByRole('checkbox', { name: '当事人同意' }))
    const buttons = screen.getAllByRole('button', { name: '转办' })
    fireEvent.click(buttons.at(-1) as HTMLElement)
    expect(await screen.findByText('办好了：转办')).toBeTruthy()
    form.unmount()
    tap('打开新办件 TJ431224-261123-0001-5')
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=431224-c9')
    page.unmount()
  })
})

it('the case says what its kind has to say, with the law it rests on', async () => {
  const sections = [
    {
      title: '决定',
      lines: [{ name: 'verdict', label: '结果', text: '给予法律援助' }],
      note: '凭这份决定找承办律师。',
      law: '法律援助法 第四十三条',
    },
  ]
  serve({
    [`GET ${CASE}`]: ok(theCase({ sections, lines: [{ name: 'x', label: '收入', text: '每月两千' }] })),
  })
  render(<CasePage />)
  expect(await screen.findByRole('heading', { level: 2, name: '决定' })).toBeTruthy()
  for (const words of [
    '结果',
    '给予法律援助',
    '凭这份决定找承办律师。',
    '法律援助法 第四十三条',
    '收入',
    '每月两千',
  ])
    expect(screen.getByText(words)).toBeTruthy()
})
