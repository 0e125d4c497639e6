import { type BusyWeek, busyWeek } from '../support/busy-week.ts'
import { PAGES, waitFor } from '../support/pages.ts'
import { openService, type Service } from '../support/service.ts'
import { SHOWN_INSTEAD, visitOf } from '../support/whose-page.ts'
import { openWeb, type Size, type Web } from './support/web.ts'

const SIZES: readonly Size[] = ['small', 'phone', 'desktop']

const nameOf = (page: string) =>
  page
    .replace(/^pages\//, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '-')

let service: Service
let week: BusyWeek

beforeAll(async () => {
  service = await openService({ RATE_LIMITS: 'off' })
  week = await busyWeek(service)
})

afterAll(() => service.stop())

/** One browser for each person; the resident goes on with a booking that was begun. */
function people(elder: boolean) {
  const open = new Map<string, Promise<Web>>()
  const begin = async (telephone: string) => {
    const own =
      telephone === '13900000001' ? week.resident.storage : { token: await service.signIn(telephone) }
    return openWeb({ address: service.address, storage: { ...own, elder } })
  }
  return (telephone: string): Promise<Web> => {
    const browser = open.get(telephone) ?? begin(telephone)
    open.set(telephone, browser)
    return browser
  }
}

describe.each([
  ['normal mode', false],
  ['elder mode', true],
])('in %s', (mode, elder) => {
  const browserOf = people(elder)

  it.each(PAGES)('%s can be used by everybody (WCAG 2.2 AA) and fits every screen', async (page) => {
    const { telephone, address } = visitOf(page, week)
    const phone = await browserOf(telephone)
    await phone.open(address)
    await waitFor(phone, page)
    expect(await phone.words()).not.toMatch(SHOWN_INSTEAD)
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
