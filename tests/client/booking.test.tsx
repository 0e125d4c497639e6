import { act, render, screen, waitFor } from '@testing-library/react'

import BookingDone from '../../src/pages/hotline/done/index.tsx'
import BookingForm from '../../src/pages/hotline/form/index.tsx'
import { chooseSlot, startAnew } from '../../src/store/booking.ts'
import {
  asked,
  choose,
  forgetAll,
  grow,
  keyOf,
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
  type,
  WEDNESDAY,
} from './hotline-support.ts'
import { device, showAgain } from './stubs/device.ts'

const BOOKINGS = '/api/bookings'
const booked = ok(theCase(), 201)

const sendings = () => asked('POST', BOOKINGS)
const summary = () => screen.getByLabelText(/用一句话说说是什么事/) as HTMLTextAreaElement

const choseTuesday = () =>
  chooseSlot({ ...slot(TUESDAY, '09:30', '10:00', 1), deskId: 'd1', deskName: '热线', channel: 'call_back' })

function fill() {
  choose('干活、工资、受伤')
  choose(/劳动人事/)
  type(/用一句话说说是什么事/, '工地欠我三个月工资')
}

beforeEach(() => {
  live()
  choseTuesday()
})
afterEach(forgetAll)

it('books with topic and one sentence, and nothing else', async () => {
  signIn()
  serve({ [`POST ${BOOKINGS}`]: booked })
  render(<BookingForm />)
  expect(screen.getByText('9:30 – 10:00')).toBeTruthy()
  fill()
  tap('确认预约')
  await waitFor(() =>
    expect(device.visits).toEqual([{ way: 'redirectTo', url: '/pages/hotline/done/index?id=431224-c1' }]),
  )
  expect(sendings()[0]?.body).toEqual({
    slotId: `${TUESDAY} 09:30`,
    channel: 'call_back',
    topic: 'labour',
    summary: '工地欠我三个月工资',
    regionCode: '431224100001',
  })
  await settle()
  expect(device.storage.has('draft:hotline')).toBe(false)
})

it('shows an example that fits the topic', () => {
  serve()
  render(<BookingForm />)
  choose('房子、土地、邻居')
  choose(/邻里/)
  expect(screen.getByText('例如：邻居砌墙挡了我家的路，说了几次都不拆')).toBeTruthy()
})

it('says beside each question what is missing, and puts the cursor into the first', async () => {
  signIn()
  serve()
  render(<BookingForm />)
  tap('确认预约')
  expect(screen.getByText('请选择是哪方面的事')).toBeTruthy()
  expect(screen.getByText('请用一句话说说是什么事')).toBeTruthy()
  await settle()
  expect((document.activeElement as HTMLInputElement).type).toBe('radio')
  expect(sendings()).toEqual([])
  fill()
  expect(screen.queryByText('请选择是哪方面的事')).toBeNull()
})

it('checks the number before anything is sent', async () => {
  signIn()
  serve()
  render(<BookingForm />)
  fill()
  type(/打哪个电话给你/, '1390000')
  tap('确认预约')
  expect(screen.getByText('手机号是11位，现在是7位，请检查是否漏填或多填')).toBeTruthy()
  await settle()
  expect(document.activeElement).toBe(screen.getByLabelText(/打哪个电话给你/))
})

it('shows what the server finds wrong beside its question', async () => {
  signIn()
  serve({
    [`POST ${BOOKINGS}`]: problem(422, 'invalid', '请写短一些', { fields: { summary: '请写短一些' } }),
  })
  render(<BookingForm />)
  fill()
  tap('确认预约')
  expect(await screen.findByText('有几处要改一下，改好再提交。')).toBeTruthy()
  expect(screen.getByText('请写短一些')).toBeTruthy()
  expect(summary().value).toBe('工地欠我三个月工资')
})

it('shows the emergency numbers while words of danger are typed, and blocks nothing', async () => {
  signIn()
  serve({ [`POST ${BOOKINGS}`]: booked })
  render(<BookingForm />)
  fill()
  expect(screen.queryByText('如果现在有危险，请马上打电话')).toBeNull()
  type(/用一句话说说是什么事/, '老公又打我，我不想活了')
  const numbers = screen.getAllByRole('link', { name: /^拨打/ }).map((line) => line.getAttribute('href'))
  expect(numbers).toEqual(
    expect.arrayContaining(['tel:110', 'tel:120', 'tel:12348', 'tel:12338', 'tel:12355', 'tel:12356']),
  )
  expect(screen.getByText('别人接了电话，可以说我们是 12348 吗？')).toBeTruthy()
  choose('不要说')
  tap('确认预约')
  await waitFor(() => expect(device.visits).toHaveLength(1))
  expect(sendings()[0]?.body).toMatchObject({ maySayWhoWeAre: false })
})

