import { act, fireEvent, render, screen, within } from '@testing-library/react'

import Notices from '../../src/pages/account/notices/index.tsx'
import RateThroughLink from '../../src/pages/hotline/rate/index.tsx'
import Slots from '../../src/pages/hotline/slots/index.tsx'
import Watches from '../../src/pages/hotline/watches/index.tsx'
import {
  asked,
  forgetAll,
  live,
  NOW,
  ok,
  problem,
  SLOTS,
  serve,
  signIn,
  TUESDAY,
  tap,
  theCase,
  type,
} from './hotline-support.ts'
import { device } from './stubs/device.ts'

beforeEach(live)
afterEach(forgetAll)

const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}
const HELD = `${TUESDAY} 09:00`
const full = SLOTS.map((slot) => (slot.id === HELD ? { ...slot, free: 0 } : slot))

describe('waiting for an earlier time', () => {
  const watch = {
    id: 'w1',
    slotId: HELD,
    deskId: 'd1',
    deskName: '溆浦县 12348 热线',
    before: `${TUESDAY}T09:00:00+08:00`,
    offersLeft: 2,
  }

  it('shows what I wait for, and ends it after asking', async () => {
    signIn()
    let items = [watch]
    serve({
      'GET /api/me/watches': () => ({ status: 200, body: { items } }),
      'DELETE /api/me/watches/w1': () => {
        items = []
        return { status: 204 }
      },
    })
    render(<Watches />)
    expect(await screen.findByText('还会通知 2 次，一天最多一次')).toBeTruthy()
    await press(/不等了/)
    const dialog = screen.getByRole('dialog')
    await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: '不等了' })))
    expect(await screen.findByText('没有在等的时间')).toBeTruthy()
  })

  it('asks to sign in first', () => {
    serve()
    render(<Watches />)
    tap('登录')
    expect(device.visits.at(-1)?.url).toBe('/pages/sign-in/index')
  })
})

describe('a time that is held for me', () => {
  it('opens from the notice with its desk and day', async () => {
    signIn()
    const offer = {
      slotId: HELD,
      deskId: 'd1',
      startsAt: `${TUESDAY}T09:00:00+08:00`,
      until: `${TUESDAY}T08:00:00+08:00`,
    }
    const notice = {
      id: 'n1',
      at: NOW,
      news: 'time_lost',
      title: '原来约的时间办不了了',
      text: '…',
      caseId: '431224-c1',
      offer,
      readAt: NOW,
    }
    serve({ 'GET /api/notices': ok({ items: [notice], next: null, unread: 0 }) })
    render(<Notices />)
    await press(/原来约的时间办不了了/)
    const url = decodeURIComponent(device.visits.at(-1)?.url ?? '')
    expect(url).toContain('caseId=431224-c1')
    expect(url).toContain(`slotId=${HELD}`)
    expect(url).toContain(`day=${TUESDAY}`)
  })

  it('is chosen already, though it is full for everybody else, and one tap takes it', async () => {
    signIn()
    device.params = { caseId: '431224-c1', slotId: HELD, deskId: 'd1', day: TUESDAY }
    serve({
      'GET /api/cases/431224-c1': ok(theCase({ organisation: { id: 'o1', name: '溆浦县 12348 热线' } })),
      'GET /api/desks/:id/slots': ok({ items: full }),
      'POST /api/cases/431224-c1/actions/reschedule': ok(theCase()),
    })
    render(<Slots />)
    expect(await screen.findByText(/为你留的时间已经选好/)).toBeTruthy()
    await press('改到 11 月 24 日 9:00')
    expect(asked('POST', '/api/cases/431224-c1/actions/reschedule')[0]?.body).toMatchObject({ slotId: HELD })
  })

  it('can be left for another one', async () => {
    device.params = { slotId: HELD, deskId: 'd1', day: TUESDAY }
    serve({ 'GET /api/desks/:id/slots': ok({ items: full }) })
    render(<Slots />)
    expect(await screen.findByRole('button', { name: '就约 11 月 24 日 9:00' })).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: /9:30 – 10:00/ }))
    expect(screen.getByRole('button', { name: '就约 11 月 24 日 9:30' })).toBeTruthy()
  })
})

describe('a rating through the link of an SMS', () => {
  const linked = { organisation: '溆浦县 12348 热线', servedOn: '2026-11-23', until: '2026-12-23' }
  beforeEach(() => {
    device.params = { t: 'x'.repeat(43) }
  })

  it('needs no signing in, and thanks', async () => {
    serve({ 'POST /api/rating-links/look': ok(linked), 'POST /api/rating-links/rate': ok(undefined, 204) })
    render(<RateThroughLink />)
    expect(await screen.findByText(/溆浦县 12348 热线/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '不满意' }))
    type(/想说的话/, '没说清楚')
    await press('提交评价')
    expect(asked('POST', '/api/rating-links/rate')[0]?.body).toEqual({
      token: 'x'.repeat(43),
      score: 2,
      comment: '没说清楚',
    })
    expect(await screen.findByText('谢谢你的评价')).toBeTruthy()
  })

  it('says when it is used or over', async () => {
    serve({
      'POST /api/rating-links/look': problem(404, 'not_found', '这个链接已经用过，或者过了三十天。谢谢你'),
    })
    render(<RateThroughLink />)
    expect(await screen.findByText(/已经用过/)).toBeTruthy()
  })
})
