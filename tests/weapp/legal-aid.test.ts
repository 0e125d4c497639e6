import { checkWages, fillApplication, sendApplication } from '../support/aid-journey.ts'
import { legalAidDesk } from '../support/legal-aid.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'

const MINUTE = 60_000

let service: Service
beforeAll(async () => {
  service = await openService()
}, MINUTE)
afterAll(() => service.stop())

it(
  'the mini-program takes a migrant worker from the check to the number, and later to what is missing',
  async () => {
    const phone = await openWeapp({ api: service.address, screen: 'jsdom' })
    await checkWages(phone)
    await fillApplication(phone)
    const number = await sendApplication(phone, '13900000001')
    const token = await service.signIn('13900000001')
    const { items } = (await service.get('/api/cases', token)).body
    expect(items).toMatchObject([{ number, kind: 'legal_aid' }])
    const desk = await legalAidDesk(service)
    await desk.step(items[0].id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    await phone.open(`/pages/legal-aid/material/index?id=${items[0].id}`)
    await phone.see('今天补齐，最迟')
    await phone.type('没有的，写一句为什么', '工牌离开时收走了')
    await phone.tap('交上去')
    await phone.see('你需要什么帮助')
    expect((await desk.read(items[0].id, token)).status).toBe('under_review')
    expect(await phone.errors()).toEqual([])
    expect(await phone.overBudget()).toEqual([])
  },
  2 * MINUTE,
)
