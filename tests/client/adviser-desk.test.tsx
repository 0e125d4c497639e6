import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'

import type { OwnVisit } from '../../src/contract/adviser-desk.ts'
import type { LedgerLine } from '../../src/contract/ledger.ts'
import AnswerPage from '../../src/pages/adviser-desk/answer/index.tsx'
import BehindPage from '../../src/pages/adviser-desk/behind/index.tsx'
import BoardPage from '../../src/pages/adviser-desk/board/index.tsx'
import CheckPage from '../../src/pages/adviser-desk/check/index.tsx'
import CoveragePage from '../../src/pages/adviser-desk/coverage/index.tsx'
import DraftPage from '../../src/pages/adviser-desk/draft/index.tsx'
import HoursPage from '../../src/pages/adviser-desk/hours/index.tsx'
import ImportPage from '../../src/pages/adviser-desk/import/index.tsx'
import LeavePage from '../../src/pages/adviser-desk/leave/index.tsx'
import LedgerPage from '../../src/pages/adviser-desk/ledger/index.tsx'
import OpinionPage from '../../src/pages/adviser-desk/opinion/index.tsx'
import ProfilePage from '../../src/pages/adviser-desk/profile/index.tsx'
import RecordPage from '../../src/pages/adviser-desk/record/index.tsx'
import VisitsPage from '../../src/pages/adviser-desk/visits/index.tsx'
import WorkPage from '../../src/pages/adviser-desk/work/index.tsx'
import { useSession } from '../../src/store/session.ts'
import { adviser, asking, BOARD, forgetAll, OTHER, VILLAGE, visit } from './advisers-support.ts'
import { asked, choose, NOW, ok, problem, serve, settle, signIn, tap, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

const TODAY = '2026-11-23'

const village = (more: object = {}) => ({
  ...VILLAGE,
  from: '2026-01-01',
  to: null,
  substitute: false,
  nextVisit: null,
  visitsOwed: 1,
  visitsMade: 0,
  visitsVerified: 0,
  minutesMade: 90,
  gap: false,
  ...more,
})

const deskOf = (me = adviser()) =>
  ok({
    adviser: me,
    villages: [village(), village({ ...OTHER, gap: true })],
    leaves: [],
    duties: ['每个村每月进村不少于 1 次'],
    substitutes: [{ id: 'b1', name: '向建国' }],
  })

const ownVisit = (more: Partial<OwnVisit> = {}): OwnVisit => ({
  ...visit({ startsAt: `${TODAY}T09:00:00+08:00`, endsAt: `${TODAY}T11:30:00+08:00` }),
  state: 'planned',
  stateText: '已排定',
  capacity: 6,
  booked: 1,
  checkedInAt: null,
  checkedOutAt: null,
  flags: [],
  ledgerId: null,
  ...more,
})

const line = (more: Partial<LedgerLine> = {}): LedgerLine => ({
  id: 'l1',
  adviserId: 'a1',
  adviserName: '舒法明',
  licence: '14312201910000001',
  firm: '湖南示例律师事务所',
  servedFrom: '2026-01-01',
  servedTo: null,
  checkIn: null,
  checkOut: null,
  groupText: null,
  opinion: null,
  village: VILLAGE,
  day: TODAY,
  startsAt: null,
  endsAt: null,
  way: 'online',
  wayText: '网上答复',
  service: 'consultation',
  serviceText: '法律咨询',
  people: 1,
  about: '邻里',
  result: null,
  resultText: null,
  leaflets: 0,
  trained: 0,
  caseNumber: 'GW431224-261123-0003-1',
  presence: null,
  presenceText: null,
  automatic: true,
  verification: 'waiting',
  verificationText: '等待确认',
  confirmedAt: null,
  flags: [],
  canConfirm: false,
  ...more,
})

const page = (items: readonly object[]) => ok({ items, next: null })

const usual = {
  'GET /api/adviser/me': deskOf(),
  'GET /api/adviser/inbox': page([asking()]),
  'GET /api/adviser/missed': ok({ items: [] }),
  'GET /api/adviser/visits': ok({ items: [ownVisit()] }),
  'GET /api/adviser/ledger': ok({ items: [line()], next: null, counters: [], villages: [VILLAGE, OTHER] }),
  'GET /api/cases/431224-q1': ok(asking()),
}

const fill = (label: RegExp | string, value: string) => type(label, value)
const bodyOf = (method: string, path: string) => asked(method, path)[0]?.body

afterEach(forgetAll)

it('shows who is not of the office the way, and nothing else', async () => {
  signIn()
  serve(usual)
  render(<WorkPage />)
  expect(screen.getByText('这里是法律顾问和管理人员用的')).toBeTruthy()
  expect(asked('GET', '/api/adviser/inbox')).toEqual([])
  await settle()
})

describe('the day of an adviser', () => {
  beforeEach(() => signIn(['village_adviser']))

  it('shows what was promised first, and the list behind each number', async () => {
    serve({ ...usual, 'GET /api/adviser/inbox': page([asking({ overdue: true }), asking({ id: 'q2' })]) })
    render(<WorkPage />)
    expect(await screen.findByText('舒法明，今天先答这些')).toBeTruthy()
    expect(screen.getByText('已超时')).toBeTruthy()
    expect(screen.getByText('明天上午10:05前答复')).toBeTruthy()
    tap(/还要进村/)
    expect(screen.getByText('本月还没安排')).toBeTruthy()
    tap(/超时转走/)
    expect(screen.getByText('没有转走的提问')).toBeTruthy()
  })

  it('VA-8: checks in by the code of the village, not by a word', async () => {
    device.params = { id: 'v1' }
    const here = ownVisit({ state: 'begun', checkedInAt: NOW })
    serve({ ...usual, 'POST /api/adviser/visits/v1/check-in': ok(here) })
    render(<CheckPage />)
    await screen.findByText('签到')
    expect((screen.getByRole('button', { name: '签到' }) as HTMLButtonElement).disabled).toBe(true)
    fill('公示牌上的 7 位村码', BOARD)
    tap('签到')
    expect(await screen.findByText('上午10:05已签到')).toBeTruthy()
    expect(bodyOf('POST', '/api/adviser/visits/v1/check-in')).toEqual({ villageCode: BOARD })
    expect(screen.getByRole('button', { name: '签退，记入台账' })).toBeTruthy()
  })

  it('VA-8: shows code and place together, so that the village is known next time', async () => {
    device.params = { id: 'v1' }
    device.position = { latitude: 27.9, longitude: 110.6, accuracy: 20 } as never
    serve({
      ...usual,
      'POST /api/adviser/visits/v1/check-in': ok(ownVisit({ state: 'begun', checkedInAt: NOW })),
    })
    render(<CheckPage />)
    await screen.findByText('签到')
    fill('公示牌上的 7 位村码', BOARD)
    tap('用手机定位')
    await screen.findByText('取到位置了')
    tap('签到')
    await screen.findByText('上午10:05已签到')
    expect(bodyOf('POST', '/api/adviser/visits/v1/check-in')).toEqual({
      villageCode: BOARD,
      position: { latitude: 27.9, longitude: 110.6, accuracy: 20 },
    })
  })

  it('plans a visit, and says when the times are the wrong way round', async () => {
    device.params = { village: VILLAGE.code }
    serve({ ...usual, 'POST /api/adviser/visits': ok(ownVisit(), 201) })
    render(<VisitsPage />)
    await screen.findByRole('button', { name: '排好，公示出去' })
    fill('几点结束', '08:00')
    tap('排好，公示出去')
    expect(screen.getByText('结束时间要在开始之后')).toBeTruthy()
    fill('几点结束', '11:00')
    fill('在哪里', '村委会一楼')
    tap('排好，公示出去')
    await waitFor(() => expect(asked('POST', '/api/adviser/visits')).toHaveLength(1))
    expect(bodyOf('POST', '/api/adviser/visits')).toEqual({
      villageCode: VILLAGE.code,
      startsAt: '2026-11-24T09:00:00+08:00',
      endsAt: '2026-11-24T11:00:00+08:00',
      place: '村委会一楼',
      capacity: 6,
    })
    await settle()
  })

  it('asks before a visit is cancelled, and says who is booked', async () => {
    serve({
      ...usual,
      'POST /api/adviser/visits/v1/cancel': problem(409, 'not_now', '已有 1 人预约，请先给他们改时间'),
    })
    render(<VisitsPage />)
    await screen.findByText('已约 1 / 6 人')
    expect(screen.getByText(/这些村本月还没安排：胜利社区/)).toBeTruthy()
    tap('取消这次')
    fill('为什么取消', '外出开庭')
    tap('确定取消')
    expect(await screen.findByText('已有 1 人预约，请先给他们改时间')).toBeTruthy()
  })

  it('changes the weekly remote hours', async () => {
    const hours = [{ weekday: 3, from: '19:00', to: '21:00' }]
    serve({ ...usual, 'PUT /api/adviser/remote-hours': ok({ items: hours }) })
    render(<HoursPage />)
    await screen.findByRole('button', { name: '加一段时间' })
    tap('加一段时间')
    tap('删掉第 1 段')
    tap('保存')
    expect(await screen.findByText('已保存')).toBeTruthy()
    expect(bodyOf('PUT', '/api/adviser/remote-hours')).toEqual({ hours })
  })

  it('shows what the village sees of them, with initials while there is no photo, and keeps what they write', async () => {
    serve({ ...usual, 'PUT /api/adviser/profile': ok(adviser({ about: '常办土地' })) })
    render(<ProfilePage />)
    expect(await screen.findByText('舒')).toBeTruthy()
    expect(screen.getByText('每周三 晚上7:00–9:00')).toBeTruthy()
    fill(/^介绍/, '常办土地')
    fill(/^会说的话/, '普通话、溆浦话，苗语')
    fill(/^工作电话/, '')
    tap('保存')
    expect(await screen.findByText('已保存')).toBeTruthy()
    expect(bodyOf('PUT', '/api/adviser/profile')).toEqual({
      about: '常办土地',
      languages: ['普通话', '溆浦话', '苗语'],
      phone: null,
    })
  })

  it('takes their photo away again, and says what the village sees then', async () => {
    const me = adviser({ photo: '/advisers/a1/photo' })
    serve({
      ...usual,
      'GET /api/adviser/me': deskOf(me),
      'DELETE /api/adviser/photo': ok(null, 204),
    })
    render(<ProfilePage />)
    expect(await screen.findByAltText('舒法明的照片')).toBeTruthy()
    tap('去掉照片')
    expect(await screen.findByText('照片已去掉，公示页显示姓氏')).toBeTruthy()
    expect(screen.getByText('舒')).toBeTruthy()
  })

  it('takes leave with a colleague who stands in', async () => {
    serve({ ...usual, 'POST /api/adviser/leaves': ok({ items: [] }, 201) })
    render(<LeavePage />)
    await screen.findByRole('button', { name: '请假' })
    fill('从哪天', '2026-12-01')
    fill('到哪天（含这一天）', '2026-12-03')
    fill('原因', '外出开庭')
    fireEvent.change(screen.getByLabelText('谁来代班'), { target: { value: 'b1' } })
    tap('请假')
    await waitFor(() => expect(asked('POST', '/api/adviser/leaves')).toHaveLength(1))
    expect(bodyOf('POST', '/api/adviser/leaves')).toEqual({
      from: '2026-12-01',
      to: '2026-12-03',
      reason: '外出开庭',
      substituteId: 'b1',
    })
    await settle()
  })

  it('records a lecture in three taps', async () => {
    serve({ ...usual, 'POST /api/adviser/ledger': ok(line({ service: 'lecture' }), 201) })
    render(<RecordPage />)
    await screen.findByText('第 1 步，共 3 步：做了什么')
    choose('法治讲座')
    choose('桔花园社区')
    tap('下一步')
    tap('记下')
    await waitFor(() => expect(asked('POST', '/api/adviser/ledger')).toHaveLength(1))
    expect(bodyOf('POST', '/api/adviser/ledger')).toMatchObject({
      villageCode: VILLAGE.code,
      service: 'lecture',
      about: '法治讲座',
    })
    await settle()
  })
})

describe('the answer', () => {
  const open = async () => {
    signIn(['village_adviser'])
    device.params = { id: '431224-q1' }
    const view = render(<AnswerPage />)
    await screen.findByText('邻居砌墙占了我家宅基地')
    return view
  }

  it('is written with the photos of the question before one’s eyes', async () => {
    const files = [{ id: 'f1', name: '墙.jpg', type: 'image/jpeg', size: 200_000 }]
    serve({ ...usual, 'GET /api/cases/431224-q1': ok(asking({ files })) })
    await open()
    expect(screen.getByText('墙.jpg')).toBeTruthy()
  })

  it('CO-4: takes facts, law, advice, dates and where to go, with articles and places at hand', async () => {
    serve({ ...usual, 'POST /api/cases/431224-q1/actions/answer': ok(asking({ status: 'answered' })) })
    await open()
    fill('根据的事实', '据你说，对方的墙过界 30 厘米。')
    tap(/常用法条/)
    tap('加入 民法典 第二百八十八条')
    expect((screen.getByLabelText('法律依据') as HTMLTextAreaElement).value).toMatch(
      /^民法典 第二百八十八条：/,
    )
    tap('先调解')
    fireEvent.change(screen.getByLabelText('从去处里选一个加入'), { target: { value: 'civil_suit' } })
    expect((screen.getByLabelText(/^时间上要注意/) as HTMLTextAreaElement).value).toContain(
      '民法典 第一百八十八条',
    )
    tap('交给村民')
    expect(screen.getByText(/请先告知可以申请法律援助/)).toBeTruthy()
    fireEvent.click(screen.getByRole('switch', { name: '已经告诉当事人' }))
    tap('交给村民')
    tap('确定，交给村民')
    await waitFor(() => expect(device.visits.at(-1)?.way).toBe('switchTab'))
    expect(bodyOf('POST', '/api/cases/431224-q1/actions/answer')).toMatchObject({
      facts: '据你说，对方的墙过界 30 厘米。',
      category: 'neighbours',
      toldOfLegalAid: true,
      version: 3,
    })
  })

  it('keeps what was typed on this telephone', async () => {
    serve(usual)
    const { unmount } = await open()
    fill('可以怎么办', '先请村里丈量。')
    unmount()
    render(<AnswerPage />)
    expect(await screen.findByDisplayValue('先请村里丈量。')).toBeTruthy()
  })
})

describe('the ledger', () => {
  it('VA-8: a contact confirms what took place in the village', async () => {
    signIn(['village_contact'])
    serve({
      ...usual,
      'GET /api/adviser/ledger': ok({
        items: [line({ canConfirm: true })],
        next: null,
        counters: [],
        villages: [],
      }),
      'POST /api/adviser/ledger/l1/confirm': ok(
        line({ verification: 'by_contact', verificationText: '村（社区）联络员已确认' }),
      ),
    })
    render(<LedgerPage />)
    expect(await screen.findByText('等待确认')).toBeTruthy()
    tap('确有这次服务，确认')
    expect(await screen.findByText('村（社区）联络员已确认')).toBeTruthy()
    expect(screen.queryByText('补记一条')).toBeNull()
  })

  it('shows one village alone, month and village as the list behind a figure asks', async () => {
    signIn(['township_officer'])
    device.params = { village: OTHER.code, month: '2026-10' }
    serve(usual)
    render(<LedgerPage />)
    await screen.findByLabelText('哪个村')
    expect(asked('GET', '/api/adviser/ledger')[0]?.path).toContain(`village=${OTHER.code}`)
    expect(asked('GET', '/api/adviser/ledger')[0]?.path).toContain('from=2026-10-01')
    fireEvent.change(screen.getByLabelText('哪个村'), { target: { value: 'all' } })
    await waitFor(() => expect(asked('GET', '/api/adviser/ledger')).toHaveLength(2))
    expect(asked('GET', '/api/adviser/ledger')[1]?.path).not.toContain('village=')
    await settle()
  })

  it('shows what does not fit together', async () => {
    signIn(['village_adviser'])
    const flags = ['同一时间在两个村']
    const counters = [{ service: 'lecture', text: '举办法治讲座', count: 3, people: 120, verified: 2 }]
    serve({
      ...usual,
      'GET /api/adviser/ledger': ok({ items: [line({ flags })], next: null, counters, villages: [] }),
    })
    render(<LedgerPage />)
    expect(await screen.findByText('同一时间在两个村')).toBeTruthy()
    expect(screen.getByText('2 / 3 次 · 120 人')).toBeTruthy()
  })
})

describe('the rules of a village', () => {
  const CLAUSES = ['邻里和睦，互相帮助。', '酒席超过二十桌的罚款五百元。']
  const review = asking({
    id: 'r1',
    kind: 'rules_review',
    own: {
      title: '居民公约（草案）',
      what: '居民公约',
      clauses: CLAUSES.map((text, n) => ({ number: n + 1, text, opinion: null })),
      summary: null,
      version: 1,
      opinionAt: null,
      correction: null,
      passedOn: null,
      redFlags: [{ flag: 'fine', text: '自设罚款：村里无权罚款', law: '行政处罚法' }],
    },
  })

  it('VA-10: the adviser gives an opinion on every clause, with a reason for what is not lawful', async () => {
    signIn(['village_adviser'])
    device.params = { id: 'r1' }
    serve({ 'GET /api/cases/r1': ok(review), 'POST /api/cases/r1/actions/give_opinion': ok(review) })
    render(<OpinionPage />)
    await screen.findByText(CLAUSES[0] ?? '')
    choose('合法')
    tap('下一条')
    choose('违法须删')
    tap('下一条')
    expect(screen.getByText('还有 1 条没有写意见')).toBeTruthy()
    tap('还没写意见的')
    tap(/自设罚款/)
    tap('下一条')
    fill('总的意见', '第 2 条要删，其余可以。')
    tap('把意见交给村里')
    tap('确定，交给村里')
    await waitFor(() => expect(asked('POST', '/api/cases/r1/actions/give_opinion')).toHaveLength(1))
    expect(bodyOf('POST', '/api/cases/r1/actions/give_opinion')).toMatchObject({
      opinions: [{ verdict: 'lawful' }, { verdict: 'strike', flags: ['fine'] }],
      summary: '第 2 条要删，其余可以。',
    })
    await settle()
  })

  it('a contact hands in a draft as it was pasted, one clause a line', async () => {
    signIn(['village_contact'])
    const roles = [{ role: 'village_contact' as const, organisationId: 'o1', regionCode: VILLAGE.code }]
    act(() =>
      useSession.setState({ account: { id: 'c1', name: null, phone: null, regionCode: null, roles } }),
    )
    serve({ 'POST /api/rules-reviews': ok(review, 201) })
    render(<DraftPage />)
    fill('名称', '居民公约（草案）')
    fill('条文', `第一条 ${CLAUSES[0]}\n\n二、${CLAUSES[1]}`)
    expect(screen.getByText('分成 2 条')).toBeTruthy()
    tap('提交审查')
    expect(screen.getByText('要提交审查吗？')).toBeTruthy()
    tap('确定')
    await settle()
    expect(bodyOf('POST', '/api/rules-reviews')).toMatchObject({ clauses: CLAUSES })
  })

  it('the township files the final version, after being asked', async () => {
    signIn(['township_officer'])
    device.params = { id: 'r1', action: 'file_final' }
    serve({ 'GET /api/cases/r1': ok(review), 'POST /api/cases/r1/actions/file_final': ok(review) })
    render(<DraftPage />)
    await screen.findByDisplayValue(/邻里和睦/)
    fill('哪天通过的', '2026-11-20')
    tap('备案并公开')
    expect(screen.getByText(/条文不能再改/)).toBeTruthy()
    tap('确定')
    await waitFor(() => expect(asked('POST', '/api/cases/r1/actions/file_final')).toHaveLength(1))
    expect(bodyOf('POST', '/api/cases/r1/actions/file_final')).toMatchObject({
      clauses: CLAUSES,
      passedOn: '2026-11-20',
    })
    await settle()
  })
})

describe('managers', () => {
  const figure = (name: string, text: string, value: number, of: number | null) => ({
    figure: name,
    text,
    meaning: `${text}是怎样算的`,
    value,
    of,
  })
  const coverage = {
    region: { code: '431224000000', name: '溆浦县', path: '湖南省 怀化市 溆浦县' },
    month: '2026-11',
    figures: [figure('without_adviser', '没有顾问的村', 2, 412)],
    places: [
      {
        place: { code: '431224100000', name: '卢峰镇', path: '湖南省 怀化市 溆浦县 卢峰镇' },
        figures: [figure('without_adviser', '没有顾问的村', 1, 40)],
      },
    ],
  }

  beforeEach(() => signIn(['bureau_officer']))

  it('each number opens the list behind it, each place its own numbers', async () => {
    serve({ 'GET /api/adviser/coverage': ok(coverage) })
    render(<CoveragePage />)
    fireEvent.click(await screen.findByRole('button', { name: /^2 \/ 412 ?没有顾问的村/ }))
    expect(device.visits.at(-1)?.url).toContain('behind/index?figure=without_adviser&region=431224000000')
    tap(/卢峰镇/)
    expect(device.visits.at(-1)?.url).toContain('coverage/index?region=431224100000&month=2026-11')
  })

  it('the list behind a number leads to the village', async () => {
    device.params = { figure: 'without_adviser', region: '431224000000', month: '2026-11' }
    const item = {
      id: VILLAGE.code,
      title: '桔花园社区',
      text: '没有指派顾问',
      villageCode: VILLAGE.code,
      adviserId: null,
      caseNumber: null,
    }
    serve({
      'GET /api/adviser/coverage': ok(coverage),
      'GET /api/adviser/coverage/without_adviser': page([item]),
    })
    render(<BehindPage />)
    expect(await screen.findByText('溆浦县：没有顾问的村 2 / 412')).toBeTruthy()
    tap('看公示页')
    expect(device.visits.at(-1)?.url).toContain(`village=${VILLAGE.code}`)
  })

  it('the list behind what waits leads to the ledger of that village and month', async () => {
    const item = {
      id: 'x',
      title: '桔花园社区',
      text: '舒法明',
      villageCode: VILLAGE.code,
      adviserId: null,
      caseNumber: null,
    }
    device.params = { figure: 'unconfirmed', region: '431224000000', month: '2026-10' }
    serve({
      'GET /api/adviser/coverage': ok(coverage),
      'GET /api/adviser/coverage/unconfirmed': page([item]),
    })
    render(<BehindPage />)
    await screen.findByText('看这个村的台账')
    tap('看这个村的台账')
    expect(device.visits.at(-1)?.url).toContain(`ledger/index?village=${VILLAGE.code}&month=2026-10`)
  })

  it('a sheet with a bad row is not imported, and every bad row is named', async () => {
    const rows = [{ line: 3, reason: '执业证号不对，应为 17 位数字' }]
    serve({ 'POST /api/adviser/imports': problem(422, 'invalid', '有 1 行要改，一行也没有导入', { rows }) })
    render(<ImportPage />)
    fill('或者直接粘贴', '姓名,执业证号\n张三,123')
    tap('导入')
    expect(await screen.findByText('执业证号不对，应为 17 位数字')).toBeTruthy()
    expect(screen.getByText('第 3 行')).toBeTruthy()
    expect(screen.getByDisplayValue(/张三/)).toBeTruthy()
  })

  it('the sign of a village has a picture and digits to type', async () => {
    device.params = { village: VILLAGE.code }
    const board = {
      village: VILLAGE,
      code: BOARD,
      scene: `v=${BOARD}`,
      page: 'p',
      url: 'https://linfa.test/#/x',
      qr: 'data:image/png;base64,',
    }
    serve({ [`POST /api/villages/${VILLAGE.code}/board`]: ok(board) })
    render(<BoardPage />)
    expect(await screen.findByText('123 4568')).toBeTruthy()
  })
})
