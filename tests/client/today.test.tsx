import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'

import type { CaseSummary } from '../../src/contract/case.ts'
import Today from '../../src/pages/desk/today/index.tsx'
import { narrow, widen } from '../../src/store/desk-view.ts'
import { useSession } from '../../src/store/session.ts'
import {
  about,
  asked,
  desk,
  forgetAll,
  lost,
  NOW,
  ok,
  serve,
  signIn,
  TUESDAY,
  tap,
  theCase,
  type,
} from './hotline-support.ts'
import { device } from './stubs/device.ts'

const late = theCase({
  id: 'late',
  title: '妇女 · 电话回拨',
  urgent: true,
  overdue: true,
  dueAt: '2026-11-23T09:45:00+08:00',
  appointment: { startsAt: '2026-11-23T09:15:00+08:00', endsAt: '2026-11-23T09:45:00+08:00' },
})
const next = theCase({
  id: 'next',
  title: '邻里 · 到场咨询',
  appointment: { startsAt: '2026-11-23T14:30:00+08:00', endsAt: '2026-11-23T15:00:00+08:00' },
})
const page = (items: readonly CaseSummary[]) => ok({ items, next: null })

const wide = (matches: boolean) => {
  const media = { matches, addEventListener: () => {}, removeEventListener: () => {} }
  window.matchMedia = () => media as unknown as MediaQueryList
}

afterEach(() => {
  forgetAll()
  wide(false)
})

it('is for staff only', () => {
  signIn()
  serve()
  render(<Today />)
  expect(screen.getByText('这里是工作人员的工作台')).toBeTruthy()
  expect(device.asked).toEqual([])
})

