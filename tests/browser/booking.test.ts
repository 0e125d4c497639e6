import {
  bookMoveCancel,
  chooseTime,
  findAtDesk,
  ordinaryEvening,
  SUMMARY,
  signIn,
  tellStory,
} from '../support/journeys.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb } from './support/web.ts'

let service: Service
beforeAll(async () => {
  service = await openService()
  await ordinaryEvening(service)
})
afterAll(() => service.stop())

const MINUTE = 60_000

it(
  'a resident books a call-back on the web page, moves it and cancels it; an operator finds it',
  async () => {
    const phone = await openWeb({ address: service.address })
    const number = await bookMoveCancel(phone, '13900000001')
    expect(number).toMatch(/^RX431224-/)
    expect(await phone.errors()).toEqual([])

    const desk = await openWeb({ address: service.address, size: 'desktop' })
    await findAtDesk(desk, '13900000101', number)
    await desk.screenshot('journey-desk')
    expect(await desk.errors()).toEqual([])
  },
  2 * MINUTE,
)

it(
  'a lost reply is asked for again with the same key: one booking, not two',
  async () => {
    const phone = await openWeb({ address: service.address })
    await phone.open('/pages/sign-in/index')
    await signIn(phone, '13900000003')
    await phone.open('/pages/home/index')
    await chooseTime(phone)
    await phone.network('lost-reply')
    await tellStory(phone, '确认预约')
    await phone.see('还没收到回音')
    await phone.screenshot('journey-lost-reply')
    await phone.network('ok')
    await phone.see(SUMMARY)
    await phone.tap('再试一次')
    await phone.see('约好了')
    const { body } = await service.get('/api/cases', await service.signIn('13900000003'))
    expect(body.items).toHaveLength(1)
  },
  2 * MINUTE,
)
