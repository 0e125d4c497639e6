import { act, render, screen } from '@testing-library/react'

import BookingDone from '../../src/pages/hotline/done/index.tsx'
import { forgetAll, grow, ok, serve, signIn, tap, theCase } from './hotline-support.ts'
import { device } from './stubs/device.ts'
import { type Speech, speakWith } from './stubs/speech.ts'

let speech: Speech | undefined

const open = async (voices: readonly string[] = ['en-US', 'zh-CN']) => {
  const spoken = speakWith(voices)
  speech = spoken
  device.params = { id: '431224-c1' }
  serve({ 'GET /api/cases/431224-c1': ok(theCase()) })
  const page = render(<BookingDone />)
  await screen.findByRole('heading', { level: 1, name: '约好了' })
  return { spoken, ...page }
}

beforeEach(() => {
  signIn()
  grow()
})
afterEach(() => {
  speech?.remove()
  forgetAll()
})

it('reads the words of the page, numbers sign by sign', async () => {
  const { spoken } = await open()
  tap('读给我听')
  expect(spoken.said[0]).toBe('约好了')
  expect(spoken.said).toContain('R X 4 3 1 2 2 4 2 6 1 1 2 3 0 0 0 7 7')
  expect(spoken.said.join()).toContain('打 1 2 3 4 8 时报这个编号')
})

it('stops on a tap, and offers to read again at the end', async () => {
  const { spoken } = await open()
  tap('读给我听')
  const before = spoken.cancelled
  tap('停')
  expect(spoken.cancelled).toBeGreaterThan(before)
  tap('读给我听')
  act(spoken.finish)
  expect(screen.getByRole('button', { name: '读给我听' })).toBeTruthy()
})

it('falls silent when the page is left', async () => {
  const { spoken, unmount } = await open()
  tap('读给我听')
  const before = spoken.cancelled
  unmount()
  expect(spoken.cancelled).toBeGreaterThan(before)
})

it('is absent where no voice speaks Chinese, and outside elder mode', async () => {
  const { unmount } = await open(['en-US'])
  expect(screen.queryByRole('button', { name: '读给我听' })).toBeNull()
  unmount()
  forgetAll()
  signIn()
  await open()
  expect(screen.queryByRole('button', { name: '读给我听' })).toBeNull()
})
