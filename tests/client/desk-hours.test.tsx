import { act, fireEvent, render, screen, within } from '@testing-library/react'

import BookForSomebody from '../../src/pages/desk/book/index.tsx'
import Hours from '../../src/pages/desk/hours/index.tsx'
import { UnratedList } from '../../src/pages/desk/revisits/Unrated.tsx'
import { useSession } from '../../src/store/session.ts'
import {
  about,
  asked,
  desk,
  forgetAll,
  lost,
  ok,
  problem,
  serve,
  settle,
  signIn,
  TUESDAY,
  theCase,
  type,
  WEDNESDAY,
} from './hotline-support.ts'
import { device } from './stubs/device.ts'

const serveAt = (role: 'hotline_operator' | 'hotline_head') => {
  signIn()
  act(() =>
    useSession.setState(({ account }) => ({
      account: account && {
        ...account,
        roles: [{ role, organisationId: 'o1', regionCode: '431224000000' }],
      },
    })),
  )
}
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}
const agree = async (name: string) => {
  const dialog = await screen.findByRole('dialog')
  await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name })))
}

afterEach(forgetAll)

describe('a booking for somebody at the line', () => {
  beforeEach(() => serveAt('hotline_operator'))
  const elsewhere = desk({ id: 'd9', name: '别的单位', organisationId: 'o9' })
  const BOOKED = 'POST /api/bookings'

  it('asks few things, books at a desk of one’s own, and opens the case', async () => {
    serve({ 'GET /api/desks': ok({ items: [elsewhere, desk()] }), [BOOKED]: ok(theCase(), 201) })
    render(<BookForSomebody />)
    await screen.findByLabelText('对方的手机号')
    expect(screen.queryByText('别的单位')).toBeNull()
    type('对方的手机号', '13900000061')
    type(/怎么称呼/, '向奶奶')
    fireEvent.click(screen.getByRole('radio', { name: '到窗口来' }))
    type('哪一天', WEDNESDAY)
    type('哪方面的事', 'elders')
    type(/一句话/, '儿子不给生活费')
    fireEvent.click(screen.getByRole('switch', { name: /可以发短信/ }))
    await press('登记')
    await settle()
    expect(asked('POST', '/api/bookings')[0]?.body).toEqual({
      slotId: `${WEDNESDAY} 09:00`,
      channel: 'call_back',
      topic: 'elders',
      summary: '儿子不给生活费',
      regionCode: '431224000000',
      maySayWhoWeAre: true,
      mayLeaveMessage: false,
      cameBy: 'window',
      onBehalfOf: { phone: '13900000061', name: '向奶奶' },
    })
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=431224-c1&view=desk')
  })

  it('says what is missing beside the question, and keeps what was typed when no answer comes', async () => {
    serve({ [BOOKED]: lost })
    render(<BookForSomebody />)
    await press('登记')
    expect(screen.getByText('有几处要补上，看标红的地方。')).toBeTruthy()
    expect(asked('POST', '/api/bookings')).toEqual([])
    type('对方的手机号', '13900000061')
    type('哪一天', TUESDAY)
    type('哪方面的事', 'loan')
    type(/一句话/, '借款不还')
    await press('登记')
    expect(await screen.findByText(/还没收到回音/)).toBeTruthy()
    await press('登记')
    const keys = asked('POST', '/api/bookings').map(({ header }) => header['Idempotency-Key'])
    expect(keys).toEqual([keys[0], keys[0]])
  })

  it('hears whoever is there now, at once: no time is asked, and the ticket opens', async () => {
    serve({ 'POST /api/desk/live-calls': ok(theCase(), 201) })
    render(<BookForSomebody />)
    await screen.findByLabelText('哪一天')
    fireEvent.click(screen.getByRole('radio', { name: '来信' }))
    fireEvent.click(screen.getByRole('radio', { name: /现在接听/ }))
    expect(screen.queryByLabelText('哪一天')).toBeNull()
    expect(screen.queryByRole('radio', { name: '来信' })).toBeNull()
    type('对方的手机号', '13900000061')
    type('哪方面的事', 'loan')
    type(/一句话/, '借款不还')
    await press('现在接听')
    await settle()
    expect(asked('POST', '/api/desk/live-calls')[0]?.body).toMatchObject({
      deskId: 'd1',
      cameBy: 'telephone',
      topic: 'loan',
      summary: '借款不还',
      onBehalfOf: { phone: '13900000061' },
    })
    expect(device.visits.at(-1)?.url).toBe('/pages/desk/ticket/index?id=431224-c1')
  })

  it('asks the adviser of a village, once the person has heard who it is and agreed (PI-6)', async () => {
    const place = { code: '431224100001', name: '桔花园社区', path: '湖南省 怀化市 溆浦县 卢峰镇 桔花园社区' }
    const answer = {
      canAsk: true,
      adviserId: 'v1',
      answeredByText: '村（社区）法律顾问',
      promiseText: '24 小时内',
    }
    serve({
      'GET /api/regions': ok({ items: [{ ...place, level: 'village' }] }),
      'GET /api/advisers': ok({ items: [{ id: 'v1', name: '舒顾问', firm: '某所' }], answer }),
      'POST /api/inquiries': ok(theCase({ kind: 'inquiry', number: 'GW-1' }), 201),
    })
    render(<BookForSomebody />)
    await screen.findByLabelText('哪一天')
    fireEvent.click(screen.getByRole('radio', { name: /问村（社区）法律顾问/ }))
    type('对方的手机号', '13900000061')
    type('哪方面的事', 'land')
    type('要问的事', '邻居占地怎么办')
    await press('交给顾问')
    expect(screen.getByText('请选择村（社区）')).toBeTruthy()
    type(/哪个村/, '桔花园')
    await press(/桔花园社区/)
    const agreed = await screen.findByRole('checkbox', {
      name: /村（社区）法律顾问 某所 舒顾问答复，对方同意/,
    })
    await press('交给顾问')
    expect(screen.getByText(/同意了再勾选/)).toBeTruthy()
    expect(asked('POST', '/api/inquiries')).toEqual([])
    fireEvent.click(agreed)
    await press('交给顾问')
    expect(await screen.findByText('已经交给答复的人，编号 GW-1')).toBeTruthy()
    expect(asked('POST', '/api/inquiries')[0]?.body).toEqual({
      villageCode: place.code,
      topic: 'land',
      question: '邻居占地怎么办',
      cameBy: 'telephone',
      consent: true,
      onBehalfOf: { phone: '13900000061' },
    })
  })

  it('says that the time has gone, and shows the times anew', async () => {
    serve({ [BOOKED]: problem(409, 'full', '这个时间刚刚约满了', { nearest: [] }) })
    render(<BookForSomebody />)
    await screen.findByLabelText('哪一天')
    type('对方的手机号', '13900000061')
    type('哪一天', TUESDAY)
    type('哪方面的事', 'loan')
    type(/一句话/, '借款不还')
    await press('登记')
    expect(await screen.findByText('这个时间刚刚被约走了，请另选一个。')).toBeTruthy()
    await settle()
    expect(asked('GET', '/api/desks/:id/slots').length).toBeGreaterThan(1)
  })
})

