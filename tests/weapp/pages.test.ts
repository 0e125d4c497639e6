import { openService, type Service } from '../support/service.ts'
import { compile } from './host/compile.ts'
import { openWeapp } from './host/open.ts'
import { LOOK, readPackage } from './host/package.ts'
import { pagesOf } from './host/program.ts'
import type { Weapp } from './host/weapp.ts'

const KB = 1024
const FIRST_SCREEN_LIMIT = 8 * KB
const UPDATE_LIMIT = 16 * KB

/** Taro looks for these by itself. */
const KNOWN_UNKNOWN = ['cloud', 'webpackJsonp']

const RESIDENT = '13900000001'
const OPERATOR = '13900000101'
const ADMINISTRATOR = '13900000901'

const pages = pagesOf(compile(readPackage(), LOOK).program.app)

let service: Service

beforeAll(async () => {
  service = await openService()
})

afterAll(() => service.stop())

const WHO: readonly [string, string | undefined, boolean][] = [
  ['nobody yet', undefined, false],
  ['a resident', RESIDENT, false],
  ['a resident in elder mode', RESIDENT, true],
  ['an operator', OPERATOR, false],
  ['the administrator', ADMINISTRATOR, false],
]

describe.each(WHO)('signed in as %s', (_, telephone, elder) => {
  let phone: Weapp

  beforeAll(async () => {
    const token = telephone && (await service.signIn(telephone))
    const storage = { elder, ...(token ? { token } : {}) }
    phone = await openWeapp({ api: service.address, screen: 'jsdom', storage })
  })

  afterAll(() => phone.close())

  it.each(pages)('%s opens without an error', async (page) => {
    await phone.open(`/${page}`)
    await phone.settle()
    expect(await phone.words()).not.toBe('')
    expect(await phone.errors()).toEqual([])
  })

  it('the first screen is sent in 8 KB at most, any update in 16 KB', async () => {
    const { firstScreen, update } = await phone.setDataBytes()
    expect(firstScreen).toBeGreaterThan(0)
    expect(firstScreen).toBeLessThanOrEqual(FIRST_SCREEN_LIMIT)
    expect(update).toBeLessThanOrEqual(UPDATE_LIMIT)
  })

  it('nothing was asked of wx that the host does not know', async () => {
    expect((await phone.unknownApis()).toSorted()).toEqual(KNOWN_UNKNOWN)
  })
})
