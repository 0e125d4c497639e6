import './stubs/mini-program.ts'

import { act, render, screen, waitFor } from '@testing-library/react'

import StepPage from '../../src/pages/case/step/index.tsx'
import {
  asked,
  field,
  forgetAll,
  keyOf,
  lost,
  ok,
  problem,
  serve,
  signIn,
  step,
  tap,
  theCase,
} from './hotline-support.ts'
import { device } from './stubs/device.ts'

const CASE = '/api/cases/431224-c1'
const SUPPLY = `${CASE}/actions/supply`
const supply = step('supply', '补交材料', {
  fields: [field('fileIds', { label: '材料照片', input: 'files', required: true, max: 3 })],
})

const received = (id: string) =>
  ok({ id, name: `${id}.jpg`, type: 'image/jpeg', size: 2048, sha256: '' }, 201)
const files = () => asked('POST', '/api/files')
const sent = () => asked('POST', SUPPLY).map(({ body }) => body)
const inTurn = (...answers: ReturnType<typeof ok>[]): ReturnType<typeof ok> => {
  let n = 0
  return (one) => (answers[n++] ?? lost)(one)
}

const open = async (answer: ReturnType<typeof ok>) => {
  serve({
    [`GET ${CASE}`]: ok(theCase({ actions: [supply] })),
    [`POST ${SUPPLY}`]: ok(theCase({ version: 4, actions: [] })),
    'POST /api/files': answer,
  })
  const page = render(<StepPage />)
  await screen.findByText('材料照片')
  return page
}

const add = (...sizes: number[]) => {
  device.photos = sizes.map((size, n) => ({ tempFilePath: `wxfile://tmp/${n}.jpg`, size }))
  tap('添加照片或文件')
}

beforeEach(() => {
  device.params = { id: '431224-c1', action: 'supply' }
  signIn()
})
afterEach(forgetAll)

it('sends each as soon as it is chosen, and the step carries what was received', async () => {
  await open(inTurn(received('f1'), received('f2')))
  tap('补交材料')
  expect(await screen.findByText('请先添加文件')).toBeTruthy()
  add(1000, 2000)
  expect(await screen.findByText('2 个附件，已传好 2 个')).toBeTruthy()
  expect(new Set(files().map(keyOf)).size).toBe(2)
  tap('补交材料')
  await waitFor(() => expect(sent()).toEqual([{ fileIds: ['f1', 'f2'], version: 3 }]))
})

it('what got no answer waits, and goes again under the same key a while later', async () => {
  await open(inTurn(lost, received('f1')))
  add(1000)
  expect(await screen.findByText('还没传上去，连上网络会自动再传')).toBeTruthy()
  tap('补交材料')
  expect(await screen.findByText('还有附件没传好：请等一会儿，或移除后再提交')).toBeTruthy()
  expect(sent()).toEqual([])
  expect(await screen.findByText('1 个附件，已传好 1 个', {}, { timeout: 6000 })).toBeTruthy()
  expect(files()).toHaveLength(2)
  expect(new Set(files().map(keyOf)).size).toBe(1)
}, 10_000)

it('a sure no is final and says what to do; a doubtful one can be tried again', async () => {
  const empty = problem(422, 'invalid', '', { fields: { file: '这个文件是空的，请重新选择' } })
  await open(inTurn(empty, problem(503, 'unavailable', '服务暂时连不上，请稍后再试'), received('f2')))
  add(10, 2000)
  expect(await screen.findByText('这个文件是空的，请重新选择')).toBeTruthy()
  expect(await screen.findByText('服务暂时连不上，请稍后再试')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再传一次：照片1.jpg' })).toBeNull()
  tap('再传一次：照片2.jpg')
  expect(await screen.findByText('2 个附件，已传好 1 个。没传好的请再传，或移除后再提交')).toBeTruthy()
  tap('移除：照片1.jpg')
  tap('补交材料')
  await waitFor(() => expect(sent()).toEqual([{ fileIds: ['f2'], version: 3 }]))
})

it('what is too large is not sent at all, and no more are taken than the step takes', async () => {
  await open(inTurn(received('f1'), received('f2')))
  add(10 * 1024 * 1024 + 1, 1, 2, 3)
  expect(await screen.findByText('超过 10 MB，请压缩或分开后再传')).toBeTruthy()
  expect(await screen.findByText('3 个附件，已传好 2 个。没传好的请再传，或移除后再提交')).toBeTruthy()
  expect(files()).toHaveLength(2)
  expect(screen.queryByRole('button', { name: '添加照片或文件' })).toBeNull()
})

it('what was received is still there when the page is opened again, until the person leaves this telephone', async () => {
  const first = await open(inTurn(received('f1')))
  add(1000)
  await screen.findByText('1 个附件，已传好 1 个')
  first.unmount()
  const second = await open(lost)
  expect(await screen.findByText('1 个附件，已传好 1 个')).toBeTruthy()
  second.unmount()
  act(forgetAll)
  signIn()
  await open(lost)
  expect(screen.queryByText('1 个附件，已传好 1 个')).toBeNull()
})

it('what somebody says is recorded and sent like a photograph; what they take back is not', async () => {
  device.sheet = 3
  device.recording = { tempFilePath: 'wxfile://tmp/r.mp3', fileSize: 4096 }
  await open(inTurn(received('f1')))
  device.confirms = false
  tap('添加照片或文件')
  await act(async () => {})
  expect(files()).toHaveLength(0)
  device.confirms = true
  tap('添加照片或文件')
  await waitFor(() => expect(files()).toHaveLength(1))
})

it('a recording whose time has run out is still theirs to take back', async () => {
  device.sheet = 3
  device.recording = { tempFilePath: 'wxfile://tmp/r.mp3', fileSize: 4096, runsOut: true }
  device.confirms = false
  await open(inTurn(received('f1')))
  tap('添加照片或文件')
  await act(async () => {})
  expect(files()).toHaveLength(0)
  device.confirms = true
  tap('添加照片或文件')
  await waitFor(() => expect(files()).toHaveLength(1))
})

it('is asked once for each recording, however many there were before', async () => {
  device.sheet = 3
  device.recording = { tempFilePath: 'wxfile://tmp/r.mp3', fileSize: 4096 }
  device.confirms = false
  await open(inTurn())
  for (const _ of [1, 2, 3]) {
    tap('添加照片或文件')
    await act(async () => {})
  }
  expect(device.dialogs).toHaveLength(3)
})

it('without a microphone it is said what to do instead', async () => {
  device.sheet = 3
  await open(inTurn())
  tap('添加照片或文件')
  await waitFor(() => expect(JSON.stringify(device.dialogs)).toContain('允许使用麦克风'))
  expect(files()).toHaveLength(0)
})
