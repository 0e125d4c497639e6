import { act, render, screen, waitFor, within } from '@testing-library/react'

import type { CaseSummary } from '../../src/contract/case.ts'
import Cases from '../../src/pages/cases/index.tsx'
import {
  asked,
  forgetAll,
  grow,
  lost,
  NOW,
  ok,
  problem,
  serve,
  settle,
  signIn,
  tap,
  theCase,
} from './hotline-support.ts'
import { device, showAgain } from './stubs/device.ts'

const open = theCase({ id: 'open', title: '劳动人事 · 电话回拨' })
const over = theCase({
  id: 'over',
  title: '邻里 · 到场咨询',
  statusText: '已答复',
  closedAt: NOW,
  nextText: '答复写在下面',
})
const page = (items: readonly CaseSummary[], next: string | null = null) => ok({ items, next })

afterEach(forgetAll)

it('asks to sign in where nobody is signed in', () => {
  serve()
  render(<Cases />)
  tap('登录')
  expect(device.visits.at(-1)?.url).toBe('/pages/sign-in/index')
  expect(device.asked).toEqual([])
})

describe('signed in', () => {
  beforeEach(() => signIn())

  it('shows what is being done before what is over', async () => {
    serve({ 'GET /api/cases': page([over, open]) })
    render(<Cases />)
    await screen.findByText('劳动人事 · 电话回拨')
    const heads = screen.getAllByRole('heading', { level: 2 }).map((head) => head.textContent)
    expect(heads).toEqual(['正在办', '办完的'])
    const [first] = screen.getAllByRole('listitem')
    expect(within(first as HTMLElement).getByText('9:30 – 10:00')).toBeTruthy()
    expect(within(first as HTMLElement).getByText('到时间我们会联系你，请保持电话畅通')).toBeTruthy()
  })

  it('opens a case on a tap', async () => {
    serve({ 'GET /api/cases': page([open]) })
    render(<Cases />)
    tap(await screen.findByRole('button', { name: /劳动人事/ }).then(() => /劳动人事/))
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=open')
  })

  it('says what one can do when there is nothing yet', async () => {
    serve({ 'GET /api/cases': page([]) })
    render(<Cases />)
    expect(await screen.findByText('还没有办件')).toBeTruthy()
    tap('约律师打给我')
    expect(device.visits.at(-1)?.url).toBe('/pages/hotline/slots/index')
  })

  it('goes on behind the last one, and shows nothing twice', async () => {
    serve({
      'GET /api/cases': ({ path }) =>
        path.includes('cursor=open') ? page([open, over])({} as never) : page([open], 'open')({} as never),
    })
    render(<Cases />)
    tap(await screen.findByRole('button', { name: '看更早的' }).then(() => '看更早的'))
    await screen.findByText('邻里 · 到场咨询')
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: '看更早的' })).toBeNull()
  })

  it('keeps what is shown when the rest does not come', async () => {
    serve({ 'GET /api/cases': page([open], 'open') })
    render(<Cases />)
    await screen.findByText('劳动人事 · 电话回拨')
    serve({ 'GET /api/cases': lost })
    tap('看更早的')
    expect(await screen.findByText(/连上网络后再试一次/)).toBeTruthy()
    expect(screen.getByText('劳动人事 · 电话回拨')).toBeTruthy()
  })

  it('says that there is no network, and tries again', async () => {
    serve({ 'GET /api/cases': lost })
    render(<Cases />)
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    serve({ 'GET /api/cases': page([open]) })
    tap('再试一次')
    expect(await screen.findByText('劳动人事 · 电话回拨')).toBeTruthy()
  })

  it('says what the server says when it fails', async () => {
    serve({ 'GET /api/cases': problem(503, 'unavailable', '服务暂时连不上') })
    render(<Cases />)
    expect(await screen.findByText('服务暂时连不上')).toBeTruthy()
  })

  it('reads the list again when it is seen again', async () => {
    serve({ 'GET /api/cases': page([open]) })
    render(<Cases />)
    await screen.findByText('劳动人事 · 电话回拨')
    serve({ 'GET /api/cases': page([over]) })
    act(showAgain)
    await waitFor(() => expect(screen.queryByText('劳动人事 · 电话回拨')).toBeNull())
    expect(asked('GET', '/api/cases')).toHaveLength(2)
  })

  it('is called by its plain name in elder mode', async () => {
    grow()
    serve({ 'GET /api/cases': page([]) })
    render(<Cases />)
    expect(screen.getByRole('heading', { level: 1, name: '我办的事' })).toBeTruthy()
    await settle()
  })
})
