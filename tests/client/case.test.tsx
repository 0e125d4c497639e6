import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'

import type { Case } from '../../src/contract/case.ts'
import CasePage from '../../src/pages/case/index.tsx'
import BookingForm from '../../src/pages/hotline/form/index.tsx'
import { chooseSlot } from '../../src/store/booking.ts'
import {
  asked,
  field,
  forgetAll,
  keyOf,
  lost,
  NOW,
  ok,
  problem,
  serve,
  settle,
  signIn,
  slot,
  step,
  tap,
  theCase,
  type,
} from './hotline-support.ts'
import { device, showAgain } from './stubs/device.ts'

const CASE = '/api/cases/431224-c1'
const CANCEL = `POST ${CASE}/actions/cancel`

const cancelled = theCase({
  status: 'cancelled',
  statusText: '已取消',
  nextText: '需要时可以再约，或直接拨打 12348',
  version: 4,
  closedAt: NOW,
  actions: [],
  clocks: [],
  timeline: [
    ...theCase().timeline,
    {
      at: NOW,
      by: '我',
      role: 'resident',
      action: 'cancel',
      from: 'booked',
      to: 'cancelled',
      text: '取消了预约',
      note: null,
    },
  ],
})

const dialog = () => screen.queryByRole('dialog')
const inDialog = (name: string) => {
  const button = [...(dialog()?.querySelectorAll('button') ?? [])].find((one) => one.textContent === name)
  fireEvent.click(button as HTMLButtonElement)
}

beforeEach(() => {
  device.params = { id: '431224-c1' }
  signIn()
})
afterEach(forgetAll)

it('shows number, status, time, what comes next, what was said and what has happened', async () => {
  serve({ [`GET ${CASE}`]: ok(theCase()) })
  render(<CasePage />)
  expect(await screen.findByRole('heading', { level: 1, name: '劳动人事 · 电话回拨' })).toBeTruthy()
  expect(screen.getByText('编号 RX431224-261123-0007-7')).toBeTruthy()
  expect(screen.getByText('已预约')).toBeTruthy()
  expect(screen.getByText('9:30 – 10:00')).toBeTruthy()
  expect(screen.getByText('到时间我们会联系你，请保持电话畅通')).toBeTruthy()
  expect(screen.getByText('工地欠工资')).toBeTruthy()
  expect(screen.getByText('不要说我们是谁')).toBeTruthy()
  expect(screen.getByText('提交了预约')).toBeTruthy()
  tap('复制编号')
  await settle()
  expect(device.clipboard).toBe('RX431224-261123-0007-7')
})

it('offers exactly the steps that the server lists', async () => {
  const actions = [step('report_progress', '报告进展', { fields: [field('note', { label: '说明' })] })]
  serve({
    [`GET ${CASE}`]: ok(theCase({ kind: 'legal_aid', actions })),
    [`POST ${CASE}/actions/report_progress`]: ok(theCase({ kind: 'legal_aid', version: 4, actions: [] })),
  })
  render(<CasePage />)
  tap(await screen.findByRole('button', { name: '报告进展' }).then(() => '报告进展'))
  expect(screen.queryByRole('button', { name: '取消预约' })).toBeNull()
  type('说明', '工友的证言')
  inDialog('报告进展')
  expect(await screen.findByText('办好了：报告进展')).toBeTruthy()
  expect(asked('POST', `${CASE}/actions/report_progress`)[0]?.body).toEqual({
    note: '工友的证言',
    version: 3,
  })
})

it('opens the page of times to move a booking', async () => {
  serve({ [`GET ${CASE}`]: ok(theCase()) })
  render(<CasePage />)
  tap(await screen.findByRole('button', { name: '改时间' }).then(() => '改时间'))
  expect(device.visits.at(-1)?.url).toBe('/pages/hotline/slots/index?caseId=431224-c1')
})

