import { act, fireEvent, render, renderHook, screen, waitFor, within } from '@testing-library/react'

import type { CallLine } from '../../src/contract/notice.ts'
import BookForSomebody from '../../src/pages/desk/book/index.tsx'
import { useBookFor } from '../../src/pages/desk/book/use-book-for.ts'
import Calls from '../../src/pages/desk/calls/index.tsx'
import { useSession } from '../../src/store/session.ts'
import { asked, desk, forgetAll, ok, problem, serve, signIn, TUESDAY, tap } from './hotline-support.ts'
import { device } from './stubs/device.ts'

const line = (more: Partial<CallLine> = {}): CallLine => ({
  id: 'n1',
  at: '2026-11-23T09:00:00+08:00',
  until: null,
  caseId: 'c1',
  number: 'RX431224-261123-0007-7',
  name: '向*',
  phone: '139****0001',
  text: '有一个更早的时间。',
  tries: 0,
  hushed: false,
  nameless: false,
  offer: null,
  ...more,
})
const page = (...items: readonly CallLine[]) => ok({ items, next: null })
const offer = {
  slotId: 's',
  startsAt: `${TUESDAY}T09:30:00+08:00`,
  until: '2026-11-23T10:20:00+08:00',
}
const HELD = 'POST /api/desk/calls/n1/held-seat'

beforeEach(() => signIn(['hotline_operator']))
afterEach(forgetAll)

describe('the people to telephone', () => {
  it('says above the number what the person asked of whoever calls', async () => {
    serve({ 'GET /api/desk/calls': page(line({ hushed: true, nameless: true })) })
    render(<Calls />)
    const words = (await screen.findByRole('listitem')).textContent ?? ''
    expect(words).toMatch(/不要说我们是谁.*不要留言、不要发短信.*139\*{4}0001/)
  })

  it('asks nothing of the caller when the person did not, and leads to the case', async () => {
    serve({ 'GET /api/desk/calls': page(line()) })
    render(<Calls />)
    const shown = within(await screen.findByRole('listitem'))
    expect(shown.queryByText(/不要/)).toBeNull()
    expect(shown.queryByRole('button', { name: '替他（她）约这个时间' })).toBeNull()
    tap(/打开办件/)
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=c1&view=desk')
  })

  it('takes the held time once the person has agreed, and not before', async () => {
    serve({ 'GET /api/desk/calls': page(line({ offer })), [HELD]: ok(undefined, 204) })
    render(<Calls />)
    await screen.findByRole('listitem')
    tap('替他（她）约这个时间')
    expect(screen.getByText(/请先在电话里得到本人同意/)).toBeTruthy()
    expect(asked('POST', '/api/desk/calls/n1/held-seat')).toHaveLength(0)
    serve({ 'GET /api/desk/calls': page(), [HELD]: ok(undefined, 204) })
    tap('本人同意，约这个时间')
    expect(await screen.findByText('没有要打的电话')).toBeTruthy()
  })

  it('says why the held time could not be taken', async () => {
    const gone = problem(409, 'full', '这个时间已经被约走了')
    serve({ 'GET /api/desk/calls': page(line({ offer })), [HELD]: gone })
    render(<Calls />)
    await screen.findByRole('listitem')
    tap('替他（她）约这个时间')
    tap('本人同意，约这个时间')
    expect(await screen.findByText('这个时间已经被约走了')).toBeTruthy()
  })

  it('shows a new line within half a minute', async () => {
    jest.useFakeTimers()
    serve({ 'GET /api/desk/calls': page() })
    render(<Calls />)
    await act(async () => jest.advanceTimersByTimeAsync(10))
    serve({ 'GET /api/desk/calls': page(line()) })
    await act(async () => jest.advanceTimersByTimeAsync(30_000))
    expect(screen.getByRole('listitem')).toBeTruthy()
    jest.useRealTimers()
  })
})

it('asks whoever is booked for whether we may say who we are, and keeps the no', async () => {
  useSession.setState(({ account }) => ({
    account: account && {
      ...account,
      roles: [{ role: 'hotline_operator', organisationId: 'o1', regionCode: '431224000000' }],
    },
  }))
  serve({ 'POST /api/bookings': problem(409, 'full', '满了') })
  render(<BookForSomebody />)
  fireEvent.click(await screen.findByRole('switch', { name: /可以说我们是谁/ }))
  expect(screen.getByRole('switch', { name: /可以说我们是谁/ }).getAttribute('aria-checked')).toBe('false')
  const { result } = renderHook(() => useBookFor(desk(), () => undefined))
  act(() =>
    result.current.set({
      maySayWhoWeAre: false,
      topic: 'labour',
      day: TUESDAY,
      slotId: `${TUESDAY} 09:30`,
    }),
  )
  act(() => result.current.send())
  await waitFor(() => expect(device.asked.at(-1)?.body).toMatchObject({ maySayWhoWeAre: false }))
})
