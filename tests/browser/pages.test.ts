import { openService, type Service } from '../support/service.ts'
import { PAGES } from './support/pages.ts'
import { openWeb, type Size, type Web } from './support/web.ts'

const RESIDENT = '13900000001'
const ADMINISTRATOR = '13900000901'

const SIZES: readonly Size[] = ['small', 'phone', 'desktop']

const nameOf = (page: string) =>
  page
    .replace(/^pages\//, '')
    .replace(/\/index$/, '')
    .replaceAll('/', '-')

let service: Service

beforeAll(async () => {
  service = await openService()
})

afterAll(() => service.stop())

describe.each([
  ['normal mode', false],
  ['elder mode', true],
])('in %s', (mode, elder) => {
  const phones = new Map<string, Web>()

  const openFor = async (telephone: string) => {
    const token = await service.signIn(telephone)
    phones.set(telephone, await openWeb({ address: service.address, storage: { token, elder } }))
  }

  beforeAll(async () => {
    await openFor(RESIDENT)
    await openFor(ADMINISTRATOR)
  })

  const phoneFor = (page: string): Web => {
    const phone = phones.get(page.startsWith('pages/desk/') ? ADMINISTRATOR : RESIDENT)
    if (!phone) throw new Error('no phone')
    return phone
  }

  it.each(PAGES)('%s can be used by everybody (WCAG 2.2 AA) and fits every screen', async (page) => {
    const phone = phoneFor(page)
    await phone.open(`/${page}`)
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
