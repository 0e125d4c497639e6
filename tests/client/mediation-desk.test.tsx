import { fireEvent, render, screen } from '@testing-library/react'

import type { Register } from '../../src/contract/committee.ts'
import DossierPage from '../../src/pages/mediation-desk/dossier/index.tsx'
import DraftPage from '../../src/pages/mediation-desk/draft/index.tsx'
import PlanPage from '../../src/pages/mediation-desk/plan/index.tsx'
import RegisterPage from '../../src/pages/mediation-desk/register/index.tsx'
import SessionPage from '../../src/pages/mediation-desk/session/index.tsx'
import WatchPage from '../../src/pages/mediation-desk/watch/index.tsx'
import { asked, field, ok, serve, settle, signIn, step, tap, type } from './hotline-support.ts'
import { CASE, forgetAll, ID, theMediation } from './mediation-support.ts'
import { device } from './stubs/device.ts'

const hidden = { hidden: true } as const
const bodyOf = (path: string, method = 'POST') => asked(method, path)[0]?.body as Record<string, unknown>

beforeEach(() => {
  signIn(['mediator'])
  device.params = { id: ID }
})
afterEach(forgetAll)

it('shows who does not mediate the way, and asks for nothing', async () => {
  signIn()
  serve()
  render(<WatchPage />)
  expect(screen.getByText('这里是调解员和调解委员会用的')).toBeTruthy()
  expect(device.asked).toEqual([])
})

const at = (day: string, time: string) => `${day}T${time}:00+08:00`

it('a session is agreed on at a time that suits everybody', async () => {
  const one = theMediation({ actions: [step('schedule_session', '约调解时间')] }, { side: 'staff' })
  serve({
    [`GET ${CASE}`]: ok(one),
    [`GET /api/mediations/${ID}/free-times`]: ok({
      items: [{ startsAt: at('2026-11-25', '09:00'), endsAt: at('2026-11-25', '10:00') }],
    }),
    [`POST ${CASE}/actions/schedule_session`]: ok(theMediation()),
  })
  render(<PlanPage />)
  fireEvent.click(await screen.findByRole('radio', { name: /9:00 – 10:00/ }))
  tap('就约这个时间')
  await settle()
  expect(bodyOf(`${CASE}/actions/schedule_session`)).toEqual({
    version: 3,
    startsAt: at('2026-11-25', '09:00'),
    endsAt: at('2026-11-25', '10:00'),
    mode: 'place',
    place: '卢峰镇司法所一楼',
  })
})

it('PM-16: a record has the parties in it, takes what was noted, and is asked about before both sides read it', async () => {
  const items = [
    {
      id: 'n1',
      kind: 'note' as const,
      at: at('2026-11-23', '09:00'),
      by: '我',
      text: '沟填了三米',
      fileIds: [],
    },
  ]
  const one = theMediation({ actions: [step('record_session', '记调解记录')] }, { side: 'staff', items })
  serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/record_session`]: ok(theMediation()) })
  render(<SessionPage />)
  expect(await screen.findByDisplayValue('张三、李四')).toBeTruthy()
  tap('存为调解记录')
  expect(screen.getByText('请写下调解经过')).toBeTruthy()
  type('哪一天', '2026-11-23')
  type('几点开始', '08:00')
  type('几点结束', '09:30')
  tap('双方当事人')
  tap(/用记下的/)
  tap(/沟填了三米/)
  type(/只给调解员看的/, '李四愿意出钱')
  tap('存为调解记录')
  expect(screen.getByText(/单独说的话有没有写进上面/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '没有，存下', ...hidden }))
  await settle()
  expect(bodyOf(`${CASE}/actions/record_session`)).toMatchObject({
    startedAt: at('2026-11-23', '08:00'),
    endedAt: at('2026-11-23', '09:30'),
    record: '申请人 张三，对方 李四。\n沟填了三米',
    privately: '李四愿意出钱',
  })
})

const options = (name: string, ...texts: string[]) =>
  field(name, { input: 'choices', options: texts.map((text) => ({ value: text, text })) })

const drafting = theMediation(
  {
    actions: [
      step('draft_agreement', '起草协议', {
        fields: [options('ways', 'restore', 'other'), options('touches', 'none', 'status')],
      }),
    ],
  },
  { side: 'staff', template: ['甲方于＿＿日前清理'] },
)

describe('PM-18: an agreement', () => {
  const open = async () => {
    serve({ [`GET ${CASE}`]: ok(drafting), [`POST ${CASE}/actions/draft_agreement`]: ok(theMediation()) })
    render(<DraftPage />)
    await screen.findByDisplayValue('甲方于＿＿日前清理')
  }
  const fill = () => {
    type('主要事实', '李四填了排水沟')
    type('第 1 条', '李四三天内清理')
    fireEvent.click(screen.getByRole('checkbox', { name: 'restore' }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'none' }))
    type(/涉及金额/, '900')
  }
  const addPart = (nth: number, day: string, yuan: string) => {
    tap('加一期')
    const last = <T,>(list: readonly T[]) => list[nth - 1] as T
    fireEvent.change(last(screen.getAllByLabelText('哪天以前')), { target: { value: day } })
    fireEvent.change(last(screen.getAllByLabelText('金额（元）')), { target: { value: yuan } })
    fireEvent.change(last(screen.getAllByLabelText('做什么')), { target: { value: '付修沟钱' } })
  }

  it('is not frozen with places left to fill in', async () => {
    await open()
    tap('固定这一稿')
    expect(screen.getByText('第 1 条还有 ＿＿ 没有填')).toBeTruthy()
    expect(asked('POST', `${CASE}/actions/draft_agreement`)).toEqual([])
  })

  it('says when the instalments do not make the sum', async () => {
    await open()
    fill()
    addPart(1, '2026-12-01', '300')
    tap('固定这一稿')
    expect(screen.getByText(/与总额 900 元不一致/)).toBeTruthy()
  })

  it('goes with its three instalments, after being asked', async () => {
    await open()
    fill()
    addPart(1, '2026-12-01', '300')
    addPart(2, '2027-01-01', '300')
    addPart(3, '2027-02-01', '300')
    tap('固定这一稿')
    fireEvent.click(screen.getByRole('button', { name: '确定', ...hidden }))
    await settle()
    const body = bodyOf(`${CASE}/actions/draft_agreement`)
    expect(body.instalments).toHaveLength(3)
    expect(body).toMatchObject({ clauses: ['李四三天内清理'], amount: 900, touches: ['none'] })
  })
})

it('the dossier shows what is there, and what the law still asks for before the case is closed', async () => {
  const dossier = [
    { item: 'application' as const, name: '申请书或者受理登记表', done: true, needed: true },
    { item: 'record' as const, name: '调解记录', done: false, needed: true },
  ]
  serve({
    [`GET ${CASE}`]: ok(
      theMediation({}, { side: 'staff', dossier, closingGaps: ['缺调解记录（人民调解法 第二十七条）'] }),
    ),
  })
  render(<DossierPage />)
  expect(await screen.findByText('还缺')).toBeTruthy()
  expect(screen.getByText(/第二十七条/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '结案归档' })).toBeNull()
})

it('a case that lacks nothing is closed after being asked', async () => {
  const one = theMediation({ actions: [step('close', '结案', { final: true })] }, { side: 'staff' })
  serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/close`]: ok(theMediation()) })
  render(<DossierPage />)
  fireEvent.click(await screen.findByRole('button', { name: '结案归档' }))
  fireEvent.click(screen.getByRole('button', { name: '确定结案', ...hidden }))
  await settle()
  expect(bodyOf(`${CASE}/actions/close`)).toEqual({ version: 3 })
})

