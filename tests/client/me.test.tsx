import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'

import type { Account } from '../../src/contract/session.ts'
import AccessLog from '../../src/pages/account/access-log/index.tsx'
import MyData from '../../src/pages/account/my-data/index.tsx'
import Privacy from '../../src/pages/account/privacy/index.tsx'
import Sessions from '../../src/pages/account/sessions/index.tsx'
import Me from '../../src/pages/me/index.tsx'
import { dropToken, keepToken, readToken } from '../../src/services/token.ts'
import { setDraftField } from '../../src/store/draft.ts'
import { welcome } from '../../src/store/session.ts'
import { useSettings } from '../../src/store/settings.ts'
import { device, type Told } from './stubs/device.ts'

const AT = '2026-11-23T10:05:00+08:00'
const resident: Account = { id: 'a1', name: '舒秀英', phone: '139****0001', regionCode: null, roles: [] }
const grant = (role: Account['roles'][number]['role']) => ({
  role,
  organisationId: 'o',
  regionCode: '431224000000',
})

const serve = (answers: Record<string, Told | (() => Told)>) => {
  device.answer = ({ method, path }) => {
    const answer = answers[`${method} ${path}`]
    if (!answer) throw new Error(`nobody answers ${method} ${path}`)
    return typeof answer === 'function' ? answer() : answer
  }
}

const signIn = (account: Account = resident) => {
  keepToken('t'.repeat(40))
  act(() => welcome(account))
}
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

afterEach(() => {
  act(dropToken)
  act(() => useSettings.getState().setElder(false))
})

it('invites a guest to sign in and shows privacy without it', () => {
  render(<Me />)
  expect(screen.getByText('还没有登录')).toBeTruthy()
  expect(screen.getByRole('button', { name: /隐私/ })).toBeTruthy()
  expect(screen.queryByText('谁看过我的信息')).toBeNull()
})

it('shows who I am, and the desk only to staff', () => {
  signIn()
  const { unmount } = render(<Me />)
  expect(screen.getByRole('heading', { name: '舒秀英' })).toBeTruthy()
  expect(screen.queryByText('工作台')).toBeNull()
  unmount()
  signIn({ ...resident, roles: [grant('hotline_operator')] })
  render(<Me />)
  tap(/工作台/)
  expect(device.visits).toEqual([{ way: 'navigateTo', url: '/pages/desk/today/index' }])
  expect(screen.queryByRole('button', { name: /^管理/ })).toBeNull()
})

it('opens administration to the administrator', () => {
  signIn({ ...resident, roles: [grant('city_admin')] })
  render(<Me />)
  expect(screen.getByRole('button', { name: /^管理/ })).toBeTruthy()
})

it('switches elder mode and says its state in words', () => {
  render(<Me />)
  const toggle = screen.getByRole('switch', { name: '长辈版' })
  expect(toggle.getAttribute('aria-checked')).toBe('false')
  fireEvent.click(toggle)
  expect(toggle.getAttribute('aria-checked')).toBe('true')
  expect(screen.getByRole('button', { name: '我办的事' })).toBeTruthy()
})

it('asks before signing out and then leaves nothing of mine on the telephone', async () => {
  signIn()
  setDraftField('hotline', 'summary', '工地拖欠工资')
  serve({ 'DELETE /api/sessions/current': { status: 204 } })
  render(<Me />)
  tap('退出登录')
  fireEvent.click(
    within(await screen.findByRole('dialog', { hidden: true })).getByText('退出登录', {
      selector: 'button *',
    }),
  )
  await screen.findByText('还没有登录')
  expect(readToken()).toBeUndefined()
  expect(device.storage.get('draft:hotline')).toBeUndefined()
})

