import { ordinaryEvening } from '../support/journeys.ts'
import { addressOf, residentWithBooking, type UsedPhone } from '../support/resident.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb, type Web } from './support/web.ts'

let service: Service
let resident: UsedPhone
let phone: Web

beforeAll(async () => {
  service = await openService()
  await ordinaryEvening(service)
  resident = await residentWithBooking(service, '13900000001')
  const token = String(resident.storage.token)
  const at = `/api/cases/${resident.caseId}`
  const { version } = (await service.get(at, token)).body
  await service.post(`${at}/actions/cancel`, { version }, { token })
  phone = await openWeb({ address: service.address, storage: resident.storage })
})

afterAll(() => service.stop())

it('a cancelled booking is made once more without writing anything again, and both show each other', async () => {
  await phone.open(addressOf('pages/case/index', resident.caseId))
  await phone.tap('再约一次')
  await phone.at('pages/hotline/slots/index')
  await phone.tap('明天')
  await phone.tap('9:30 – 10:00')
  await phone.tap('就约')
  await phone.at('pages/hotline/form/index')
  await phone.settle()
  expect(await phone.words()).toContain('接着上次的预约')
  await phone.screenshot('again-form')
  await phone.tap('确认预约')
  await phone.at('pages/hotline/done/index')
  await phone.tap('看办件和进展')
  await phone.at('pages/case/index')
  await phone.settle()
  expect(await phone.words()).toContain('原来的办件')
  await phone.open(addressOf('pages/case/index', resident.caseId))
  await phone.settle()
  expect(await phone.words()).toContain('后来接着办的')
  await phone.screenshot('again-case')
  expect(await phone.errors()).toEqual([])
})

it('the button that reads aloud can be used by everybody', async () => {
  await phone.browserPage.addInitScript(() => {
    speechSynthesis.getVoices = () => [{ lang: 'zh-CN' } as SpeechSynthesisVoice]
    localStorage.setItem('elder', JSON.stringify({ data: true }))
  })
  for (const page of ['home', 'case', 'hotline/form']) {
    await phone.open(addressOf(`pages/${page}/index`, resident.caseId))
    await phone.settle()
    expect(await phone.words()).toContain('读给我听')
    expect(await phone.axe()).toEqual([])
    await phone.resize('small')
    expect(await phone.overflow()).toBe(0)
    await phone.resize('phone')
  }
})