describe('cancelling', () => {
  it('says what it means, and does nothing when one thinks better of it', async () => {
    serve({ [`GET ${CASE}`]: ok(theCase()) })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '取消预约' }).then(() => '取消预约'))
    expect(screen.getByText(/取消后这个时间会让给别人，不能恢复/)).toBeTruthy()
    expect(dialog()?.querySelector('textarea')).toBeNull()
    inDialog('先不办')
    expect(dialog()).toBeNull()
    expect(asked('POST', `${CASE}/actions/cancel`)).toEqual([])
  })

  it('cancels after the question', async () => {
    serve({ [`GET ${CASE}`]: ok(theCase()), [CANCEL]: ok(cancelled) })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '取消预约' }).then(() => '取消预约'))
    inDialog('确定取消预约')
    expect(await screen.findByText('已取消')).toBeTruthy()
    expect(screen.getByText('办好了：取消预约')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '取消预约' })).toBeNull()
    expect(asked('POST', `${CASE}/actions/cancel`)[0]?.body).toEqual({ version: 3 })
  })

  it('repeats it with the same key when no answer came', async () => {
    serve({ [`GET ${CASE}`]: ok(theCase()), [CANCEL]: lost })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '取消预约' }).then(() => '取消预约'))
    inDialog('确定取消预约')
    expect(await screen.findByText('还没收到回音。写的还在，再试一次不会重复。')).toBeTruthy()
    serve({ [`GET ${CASE}`]: ok(theCase()), [CANCEL]: ok(cancelled) })
    inDialog('确定取消预约')
    expect(await screen.findByText('已取消')).toBeTruthy()
    const [first, second] = asked('POST', `${CASE}/actions/cancel`)
    expect(keyOf(second)).toBe(keyOf(first))
  })

  it('shows the latest state when somebody was faster, and says so', async () => {
    let now = theCase()
    serve({
      [`GET ${CASE}`]: () => ({ status: 200, body: now }),
      [CANCEL]: (question) => {
        now = theCase({ version: 4, statusText: '已有人接手', actions: [] })
        return problem(409, 'stale', '刚才有人先办了一步，请看过最新情况再操作')(question)
      },
    })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '取消预约' }).then(() => '取消预约'))
    inDialog('确定取消预约')
    expect(await screen.findByText('刚才有人先办了一步，请看过最新情况再操作')).toBeTruthy()
    expect(await screen.findByText('已有人接手')).toBeTruthy()
    expect(dialog()).toBeNull()
  })

  it('names the telephone line when it is too late to change anything here', async () => {
    serve({ [`GET ${CASE}`]: ok(theCase({ actions: [] })) })
    render(<CasePage />)
    expect(await screen.findByText(/现在网上不能再改/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '直接打 12348' })).toBeTruthy()
  })
})

describe('messages', () => {
  const write = () => type(/给工作人员留言/, '我下午才有空')

  it('are sent, and the field is empty again', async () => {
    const sent = {
      id: 'm1',
      at: NOW,
      by: '我',
      role: 'resident',
      mine: true,
      text: '我下午才有空',
      held: false,
      to: 'all' as const,
      fileIds: [],
    }
    let now = theCase()
    serve({
      [`GET ${CASE}`]: () => ({ status: 200, body: now }),
      [`POST ${CASE}/messages`]: (question) => {
        now = theCase({ messages: [sent] })
        return ok(sent, 201)(question)
      },
    })
    render(<CasePage />)
    await screen.findByRole('button', { name: '发送留言' })
    write()
    tap('发送留言')
    expect(await screen.findByText('留言已发出。')).toBeTruthy()
    expect(screen.getByText('我下午才有空')).toBeTruthy()
    expect((screen.getByLabelText(/给工作人员留言/) as HTMLTextAreaElement).value).toBe('')
  })

  it('stay in the field when no answer came, also after the page was left', async () => {
    serve({ [`GET ${CASE}`]: ok(theCase()), [`POST ${CASE}/messages`]: lost })
    const page = render(<CasePage />)
    await screen.findByRole('button', { name: '发送留言' })
    write()
    tap('发送留言')
    expect(await screen.findByText('还没收到回音。写的还在，再试一次不会重复。')).toBeTruthy()
    page.unmount()
    render(<CasePage />)
    expect(((await screen.findByLabelText(/给工作人员留言/)) as HTMLTextAreaElement).value).toBe(
      '我下午才有空',
    )
  })

  it('that wait for a check are said to wait', async () => {
    const held = {
      id: 'm1',
      at: NOW,
      by: '我',
      role: 'resident',
      mine: true,
      text: '他说要打死我',
      held: true,
      to: 'all' as const,
      fileIds: [],
    }
    serve({ [`GET ${CASE}`]: ok(theCase({ messages: [held] })) })
    render(<CasePage />)
    expect(await screen.findByText('正在核对，核对后对方就能看到')).toBeTruthy()
  })
})

it('leads to who has looked at it', async () => {
  serve({ [`GET ${CASE}`]: ok(theCase()) })
  render(<CasePage />)
  tap(await screen.findByRole('button', { name: /谁看过我的信息/ }).then(() => /谁看过我的信息/))
  expect(device.visits.at(-1)?.url).toBe('/pages/account/access-log/index')
})

it('reads it again when it is seen again', async () => {
  let now = theCase()
  serve({ [`GET ${CASE}`]: () => ({ status: 200, body: now }) })
  render(<CasePage />)
  await screen.findByText('已预约')
  now = theCase({ statusText: '已有人接手', version: 4 })
  act(showAgain)
  expect(await screen.findByText('已有人接手')).toBeTruthy()
})

it('says so when it is not there', async () => {
  serve({ [`GET ${CASE}`]: problem(404, 'not_found', '没有找到，可能已经变动') })
  render(<CasePage />)
  expect(await screen.findByText('没有找到，可能已经变动')).toBeTruthy()
  expect(screen.getByRole('link', { name: '直接打 12348' })).toBeTruthy()
})

