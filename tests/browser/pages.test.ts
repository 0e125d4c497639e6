import { PAGES } from '../support/pages.ts'
import { addressOf, residentWithBooking, type UsedPhone } from '../support/resident.ts'
import { openService, type Service } from '../support/service.ts'
import { until } from '../support/until.ts'
import { openWeb, type Size, type Web } from './support/web.ts'

const RESIDENT = '13900000001'
const ADMINISTRATOR = '13900000901'

const SIZES: readonly Size[] = ['small', 'phone', 'desktop']

const nameOf = (page: string) =>
  page
    .replace(/^pages\//, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '-')

/** A skeleton stands as still as a page does. */
const isFilled = async (phone: Web) => (await phone.words()).split(' | ').length > 1

let service: Service
let resident: UsedPhone

beforeAll(async () => {
  service = await openService()
  resident = await residentWithBooking(service, RESIDENT)
})

afterAll(() => service.stop())

describe.each([
  ['normal mode', false],
  ['elder mode', true],
])('in %s', (mode, elder) => {
  let residents: Web
  let desk: Web

  beforeAll(async () => {
    const { address } = service
    residents = await openWeb({ address, storage: { ...resident.storage, elder } })
    desk = await openWeb({ address, storage: { token: await service.signIn(ADMINISTRATOR), elder } })
  })

  it.each(PAGES)('%s can be used by everybody (WCAG 2.2 AA) and fits every screen', async (page) => {
    const phone = /^pages\/(adviser-)?desk\//.test(page) ? desk : residents
    await phone.open(addressOf(page, resident.caseId))
    await until(
      () => isFilled(phone),
      async () => `nothing is to be seen on ${page}`,
      20_000,
    )
    await phone.settle()
    await phone.screenshot(`page-${nameOf(page)}-${mode.split(' ')[0]}`)
    expect(await phone.axe()).toEqual([])
    for (const size of SIZES) {
      await phone.resize(size)
      expect([size, await phone.overflow()]).toEqual([size, 0])
    }
    await phone.resize('phone')
    expect(await phone.errors()).toEqual([])
  })
})
