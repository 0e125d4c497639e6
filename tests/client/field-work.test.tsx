import './stubs/mini-program.ts'

import { act, fireEvent, render, screen } from '@testing-library/react'

import type { MediationOwn } from '../../src/contract/mediation.ts'
import FieldPage from '../../src/pages/mediation-desk/field/index.tsx'
import WorkPage from '../../src/pages/mediation-desk/work/index.tsx'
import { dropOldCases } from '../../src/services/kept-cases.ts'
import { dropToken } from '../../src/services/token.ts'
import { openKept, sendQueue, useFieldWork, writeDown } from '../../src/store/field-work.ts'
import { lost, ok, problem, serve, settle, signIn } from './hotline-support.ts'
import { CASE, forgetAll, ID, theMediation } from './mediation-support.ts'
import { device, setOnline } from './stubs/device.ts'

type KeptItem = MediationOwn['items'][number]

const mine = () => theMediation({ handler: { id: 'a1', name: '谌调解' } }, { side: 'staff' })
const ITEMS = `/api/mediations/${ID}/items`

/** A server that keeps each id once, whatever is sent. */
function keeper() {
  const kept = new Map<string, KeptItem>()
  const take = ({ body }: { body: unknown }) => {
    for (const item of (body as { items: KeptItem[] }).items)
      if (!kept.has(item.id)) kept.set(item.id, { ...item, by: '我', text: item.text ?? null })
    return { status: 200, body: { items: [...kept.values()] } }
  }
  return { kept, take }
}

const usual = {
  'GET /api/cases': ok({ items: [mine()], next: null }),
  [`GET ${CASE}`]: ok(mine()),
}

beforeEach(() => signIn(['mediator']))
afterEach(() => {
  setOnline(true)
  forgetAll()
})

const noted = (written: Parameters<typeof writeDown>[0]) => act(() => writeDown(written))

const stored = () => JSON.stringify([...device.storage])
const names = () => [...device.storage.keys()].filter((key) => key.startsWith('sealed:'))

it('my open cases are readable without network, and lie sealed on the telephone', async () => {
  serve(usual)
  const page = render(<WorkPage />)
  expect(await screen.findByText('张三、李四')).toBeTruthy()
  await settle()
  expect(names()).toEqual([`sealed:case:${ID}`])
  expect(device.storage.get(`sealed:case:${ID}`)).toHaveProperty('encrypted')
  page.unmount()

  act(() => useFieldWork.setState({ cases: [], keptAt: null }))
  setOnline(false)
  device.params = { id: ID }
  render(<FieldPage />)
  expect(await screen.findByText('把排水沟恢复原样')).toBeTruthy()
  expect(screen.getByText('现在没有网络：可以看、可以记，不能办下一步')).toBeTruthy()
  expect(screen.getByRole('button', { name: '打开办件，办下一步' })).toHaveProperty('disabled', true)
})

it('what is noted without network is sent when it is back, once, and gone from the telephone', async () => {
  const { kept, take } = keeper()
  serve({ ...usual, [`POST ${ITEMS}`]: take })
  device.params = { id: ID }
  render(<FieldPage />)
  await screen.findByText('把排水沟恢复原样')
  setOnline(false)
  fireEvent.change(screen.getByLabelText('内容'), { target: { value: '沟填了三米' } })
  fireEvent.click(screen.getByRole('button', { name: '记下' }))
  expect(await screen.findByText('还没传上去')).toBeTruthy()
  await settle()
  expect(kept.size).toBe(0)
  act(() => setOnline(true))
  render(<WorkPage />)
  fireEvent.click(await screen.findByRole('button', { name: '现在就传' }))
  await settle()
  expect([...kept.values()].map(({ text }) => text)).toEqual(['沟填了三米'])
  expect(useFieldWork.getState().queue).toEqual([])
  expect(names().filter((name) => name.startsWith('sealed:item:'))).toEqual([])
})

