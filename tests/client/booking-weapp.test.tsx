import './stubs/mini-program.ts'

import { render, screen } from '@testing-library/react'

import BookingDone from '../../src/pages/hotline/done/index.tsx'
import Slots from '../../src/pages/hotline/slots/index.tsx'
import { asked, forgetAll, live, lost, ok, serve, signIn, TUESDAY, tap, theCase } from './hotline-support.ts'
import { device } from './stubs/device.ts'

beforeEach(() => {
  device.params = { id: '431224-c1' }
  signIn()
  serve({ 'GET /api/cases/431224-c1': ok(theCase()) })
})
afterEach(forgetAll)

it('puts the appointment into the calendar of the telephone', async () => {
  render(<BookingDone />)
  tap(await screen.findByRole('button', { name: '加到手机日历' }).then(() => '加到手机日历'))
  expect(await screen.findByText('已加到日历')).toBeTruthy()
  expect(device.calendar).toEqual([
    {
      title: '12348 法律咨询',
      description: 'RX431224-261123-0007-7',
      startTime: Date.UTC(2026, 10, 24, 1, 30) / 1000,
      endTime: String(Date.UTC(2026, 10, 24, 2, 0) / 1000),
      alarm: true,
      alarmOffset: 1800,
    },
  ])
})

const SUBSCRIBED = 'POST /api/me/subscriptions'

it('asks for leave to send a reminder only on a tap, and tells the server what was allowed', async () => {
  serve({
    'GET /api/cases/431224-c1': ok(theCase()),
    [SUBSCRIBED]: ok({ items: [{ templateId: 'reminder', remaining: 1 }] }, 201),
  })
  render(<BookingDone />)
  tap(await screen.findByRole('button', { name: '到时间提醒我' }).then(() => '到时间提醒我'))
  expect(await screen.findByText('好的，约定时间前会在微信里提醒你一次。')).toBeTruthy()
  expect(asked('POST', '/api/me/subscriptions')[0]?.body).toEqual({ templateIds: ['reminder'] })
})

it('promises nothing when the server could not be told', async () => {
  serve({ 'GET /api/cases/431224-c1': ok(theCase()), [SUBSCRIBED]: lost })
  render(<BookingDone />)
  tap(await screen.findByRole('button', { name: '到时间提醒我' }).then(() => '到时间提醒我'))
  expect(await screen.findByText(/没有打开微信提醒/)).toBeTruthy()
})

it('WX-4: asks for leave in the tap that asks to be told of an earlier time, and waits whatever is answered', async () => {
  device.params = {}
  live()
  const watch = {
    id: 'w1',
    slotId: 's',
    deskId: 'd1',
    deskName: '热线',
    before: `${TUESDAY}T09:30:00+08:00`,
    offersLeft: 3,
  }
  serve({
    [SUBSCRIBED]: ok({ items: [{ templateId: 'reminder', remaining: 1 }] }, 201),
    [`POST /api/slots/${TUESDAY} 09:30/watches`]: ok(watch, 201),
    [`POST /api/slots/${encodeURIComponent(`${TUESDAY} 09:30`)}/watches`]: ok(watch, 201),
  })
  render(<Slots />)
  await screen.findByText('有更早的时间时通知我')
  expect(asked('POST', '/api/me/subscriptions')).toEqual([])
  tap('有更早的时间时通知我')
  expect(await screen.findByText('记下了，有更早的时间会通知你')).toBeTruthy()
  expect(asked('POST', '/api/me/subscriptions')[0]?.body).toEqual({ templateIds: ['reminder'] })
})