it('books for somebody else, with language and need', async () => {
  signIn()
  serve({ [`POST ${BOOKINGS}`]: booked })
  render(<BookingForm />)
  fill()
  tap(/还有要交代的/)
  choose('我父母')
  type(/他（她）怎么称呼/, '李大爷')
  type(/说什么话方便/, '溆浦话')
  choose(/听力不便/)
  tap('确认预约')
  await waitFor(() => expect(device.visits).toHaveLength(1))
  expect(sendings()[0]?.body).toMatchObject({
    relation: 'parent',
    personName: '李大爷',
    language: '溆浦话',
    accessNeed: 'hearing',
  })
})

it('does not send the name of another person once it is for oneself again', async () => {
  signIn()
  serve({ [`POST ${BOOKINGS}`]: booked })
  render(<BookingForm />)
  fill()
  tap(/还有要交代的/)
  choose('我父母')
  type(/他（她）怎么称呼/, '李大爷')
  choose('我自己')
  tap('确认预约')
  await waitFor(() => expect(device.visits).toHaveLength(1))
  expect(sendings()[0]?.body).not.toHaveProperty('personName')
})

it('asks to sign in only at the end, and goes on by itself afterwards', async () => {
  serve({ [`POST ${BOOKINGS}`]: booked })
  render(<BookingForm />)
  fill()
  tap('登录并预约')
  expect(device.visits.at(-1)?.url).toBe('/pages/sign-in/index')
  expect(sendings()).toEqual([])
  signIn()
  act(showAgain)
  await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/pages/hotline/done/'))
  expect(sendings()).toHaveLength(1)
})

it('keeps what was typed when somebody comes back without signing in', async () => {
  serve()
  render(<BookingForm />)
  fill()
  tap('登录并预约')
  act(showAgain)
  await settle()
  expect(sendings()).toEqual([])
  expect(summary().value).toBe('工地欠我三个月工资')
})

it('asks to sign in again when the session has ended', async () => {
  signIn()
  serve({ [`POST ${BOOKINGS}`]: problem(401, 'sign_in_first', '请先登录') })
  render(<BookingForm />)
  fill()
  tap('确认预约')
  await waitFor(() => expect(device.visits.at(-1)?.url).toBe('/pages/sign-in/index'))
  expect(summary().value).toBe('工地欠我三个月工资')
})

describe('when the time has just gone', () => {
  const full = problem(409, 'full', '这个时间刚刚约满了，请另选一个', { nearest: SLOTS.slice(2) })

  it('offers the nearest free times on the same page, and what was typed stays', async () => {
    signIn()
    serve({ [`POST ${BOOKINGS}`]: full })
    render(<BookingForm />)
    fill()
    tap('确认预约')
    expect(await screen.findByText('这个时间刚刚约满了')).toBeTruthy()
    expect(summary().value).toBe('工地欠我三个月工资')
    serve({ [`POST ${BOOKINGS}`]: booked })
    choose(/11月25日/)
    expect(screen.queryByText('这个时间刚刚约满了')).toBeNull()
    tap('确认预约')
    await waitFor(() => expect(device.visits).toHaveLength(1))
    expect(sendings()[1]?.body).toMatchObject({ slotId: `${WEDNESDAY} 09:00` })
    expect(keyOf(sendings()[1])).not.toBe(keyOf(sendings()[0]))
  })

  it('leads to all times where nothing is near', async () => {
    signIn()
    serve({ [`POST ${BOOKINGS}`]: problem(409, 'full', '这个时间刚刚约满了，请另选一个', { nearest: [] }) })
    render(<BookingForm />)
    fill()
    tap('确认预约')
    tap(await screen.findByRole('button', { name: '另选时间' }).then(() => '另选时间'))
    expect(device.visits.at(-1)?.url).toBe('/pages/hotline/slots/index')
  })
})

it('says why when three bookings are open already', async () => {
  signIn()
  serve({ [`POST ${BOOKINGS}`]: problem(409, 'not_now', '最多同时约 3 个时间。可以先取消一个') })
  render(<BookingForm />)
  fill()
  tap('确认预约')
  expect(await screen.findByText('最多同时约 3 个时间。可以先取消一个')).toBeTruthy()
  expect(summary().value).toBe('工地欠我三个月工资')
})

