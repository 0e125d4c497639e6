import { acceptInvitation, askForMediation, chooseAndConfirm, office } from '../support/mediation-story.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'

let service: Service
beforeAll(async () => {
  service = await openService()
})
afterAll(() => service.stop())

const MINUTE = 60_000
const NOTE = '到现场看了，沟填了三米'

it(
  'in the mini-program both sides come to one mediator, whose note without network is sent once and lies sealed meanwhile',
  async () => {
    const phone = await openWeapp({ api: service.address, screen: 'jsdom' })
    await askForMediation(phone, '13900000011', '13900000012')
    const mine = await service.get('/api/cases', await service.signIn('13900000011'))
    const id: string = mine.body.items[0].id

    const secretary = office(service, await service.signIn('13900000311'))
    await secretary.act(id, 'invite', { means: ['notice'] })
    const { own } = await secretary.read(id)
    const other = await openWeapp({ api: service.address, screen: 'jsdom' })
    await acceptInvitation(other, own.otherSide.code, '13900000012')
    await secretary.act(id, 'accept')
    await chooseAndConfirm(phone, id)
    await chooseAndConfirm(other, id)

    const token = await service.signIn('13900000301')
    const desk = await openWeapp({ api: service.address, screen: 'jsdom', storage: { token } })
    await desk.open('/pages/mediation-desk/work/index')
    await desk.tap('李四强')
    await desk.see('记一条')
    await desk.network('offline')
    await desk.type('内容', NOTE)
    await desk.tap('记下')
    await desk.see('还没传上去')
    await desk.network('ok')
    await desk.miss('还没传上去')
    const { own: after } = await office(service, token).read(id)
    expect(after.items.map(({ text }: { text: string }) => text)).toEqual([NOTE])
    for (const one of [phone, other, desk]) {
      expect(await one.errors()).toEqual([])
      expect(await one.overBudget()).toEqual([])
    }
  },
  3 * MINUTE,
)
