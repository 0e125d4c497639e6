import {
  bookMoveCancel,
  chooseTime,
  findAtDesk,
  ordinaryEvening,
  signIn,
  tellStory,
} from '../support/journeys.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'

let service: Service
beforeAll(async () => {
  service = await openService()
  await ordinaryEvening(service)
})
afterAll(() => service.stop())

const MINUTE = 60_000

describe.each([
  ['jsdom', '13900000001'],
  ['chromium', '13900000002'],
] as const)('the mini-program in %s', (screen, telephone) => {
  it(
    'lets a resident book a call-back, move it and cancel it; an operator finds it',
    async () => {
      const phone = await openWeapp({ api: service.address, screen })
      const number = await bookMoveCancel(phone, telephone)
      expect(await phone.errors()).toEqual([])
      expect(await phone.overBudget()).toEqual([])

      const desk = await openWeapp({ api: service.address, screen })
      await findAtDesk(desk, '13900000101', number)
      expect(await desk.errors()).toEqual([])
    },
    2 * MINUTE,
  )
})

it(
  'repeats a lost submission with the same key: one booking, not two',
  async () => {
    const phone = await openWeapp({ api: service.address, screen: 'jsdom' })
    await phone.open('/pages/sign-in/index')
    await signIn(phone, '13900000003')
    await phone.open('/pages/home/index')
    await chooseTime(phone)
    await phone.network('lost-reply')
    await tellStory(phone, '确认预约')
    await phone.see('还没收到回音')
    await phone.network('ok')
    await phone.tap('再试一次')
    await phone.see('约好了')
    const { body } = await service.get('/api/cases', await service.signIn('13900000003'))
    expect(body.items).toHaveLength(1)
    const keys = phone
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === '/api/bookings')
      .map(({ headers }) => headers['idempotency-key'] ?? headers['Idempotency-Key'])
    expect(new Set(keys).size).toBe(1)
    expect(keys.length).toBeGreaterThan(1)
  },
  2 * MINUTE,
)