describe('the hours of a desk', () => {
  const HOURS = {
    id: 'd1',
    name: '溆浦县 12348 热线',
    active: true,
    openings: [{ weekday: 1, from: '09:00', to: '12:00', minutes: 30, capacity: 3 }],
    closures: [],
  }
  const booked = {
    caseId: '431224-c1',
    number: 'RX431224-261123-0007-7',
    startsAt: `${TUESDAY}T09:30:00+08:00`,
  }
  const none = { possible: true, booked: [], cases: [], closing: 0, kept: 0, resized: 0, outside: [] }
  const LOOK = 'POST /api/desk/openings/d1/preview'
  const SAVE = 'POST /api/desk/openings/d1'
  const addClosure = async () => {
    await press('加停办日')
    type('第一天', TUESDAY)
    type('最后一天', TUESDAY)
    type('为什么不开放', '培训')
  }

  it('are for heads alone', () => {
    serveAt('hotline_operator')
    serve()
    render(<Hours />)
    expect(screen.getByText('这里是班长用的')).toBeTruthy()
  })

  it('show whom a closure hits before it happens, and offers them another time', async () => {
    serveAt('hotline_head')
    serve({
      'GET /api/desk/openings': ok({ items: [HOURS] }),
      [LOOK]: ok({ ...none, possible: false, closing: 12, cases: [booked] }),
      [SAVE]: ok({ ...HOURS, closures: [{ from: TUESDAY, to: TUESDAY, reason: '培训' }] }),
    })
    render(<Hours />)
    await screen.findByText('停办日')
    expect((screen.getByRole('button', { name: '还没有改动' }) as HTMLButtonElement).disabled).toBe(true)
    await addClosure()
    await press('先看看影响')
    expect(await screen.findByText(/已有 1 个预约，必须换时间/)).toBeTruthy()
    expect(screen.getByText('12 个时间段不再接新预约。')).toBeTruthy()
    expect(asked('POST', '/api/desk/openings/d1')).toEqual([])
    await press('就这样改')
    expect(screen.getByText(/马上通知 1 个人/)).toBeTruthy()
    await agree('就这样改')
    expect(asked('POST', '/api/desk/openings/d1')[0]?.body).toEqual({
      closures: [{ from: TUESDAY, to: TUESDAY, reason: '培训' }],
      move: true,
    })
    expect(await screen.findByText(/已通知 1 个人换时间/)).toBeTruthy()
  })

  it('are shown anew when something else was changed after looking', async () => {
    serveAt('hotline_head')
    serve({ 'GET /api/desk/openings': ok({ items: [HOURS] }), [LOOK]: ok({ ...none, closing: 1 }) })
    render(<Hours />)
    await screen.findByText('停办日')
    await addClosure()
    await press('先看看影响')
    expect(await screen.findByRole('button', { name: '就这样改' })).toBeTruthy()
    type('最后一天', WEDNESDAY)
    expect(screen.queryByRole('button', { name: '就这样改' })).toBeNull()
    expect(screen.getByRole('button', { name: '先看看影响' })).toBeTruthy()
  })

  it('keep what was promised outside the new hours when the head says so', async () => {
    serveAt('hotline_head')
    serve({
      'GET /api/desk/openings': ok({ items: [HOURS] }),
      [LOOK]: ok({ ...none, closing: 6, kept: 1, outside: [booked] }),
      [SAVE]: ok({ ...HOURS, openings: [] }),
    })
    render(<Hours />)
    await press(/每周时间 第 1 行/)
    await press('先看看影响')
    await screen.findByText(/新的时间之外还有 1 个预约/)
    fireEvent.click(screen.getByRole('switch', { name: '给他们换时间' }))
    await press('就这样改')
    expect(screen.getByText('没有人的预约要换时间。')).toBeTruthy()
    await agree('就这样改')
    expect(asked('POST', '/api/desk/openings/d1')[0]?.body).toEqual({ openings: [] })
  })
})

it('a rating is asked in a revisit and written down', async () => {
  serveAt('hotline_head')
  serve({ 'PUT /api/desk/unrated/c1': ok(undefined, 204) })
  const done = jest.fn()
  const one = { caseId: 'c1', number: 'RX-1', title: '借款 · 电话回拨', closedAt: about.now, until: TUESDAY }
  render(<UnratedList items={[one]} onDone={done} />)
  await press(/借款 · 电话回拨/)
  fireEvent.click(screen.getByRole('radio', { name: '满意' }))
  await press('记下评价')
  expect(asked('PUT', '/api/desk/unrated/c1')[0]?.body).toEqual({ score: 4 })
  expect(done).toHaveBeenCalled()
})

it('nobody to ask is said in words, with no empty list below', () => {
  serveAt('hotline_head')
  const { container } = render(<UnratedList items={[]} onDone={jest.fn()} />)
  expect(screen.getByText('没有要问的。')).toBeTruthy()
  expect(container.querySelector('.rows')).toBeNull()
})