describe('at the desk', () => {
  beforeEach(() => signIn(['hotline_operator']))

  it('shows the bookings of the day of the server, urgent and late ones in words', async () => {
    serve({ 'GET /api/cases': page([late, next]) })
    render(<Today />)
    const [first, second] = await screen.findAllByRole('listitem')
    expect(within(first as HTMLElement).getByText('优先')).toBeTruthy()
    expect(within(first as HTMLElement).getByText('超期 20 分钟')).toBeTruthy()
    expect(within(first as HTMLElement).getByText('9:15 – 9:45')).toBeTruthy()
    expect(within(first as HTMLElement).getByText('张* · 139****0001')).toBeTruthy()
    expect(within(second as HTMLElement).queryByText(/超期/)).toBeNull()
    expect(screen.getByText('共 2 件，待办 2 件，超期 1 件')).toBeTruthy()
    expect(asked('GET', '/api/cases')[0]?.path).toContain('day=2026-11-23')
    expect(asked('GET', '/api/cases')[0]?.path).toContain('view=desk')
  })

  it('puts whoever is in danger first and what is over last, and reads every page', async () => {
    const over = theCase({ id: 'over', title: '合同 · 电话回拨', closedAt: NOW })
    serve({
      'GET /api/cases': ({ path }) => ({
        status: 200,
        body: path.includes('cursor=') ? { items: [late], next: null } : { items: [over, next], next: 'c' },
      }),
    })
    render(<Today />)
    const lines = await screen.findAllByRole('listitem')
    const titles = lines.map((line) => /妇女|邻里|合同/.exec(line.textContent ?? '')?.[0])
    expect(titles).toEqual(['妇女', '邻里', '合同'])
  })

  it('opens a booking as a page on a telephone', async () => {
    serve({ 'GET /api/cases': page([late]) })
    render(<Today />)
    tap(await screen.findByRole('button', { name: /妇女/ }).then(() => /妇女/))
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=late&view=desk')
  })

  it('opens it beside the list where there is room', async () => {
    wide(true)
    serve({ 'GET /api/cases': page([late, next]), 'GET /api/cases/next': ok(next) })
    render(<Today />)
    tap(await screen.findByRole('button', { name: /邻里/ }).then(() => /邻里/))
    expect(await screen.findByRole('heading', { level: 1, name: '邻里 · 到场咨询' })).toBeTruthy()
    expect(screen.getByText('妇女 · 电话回拨')).toBeTruthy()
    expect(device.visits).toEqual([])
  })

  it('goes from day to day and back to today', async () => {
    serve({ 'GET /api/cases': page([]) })
    render(<Today />)
    expect(await screen.findByText('这一天没有预约')).toBeTruthy()
    tap('后一天')
    expect(await screen.findByText('明天 · 11月24日 周二')).toBeTruthy()
    expect(asked('GET', '/api/cases').some(({ path }) => path.includes(`day=${TUESDAY}`))).toBe(true)
    tap('回到今天')
    expect(await screen.findByText('今天 · 11月23日 周一')).toBeTruthy()
  })

  it('finds a case by number or telephone on any day', async () => {
    serve({ 'GET /api/cases': page([next]), 'POST /api/cases/search': page([next]) })
    render(<Today />)
    await screen.findByText('邻里 · 到场咨询')
    type(/按编号或电话查找/, ' 139 0000 0001 ')
    tap('查找')
    expect(await screen.findByText('查找结果')).toBeTruthy()
    expect(asked('POST', '/api/cases/search').at(-1)?.body).toMatchObject({ q: '139 0000 0001' })
    expect(asked('GET', '/api/cases').some(({ path }) => path.includes('139'))).toBe(false)
    tap('清除，回到当天')
    expect(await screen.findByText('今天的预约')).toBeTruthy()
  })

  it('asks again every half minute without taking away what is shown', async () => {
    jest.useFakeTimers()
    serve({ 'GET /api/cases': page([next]) })
    render(<Today />)
    await act(async () => jest.advanceTimersByTimeAsync(10))
    const shown = screen.getByText('邻里 · 到场咨询')
    serve({ 'GET /api/cases': page([late, next]) })
    await act(async () => jest.advanceTimersByTimeAsync(30_000))
    expect(screen.getByText('妇女 · 电话回拨')).toBeTruthy()
    expect(screen.getByText('邻里 · 到场咨询')).toBe(shown)
    serve({ 'GET /api/cases': lost })
    await act(async () => jest.advanceTimersByTimeAsync(30_000))
    expect(screen.getByText('妇女 · 电话回拨')).toBeTruthy()
    jest.useRealTimers()
  })

  describe('of two desks', () => {
    const place = '431224000000'
    const serveDesks = (more: Parameters<typeof serve>[0] = {}) =>
      serve({
        'GET /api/desks': ok({ items: [desk(), desk({ id: 'd2', name: '县中心窗口' })] }),
        'GET /api/cases': page([next]),
        'POST /api/desk/next': ok({ case: null, nextAt: null }),
        ...more,
      })
    beforeEach(() => {
      widen()
      const roles = [{ role: 'hotline_operator', organisationId: 'o1', regionCode: place }]
      const account = { id: 'a1', name: null, phone: null, regionCode: null, roles: roles as never }
      act(() => useSession.setState({ signedIn: true, account }))
    })

    it('shows the calls of one, or of one way of talking, and takes the next from them', async () => {
      serveDesks()
      render(<Today />)
      const desks = within(await screen.findByRole('group', { name: '看哪个岗位' }))
      fireEvent.click(desks.getByRole('button', { name: '县中心窗口' }))
      fireEvent.click(
        within(screen.getByRole('group', { name: '看哪种方式' })).getByRole('button', { name: '到场咨询' }),
      )
      await waitFor(() => expect(asked('GET', '/api/cases').at(-1)?.path).toMatch(/deskId=d2.*channel=visit/))
      tap('领取下一件')
      await screen.findByText(/^你选的岗位和方式里/)
      expect(asked('POST', '/api/desk/next')[0]?.body).toEqual({ deskId: 'd2', channel: 'visit' })
    })

    it('is as it was when one comes back from a case, and says why nothing is there', async () => {
      serveDesks({ 'GET /api/cases': page([]) })
      const { unmount } = render(<Today />)
      fireEvent.click(await screen.findByRole('button', { name: '县中心窗口' }))
      await screen.findByText('这一天没有你选的岗位和方式的预约')
      unmount()
      render(<Today />)
      const chip = await screen.findByRole('button', { name: '县中心窗口' })
      expect(chip.getAttribute('aria-pressed')).toBe('true')
    })

    it('looks at all again when the desk is mine no longer', async () => {
      narrow({ deskId: 'another' })
      serveDesks()
      render(<Today />)
      await screen.findByRole('group', { name: '看哪个岗位' })
      await waitFor(() => expect(asked('GET', '/api/cases').at(-1)?.path).not.toContain('deskId'))
    })
  })

  it('takes today from the clock of the server', async () => {
    serve({
      'GET /api/cases': page([]),
      'GET /api/about': ok({ ...about, now: '2026-12-01T08:00:00+08:00' }),
    })
    render(<Today />)
    expect(await screen.findByText('今天 · 12月1日 周二')).toBeTruthy()
  })

  it('says that there is no network', async () => {
    serve({ 'GET /api/about': lost })
    render(<Today />)
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    serve({ 'GET /api/cases': page([next]), 'GET /api/about': ok({ ...about, now: NOW }) })
    tap('再试一次')
    await waitFor(() => expect(screen.getByText('邻里 · 到场咨询')).toBeTruthy())
  })
})
