import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { compile } from './host/compile.ts'
import { openWeapp } from './host/open.ts'
import { LOOK } from './host/package.ts'
import type { WeappOptions } from './host/weapp.ts'
import { SAMPLE } from './sample.ts'

const { script, warnings, program } = compile(SAMPLE, LOOK)

let server: Server
let arrived: { line: string; body: string }[] = []

const heard = async (request: IncomingMessage) => {
  arrived.push({ line: `${request.method} ${request.url}`, body: await text(request) })
  return { hello: arrived.length }
}

beforeAll(async () => {
  server = createServer((request, response) => {
    heard(request).then((answer) => response.end(JSON.stringify(answer)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

beforeEach(() => {
  arrived = []
})

afterAll(() => {
  server.close()
})

const open = (options: Partial<WeappOptions> = {}) =>
  openWeapp({
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    screen: 'jsdom',
    entry: '/acts/index',
    script,
    ...options,
  })

it('compiles without a warning, with our own tags and units', () => {
  expect(warnings).toEqual([])
  expect(program.css.app).toBe(
    'wx-page { font-size: calc(var(--rpx) * 28) } wx-view.a > wx-text { color: red }',
  )
})

describe.each(['jsdom', 'chromium'] as const)('in %s, a mini-program', (screen) => {
  it('types, taps, answers a dialog, opens a page and comes back', async () => {
    const phone = await open({ screen })
    await phone.type('Word', '邻法邻法邻法')
    await phone.see('typed: 邻法邻法')
    await phone.tap('dialog')
    await phone.see('Sure?')
    await phone.tap('确定')
    await phone.see('true')
    await phone.tap('to the subpackage')
    await phone.at('more/deep/index')
    await phone.see('{"name":"王"}')
    await phone.back()
    await phone.at('acts/index')
    expect(await phone.errors()).toEqual([])
  })

  it('finds none of the globals of a browser', async () => {
    const phone = await open({ screen })
    await phone.tap('globals')
    await phone.see('["undefined","undefined","undefined","undefined"]')
  })

  it('keeps its storage over a restart', async () => {
    const phone = await open({ screen })
    await phone.tap('keep')
    await phone.restart('/acts/index')
    await phone.tap('read')
    await phone.see('{"n":1}')
  })
})

describe('errors of the program come out', () => {
  it('when a handler throws', async () => {
    const phone = await open()
    await phone.tap('throw')
    expect(await phone.errors()).toEqual([expect.stringContaining('out of order')])
  })

  it('when it sends a function to the screen', async () => {
    const phone = await open()
    await phone.tap('send a function')
    expect(await phone.errors()).toEqual([expect.stringContaining('setData with a function at f')])
  })

  it('when it goes to a tab by the wrong way, or to no page at all', async () => {
    const phone = await open()
    await phone.tap('to a tab by the wrong way')
    await phone.see('can not navigateTo a tabbar page')
    await phone.tap('to nowhere')
    await phone.see('is not found')
    expect(await phone.errors()).toHaveLength(2)
  })

  it('when it opens an eleventh page', async () => {
    const phone = await open()
    for (let page = 2; page <= 11; page++) {
      await phone.tap('dig')
      await phone.settle()
    }
    expect(await phone.errors()).toEqual(['navigateTo: webview count limit exceed'])
  })
})

it('notes which unknown functions of wx were asked for', async () => {
  const phone = await open()
  await phone.tap('unknown')
  await phone.see('undefined')
  expect(await phone.unknownApis()).toEqual(['teleport'])
})

it('counts what goes to the screen, in bytes', async () => {
  const phone = await open()
  await phone.tap('shown')
  await phone.see('1')
  const { firstScreen, update } = await phone.setDataBytes()
  expect(firstScreen).toBe('{"said":"opened with {}"}'.length)
  expect(update).toBe('{"said":"1"}'.length)
})

it('keeps a tab page alive while another tab is shown', async () => {
  const phone = await open({ entry: '/home/index' })
  await phone.type('word', '甲')
  await phone.tab('List')
  await phone.at('list/index')
  await phone.miss('typed: 甲')
  await phone.tab('Home')
  await phone.see('typed: 甲')
  await phone.tap('shown')
  await phone.see('2')
})

describe('requests', () => {
  it('reach the server and are kept for the test to look at', async () => {
    const phone = await open()
    await phone.tap('ask')
    await phone.see('[200,{"hello":1}]')
    expect(arrived).toEqual([{ line: 'POST /hello', body: '{"a":1}' }])
    expect(phone.requests()).toMatchObject([{ method: 'POST', path: '/hello', body: '{"a":1}', status: 200 }])
  })

  it('do not arrive without a network', async () => {
    const phone = await open()
    await phone.network('offline')
    await phone.tap('ask')
    await phone.see('request:fail')
    expect(arrived).toEqual([])
  })

  it('arrive although their answer is lost', async () => {
    const phone = await open()
    await phone.network('lost-reply')
    await phone.tap('ask')
    await phone.see('request:fail timeout')
    expect(arrived).toHaveLength(1)
  })

  it('are refused as WeChat refuses them: PATCH, and servers it was not told of', async () => {
    const phone = await open()
    await phone.tap('patch')
    await phone.see('invalid method PATCH')
    await phone.tap('elsewhere')
    await phone.see('url not in domain list')
  })

  it('carry files up and down', async () => {
    const phone = await open()
    await phone.tap('upload')
    await phone.see('hello')
    expect(arrived[0]?.body).toContain('filename="picture.png"')
    await phone.tap('download')
    await phone.see('wxfile://tmp/1')
    expect(phone.files.get('wxfile://tmp/1')?.toString()).toBe('{"hello":2}')
  })
})

describe('what is private', () => {
  it('waits until the official button was tapped', async () => {
    const phone = await open({ consentOpen: true })
    await phone.tap('listen')
    await phone.tap('upload')
    await phone.see('may we?')
    expect(arrived).toEqual([])
    await phone.tap('agree')
    await phone.see('hello')
    expect(await phone.errors()).toEqual([])
  })

  it('stays closed to a program that agrees in the name of the person', async () => {
    const phone = await open({ consentOpen: true })
    await phone.tap('pretend consent')
    await phone.tap('upload')
    await phone.see('privacy permission is not authorized')
    expect(await phone.errors()).toHaveLength(1)
  })

  it('is asked for by the platform itself when the program does not', async () => {
    const phone = await open({ consentOpen: true })
    await phone.tap('upload')
    await phone.tap('拒绝')
    await phone.see('privacy permission is not authorized')
  })
})

it('lets the test speak for the person', async () => {
  const phone = await open()
  await phone.tap('remind')
  await phone.see('"a":"accept"')
  phone.answers.requestSubscribeMessage = () => ({ a: 'reject' })
  await phone.tap('remind')
  await phone.see('"a":"reject"')
})
