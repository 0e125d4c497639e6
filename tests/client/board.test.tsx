import { render, screen, within } from '@testing-library/react'

import type { CaseSummary } from '../../src/contract/case.ts'
import Board from '../../src/pages/desk/board/index.tsx'
import Today from '../../src/pages/desk/today/index.tsx'
import Me from '../../src/pages/me/index.tsx'
import { asked, forgetAll, lost, NOW, ok, serve, signIn, tap, theCase, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

const late = theCase({
  id: 'late',
  kind: 'legal_aid',
  title: '追讨工资',
  overdue: true,
  dueAt: '2026-11-22T18:00:00+08:00',
  handler: { id: 'a1', name: '审查员' },
})
const today = theCase({
  id: 'today',
  kind: 'mediation',
  title: '宅基地相邻',
  dueAt: '2026-11-23T18:00:00+08:00',
  handler: { id: 'a2', name: '李调解' },
})
const later = theCase({ id: 'later', kind: 'mediation', title: '赡养', dueAt: '2026-11-27T18:00:00+08:00' })
const over = theCase({ id: 'over', kind: 'mediation', title: '借款', closedAt: NOW, dueAt: null })

const page = (items: readonly CaseSummary[], next: string | null = null) => ok({ items, next })

afterEach(forgetAll)

it('is for staff only', () => {
  signIn()
  serve()
  render(<Board />)
  expect(screen.getByText('这里是工作人员的工作台')).toBeTruthy()
  expect(device.asked).toEqual([])
})

describe('the board', () => {
  beforeEach(() => signIn(['legal_aid_reviewer', 'mediator']))

  it('shows what is late first, then today, then the rest, and who has it', async () => {
    serve({ 'GET /api/cases': page([late, today, later, over]) })
    render(<Board />)
    await screen.findByText('追讨工资')
    const heads = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(heads).toEqual(['已超期', '今天到期', '往后', '已办结'])
    const [first, second, third] = screen.getAllByRole('listitem').map((item) => within(item))
    expect(first?.getByText('超期 16 小时')).toBeTruthy()
    expect(first?.getByText(/我在办/)).toBeTruthy()
    expect(second?.getByText('今天 18:00 前')).toBeTruthy()
    expect(second?.getByText(/李调解在办/)).toBeTruthy()
    expect(third?.getByText(/还没有人接手/)).toBeTruthy()
    expect(screen.getByText('超期 1 件，今天到期 1 件')).toBeTruthy()
    tap(/追讨工资/)
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=late&view=desk')
  })

  it('shows what cannot wait before what is due today, under words of its own', async () => {
    const pressing = theCase({ ...later, id: 'pressing', title: '明天要交答辩状', urgent: true })
    serve({ 'GET /api/cases': page([late, today, pressing, later]) })
    render(<Board />)
    await screen.findByText('明天要交答辩状')
    const heads = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
    expect(heads).toEqual(['已超期', '紧急，马上看', '今天到期', '往后'])
    expect(screen.getByText('超期 1 件，今天到期 1 件')).toBeTruthy()
  })

  it('shows one service of several on a tap', async () => {
    serve({
      'GET /api/cases': ({ path }) => ({
        status: 200,
        body: { items: path.includes('kind=mediation') ? [today] : [late, today], next: null },
      }),
    })
    render(<Board />)
    await screen.findByText('追讨工资')
    tap('人民调解')
    expect(await screen.findByText('宅基地相邻')).toBeTruthy()
    expect(screen.queryByText('追讨工资')).toBeNull()
    expect(screen.getByRole('button', { name: '法律援助' })).toBeTruthy()
    expect(screen.getByRole('button', { name: '人民调解' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('does not ask whoever has one service only', async () => {
    serve({ 'GET /api/cases': page([today, later]) })
    render(<Board />)
    await screen.findByText('赡养')
    expect(screen.queryByRole('button', { name: '全部' })).toBeNull()
  })

  it('goes on behind the last one', async () => {
    serve({
      'GET /api/cases': ({ path }) => ({
        status: 200,
        body: path.includes('cursor=') ? { items: [over], next: null } : { items: [late], next: 'c' },
      }),
    })
    render(<Board />)
    tap(await screen.findByRole('button', { name: '再看一些' }).then(() => '再看一些'))
    expect(await screen.findByText('借款')).toBeTruthy()
    expect(screen.getByText('追讨工资')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
  })

  it('keeps what is shown when the rest does not come, and says so', async () => {
    serve({ 'GET /api/cases': page([late], 'c') })
    render(<Board />)
    await screen.findByText('追讨工资')
    serve({ 'GET /api/cases': lost })
    tap('再看一些')
    expect(await screen.findByText(/连上网络后再试一次/)).toBeTruthy()
    expect(screen.getByText('追讨工资')).toBeTruthy()
  })

  it('finds a case by its number, which no log of addresses keeps', async () => {
    serve({ 'GET /api/cases': page([late]), 'POST /api/cases/search': page([today]) })
    render(<Board />)
    await screen.findByText('追讨工资')
    type(/按编号或电话查找/, 'TJ431224-261123-0001-5')
    tap('查找')
    expect(await screen.findByText('查找结果')).toBeTruthy()
    expect(asked('POST', '/api/cases/search')[0]?.body).toMatchObject({ q: 'TJ431224-261123-0001-5' })
    expect(screen.queryByText('追讨工资')).toBeNull()
  })

  it('says when there is nothing to do, and when there is no network', async () => {
    serve({ 'GET /api/cases': page([]) })
    const empty = render(<Board />)
    expect(await screen.findByText('现在没有要办的')).toBeTruthy()
    empty.unmount()
    serve({ 'GET /api/cases': lost })
    render(<Board />)
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
  })

  it('leads to the bookings of the day only whoever takes calls', async () => {
    serve({ 'GET /api/cases': page([late]) })
    const reviewer = render(<Board />)
    await screen.findByText('追讨工资')
    expect(screen.queryByText('今天的预约')).toBeNull()
    reviewer.unmount()
    signIn(['duty_lawyer', 'legal_aid_lawyer'])
    render(<Board />)
    tap(await screen.findByRole('button', { name: /今天的预约/ }).then(() => /今天的预约/))
    expect(device.visits.at(-1)?.url).toBe('/pages/desk/today/index')
  })

  it('is reached by a duty lawyer who is nothing else: questions of villages come to them', async () => {
    signIn(['duty_lawyer'])
    serve({
      'GET /api/cases': page([]),
      'GET /api/desk/calls': page([]),
      'GET /api/desk/revisits': page([]),
    })
    const me = render(<Me />)
    tap(await screen.findByRole('button', { name: /办件台/ }).then(() => /办件台/))
    expect(device.visits.at(-1)?.url).toBe('/pages/desk/board/index')
    me.unmount()
    render(<Today />)
    for (const row of [/要打电话通知的人/, /^回访/, /替人登记/, /办件台/])
      expect(await screen.findByRole('button', { name: row })).toBeTruthy()
  })
})