it.each([1, 2, 3])(
  'in any order and however often an answer is lost (%s), nothing is kept twice',
  async (times) => {
    const { kept, take } = keeper()
    let losses = times
    serve({
      ...usual,
      [`POST ${ITEMS}`]: (one) => {
        const answer = take(one)
        return losses-- > 0 ? lost(one) : answer
      },
    })
    await noted({ caseId: ID, kind: 'note', text: '一', photos: [] })
    await noted({ caseId: ID, kind: 'record', text: '二', photos: [] })
    for (let n = 0; n <= times; n++) await sendQueue()
    await settle()
    await sendQueue()
    expect([...kept.values()].map(({ text }) => text).toSorted()).toEqual(['一', '二'])
    expect(useFieldWork.getState().queue).toEqual([])
  },
)

it('what the server does not take stays, with the reason, and holds up nothing else', async () => {
  const { kept, take } = keeper()
  serve({
    ...usual,
    [`POST ${ITEMS}`]: (one) =>
      JSON.stringify(one.body).includes('甲') ? problem(403, 'not_yours', '不是你办的')(one) : take(one),
  })
  await noted({ caseId: ID, kind: 'note', text: '甲', photos: [] })
  await settle()
  await noted({ caseId: ID, kind: 'note', text: '乙', photos: [] })
  await settle()
  await sendQueue()
  expect([...kept.values()].map(({ text }) => text)).toEqual(['乙'])
  expect(useFieldWork.getState().queue).toMatchObject([{ text: '甲', trouble: '不是你办的' }])
})

it('nothing is left when the mediator signs out', async () => {
  serve(usual)
  setOnline(false)
  await noted({ caseId: ID, kind: 'note', text: '他愿意出钱', photos: [] })
  expect(names()).toHaveLength(1)
  act(() => dropToken())
  await settle()
  expect(names()).toEqual([])
  expect(stored()).not.toContain('他愿意出钱')
  expect(useFieldWork.getState().queue).toEqual([])
})

it('a case that nobody has opened for a week is gone; what was not sent yet is not', async () => {
  serve(usual)
  render(<WorkPage />)
  await screen.findByText('张三、李四')
  await settle()
  setOnline(false)
  await noted({ caseId: ID, kind: 'note', text: '一', photos: [] })
  const later = Date.now() + 8 * 24 * 3600_000
  const clock = jest.spyOn(Date, 'now').mockReturnValue(later)
  await dropOldCases()
  clock.mockRestore()
  expect(names().map((name) => name.slice(0, 12))).toEqual(['sealed:item:'])
  await act(openKept)
  expect(useFieldWork.getState().cases).toEqual([])
})

describe('a photo that is too large for what the telephone keeps', () => {
  const photo = { name: '沟.jpg', size: 3_000_000, picture: true, source: 'wxfile://photo' }
  const keptPhotos = () =>
    [...device.storage].filter(([key]) => key.startsWith('sealed:photo:')).map(([, kept]) => kept)

  beforeEach(() => {
    setOnline(false)
    device.fileSystem.set(photo.source, 'A'.repeat(4_000_000))
  })

  it('is made smaller until it fits, instead of being refused', async () => {
    await noted({ caseId: ID, kind: 'photo', text: '', photos: [photo] })
    expect(keptPhotos()).toHaveLength(1)
    const { base64 } = JSON.parse((keptPhotos()[0] as { encrypted: string }).encrypted)
    expect(base64).toHaveLength(250_000)
    expect([...device.fileSystem.keys()].slice(1)).toEqual([
      'wxfile://photo.1500.80',
      'wxfile://photo.1200.70',
    ])
    expect(useFieldWork.getState().queue).toMatchObject([{ kind: 'photo' }])
  })

  it('is refused with its name when no size fits, and so is a recording; nothing is half kept', async () => {
    device.shrinks = 1
    await expect(noted({ caseId: ID, kind: 'photo', text: '一', photos: [photo] })).rejects.toThrow('沟.jpg')
    const speech = { ...photo, name: '录音.mp3', picture: false }
    await expect(noted({ caseId: ID, kind: 'note', text: '二', photos: [speech] })).rejects.toThrow(
      '录音.mp3',
    )
    const small = { ...photo, name: '小.jpg', source: 'wxfile://small' }
    device.fileSystem.set(small.source, 'A'.repeat(1000))
    await expect(noted({ caseId: ID, kind: 'photo', text: '三', photos: [small, photo] })).rejects.toThrow(
      '沟.jpg',
    )
    expect(keptPhotos()).toEqual([])
    expect(useFieldWork.getState().queue).toEqual([])
  })
})