describe('when no answer comes', () => {
  const tryOnce = async () => {
    signIn()
    serve({ [`POST ${BOOKINGS}`]: lost })
    const page = render(<BookingForm />)
    fill()
    tap('确认预约')
    expect(await screen.findByText('还没收到回音')).toBeTruthy()
    return page
  }

  it('repeats the same request with the same key', async () => {
    await tryOnce()
    serve({ [`POST ${BOOKINGS}`]: booked })
    tap('再试一次')
    await waitFor(() => expect(device.visits).toHaveLength(1))
    const [first, second] = sendings()
    expect(keyOf(first)).toBeTruthy()
    expect(keyOf(second)).toBe(keyOf(first))
    expect(second?.body).toEqual(first?.body)
  })

  it('repeats it as it was sent, even if the words have been changed since', async () => {
    await tryOnce()
    type(/用一句话说说是什么事/, '改过的话')
    serve({ [`POST ${BOOKINGS}`]: booked })
    tap('再试一次')
    await waitFor(() => expect(device.visits).toHaveLength(1))
    expect(sendings()[1]?.body).toEqual(sendings()[0]?.body)
    expect(keyOf(sendings()[1])).toBe(keyOf(sendings()[0]))
  })

  it('still does so after the program was closed', async () => {
    const page = await tryOnce()
    page.unmount()
    startAnew()
    render(<BookingForm />)
    expect(screen.getByText('上次提交没有收到回音')).toBeTruthy()
    expect(summary().value).toBe('工地欠我三个月工资')
    serve({ [`POST ${BOOKINGS}`]: booked })
    tap('再试一次')
    await waitFor(() => expect(device.visits).toHaveLength(1))
    expect(keyOf(sendings()[1])).toBe(keyOf(sendings()[0]))
  })

  it('keeps the key while the server is away, and begins anew after a clear no', async () => {
    await tryOnce()
    serve({ [`POST ${BOOKINGS}`]: problem(503, 'unavailable', '服务暂时连不上') })
    tap('再试一次')
    expect(await screen.findByText('服务暂时连不上')).toBeTruthy()
    serve({ [`POST ${BOOKINGS}`]: problem(409, 'not_now', '这个时间你已经约过了，请另选一个时间') })
    tap('再试一次')
    expect(await screen.findByText('这个时间你已经约过了，请另选一个时间')).toBeTruthy()
    tap('确认预约')
    await waitFor(() => expect(sendings()).toHaveLength(4))
    const keys = sendings().map(keyOf)
    expect(new Set(keys.slice(0, 3)).size).toBe(1)
    expect(keys[3]).not.toBe(keys[0])
    await settle()
  })

  it('sends nothing twice on a double tap', async () => {
    signIn()
    serve({ [`POST ${BOOKINGS}`]: booked })
    render(<BookingForm />)
    fill()
    tap('确认预约')
    tap(/确认预约|正在预约/)
    await waitFor(() => expect(device.visits).toHaveLength(1))
    expect(sendings()).toHaveLength(1)
  })
})

it('leads to the times where none was chosen', () => {
  forgetAll()
  serve()
  render(<BookingForm />)
  tap('去选时间')
  expect(device.visits.at(-1)?.url).toBe('/pages/hotline/slots/index')
})

it('asks elders one thing after the other and lets them look at it before it is sent', async () => {
  grow()
  signIn()
  serve({ [`POST ${BOOKINGS}`]: booked })
  render(<BookingForm />)
  expect(screen.getByText('第 1 步，共 4 步：是哪方面的事')).toBeTruthy()
  tap('下一步')
  expect(screen.getByText('请选择是哪方面的事')).toBeTruthy()
  choose('钱和买卖')
  choose(/民间借贷/)
  tap('下一步')
  type(/用一句话说说是什么事/, '借给朋友三万不还')
  tap('下一步')
  tap('下一步')
  expect(screen.getByRole('heading', { name: '看一看，对不对？' })).toBeTruthy()
  expect(screen.getByText('借给朋友三万不还')).toBeTruthy()
  tap('确认预约')
  await waitFor(() => expect(device.visits).toHaveLength(1))
  expect(sendings()[0]?.body).toMatchObject({ topic: 'loan', summary: '借给朋友三万不还' })
})

it('asks elders in danger how to call them safely', () => {
  grow()
  serve()
  render(<BookingForm />)
  choose('家里的事')
  choose(/妇女/)
  tap('下一步')
  type(/用一句话说说是什么事/, '他喝了酒打我')
  tap('下一步')
  expect(screen.getByText('第 3 步，共 5 步：怎样联系才安全')).toBeTruthy()
})

describe('the confirmation', () => {
  beforeEach(() => {
    device.params = { id: '431224-c1' }
    signIn()
  })

  it('shows number, time and what to have at hand', async () => {
    serve({ 'GET /api/cases/431224-c1': ok(theCase()) })
    render(<BookingDone />)
    expect(await screen.findByText('RX431224-261123-0007-7')).toBeTruthy()
    expect(screen.getByLabelText('R X 4 3 1 2 2 4 2 6 1 1 2 3 0 0 0 7 7')).toBeTruthy()
    expect(screen.getByText('9:30 – 10:00')).toBeTruthy()
    expect(screen.getByText(/准备纸和笔/)).toBeTruthy()
    tap('复制编号')
    await settle()
    expect(device.clipboard).toBe('RX431224-261123-0007-7')
    tap('看办件和进展')
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=431224-c1')
  })

  it('can be read again when the network had gone', async () => {
    serve({ 'GET /api/cases/431224-c1': lost })
    device.params = { id: '431224-c1' }
    render(<BookingDone />)
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    serve({ 'GET /api/cases/431224-c1': ok(theCase()) })
    tap('再试一次')
    expect(await screen.findByText('RX431224-261123-0007-7')).toBeTruthy()
  })
})
