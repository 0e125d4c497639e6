import { addMinutes } from '#domain/day'
import { atTheDesk } from '../support/desk.ts'
import { signIn } from '../support/journeys.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'

const RESIDENT = '13900000001'
const OPERATOR = '13900000101'
const MINUTE = 60_000

let service: Service
let desk: Awaited<ReturnType<typeof atTheDesk>>
beforeAll(async () => {
  service = await openService()
  desk = await atTheDesk(service)
})
afterAll(() => service.stop())

/** Nobody misses a call before it is due. */
async function nextCall(id: string): Promise<void> {
  const { body } = await service.get(`/api/cases/${id}`, await service.signIn(OPERATOR))
  await service.post('/api/demo/clock', { now: addMinutes(body.retryAt, 1) })
}

it(
  'in the mini-program an operator takes the next call, misses it, reaches the person and writes down the answer',
  async () => {
    const resident = await service.signIn(RESIDENT)
    const { id } = await desk.book(resident)
    await desk.due(id)
    const phone = await openWeapp({ api: service.address, screen: 'jsdom' })
    await phone.open('/pages/sign-in/index')
    await signIn(phone, OPERATOR, true)
    await phone.open('/pages/desk/today/index')
    await phone.tap('领取下一件')
    await phone.at('pages/case/index')
    await phone.see('已有人接手')
    await phone.tap('没有接通')
    await phone.see('记下后过一会儿再打')
    await phone.settle()
    await phone.tap('没有接通', '先不办')
    await phone.see('已联系 1 次没有接通')

    await nextCall(id)
    await phone.open(`/pages/case/index?id=${id}&view=desk`)
    await phone.tap('接通了，记答复')
    await phone.at('pages/desk/ticket/index')
    await phone.see('必须告知的一项权利')
    await phone.type('怎样答复的', '先请村里丈量，留好土地证。对方不让的，可以申请调解。')
    await phone.tap('交给当事人')
    await phone.see('不愿提供的选“拒绝提供”')
    await phone.pick('人群类别', '拒绝提供')
    await phone.settle()
    await phone.tick('已经告诉当事人')
    await phone.settle()
    await phone.tap('交给当事人')
    await phone.see('要把答复交给当事人吗')
    await phone.settle()
    await phone.tap('确定，交给当事人')
    await phone.at('pages/case/index')
    await phone.see('已答复')

    const { body } = await service.get(`/api/cases/${id}`, resident)
    expect(body).toMatchObject({ status: 'answered', attempts: 1, answer: { groupText: '拒绝提供' } })
    expect(await phone.errors()).toEqual([])
    expect(await phone.overBudget()).toEqual([])
  },
  2 * MINUTE,
)

it(
  'in the mini-program whoever is on the line is heard at once: the ticket opens, and no seat is taken',
  async () => {
    const token = await service.signIn(OPERATOR)
    const phone = await openWeapp({ api: service.address, screen: 'jsdom', storage: { token } })
    await phone.open('/pages/desk/today/index')
    await phone.tap('替人登记预约')
    await phone.at('pages/desk/book/index')
    await phone.tick('现在接听')
    await phone.type('对方的手机号', '13900000061')
    await phone.pick('哪方面的事', '土地征收')
    await phone.type('一句话说说是什么事', '邻居砌墙占地')
    await phone.settle()
    await phone.tap('现在接听', '可以发短信、留言')
    await phone.at('pages/desk/ticket/index')
    await phone.see('必须告知的一项权利')
    const { body } = await service.get('/api/cases?view=desk&status=claimed', token)
    expect(body.items).toMatchObject([{ channel: 'call_back', applicant: { phone: '139****0061' } }])
    expect(await phone.errors()).toEqual([])
  },
  2 * MINUTE,
)
