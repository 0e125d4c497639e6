import { addMinutes } from '#domain/day'
import { atTheDesk } from '../support/desk.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb, type Web } from './support/web.ts'

const OPERATOR = '13900000101'
const HEAD = '13900000109'
const RESIDENT = '13900000031'

const MINUTE = 60_000

let service: Service
let desk: Awaited<ReturnType<typeof atTheDesk>>

beforeAll(async () => {
  service = await openService()
  desk = await atTheDesk(service)
})
afterAll(() => service.stop())

const open = async (telephone: string, size: 'phone' | 'desktop'): Promise<Web> =>
  openWeb({ address: service.address, size, storage: { token: await service.signIn(telephone) } })

const look = async (web: Web, name: string) => {
  await web.settle()
  await web.screenshot(name)
  expect(await web.axe()).toEqual([])
  expect(await web.overflow()).toBe(0)
}

/** Nobody misses a call before it is due. */
const nextCall = async (id: string) => {
  const { body } = await service.get(`/api/cases/${id}`, await service.signIn(OPERATOR))
  await service.post('/api/demo/clock', { now: addMinutes(body.retryAt, 1) })
}

const writeAnswer = async (web: Web) => {
  await web.tap('接通了，记答复')
  await web.at('pages/desk/ticket/index')
  await web.see('必须告知的一项权利')
  await web.type('怎样答复的', '先请村里丈量，留好土地证。对方不让的，可以申请调解。')
  await web.tap('交给当事人')
  await web.see('请先告知可以申请法律援助')
  await web.browserPage.getByLabel('人群类别').selectOption({ label: '拒绝提供' })
  await web.tick('已经告诉当事人')
  await web.tap('再记一些（可不填）')
  await web.type('引用的法律', '民法典 第二百九十三条')
  await look(web, 'desk-ticket')
  await web.tap('交给当事人')
  await web.see('要把答复交给当事人吗')
  await web.tap('确定，交给当事人')
}

it(
  'an operator takes the next call, misses it twice, reaches the person and records the ticket; the resident sees every step and rates it',
  async () => {
    const resident = await service.signIn(RESIDENT)
    const { id } = await desk.book(resident)
    await desk.due(id)
    const operator = await open(OPERATOR, 'desktop')
    await operator.open('/pages/desk/today/index')
    await operator.tap('领取下一件')
    await operator.see('已领取')
    await operator.see('没有接通')
    await look(operator, 'desk-today-desktop')
    for (const times of [1, 2]) {
      await operator.open(`/pages/case/index?id=${id}&view=desk`)
      await operator.tap('没有接通')
      await operator.see('记下后过一会儿再打')
      await operator.tap('没有接通', '先不办')
      await operator.miss('记下后过一会儿再打')
      await operator.see(`已联系 ${times} 次没有接通`)
      await nextCall(id)
    }
    await operator.open(`/pages/case/index?id=${id}&view=desk`)
    await operator.tap('没有接通')
    await operator.see('这是最后一次')
    await operator.screenshot('desk-last-miss')
    await operator.tap('先不办')

    const phone = await open(RESIDENT, 'phone')
    await phone.open(`/pages/case/index?id=${id}`)
    await phone.see('已联系 2 次没有接通')
    await look(phone, 'desk-resident-missed')

    await writeAnswer(operator)
    await operator.at('pages/case/index')
    await operator.see('已答复')
    await operator.see('咨询意见仅供参考')
    expect(await operator.errors()).toEqual([])

    await phone.open('/pages/home/index')
    await phone.see('条未读')
    await look(phone, 'desk-resident-home')
    await phone.tap('条未读')
    await phone.at('pages/account/notices/index')
    await look(phone, 'desk-resident-notices')
    await phone.open(`/pages/case/index?id=${id}`)
    await phone.see('咨询意见仅供参考')
    await phone.see('民法典 第二百九十三条')
    await look(phone, 'desk-resident-answer')
    await phone.tap('很满意')
    await phone.tap('提交评价')
    await phone.see('你的评价：很满意')
    expect(await phone.errors()).toEqual([])
  },
  3 * MINUTE,
)

it(
  'the head looks at a danger, and sees who handed back and how full the days are',
  async () => {
    const { id } = await desk.book(await service.signIn('13900000032'), { summary: '他又打我，不想活了' })
    const { id: back } = await desk.book(await service.signIn('13900000033'))
    const token = await service.signIn(OPERATOR)
    await desk.act(back, 'claim', { version: 1 }, token)
    await desk.act(back, 'release', { version: 2, reason: '与对方是亲戚，应当回避' }, token)
    const head = await open(HEAD, 'desktop')
    await head.open('/pages/desk/lead/index')
    await head.see('与对方是亲戚，应当回避')
    await head.see('预约量')
    await look(head, 'desk-lead-desktop')
    await head.resize('phone')
    await look(head, 'desk-lead-phone')
    await head.open(`/pages/case/index?id=${id}&view=desk`)
    await head.tap('看过了')
    await head.tap('看过了', '先不办')
    await head.see('办好了：看过了')
    expect(await head.errors()).toEqual([])
  },
  2 * MINUTE,
)

it(
  'on a telephone the operator reports a danger and gives a card with the last day',
  async () => {
    const { id } = await desk.book(await service.signIn('13900000034'))
    await desk.due(id, addMinutes(service.context.now(), -5))
    const operator = await open(OPERATOR, 'phone')
    await operator.open('/pages/desk/today/index')
    await operator.see('已超期')
    await look(operator, 'desk-today-phone')
    await operator.tap('领取下一件')
    await operator.at('pages/case/index')
    await operator.tap('告诉去处')
    await operator.at('pages/desk/refer/index')
    await look(operator, 'desk-refer')
    await operator.back()
    await operator.tap('依法报告')
    await operator.at('pages/desk/danger/index')
    await operator.tap('暴力')
    await operator.tap('公安机关')
    await operator.type('接报单位、接报人或回执编号', '溆浦县公安局 接警单 0231')
    await look(operator, 'desk-danger')
    await operator.tap('记下报告')
    await operator.at('pages/case/index')
    await operator.see('依法作了报告')
    expect(await operator.errors()).toEqual([])
  },
  2 * MINUTE,
)

it(
  'a case that staff opened for a telephone number opens with its own number, once for always',
  async () => {
    const token = await service.signIn(OPERATOR)
    const { id, number } = await desk.book(token, { onBehalfOf: { phone: '13900000061' } })
    const phone = await open('13900000061', 'phone')
    await phone.open(`/pages/case/index?id=${id}`)
    await phone.see('这件是工作人员替你登记的')
    await look(phone, 'desk-unlock')
    await phone.type('办件编号', number)
    await phone.tap('打开办件')
    await phone.see('邻居砌墙占地')
    expect(await phone.errors()).toEqual([])
  },
  MINUTE,
)
