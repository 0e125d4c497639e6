import { addDays, dayOf, weekday } from '#domain/day'
import { ratingToken } from '../../server/rating-token.ts'
import { ANSWER, atTheDesk, DESK, VILLAGE } from '../support/desk.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb, SIZES, type Size, type Web } from './support/web.ts'

const OPERATOR = '13900000101'
const HEAD = '13900000109'
const MINUTE = 60_000

let service: Service
let desk: Awaited<ReturnType<typeof atTheDesk>>

beforeAll(async () => {
  service = await openService({ QUIET_HOURS: '00:00-00:00' })
  desk = await atTheDesk(service)
})
afterAll(() => service.stop())

const open = async (telephone: string, size: Size, more: object = {}): Promise<Web> =>
  openWeb({ address: service.address, size, storage: { token: await service.signIn(telephone), ...more } })

/** At every width: nothing sticks out, nothing shuts anybody out. */
const look = async (web: Web, name: string, sizes: readonly Size[] = ['desktop', 'small', 'phone']) => {
  for (const size of sizes) {
    await web.resize(size)
    await web.settle()
    await web.screenshot(`${name}-${SIZES[size].width}`)
    expect(await web.axe()).toEqual([])
    expect([name, size, await web.overflow()]).toEqual([name, size, 0])
  }
}

type Slot = { id: string; startsAt: string; free: number }
const slotsOn = async (day: string) =>
  (await service.get(`/api/desks/${DESK}/slots?from=${day}&to=${day}`)).body.items as Slot[]

/** A weekday on which the desk is open, some days ahead. */
const openDay = () => {
  const { isWorkingDay } = service.context.calendar()
  const today = dayOf(service.context.now())
  return (
    Array.from({ length: 9 }, (_, n) => addDays(today, n + 3)).find(
      (day) => isWorkingDay(day) && weekday(day) < 6,
    ) ?? today
  )
}

it(
  'the head closes a day, sees first whom it hits, and the resident takes the time that is held with one tap',
  async () => {
    const day = openDay()
    const token = await service.signIn('13900000071')
    const [slot] = await slotsOn(day)
    const wish = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: VILLAGE }
    const { body } = await service.post('/api/bookings', { ...wish, slotId: slot?.id }, { token })
    const head = await open(HEAD, 'desktop')
    await head.open('/pages/desk/today/index')
    await head.tap('开放时间')
    await head.at('pages/desk/hours/index')
    await head.see('停办日')
    await head.tap('加停办日')
    await head.type('第一天', day)
    await head.type('最后一天', day)
    await head.type('为什么不开放', '集中培训')
    await head.tap('先看看影响')
    await head.see('已有 1 个预约，必须换时间')
    await head.see(body.number)
    await look(head, 'hours-preview')
    await head.tap('就这样改')
    await head.see('会马上通知 1 个人换时间')
    await head.screenshot('hours-ask')
    await head.tap('就这样改', '再想想')
    await head.see('已通知 1 个人换时间')
    expect(await head.errors()).toEqual([])

    const phone = await open('13900000071', 'phone')
    await phone.open('/pages/account/notices/index')
    await phone.see('原来约的时间办不了了')
    await look(phone, 'hours-notice')
    await phone.tap('原来约的时间办不了了')
    await phone.at('pages/hotline/slots/index')
    await phone.see('为你留的时间已经选好')
    await look(phone, 'hours-held')
    await phone.tap('改到')
    await phone.settle()
    const moved = (await service.get(`/api/cases/${body.id}`, token)).body
    expect(dayOf(moved.appointment.startsAt)).not.toBe(day)
    expect((await slotsOn(day)).filter(({ free }) => free > 0)).toEqual([])
    expect(await phone.errors()).toEqual([])
  },
  3 * MINUTE,
)

