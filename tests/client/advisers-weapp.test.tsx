import './stubs/mini-program.ts'

import { fireEvent, render, screen } from '@testing-library/react'

import CheckPage from '../../src/pages/adviser-desk/check/index.tsx'
import FindAdviser from '../../src/pages/advisers/find/index.tsx'
import { BOARD, forgetAll, visit } from './advisers-support.ts'
import { asked, ok, serve, settle, signIn, tap } from './hotline-support.ts'
import { device } from './stubs/device.ts'

const NOW = '2026-11-23T10:05:00+08:00'

afterEach(forgetAll)

const scan = async (seen: string | null) => {
  device.scanned = seen
  fireEvent.click(screen.getByRole('button', { name: '扫村里公示牌上的码' }))
  await settle()
}

it('the code of a notice board leads to its village, another picture is said to be none', async () => {
  serve({ 'GET /api/regions': ok({ items: [] }) })
  render(<FindAdviser />)
  await scan(null)
  expect(device.visits).toEqual([])
  await scan('https://example.org/menu')
  expect(screen.getByText(/这不是公示牌上的码/)).toBeTruthy()
  await scan(`https://linfa.test/#/pages/advisers/village/index?scene=v%3D${BOARD}`)
  expect(device.visits.at(-1)?.url).toBe(`/pages/advisers/village/index?code=${BOARD}`)
})

it('VA-8: an adviser proves the place by the telephone, and is told when it does not know', async () => {
  signIn(['village_adviser'])
  device.params = { id: 'v1' }
  const own = {
    ...visit({ startsAt: '2026-11-23T09:00:00+08:00', endsAt: '2026-11-23T11:30:00+08:00' }),
    state: 'planned',
    stateText: '已排定',
    capacity: 6,
    booked: 0,
    checkedInAt: null,
    checkedOutAt: null,
    flags: [],
    ledgerId: null,
  }
  serve({
    'GET /api/adviser/visits': ok({ items: [own] }),
    'POST /api/adviser/visits/v1/check-in': ok({ ...own, state: 'begun', checkedInAt: NOW }),
  })
  render(<CheckPage />)
  await screen.findByText('用手机定位')
  tap('用手机定位')
  expect(await screen.findByText(/没有取到位置/)).toBeTruthy()
  device.position = { latitude: 27.9, longitude: 110.6, accuracy: 20 }
  tap('用手机定位')
  expect(await screen.findByText('取到位置了')).toBeTruthy()
  tap('签到')
  expect(await screen.findByText('上午10:05已签到')).toBeTruthy()
  expect(asked('POST', '/api/adviser/visits/v1/check-in')[0]?.body).toEqual({ position: device.position })
})
