import './stubs/mini-program.ts'

import { render, screen } from '@testing-library/react'

import BookingDone from '../../src/pages/hotline/done/index.tsx'
import { forgetAll, ok, serve, signIn, tap, theCase } from './hotline-support.ts'
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

it('asks for leave to send a reminder only on a tap', async () => {
  render(<BookingDone />)
  tap(await screen.findByRole('button', { name: '到时间提醒我' }).then(() => '到时间提醒我'))
  expect(await screen.findByText('好的，到时间会在微信里提醒你。')).toBeTruthy()
})