describe('the committee', () => {
  beforeEach(() => signIn(['committee_secretary']))

  const register: Register = {
    id: 'o1',
    name: '卢峰镇人民调解委员会',
    entry: {
      level: 'town',
      types: [],
      address: null,
      phone: null,
      chair: '严秘书',
      members: 5,
      women: 0,
      manyPeoples: false,
      minorities: 0,
      foundedOn: null,
      termEndsOn: null,
    },
    gaps: ['应当有妇女委员（人民调解法 第八条）'],
    mediators: [
      {
        id: 'm1',
        name: '谌调解',
        entry: { fullTime: true, types: [], intro: null, since: null, active: true },
        load: 3,
        overdue: 1,
      },
    ],
    fullTimeShare: 100,
    overdue: [],
  }

  it('PM-23: is registered, and told what the law still asks for', async () => {
    serve({
      'GET /api/committees/o1/register': ok(register),
      'PUT /api/committees/o1/register': ok({ ...register, gaps: [] }),
    })
    render(<RegisterPage />)
    expect(await screen.findByText(/应当有妇女委员/)).toBeTruthy()
    expect(screen.getByText('专职调解员占 100%')).toBeTruthy()
    tap('改登记')
    type('其中妇女', '2')
    tap('保存')
    expect(await screen.findByText('组成符合法律规定')).toBeTruthy()
    expect(bodyOf('/api/committees/o1/register', 'PUT')).toMatchObject({ women: 2, members: 5 })
  })

  it('PM-24: keeps what it knows of a mediator', async () => {
    serve({
      'GET /api/committees/o1/register': ok(register),
      'PUT /api/committees/o1/mediators/m1': ok(register),
    })
    render(<RegisterPage />)
    fireEvent.click(await screen.findByText('在办 3 件，超期 1 件'))
    fireEvent.click(screen.getByRole('switch', { name: '专职', ...hidden }))
    fireEvent.click(screen.getByRole('button', { name: '保存', ...hidden }))
    await settle()
    expect(bodyOf('/api/committees/o1/mediators/m1', 'PUT')).toMatchObject({ fullTime: false })
  })

  it('calls back what another office mediated', async () => {
    serve({
      'GET /api/mediations/callbacks': ok({
        items: [
          {
            id: 'b1',
            caseId: 'c1',
            number: 'TJ1',
            committee: '桥江镇人民调解委员会',
            dueOn: '2026-12-01',
            people: [{ side: 'applicant', name: '王*', phone: '139****0001' }],
          },
        ],
      }),
      'GET /api/mediations/flagged': ok({ items: [] }),
      'GET /api/mediations/overdue': ok({ items: [] }),
      'POST /api/mediations/callbacks/b1': ok(undefined, 204),
    })
    render(<WatchPage />)
    fireEvent.click(await screen.findByRole('button', { name: '记回访 TJ1' }))
    fireEvent.click(screen.getByRole('radio', { name: '不一样', ...hidden }))
    fireEvent.change(screen.getByLabelText('当事人怎么说'), { target: { value: '没有见过面' } })
    fireEvent.click(screen.getByRole('button', { name: '记回访', ...hidden }))
    await settle()
    expect(bodyOf('/api/mediations/callbacks/b1')).toEqual({ result: 'differs', said: '没有见过面' })
  })
})
