import { render, screen, waitFor, within } from '@testing-library/react'

import Slots from '../../src/pages/hotline/slots/index.tsx'
import {
  asked,
  choose,
  desk,
  forgetAll,
  grow,
  live,
  lost,
  ok,
  problem,
  SLOTS,
  serve,
  settle,
  signIn,
  slot,
  TUESDAY,
  tap,
  theCase,
} from './hotline-support.ts'
import { device } from './stubs/device.ts'

const chosen = () => JSON.parse(String((device.storage.get('draft:hotline') as never)['slot']['value']))

beforeEach(live)
afterEach(forgetAll)

it('asks for the village first where none is known', () => {
  forgetAll()
  serve()
  render(<Slots />)
  tap('选择村（社区）')
  expect(device.visits.at(-1)?.url).toBe('/pages/region/index')
})

it('shows the next free day, says what is full, and books what was tapped', async () => {
  serve()
  render(<Slots />)
  expect(await screen.findByText('溆浦县 · 卢峰镇 · 桔花园社区')).toBeTruthy()
  const full = (await screen.findByRole('radio', { name: /9:00 – 9:30/ })) as HTMLInputElement
  expect(full.disabled).toBe(true)
  expect(screen.getByText('已满')).toBeTruthy()
  expect((screen.getByRole('button', { name: '请先选一个时间' }) as HTMLButtonElement).disabled).toBe(true)
  choose(/9:30 – 10:00/)
  tap('就约 11 月 24 日 9:30')
  expect(device.visits.at(-1)?.url).toBe('/pages/hotline/form/index')
  expect(chosen()).toMatchObject({ id: `${TUESDAY} 09:30`, deskId: 'd1', channel: 'call_back' })
})

it('asks for two weeks from the day of the server', async () => {
  serve()
  render(<Slots />)
  await screen.findByRole('radio', { name: /9:30 – 10:00/ })
  expect(asked('GET', '/api/desks/:id/slots')[0]?.path).toContain('from=2026-11-23&to=2026-12-07')
})

it('shows the times of another day on a tap', async () => {
  serve()
  render(<Slots />)
  tap(await screen.findByRole('button', { name: /^周三.*余 3$/ }).then(() => /^周三/))
  expect(screen.queryByRole('radio', { name: /14:30/ })).toBeNull()
  choose(/9:00 – 9:30/)
  tap('就约 11 月 25 日 9:00')
})

it('does not offer a time within the notice period', async () => {
  const soon = slot('2026-11-23', '11:00', '11:30', 3)
  serve({ 'GET /api/desks/:id/slots': ok({ items: [soon, ...SLOTS] }) })
  render(<Slots />)
  tap(await screen.findByRole('button', { name: /^今天/ }).then(() => /^今天/))
  expect((screen.getByRole('radio', { name: /11:00/ }) as HTMLInputElement).disabled).toBe(true)
  expect(screen.getByText('来不及约了')).toBeTruthy()
})

it('changes the way of talking, and the question with it', async () => {
  serve()
  render(<Slots />)
  tap(await screen.findByRole('button', { name: '换一种联系方式' }).then(() => '换一种联系方式'))
  choose(/我过去当面谈/)
  expect(screen.getByRole('heading', { name: '什么时候方便过来？' })).toBeTruthy()
})

it('offers other desks, other ways and the line itself when nothing is free', async () => {
  const near = desk({ id: 'd2', name: '鹤城区 12348 热线', channels: ['call_back', 'video'], own: false })
  serve({
    'GET /api/desks': ok({ items: [desk(), near] }),
    'GET /api/desks/:id/slots': ({ path }) => ({
      status: 200,
      body: { items: path.includes('d2') ? SLOTS : [slot(TUESDAY, '09:00', '09:30', 0)] },
    }),
  })
  render(<Slots />)
  expect(await screen.findByText('这里暂时没有能约的时间')).toBeTruthy()
  expect(screen.getByRole('link', { name: /现在就打 12348/ }).getAttribute('href')).toBe('tel:12348')
  expect(screen.getByRole('button', { name: /鹤城区.*视频/ })).toBeTruthy()
  tap(/鹤城区.*打电话给我/)
  expect(await screen.findByRole('radio', { name: /9:30 – 10:00/ })).toBeTruthy()
})

