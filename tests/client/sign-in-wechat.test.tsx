import './stubs/mini-program.ts'

import { fireEvent, render, screen, waitFor } from '@testing-library/react'

import SignIn from '../../src/pages/sign-in/index.tsx'
import { dropToken } from '../../src/services/token.ts'
import { useSession } from '../../src/store/session.ts'
import { device } from './stubs/device.ts'

const account = (phone: string | null) => ({ id: 'a1', name: null, phone, regionCode: null, roles: [] })
const opened = (phone: string | null) => ({
  status: 201,
  body: { token: 't'.repeat(40), expiresAt: '2026-12-23T10:00:00+08:00', account: account(phone) },
})

beforeEach(() => {
  device.pagesBelow = 1
})
afterEach(dropToken)

it('signs in with one tap and never demands the number (WX-3)', async () => {
  device.answer = () => opened(null)
  render(<SignIn />)
  fireEvent.click(screen.getByRole('button', { name: '微信一键登录' }))
  fireEvent.click(await screen.findByRole('button', { name: '以后再说' }))
  expect(device.asked[0]?.body).toMatchObject({ wechatCode: 'wechat-code' })
  expect(device.visits).toEqual([{ way: 'navigateBack', url: '-1' }])
  expect(useSession.getState().signedIn).toBe(true)
})

it('binds the number that WeChat knows when one agrees', async () => {
  device.answer = ({ path }) =>
    path === '/api/me/phone' ? { status: 200, body: account('139****0001') } : opened(null)
  render(<SignIn />)
  fireEvent.click(screen.getByRole('button', { name: '微信一键登录' }))
  fireEvent.click(await screen.findByRole('button', { name: '用微信绑定的手机号' }))
  await waitFor(() => expect(useSession.getState().account?.phone).toBe('139****0001'))
  expect(device.asked.at(-1)?.body).toEqual({ wechatPhoneCode: 'phone-code' })
})

it('falls back to the telephone when WeChat does not answer', async () => {
  device.online = false
  render(<SignIn />)
  fireEvent.click(screen.getByRole('button', { name: '微信一键登录' }))
  expect(await screen.findByText('微信登录没有成功，请用手机号登录。')).toBeTruthy()
  expect(screen.getByRole('button', { name: '获取验证码' })).toBeTruthy()
})
