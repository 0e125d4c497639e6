import { act, render, screen } from '@testing-library/react'

import Alarms from '../../src/pages/desk/alarms/index.tsx'
import Today from '../../src/pages/desk/today/index.tsx'
import { forgetAll, NOW, ok, serve, settle, signIn, tap, theCase } from './hotline-support.ts'
import { device, showAgain } from './stubs/device.ts'

afterEach(forgetAll)

const alarm = (id: string, title: string) => ({ ...theCase({ id, title }), alarmAt: NOW })

/** Two pages of dangers, both read. */
async function readToTheEnd() {
  signIn(['committee_secretary'])
  serve({
    'GET /api/desk/alarms': ({ path }) => ({
      status: 200,
      body: path.includes('cursor=')
        ? { items: [alarm('c2', '宅基地')], next: null }
        : { items: [alarm('c1', '邻里')], next: 'x' },
    }),
  })
  render(<Alarms />)
  await screen.findByText(/邻里/)
  tap('看后面的')
  await screen.findByText(/宅基地/)
}

it('lists every danger page by page, each leading to its case', async () => {
  await readToTheEnd()
  tap(/邻里/)
  expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=c1&view=desk')
})

it('stays as long as it was read when it is seen again', async () => {
  await readToTheEnd()
  const before = device.asked.length
  await act(async () => showAgain())
  await settle()
  expect(device.asked.length).toBeGreaterThan(before)
  expect(screen.getByText(/宅基地/)).toBeTruthy()
  expect(screen.getByText(/邻里/)).toBeTruthy()
})

it('counts on the page of the day the calls that wait and, for the head, the dangers', async () => {
  signIn(['hotline_head'])
  serve({
    'GET /api/cases': ok({ items: [], next: null }),
    'GET /api/desk/calls': ok({ items: [{}, {}].map((_, at) => call(at)), next: null }),
    'GET /api/desk/revisits': ok({ items: [{}] }),
    'GET /api/desk/alarms': ok({ items: [alarm('c1', '邻里')], next: null }),
  })
  render(<Today />)
  expect(await screen.findByText('危险 1')).toBeTruthy()
  expect(screen.getByRole('button', { name: /要打电话通知的人.*2$/ })).toBeTruthy()
  expect(screen.getByRole('button', { name: /^回访.*1$/ })).toBeTruthy()
  tap(/办件台/)
  expect(device.visits.at(-1)?.url).toBe('/pages/desk/board/index')
})

const call = (at: number) => ({
  id: `n${at}`,
  at: NOW,
  until: null,
  caseId: null,
  number: null,
  name: null,
  phone: null,
  text: '有新的时间。',
  tries: 0,
  hushed: false,
  nameless: false,
  offer: null,
})
