import { act, fireEvent, render, screen } from '@testing-library/react'

import type { CaseSummary } from '../../src/contract/case.ts'
import Home from '../../src/pages/home/index.tsx'
import { dropToken, keepToken } from '../../src/services/token.ts'
import { forgetPlace } from '../../src/store/place.ts'
import { useSession } from '../../src/store/session.ts'
import { useSettings } from '../../src/store/settings.ts'
import { device, setOnline, showAgain } from './stubs/device.ts'

const NOW = '2026-11-23T10:05:00+08:00'
const about = (demo: boolean) => ({
  name: '邻法',
  demo,
  now: NOW,
  county: null,
  bookBeforeMinutes: 60,
  changeBeforeMinutes: 120,
  maxOpenBookings: 3,
})

const booking = (more: Partial<CaseSummary> = {}): CaseSummary => ({
  id: 'case-1',
  number: 'RX431224-261123-0007-3',
  kind: 'hotline',
  status: 'booked',
  statusText: '已预约',
  nextText: '到时间我们会联系你，请保持电话畅通',
  title: '劳动人事',
  topic: 'labour',
  urgent: false,
  version: 1,
  openedAt: NOW,
  closedAt: null,
  regionCode: '431224100001',
  regionName: '桔花园社区',
  organisation: { id: 'o', name: '溆浦县12348热线' },
  channel: 'call_back',
  appointment: { startsAt: '2026-11-24T09:30:00+08:00', endsAt: '2026-11-24T10:00:00+08:00' },
  dueAt: null,
  overdue: false,
  locked: false,
  attempts: 0,
  retryAt: null,
  handler: null,
  applicant: { name: null, phone: null },
  ...more,
})

const serve = ({ demo = false, cases = [] as CaseSummary[] } = {}) => {
  device.answer = ({ path }) =>
    path === '/api/about'
      ? { status: 200, body: about(demo) }
      : { status: 200, body: { items: cases, next: null } }
}

const signIn = () => {
  keepToken('t'.repeat(40))
  useSession.setState({ signedIn: true })
}

afterEach(() => {
  dropToken()
  forgetPlace()
  useSettings.getState().setElder(false)
})

it('leads to the telephone before anything else', async () => {
  serve()
  render(<Home />)
  expect(screen.getByRole('link', { name: /现在就打 12348/ }).getAttribute('href')).toBe('tel:12348')
  await screen.findByText('登录后，你的预约和进展会显示在这里。')
})

it('says loudly that it is a demo, and only then', async () => {
  serve({ demo: true })
  render(<Home />)
  expect(await screen.findByText('这是演示系统')).toBeTruthy()
})

it('asks for the village before a booking, and goes on to the times afterwards', async () => {
  serve()
  render(<Home />)
  fireEvent.click(screen.getByRole('button', { name: /预约律师回电/ }))
  expect(device.visits).toEqual([{ way: 'navigateTo', url: '/pages/region/index?next=slots' }])
  await screen.findByText('登录后，你的预约和进展会显示在这里。')
})

it('opens the two-minute check, and five questions for whoever does not know where to go', async () => {
  serve()
  render(<Home />)
  fireEvent.click(screen.getByRole('button', { name: /申请法律援助/ }))
  fireEvent.click(screen.getByRole('button', { name: /不知道该找谁？/ }))
  expect(device.visits.map(({ url }) => url)).toEqual([
    '/pages/legal-aid/check/index',
    '/pages/legal-aid/route/index',
  ])
  await screen.findByText('登录后，你的预约和进展会显示在这里。')
})

it('shows what comes next in my open cases and hides what is over', async () => {
  serve({ cases: [booking(), booking({ id: 'case-2', statusText: '已取消', closedAt: NOW })] })
  signIn()
  render(<Home />)
  fireEvent.click(await screen.findByText('明天上午9:30 电话回拨'))
  expect(screen.queryByText('已取消')).toBeNull()
  expect(device.visits).toEqual([{ way: 'navigateTo', url: '/pages/case/index?id=case-1' }])
})

it('looks again when one comes back to it', async () => {
  serve()
  signIn()
  render(<Home />)
  await screen.findByText('眼下没有要留意的事。')
  serve({ cases: [booking()] })
  act(showAgain)
  expect(await screen.findByText('明天上午9:30 电话回拨')).toBeTruthy()
})

it('without network still calls, and offers to try again', async () => {
  serve()
  signIn()
  setOnline(false)
  render(<Home />)
  expect(await screen.findByText('现在没有网络')).toBeTruthy()
  setOnline(true)
  serve({ cases: [booking()] })
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  act(showAgain)
  expect(await screen.findByText('明天上午9:30 电话回拨')).toBeTruthy()
})

it('turns into the elders’ arrangement on one tap, remembers it, and back (AC-8)', async () => {
  serve()
  render(<Home />)
  fireEvent.click(screen.getByRole('button', { name: '长辈版' }))
  expect(screen.getByRole('heading', { name: '要我帮您做什么？' })).toBeTruthy()
  expect(screen.getByRole('link', { name: /打电话问律师/ })).toBeTruthy()
  expect(device.storage.get('elder')).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: '换回普通版' }))
  expect(device.storage.get('elder')).toBe(false)
  await screen.findByText('登录后，你的预约和进展会显示在这里。')
})