describe('for staff', () => {
  beforeEach(() => {
    device.params = { id: '431224-c1', view: 'desk' }
    signIn(['hotline_operator'])
  })

  it('shows dangers and who has the case', async () => {
    serve({ [`GET ${CASE}`]: ok(theCase({ danger: ['violence'], urgent: true })) })
    render(<CasePage />)
    expect(await screen.findByText('暴力')).toBeTruthy()
    expect(screen.getByText('优先')).toBeTruthy()
    expect(screen.getByText('还没有人接手')).toBeTruthy()
    expect(screen.queryByText('谁看过我的信息')).toBeNull()
  })

  it('shows a whole number only with a reason', async () => {
    serve({
      [`GET ${CASE}`]: ok(theCase()),
      [`POST ${CASE}/reveals`]: ok({ value: '13900000001' }),
    })
    render(<CasePage />)
    expect(await screen.findByText('139****0001')).toBeTruthy()
    tap('查看完整联系电话')
    type('为什么要查看', '到约定时间，要打电话')
    inDialog('查看')
    expect(await screen.findByText('13900000001')).toBeTruthy()
    expect(asked('POST', `${CASE}/reveals`)[0]?.body).toEqual({
      field: 'phone',
      reason: '到约定时间，要打电话',
    })
    expect(screen.getByRole('link', { name: '拨打' }).getAttribute('href')).toBe('tel:13900000001')
  })

  it('says why it may not be seen', async () => {
    serve({
      [`GET ${CASE}`]: ok(theCase()),
      [`POST ${CASE}/reveals`]: problem(403, 'not_yours', '请先接手这件办件，再查看完整信息'),
    })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '查看完整联系电话' }).then(() => '查看完整联系电话'))
    type('为什么要查看', '想看看')
    inDialog('查看')
    expect(await screen.findByText('请先接手这件办件，再查看完整信息')).toBeTruthy()
  })

  it('hands a case back with a reason', async () => {
    const actions = [step('release', '交还', { fields: [field('reason', { label: '原因', input: 'long' })] })]
    serve({
      [`GET ${CASE}`]: ok(theCase({ actions, handler: { id: 's1', name: '何接线' } })),
      [`POST ${CASE}/actions/release`]: problem(422, 'invalid', '请写明为什么交还', {
        fields: { reason: '请写明为什么交还' },
      }),
    })
    render(<CasePage />)
    tap(await screen.findByRole('button', { name: '交还' }).then(() => '交还'))
    inDialog('交还')
    expect(await screen.findByText('请填写原因')).toBeTruthy()
    expect(asked('POST', `${CASE}/actions/release`)).toEqual([])
    type('原因', '与对方是亲戚')
    inDialog('交还')
    await waitFor(() => expect(screen.getByText('请写明为什么交还')).toBeTruthy())
    expect(dialog()).toBeTruthy()
  })
})

describe('a call that did not come about', () => {
  const form = {
    summary: '工地欠工资',
    name: '张大姐',
    phone: '13900000002',
    relation: 'parent',
    personName: '老张',
    maySayWhoWeAre: false,
    deskName: '溆浦县 12348 热线',
  }
  const open = async (more: Partial<Case> = {}) => {
    serve({ [`GET ${CASE}`]: ok({ ...cancelled, form, ...more }), 'POST /api/bookings': ok(theCase(), 201) })
    render(<CasePage />)
    await screen.findByText('已取消')
  }
  const again = () => screen.queryByRole('button', { name: '再约一次' })

  it('is booked once more with everything that was written', async () => {
    await open()
    tap('再约一次')
    expect(device.visits.at(-1)?.url).toBe('/pages/hotline/slots/index')
    const time = slot('2026-11-24', '09:30', '10:00', 1)
    chooseSlot({ ...time, deskId: 'd1', deskName: '热线', channel: 'call_back' })
    const booking = render(<BookingForm />)
    expect(screen.getByText(/接着上次的预约/)).toBeTruthy()
    tap('确认预约')
    await waitFor(() => expect(asked('POST', '/api/bookings')).toHaveLength(1))
    const { deskName: _, ...said } = form
    expect(asked('POST', '/api/bookings')[0]?.body).toMatchObject({
      ...said,
      topic: 'labour',
      fromCaseId: '431224-c1',
      regionCode: '431224100001',
    })
    await settle()
    booking.unmount()
  })

  it('leaves no trace in a booking about something else', async () => {
    await open()
    tap('再约一次')
    chooseSlot({
      ...slot('2026-11-24', '09:30', '10:00', 1),
      deskId: 'd1',
      deskName: '热线',
      channel: 'call_back',
    })
    render(<BookingForm />)
    tap('是另一件事，重新填')
    expect(screen.queryByText(/接着上次的预约/)).toBeNull()
    expect((screen.getByLabelText(/用一句话说说是什么事/) as HTMLTextAreaElement).value).toBe('')
    await settle()
  })

  it('is offered no more when another booking has come after it, which is one tap away', async () => {
    await open({ links: [{ rel: 'continued_by', caseId: '431224-c2', number: 'RX431224-261123-0008-5' }] })
    expect(again()).toBeNull()
    tap(/后来接着办的/)
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=431224-c2')
  })

  it('is not offered to the desk', async () => {
    device.params = { id: '431224-c1', view: 'desk' }
    await open()
    expect(again()).toBeNull()
  })
})
