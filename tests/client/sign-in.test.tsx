import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'

import SignIn from '../../src/pages/sign-in/index.tsx'
import { dropToken, readToken } from '../../src/services/token.ts'
import { useSession } from '../../src/store/session.ts'
import { device, type Told } from './stubs/device.ts'

const account = {
  id: 'a1',
  name: null,
  phone: '139****0001',
  regionCode: null,
  roles: [{ role: 'resident', organisationId: null, regionCode: null }],
}
const opened = { token: 't'.repeat(40), expiresAt: '2026-12-23T10:00:00+08:00', account }

const problem = (fields: Record<string, string>): Told => ({
  status: 422,
  body: {
    type: '/problems/invalid',
    title: 'x',
    status: 422,
    code: 'invalid',
    detail: Object.values(fields)[0],
    fields,
  },
})

const serve = (answers: Record<string, (body: Record<string, string>) => Told>) => {
  device.answer = ({ method, path, body }) => {
    const answer = answers[`${method} ${path}`]
    if (!answer) throw new Error(`nobody answers ${method} ${path}`)
    return answer(body as Record<string, string>)
  }
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  device.pagesBelow = 1
})
afterEach(dropToken)

it('signs in with the code that was sent and goes back to where one came from', async () => {
  serve({
    'POST /api/sign-in-codes': () => ({ status: 202, body: {} }),
    'POST /api/sessions': () => ({ status: 201, body: opened }),
  })
  render(<SignIn />)
  type('手机号', '139 0000 0001')
  tap('获取验证码')
  expect(await screen.findByText('验证码已发出，请看手机短信。')).toBeTruthy()
  type('验证码', '482913')
  tap('登录')
  await waitFor(() => expect(device.visits).toEqual([{ way: 'navigateBack', url: '-1' }]))
  expect(device.asked.at(-1)?.body).toMatchObject({ phone: '139 0000 0001', code: '482913' })
  expect(readToken()).toBe(opened.token)
  expect(useSession.getState().account?.phone).toBe('139****0001')
})

it('lets a new code be asked for only after a minute', async () => {
  jest.useFakeTimers()
  serve({ 'POST /api/sign-in-codes': () => ({ status: 202, body: {} }) })
  render(<SignIn />)
  type('手机号', '13900000001')
  await act(async () => tap('获取验证码'))
  expect((screen.getByRole('button', { name: '60 秒后可以重新获取' }) as HTMLButtonElement).disabled).toBe(
    true,
  )
  for (let second = 0; second < 60; second++) act(() => jest.advanceTimersByTime(1000))
  expect((screen.getByRole('button', { name: '重新获取验证码' }) as HTMLButtonElement).disabled).toBe(false)
  jest.useRealTimers()
})

it('shows the code in demo mode and fills it in on a tap', async () => {
  serve({ 'POST /api/sign-in-codes': () => ({ status: 202, body: { demoCode: '482913' } }) })
  render(<SignIn />)
  type('手机号', '13900000001')
  tap('获取验证码')
  expect(await screen.findByText('演示验证码：482913')).toBeTruthy()
  tap('填上演示验证码')
  expect((screen.getByLabelText('验证码') as HTMLInputElement).value).toBe('482913')
})

it('says beside the field what is wrong with a number', async () => {
  serve({
    'POST /api/sign-in-codes': () => problem({ phone: '手机号是11位，现在是5位，请检查是否漏填或多填' }),
  })
  render(<SignIn />)
  type('手机号', '13900')
  tap('获取验证码')
  const field = screen.getByLabelText('手机号')
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText('手机号是11位，现在是5位，请检查是否漏填或多填')).toBeTruthy()
})

const serveStaff = (demo: object) =>
  serve({
    'POST /api/sign-in-codes': () => ({ status: 202, body: demo }),
    'POST /api/sessions': ({ otp }) =>
      otp === '771204' ? { status: 201, body: opened } : problem({ otp: '工作人员登录还需要动态口令' }),
  })

it('asks staff for the second factor once the server wants it', async () => {
  serveStaff({})
  render(<SignIn />)
  type('手机号', '13900000101')
  tap('获取验证码')
  await screen.findByLabelText('验证码')
  expect(screen.queryByLabelText('动态口令')).toBeNull()
  type('验证码', '482913')
  tap('登录')
  await screen.findByLabelText('动态口令')
  type('动态口令', '771204')
  tap('登录')
  await waitFor(() => expect(device.visits).toHaveLength(1))
})

it('shows staff of the demonstration both codes at once', async () => {
  serveStaff({ demoCode: '482913', demoOtp: '771204' })
  render(<SignIn />)
  type('手机号', '13900000101')
  tap('获取验证码')
  await screen.findByText('演示动态口令：771204')
  tap('填上演示验证码')
  tap('填上演示动态口令')
  tap('登录')
  await waitFor(() => expect(device.visits).toHaveLength(1))
})

it('keeps what was typed when no answer comes, and says that nothing is lost', async () => {
  serve({ 'POST /api/sign-in-codes': () => ({ status: 202, body: { demoCode: '482913' } }) })
  render(<SignIn />)
  type('手机号', '13900000001')
  tap('获取验证码')
  await screen.findByText('演示验证码：482913')
  tap('填上演示验证码')
  device.online = false
  tap('登录')
  expect(await screen.findByText(/内容都还在/)).toBeTruthy()
  expect((screen.getByLabelText('验证码') as HTMLInputElement).value).toBe('482913')
})

const doubted = () => {
  serve({
    'POST /api/sign-in-codes': () => ({ status: 202, body: { demoCode: '482913' } }),
    'POST /api/sessions': ({ confirm, newOwner }) =>
      confirm === '向阳花' || newOwner
        ? { status: 201, body: opened }
        : problem({ confirm: confirm ? '与登记的姓名、办件编号都对不上，请检查' : '请填写姓名' }),
  })
  render(<SignIn />)
}

const enterDoubted = async () => {
  doubted()
  type('手机号', '13900000001')
  tap('获取验证码')
  await screen.findByText('演示验证码：482913')
  tap('填上演示验证码')
  tap('登录')
  await screen.findByRole('heading', { name: '这个号码很久没有用过了，请确认是你本人' })
}

it('asks calmly who it is when the number has long been silent, and lets its owner in', async () => {
  await enterDoubted()
  const name = screen.getByLabelText('姓名，或以前的办件编号')
  expect(name.getAttribute('aria-invalid')).toBeNull()
  type('姓名，或以前的办件编号', '别人')
  tap('登录')
  expect(await screen.findByText('与登记的姓名、办件编号都对不上，请检查')).toBeTruthy()
  type('姓名，或以前的办件编号', '向阳花')
  tap('登录')
  await waitFor(() => expect(device.visits).toHaveLength(1))
  expect(device.asked.at(-1)?.body).toMatchObject({ code: '482913', confirm: '向阳花' })
})

it('lets somebody start anew whose number is new to them', async () => {
  await enterDoubted()
  expect(screen.getByText(/会给你一个新的空账户/)).toBeTruthy()
  tap('这是我刚办的新号码')
  await waitFor(() => expect(device.visits).toHaveLength(1))
  expect(device.asked.at(-1)?.body).toMatchObject({ code: '482913', newOwner: true })
})