it('lists my devices and lets one be signed out after asking', async () => {
  const session = (id: string, name: string, current: boolean) => ({
    id,
    device: name,
    createdAt: AT,
    usedAt: AT,
    expiresAt: AT,
    current,
  })
  let items = [session('s1', '手机浏览器', true), session('s2', '旧手机', false)]
  serve({
    'GET /api/sessions': () => ({ status: 200, body: { items } }),
    'DELETE /api/sessions/s2': () => {
      items = items.slice(0, 1)
      return { status: 204 }
    },
  })
  render(<Sessions />)
  expect(await screen.findByText('这一部')).toBeTruthy()
  tap('让它退出：旧手机')
  fireEvent.click(screen.getByRole('button', { name: '让它退出', hidden: true }))
  await waitFor(() => expect(screen.queryByText('旧手机')).toBeNull())
})

it('tells who saw my data, why, and what came earlier', async () => {
  const line = (by: string) => ({
    at: AT,
    by,
    organisation: '溆浦县热线',
    caseNumber: null,
    what: '查看了电话号码',
    reason: '按时回电',
  })
  serve({
    'GET /api/me/access-log': { status: 200, body: { items: [line('何接线')], next: 'n1' } },
    'GET /api/me/access-log?cursor=n1': { status: 200, body: { items: [line('向班长')], next: null } },
  })
  render(<AccessLog />)
  expect(await screen.findByText('何接线 · 溆浦县热线')).toBeTruthy()
  expect(screen.getByText('理由：按时回电')).toBeTruthy()
  tap('看更早的')
  expect(await screen.findByText('向班长 · 溆浦县热线')).toBeTruthy()
  expect(screen.getByText('何接线 · 溆浦县热线')).toBeTruthy()
})

it('corrects my name (PIPL art. 46)', async () => {
  serve({
    'GET /api/me': { status: 200, body: resident },
    'POST /api/me': { status: 200, body: { ...resident, name: '舒秀莲' } },
  })
  render(<MyData />)
  fireEvent.change(await screen.findByLabelText(/姓名/), { target: { value: '舒秀莲' } })
  tap('保存')
  expect(await screen.findByText('已经改好了。')).toBeTruthy()
  expect(device.asked.at(-1)?.body).toEqual({ name: '舒秀莲' })
})

it('says before cancelling what goes and what the law keeps, and afterwards what was done (PI-11, PI-12)', async () => {
  signIn()
  const kept = [
    { what: '热线预约 RX431224-261123-0007-3 的办理记录', reason: '依法应当归档', law: '档案法 第十三条' },
  ]
  serve({
    'GET /api/me': { status: 200, body: resident },
    'DELETE /api/me': { status: 200, body: { deleted: ['草稿和所在村（社区）'], kept } },
  })
  render(<MyData />)
  await screen.findByRole('heading', { name: '注销账户' })
  tap('注销账户')
  const dialog = within(screen.getByRole('dialog', { hidden: true }))
  expect(dialog.getByText(/个人信息保护法 第四十七条第二款/)).toBeTruthy()
  fireEvent.click(dialog.getByText('注销账户', { selector: 'button *' }))
  expect(await screen.findByRole('heading', { name: '账户已经注销' })).toBeTruthy()
  expect(screen.getByText(/档案法 第十三条/)).toBeTruthy()
  expect(readToken()).toBeUndefined()
})

it('says why an account cannot be cancelled now', async () => {
  const detail = '还没有办完的办件：RX431224-261123-0007-3。请先取消，或等办结后再注销'
  serve({
    'GET /api/me': { status: 200, body: resident },
    'DELETE /api/me': { status: 409, body: { code: 'not_now', detail } },
  })
  render(<MyData />)
  await screen.findByRole('heading', { name: '注销账户' })
  tap('注销账户')
  const dialog = within(screen.getByRole('dialog', { hidden: true }))
  fireEvent.click(dialog.getByText('注销账户', { selector: 'button *' }))
  expect(await screen.findByText(detail)).toBeTruthy()
})

it('names the purpose of everything that is asked (PI-2)', () => {
  render(<Privacy />)
  for (const what of ['手机号', '所在的村（社区）', '你说的事']) expect(screen.getByText(what)).toBeTruthy()
  expect(screen.getByRole('heading', { name: '保存多久' })).toBeTruthy()
})
