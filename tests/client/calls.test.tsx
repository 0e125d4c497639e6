import { act, fireEvent, render, screen, within } from '@testing-library/react'

import Calls from '../../src/pages/desk/calls/index.tsx'
import { asked, forgetAll, NOW, ok, problem, serve, signIn } from './hotline-support.ts'
import { device } from './stubs/device.ts'

const LINE = {
  id: 'n1',
  at: NOW,
  until: null,
  caseId: 'c1',
  number: 'RX431224-261123-0007-4',
  name: '舒女士（演示）',
  phone: '139****0041',
  text: '你约的时间不开放了',
  tries: 0,
  hushed: false,
  nameless: false,
  offer: null,
}
const OFFER = { slotId: 's9', startsAt: '2026-11-24T09:30:00+08:00', until: '2026-11-24T08:00:00+08:00' }

const lines = (...more: object[]) => ok({ items: more.map((one) => ({ ...LINE, ...one })), next: null })
const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}

beforeEach(() => signIn(['hotline_operator']))
afterEach(forgetAll)

it('says above the number what the person asked of whoever calls', async () => {
  serve({ 'GET /api/desk/calls': lines({ hushed: true, nameless: true }) })
  render(<Calls />)
  const wish = await screen.findByText(/别人接，不要说我们是谁；没人接，不要留言/)
  const who = screen.getByText(/139\*\*\*\*0041/)
  expect(wish.compareDocumentPosition(who) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

it('leads to the case, and says of nobody what was not asked', async () => {
  serve({ 'GET /api/desk/calls': lines({}) })
  render(<Calls />)
  await press(/看这件办件/)
  expect(JSON.stringify(device.visits.at(-1))).toContain('c1')
  expect(screen.queryByText(/不要留言/)).toBeNull()
})

it('takes the time that is held for the person once they have said yes, and asks before', async () => {
  serve({
    'GET /api/desk/calls': lines({ offer: OFFER }),
    'POST /api/desk/calls/n1/held-seat': ok('', 204),
  })
  render(<Calls />)
  await press('替他（她）约这个时间')
  expect(asked('POST', '/api/desk/calls/n1/held-seat')).toEqual([])
  const dialog = await screen.findByRole('dialog')
  serve({ 'GET /api/desk/calls': lines(), 'POST /api/desk/calls/n1/held-seat': ok('', 204) })
  await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name: '同意了，约上' })))
  expect(asked('POST', '/api/desk/calls/n1/held-seat')).toHaveLength(1)
  expect(await screen.findByText('没有要打的电话')).toBeTruthy()
})

it('tells whether the person was reached, and says why it could not be written down', async () => {
  serve({
    'GET /api/desk/calls': lines({}),
    'POST /api/desk/calls/n1/outcome': problem(409, 'not_now', '已经有人通知过了'),
  })
  render(<Calls />)
  await press('通知到了')
  expect(await screen.findByText(/已经有人通知过了/)).toBeTruthy()
})
