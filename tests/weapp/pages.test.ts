import { type BusyWeek, busyWeek } from '../support/busy-week.ts'
import { waitFor } from '../support/pages.ts'
import { addressOf, residentWithBooking } from '../support/resident.ts'
import { openService, type Service } from '../support/service.ts'
import { SHOWN_INSTEAD, visitOf } from '../support/whose-page.ts'
import { compile } from './host/compile.ts'
import { openWeapp } from './host/open.ts'
import { LOOK, readPackage } from './host/package.ts'
import { pagesOf } from './host/program.ts'
import type { Weapp } from './host/weapp.ts'

/** Taro looks for these by itself. */
const KNOWN_UNKNOWN = ['cloud', 'webpackJsonp']

const RESIDENT = '13900000001'
const OPERATOR = '13900000101'
const ADMINISTRATOR = '13900000901'
const ADVISER = '13900000201'

const pages = pagesOf(compile(readPackage(), LOOK).program.app)

let service: Service

beforeAll(async () => {
  service = await openService()
})

afterAll(() => service.stop())

type Storage = Record<string, unknown>

let caseId: string

const signedIn = async (telephone: string): Promise<Storage> => ({ token: await service.signIn(telephone) })

const resident = async (): Promise<Storage> => {
  const used = await residentWithBooking(service, RESIDENT)
  caseId = used.caseId
  return used.storage
}

const WHO: readonly [string, () => Promise<Storage>][] = [
  ['a resident', resident],
  ['a resident in elder mode', async () => ({ ...(await resident()), elder: true })],
  ['somebody who has not signed in', async () => ({})],
  ['an operator', () => signedIn(OPERATOR)],
  ['the administrator', () => signedIn(ADMINISTRATOR)],
  ['a village adviser', () => signedIn(ADVISER)],
]

describe('for whoever it is for, with a case of a busy week', () => {
  const phones = new Map<string, Promise<Weapp>>()
  let week: BusyWeek

  beforeAll(async () => {
    week = await busyWeek(service)
  }, 60_000)

  afterAll(async () => {
    for (const phone of await Promise.all(phones.values())) await phone.close()
  })

  const phoneOf = (telephone: string): Promise<Weapp> => {
    const open = async () =>
      openWeapp({ api: service.address, screen: 'jsdom', storage: await signedIn(telephone) })
    const phone = phones.get(telephone) ?? open()
    phones.set(telephone, phone)
    return phone
  }

  it.each(pages)('%s shows it, without an error', async (page) => {
    const { telephone, address } = visitOf(page, week)
    const phone = await phoneOf(telephone)
    await phone.open(address)
    await waitFor(phone, page)
    expect(await phone.words()).not.toMatch(SHOWN_INSTEAD)
    expect(await phone.errors()).toEqual([])
  })

  it('no update is larger than 16 KB', async () => {
    for (const phone of await Promise.all(phones.values())) expect(await phone.overBudget()).toEqual([])
  })
})

describe.each(WHO)('for %s', (_, prepare) => {
  let phone: Weapp

  beforeAll(async () => {
    phone = await openWeapp({ api: service.address, screen: 'jsdom', storage: await prepare() })
  })

  afterAll(() => phone.close())

  it.each(pages)('%s opens without an error', async (page) => {
    await phone.open(addressOf(page, caseId))
    await waitFor(phone, page)
    expect(await phone.errors()).toEqual([])
  })

  it('the first screen is sent in 8 KB at most, any update in 16 KB', async () => {
    expect((await phone.setDataBytes()).firstScreen).toBeGreaterThan(0)
    expect(await phone.overBudget()).toEqual([])
  })

  it('nothing was asked of wx that the host does not know', async () => {
    expect((await phone.unknownApis()).toSorted()).toEqual(KNOWN_UNKNOWN)
  })
})
