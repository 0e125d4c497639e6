import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'

import Lost from '../../src/pages/desk/lost/index.tsx'
import Releases from '../../src/pages/desk/releases/index.tsx'
import { asked, forgetAll, NOW, ok, problem, serve, signIn, tap, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

afterEach(forgetAll)

const lost = (id: string, more: object = {}) => ({
  id,
  at: NOW,
  news: 'cancelled',
  title: '预约取消了',
  caseId: 'c1',
  number: `RX-${id}`,
  organisation: '溆浦县 12348 热线',
  state: 'not_reached',
  stateText: '没有通知到本人',
  attempts: [
    {
      outlet: 'sms',
      at: NOW,
      tries: 3,
      state: 'given_up',
      outcome: '47003',
      text: '短信：发不出去（第 3 次）',
    },
  ],
  done: null,
  ...more,
})

describe('notices that did not arrive', () => {
  it('stand with every way that was tried, page by page, and leave when somebody has seen to them', async () => {
    signIn(['bureau_officer'])
    serve({
      'GET /api/desk/lost-notices': ({ path }) => ({
        status: 200,
        body: path.includes('cursor=')
          ? { items: [lost('2')], next: null }
          : { items: [lost('1')], next: 'x' },
      }),
      'POST /api/desk/lost-notices/1/done': ok(undefined, 204),
    })
    render(<Lost />)
    expect(await screen.findByText(/短信：发不出去（第 3 次）/)).toBeTruthy()
    tap('再看一些')
    await screen.findByText('RX-2')
    expect(screen.queryByRole('button', { name: 'RX-2' })).toBeNull()
    fireEvent.click(screen.getAllByRole('button', { name: '处理好了' })[0] as HTMLElement)
    tap('记下，处理好了')
    expect(screen.getByText('请选择怎样处理的')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '不用再通知' }))
    tap('记下，处理好了')
    await waitFor(() =>
      expect(asked('POST', '/api/desk/lost-notices/1/done')[0]?.body).toEqual({ how: 'not_needed' }),
    )
  })

  it('that are done with show who saw to them', async () => {
    signIn(['city_admin'])
    const done = { at: NOW, by: '覃班长', how: 'not_needed', howText: '不用再通知' }
    serve({
      'GET /api/desk/lost-notices': ({ path }) => ({
        status: 200,
        body: { items: path.includes('done=true') ? [lost('1', { done })] : [], next: null },
      }),
    })
    render(<Lost />)
    await screen.findByText('没有要处理的了。')
    const chips = within(screen.getByRole('group', { name: '看哪些' }))
    fireEvent.click(chips.getByRole('button', { name: '处理过的' }))
    expect(await screen.findByText(/覃班长：不用再通知/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '处理好了' })).toBeNull()
  })

  it('that somebody else has just seen to say so', async () => {
    signIn(['hotline_head'])
    serve({
      'GET /api/desk/lost-notices': ok({ items: [lost('1')], next: null }),
      'POST /api/desk/lost-notices/1/done': problem(409, 'not_now', '这一条已经有人处理过了'),
    })
    render(<Lost />)
    tap(await screen.findByRole('button', { name: 'RX-1' }).then(() => 'RX-1'))
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=c1&view=desk')
    tap('处理好了')
    fireEvent.click(screen.getByRole('radio', { name: '不用再通知' }))
    tap('记下，处理好了')
    expect(await screen.findByText('这一条已经有人处理过了')).toBeTruthy()
  })

  it('are for heads, the bureau and the administrator', () => {
    signIn(['hotline_operator'])
    serve()
    render(<Lost />)
    expect(screen.getByText('这里是班长、司法局和管理员用的')).toBeTruthy()
    expect(device.asked).toEqual([])
  })
})

describe('what was handed back', () => {
  const released = (number: string) => ({ at: NOW, caseId: number, number, by: '何接线', reason: '是亲戚' })

  it('is of the last week, of any time that the head chooses, and page by page', async () => {
    signIn(['hotline_head'])
    serve({
      'GET /api/desk/releases': ({ path }) => ({
        status: 200,
        body: path.includes('cursor=')
          ? { items: [released('RX-2')], next: null }
          : { items: [released('RX-1')], next: 'x' },
      }),
    })
    render(<Releases />)
    await screen.findByText('何接线 · RX-1')
    expect(asked('GET', '/api/desk/releases')[0]?.path).toContain('from=2026-11-17&to=2026-11-23')
    tap('再看一些')
    await screen.findByText('何接线 · RX-2')
    type('从哪一天', '2026-11-30')
    tap('查看')
    expect(screen.getByText('结束日期不能早于开始日期')).toBeTruthy()
    type('从哪一天', '2026-10-01')
    tap('查看')
    await waitFor(() =>
      expect(asked('GET', '/api/desk/releases').at(-1)?.path).toContain('from=2026-10-01&to=2026-11-23'),
    )
  })

  it('that is refused for too long a time says so', async () => {
    signIn(['hotline_head'])
    serve({ 'GET /api/desk/releases': problem(422, 'invalid', '一次最多查 92 天') })
    render(<Releases />)
    expect(await screen.findByText('一次最多查 92 天')).toBeTruthy()
  })
})