it('shows the telephone line where no desk is open', async () => {
  serve({ 'GET /api/desks': ok({ items: [] }) })
  render(<Slots />)
  expect(await screen.findByText('你们这里还没有开通网上预约')).toBeTruthy()
  expect(screen.getByRole('link', { name: /现在就打 12348/ })).toBeTruthy()
})

it('says that there is no network, and goes on once it is back', async () => {
  serve({ 'GET /api/desks': lost })
  render(<Slots />)
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  serve()
  tap('再试一次')
  expect(await screen.findByRole('radio', { name: /9:30 – 10:00/ })).toBeTruthy()
})

it('asks elders for the day first and for the time after it', async () => {
  grow()
  serve()
  render(<Slots />)
  await screen.findByRole('button', { name: /^明天.*11 月 24 日/ })
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByRole('link', { name: /现在就打 12348/ })).toBeTruthy()
  tap(/^明天/)
  choose(/9:30/)
  tap('就约 11 月 24 日 9:30')
  expect(chosen().id).toBe(`${TUESDAY} 09:30`)
})

describe('moving a booking', () => {
  beforeEach(() => {
    device.params = { caseId: '431224-c1' }
    device.pagesBelow = 1
    signIn()
  })

  it('moves it with the version that was shown and goes back to the case', async () => {
    serve({
      'GET /api/cases/431224-c1': ok(theCase()),
      'POST /api/cases/431224-c1/actions/reschedule': ok(theCase({ version: 4 })),
    })
    render(<Slots />)
    expect(await screen.findByText(/现在约的是 11月24日 周二 9:30 – 10:00/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '换一种联系方式' })).toBeNull()
    await screen.findByRole('radio', { name: /14:30/ })
    choose(/14:30/)
    tap('改到 11 月 24 日 14:30')
    await waitFor(() => expect(device.visits).toEqual([{ way: 'navigateBack', url: '-1' }]))
    const [move] = asked('POST', '/api/cases/431224-c1/actions/reschedule')
    expect(move?.body).toEqual({ slotId: `${TUESDAY} 14:30`, version: 3 })
  })

  it('says that the time has gone and shows what is left', async () => {
    let left = 2
    serve({
      'GET /api/cases/431224-c1': ok(theCase()),
      'GET /api/desks/:id/slots': () => ({
        status: 200,
        body: { items: SLOTS.map((one) => (one.id.endsWith('14:30') ? { ...one, free: left } : one)) },
      }),
      'POST /api/cases/431224-c1/actions/reschedule': (question) => {
        left = 0
        return problem(409, 'full', '这个时间刚刚约满了，请另选一个', { nearest: [] })(question)
      },
    })
    render(<Slots />)
    await screen.findByRole('radio', { name: /14:30/ })
    choose(/14:30/)
    tap(/^改到/)
    expect(await screen.findByText('这个时间刚刚约满了，请另选一个')).toBeTruthy()
    await settle()
    expect((screen.getByRole('radio', { name: /14:30/ }) as HTMLInputElement).disabled).toBe(true)
    expect(screen.getByRole('button', { name: '请先选一个时间' })).toBeTruthy()
    expect(device.visits).toEqual([])
  })

  it('offers only desks of the office that has the case', async () => {
    const other = desk({ id: 'd2', name: '鹤城区', organisation: '鹤城区 12348 热线', own: false })
    serve({
      'GET /api/cases/431224-c1': ok(theCase()),
      'GET /api/desks': ok({ items: [other, desk()] }),
    })
    const { container } = render(<Slots />)
    await screen.findByRole('radio', { name: /14:30/ })
    expect(within(container).queryByText('鹤城区')).toBeNull()
    expect(asked('GET', '/api/desks/:id/slots')[0]?.path).toContain('/desks/d1/')
  })
})