it(
  'an operator books for somebody at the window, who then finds it under the number',
  async () => {
    const operator = await open(OPERATOR, 'phone')
    await operator.open('/pages/desk/today/index')
    await operator.tap('替人登记预约')
    await operator.at('pages/desk/book/index')
    await operator.see('对方的手机号')
    await look(operator, 'book-for')
    await operator.tap('登记', '可以发短信')
    await operator.see('有几处要补上')
    await operator.type('对方的手机号', '13900000072')
    await operator.type('怎么称呼', '向奶奶')
    await operator.tick('到窗口来')
    const page = operator.browserPage
    const choose = (label: string, at: number) => page.getByLabel(label).selectOption({ index: at })
    await choose('哪一天', 1)
    await choose('哪方面的事', 17)
    await operator.type('一句话说说是什么事', '儿子不给生活费')
    await look(operator, 'book-for-filled')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await operator.at('pages/case/index')
    await operator.see('儿子不给生活费')
    expect(await operator.errors()).toEqual([])
    const person = await service.signIn('13900000072')
    expect((await service.get('/api/cases', person)).body.items).toHaveLength(1)
  },
  2 * MINUTE,
)

it(
  'whoever has no program rates through the link, and the head asks another one in a revisit',
  async () => {
    const operator = await service.signIn(OPERATOR)
    const served = async (phone: string) => {
      const { id } = await desk.book(operator, { onBehalfOf: { phone }, cameBy: 'telephone' })
      await desk.act(id, 'claim', { version: 1 }, operator)
      await desk.act(id, 'record_answer', { version: 2, ...ANSWER }, operator)
      return id
    }
    const id = await served('13900000073')
    await served('13900000074')
    const anybody = await openWeb({ address: service.address, size: 'phone' })
    await anybody.open(`/pages/hotline/rate/index?t=${ratingToken(service.context.vault, id)}`)
    await anybody.see('这次服务怎么样')
    await look(anybody, 'rate-link')
    await anybody.tap('很满意')
    await anybody.tap('提交评价')
    await anybody.see('谢谢你的评价')
    expect(await anybody.errors()).toEqual([])

    const head = await open(HEAD, 'desktop')
    await head.open('/pages/desk/lead/index')
    await head.see('可以回访评价的')
    await look(head, 'lead')
    await head.browserPage
      .getByRole('button', { name: /RX431224.*/ })
      .first()
      .click()
    await head.see('对方怎么评价')
    await look(head, 'lead-revisit')
    await head.tick('满意')
    await head.tap('记下评价')
    await head.see('没有要问的')
    expect(await head.errors()).toEqual([])
  },
  2 * MINUTE,
)

it(
  'what one waits for is listed, and ended',
  async () => {
    const token = await service.signIn('13900000075')
    await service.post(`/api/slots/${desk.slotId}/watches`, undefined, { token })
    for (const elder of [false, true]) {
      const phone = await open('13900000075', 'phone', { elder })
      await phone.open('/pages/hotline/watches/index')
      await phone.see('一天最多一次')
      await look(phone, elder ? 'watches-elder' : 'watches')
    }
    const phone = await open('13900000075', 'phone')
    await phone.open('/pages/me/index')
    await phone.tap('我在等更早的时间')
    await phone.tap('不等了')
    await phone.see('不再等这个时间吗')
    await phone.tap('不等了', '接着等')
    await phone.see('没有在等的时间')
    expect(await phone.errors()).toEqual([])
  },
  2 * MINUTE,
)

it(
  'the pages of a call fit every width',
  async () => {
    const { id } = await desk.book(await service.signIn('13900000076'))
    await desk.due(id)
    await desk.act(id, 'claim', { version: 1 }, await service.signIn(OPERATOR))
    const operator = await open(OPERATOR, 'phone')
    for (const page of ['ticket', 'refer', 'danger']) {
      await operator.open(`/pages/desk/${page}/index?id=${id}`)
      await look(operator, `call-${page}`)
    }
    for (const page of ['calls', 'today']) {
      await operator.open(`/pages/desk/${page}/index`)
      await look(operator, `call-${page}`)
    }
    expect(await operator.errors()).toEqual([])
  },
  2 * MINUTE,
)
