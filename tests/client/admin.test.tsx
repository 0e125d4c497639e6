import { TextDecoder, TextEncoder } from 'node:util'
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'

import type { AdminDesk } from '../../src/contract/admin-desk.ts'
import type { Organisation } from '../../src/contract/organisation.ts'
import type { Staff } from '../../src/contract/staff.ts'
import Admin from '../../src/pages/desk/admin/index.tsx'
import Desks from '../../src/pages/desk/desks/index.tsx'
import ImportPage from '../../src/pages/desk/import/index.tsx'
import Organisations from '../../src/pages/desk/organisations/index.tsx'
import StaffPage from '../../src/pages/desk/staff/index.tsx'
import { dropToken, keepToken } from '../../src/services/token.ts'
import { putOpened } from '../../src/store/admin.ts'
import { useSession } from '../../src/store/session.ts'
import { type Asked, device, setOnline, type Told } from './stubs/device.ts'

// Every browser has it, jsdom does not.
Object.assign(globalThis, { TextDecoder })

const CITY = '431200000000'
const XUPU = '431224000000'

const body: Organisation = {
  id: 'o1',
  name: '溆浦县12348热线',
  kind: 'hotline',
  regionCode: XUPU,
  region: '湖南省怀化市溆浦县',
  address: null,
  phone: null,
  active: true,
  people: 3,
  signedIn: 2,
  desks: 1,
}
const desk: AdminDesk = {
  id: 'd1',
  name: '咨询一岗',
  organisationId: 'o1',
  organisationName: body.name,
  regionCode: XUPU,
  region: '湖南省怀化市溆浦县',
  channels: ['call_back'],
  address: null,
  phone: null,
  meetingUrl: null,
  active: true,
  openings: [{ weekday: 1, from: '09:00', to: '12:00', minutes: 30, capacity: 3 }],
  closures: [],
  bookings: 0,
}
const person: Staff = {
  id: 's1',
  accountId: 'a1',
  name: '何接线',
  phone: '139****0101',
  role: 'hotline_operator',
  organisationId: 'o1',
  organisationName: body.name,
  regionCode: XUPU,
  region: '湖南省怀化市溆浦县',
  active: true,
  enrolled: true,
  signedIn: true,
}
const change = {
  id: 'c1',
  at: '2026-11-23T10:05:00+08:00',
  by: '管*',
  what: 'disable_desk',
  subjectId: 'd1',
  subject: '咨询一岗',
}
const place = { code: XUPU, name: '溆浦县', level: 'county', parent: CITY, path: '湖南省 怀化市 溆浦县' }

type Script = Record<string, (asked: Asked) => Told>
const page = (...items: unknown[]) => ({ status: 200, body: { items, next: null } })
const USUAL: Script = {
  'GET /api/admin/changes': () => page(change),
  'GET /api/admin/organisations': () => page(body),
  'GET /api/admin/desks': () => page(desk),
  'GET /api/admin/staff': () => page(person),
  'GET /api/regions': () => page(place),
}
const said = ({ method, path }: Asked) => `${method} ${path.replace(/\?.*/, '')}`

const serve = (script: Script = {}) => {
  device.answer = (asked) => {
    const answer = { ...USUAL, ...script }[said(asked)]
    if (!answer) throw new Error(`nobody answers ${said(asked)}`)
    return answer(asked)
  }
}
const sent = (what: string) => device.asked.filter((asked) => said(asked) === what)

const account = (id: string, role: 'city_admin' | 'hotline_operator') => ({
  id,
  name: '管理员',
  phone: '139****0901',
  regionCode: null,
  roles: [{ role, organisationId: 'o', regionCode: CITY }],
})

const asAdmin = (id = 'me') => {
  keepToken('t'.repeat(40))
  useSession.setState({ signedIn: true, account: account(id, 'city_admin') })
}

beforeEach(() => asAdmin())
afterEach(() => dropToken())

const press = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name })
  await act(async () => void fireEvent.click(button))
}
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
/** Seeks and picks the first that is found. */
const pick = async (label: string | RegExp, text: string, found: string | RegExp) => {
  write(label, text)
  await press(found)
}
const agree = async (name: string) => {
  const dialog = await screen.findByRole('dialog')
  await act(async () => void fireEvent.click(within(dialog).getByRole('button', { name })))
}

describe('the home of the administrator', () => {
  it('leads to everything and shows who changed what', async () => {
    serve()
    render(<Admin />)
    expect(await screen.findByText('停用岗位')).toBeTruthy()
    expect(screen.getByText('11月23日 周一 上午10:05')).toBeTruthy()
    for (const name of [/^机构/, /^热线岗位/, /^工作人员/, /^用表格导入/]) await press(name)
    expect(device.visits.map(({ url }) => url)).toEqual([
      '/pages/desk/organisations/index',
      '/pages/desk/desks/index',
      '/pages/desk/staff/index',
      '/pages/desk/import/index',
    ])
  })

  it('says so while nothing was changed yet', async () => {
    serve({ 'GET /api/admin/changes': () => page() })
    render(<Admin />)
    expect(await screen.findByText('还没有改动')).toBeTruthy()
  })

  it('sends a stranger to sign in and tells others whom to ask', async () => {
    serve()
    dropToken()
    const { unmount } = render(<Admin />)
    await press('去登录')
    expect(device.visits.at(-1)?.url).toBe('/pages/sign-in/index')
    unmount()
    keepToken('t'.repeat(40))
    useSession.setState({ signedIn: true, account: account('x', 'hotline_operator') })
    render(<Admin />)
    expect(await screen.findByText('这里只给市级管理员用')).toBeTruthy()
    expect(sent('GET /api/admin/changes')).toHaveLength(0)
  })

  it('says that there is no network and reads again when asked', async () => {
    serve()
    setOnline(false)
    render(<Admin />)
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    setOnline(true)
    await press('再试一次')
    expect(await screen.findByText('停用岗位')).toBeTruthy()
  })
})

describe('bodies', () => {
  it('are sought, and the next page follows the first', async () => {
    serve({
      'GET /api/admin/organisations': ({ path }) =>
        path.includes('cursor=next')
          ? page({ ...body, id: 'o2', name: '第二页的机构' })
          : { status: 200, body: { items: [body], next: 'next' } },
    })
    render(<Organisations />)
    await press('再看一些')
    expect(await screen.findByText('第二页的机构')).toBeTruthy()
    expect(screen.getByText(body.name)).toBeTruthy()
    write('查找', '溆浦')
    await waitFor(() => expect(device.asked.at(-1)?.path).toContain(`q=${encodeURIComponent('溆浦')}`))
  })

  it('that are not found are said', async () => {
    serve({ 'GET /api/admin/organisations': () => page() })
    render(<Organisations />)
    expect(await screen.findByText('还没有机构')).toBeTruthy()
    write('查找', '没有')
    expect(await screen.findByText('没有找到')).toBeTruthy()
  })

  it('are added with a place that was picked', async () => {
    serve({ 'POST /api/admin/organisations': () => ({ status: 201, body }) })
    device.params = { form: 'new' }
    device.pagesBelow = 1
    render(<Organisations />)
    write('机构名称', '溆浦县法律援助中心')
    write('机构类型', 'legal_aid_centre')
    await pick('地区', '溆浦', /湖南省怀化市溆浦县/)
    await press('保存')
    expect(sent('POST /api/admin/organisations')[0]?.body).toEqual({
      name: '溆浦县法律援助中心',
      kind: 'legal_aid_centre',
      regionCode: XUPU,
      address: null,
      phone: null,
    })
    expect(device.visits).toEqual([{ way: 'navigateBack', url: '-1' }])
  })

  it('are not sent as long as something is missing, and the field says what', async () => {
    serve()
    device.params = { form: 'new' }
    render(<Organisations />)
    await press('保存')
    for (const words of ['请填写机构名称', '请选择机构类型', '请选择地区'])
      expect(await screen.findByText(words)).toBeTruthy()
    expect(sent('POST /api/admin/organisations')).toHaveLength(0)
  })

  it('show beside the field what the server has against it, and keep what was typed', async () => {
    serve({
      'POST /api/admin/organisations/o1': () => ({
        status: 422,
        body: { code: 'invalid', detail: '已有同名机构', fields: { name: '已有同名机构' } },
      }),
    })
    device.params = { form: 'o1' }
    putOpened('organisations', body)
    render(<Organisations />)
    write('机构名称', '别的名字')
    await press('保存')
    expect(await screen.findAllByText('已有同名机构')).toHaveLength(2)
    expect((screen.getByLabelText('机构名称') as HTMLInputElement).value).toBe('别的名字')
  })

  it('are disabled after the effect was told in numbers', async () => {
    serve({
      'POST /api/admin/organisations/o1': () => ({ status: 200, body: { ...body, active: false } }),
    })
    device.params = { form: 'o1' }
    device.pagesBelow = 1
    putOpened('organisations', body)
    render(<Organisations />)
    await press('停用这个机构')
    expect(screen.getByRole('dialog').textContent).toMatch(
      '这里的 3 名工作人员不能再办件，正在登录的 2 人马上退出。1 个岗位一并停用',
    )
    expect(sent('POST /api/admin/organisations/o1')).toHaveLength(0)
    await agree('停用这个机构')
    expect(sent('POST /api/admin/organisations/o1')[0]?.body).toEqual({ active: false })
    expect(device.visits.at(-1)?.way).toBe('navigateBack')
  })

  it('that can no longer be known lead back to the list', async () => {
    serve()
    device.params = { form: 'o1' }
    putOpened('organisations', null)
    render(<Organisations />)
    expect(await screen.findByText('请从列表里重新打开')).toBeTruthy()
  })
})

it('shows what was just saved before the list has been read again', async () => {
  serve()
  render(<Organisations />)
  await screen.findByText(body.name)
  act(() => putOpened('organisations', { ...body, name: '改过的名称' }))
  expect(await screen.findByText('改过的名称')).toBeTruthy()
})

describe('desks', () => {
  const open = (one: AdminDesk = desk) => {
    device.params = { form: one.id }
    device.pagesBelow = 1
    putOpened('desks', one)
    render(<Desks />)
  }

  it('say in the list when no hours were planned', async () => {
    serve({ 'GET /api/admin/desks': () => page({ ...desk, openings: [] }) })
    render(<Desks />)
    expect(await screen.findByText('没有排时间')).toBeTruthy()
    await press('咨询一岗')
    expect(device.visits.at(-1)?.url).toBe('/pages/desk/desks/index?form=d1')
  })

  it('get one more day of the same hours and a closure', async () => {
    serve({ 'POST /api/admin/desks/d1': () => ({ status: 200, body: desk }) })
    open()
    await press('加一段时间')
    await press('加停办日')
    write('第一天', '2026-12-01')
    write('为什么不开放', '设备检修')
    await press('保存')
    expect(sent('POST /api/admin/desks/d1')[0]?.body).toMatchObject({
      openings: [
        { weekday: 1, from: '09:00', to: '12:00', minutes: 30, capacity: 3 },
        { weekday: 2, from: '09:00', to: '12:00', minutes: 30, capacity: 3 },
      ],
      closures: [{ from: '2026-12-01', to: '2026-12-01', reason: '设备检修' }],
    })
  })

  it('show which row of the week is wrong before anything is sent', async () => {
    serve()
    open()
    write('结束', '08:00')
    await press('保存')
    const row = screen.getByRole('listitem', { name: '每周时间 第 1 行' })
    expect(within(row).getByText('结束时间要晚于开始时间')).toBeTruthy()
    write('结束', '12:00')
    write('每段名额', '')
    await press('保存')
    expect(within(row).getByText('请填写名额')).toBeTruthy()
    await press('删掉每周时间 第 1 行')
    expect(screen.queryByRole('listitem', { name: '每周时间 第 1 行' })).toBeNull()
    expect(sent('POST /api/admin/desks/d1')).toHaveLength(0)
  })

  it('fold the week on a phone, row by row', async () => {
    serve({ 'POST /api/admin/desks/d1': () => ({ status: 200, body: desk }) })
    const { innerWidth } = window
    window.innerWidth = 375
    open()
    expect(screen.queryByLabelText('开始')).toBeNull()
    await press('周一 09:00–12:00 每 30 分钟一段，每段 3 个名额')
    write('开始', '10:00')
    await press('保存')
    expect(sent('POST /api/admin/desks/d1')[0]?.body).toMatchObject({
      openings: [{ from: '10:00', to: '12:00' }],
    })
    window.innerWidth = innerWidth
  })

  it('name the booked days that stand in the way of a closure', async () => {
    serve({
      'POST /api/admin/desks/d1': () => ({
        status: 409,
        body: {
          code: 'not_now',
          detail: '这几天还有 3 个预约。请先让值班人员联系他们改时间，再设停办',
          bookings: [{ day: '2026-12-01', bookings: 3 }],
        },
      }),
    })
    open({ ...desk, closures: [{ from: '2026-12-01', to: '2026-12-01', reason: '检修' }] })
    await press('保存')
    expect(await screen.findByText(/这几天还有 3 个预约/)).toBeTruthy()
    expect(screen.getByRole('row', { name: '12月1日 周二 3 个' })).toBeTruthy()
  })

  it('tell before disabling that bookings stand in the way', async () => {
    serve()
    open({ ...desk, bookings: 4 })
    await press('停用这个岗位')
    expect(screen.getByRole('dialog').textContent).toMatch('还有 4 个预约没有办完')
    await agree('不改了')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('are added first and get their hours on the next page', async () => {
    serve({ 'POST /api/admin/desks': () => ({ status: 201, body: { ...desk, openings: [] } }) })
    device.params = { form: 'new' }
    render(<Desks />)
    write('岗位名称', '咨询一岗')
    await pick('所属机构', '热线', /溆浦县12348热线/)
    await pick('地区', '溆浦', /湖南省怀化市溆浦县/)
    await act(async () => void fireEvent.click(screen.getByRole('switch', { name: '电话回拨' })))
    await press('保存')
    expect(sent('POST /api/admin/desks')[0]?.body).toMatchObject({
      organisationId: 'o1',
      channels: ['call_back'],
    })
    expect(device.visits.at(-1)).toEqual({
      way: 'redirectTo',
      url: '/pages/desk/desks/index?form=d1&added=yes',
    })
  })
})

describe('staff', () => {
  const enrolment = {
    otpUri: 'otpauth://totp/x?secret=ABCDEFGH',
    otpQr: 'data:image/png;base64,iVBOR',
    secret: 'ABCDEFGHIJKL',
  }
  const open = (one: Staff = person) => {
    device.params = { form: one.id }
    device.pagesBelow = 1
    putOpened('staff', one)
    render(<StaffPage />)
  }

  it('show who cannot sign in yet', async () => {
    serve({ 'GET /api/admin/staff': () => page({ ...person, enrolled: false, signedIn: false }) })
    render(<StaffPage />)
    expect(await screen.findByText('没有动态口令')).toBeTruthy()
  })

  it('are added, and the second factor is shown once with its secret', async () => {
    serve({ 'POST /api/admin/staff': () => ({ status: 201, body: { staff: person, enrolment } }) })
    device.params = { form: 'new' }
    device.pagesBelow = 1
    render(<StaffPage />)
    write('姓名', '何接线')
    write('手机号', '13900000101')
    write('角色', 'hotline_operator')
    await pick('所属机构', '热线', /溆浦县12348热线/)
    await pick('地区', '溆浦', /湖南省怀化市溆浦县/)
    await press('保存')
    expect(sent('POST /api/admin/staff')[0]?.body).toEqual({
      name: '何接线',
      phone: '13900000101',
      role: 'hotline_operator',
      organisationId: 'o1',
      regionCode: XUPU,
    })
    expect((await screen.findByRole('img', { name: '动态口令二维码' })).getAttribute('src')).toBe(
      enrolment.otpQr,
    )
    expect(screen.getByText('只显示这一次，关掉就再也看不到')).toBeTruthy()
    expect(screen.getByText('ABCD EFGH IJKL')).toBeTruthy()
    await press('复制密钥')
    expect(device.clipboard).toBe(enrolment.secret)
    await press('本人已经添加好')
    expect(device.visits.at(-1)?.way).toBe('navigateBack')
  })

  it('who serve already keep their factor, and that is said', async () => {
    serve({ 'POST /api/admin/staff': () => ({ status: 201, body: { staff: person, enrolment: null } }) })
    device.params = { form: 'new' }
    render(<StaffPage />)
    write('姓名', '何接线')
    write('手机号', '0745-1234567')
    write('角色', 'duty_lawyer')
    await pick('所属机构', '热线', /溆浦县12348热线/)
    await pick('地区', '溆浦', /湖南省怀化市溆浦县/)
    await press('保存')
    expect(await screen.findByText('工作人员用手机号登录，请填写 11 位手机号')).toBeTruthy()
    write('手机号', '13900000101')
    await press('保存')
    expect(await screen.findByText('这个人已经有动态口令，接着用原来的。')).toBeTruthy()
  })

  it('get a new factor after a warning', async () => {
    serve({ 'POST /api/admin/staff/s1/otp': () => ({ status: 200, body: enrolment }) })
    open()
    await press('重发动态口令')
    expect(screen.getByRole('dialog').textContent).toMatch('旧口令马上作废')
    await agree('重发动态口令')
    expect(await screen.findByText('ABCD EFGH IJKL')).toBeTruthy()
  })

  it('are disabled after the effect was told, oneself with a special word', async () => {
    serve({
      'POST /api/admin/staff/s1': () => ({
        status: 409,
        body: { code: 'not_now', detail: '这是最后一位管理员，不能停用或改角色' },
      }),
    })
    asAdmin('a1')
    open()
    await press('停用')
    expect(screen.getByRole('dialog').textContent).toMatch('这是你自己的角色')
    await agree('停用')
    expect(await screen.findByText('这是最后一位管理员，不能停用或改角色')).toBeTruthy()
    expect(device.visits).toEqual([])
  })

  it('who were disabled can be enabled, and get no factor before that', async () => {
    serve({ 'POST /api/admin/staff/s1': () => ({ status: 200, body: person }) })
    open({ ...person, active: false })
    expect(screen.queryByRole('button', { name: '重发动态口令' })).toBeNull()
    await press('重新启用')
    await agree('重新启用')
    expect(sent('POST /api/admin/staff/s1')[0]?.body).toEqual({ active: true })
  })

  it('serve in another role after a change, and only what changed is sent', async () => {
    serve({ 'POST /api/admin/staff/s1': () => ({ status: 200, body: person }) })
    open()
    write('角色', 'hotline_head')
    await press('换一个地区')
    await pick('地区', '溆浦', /湖南省怀化市溆浦县/)
    await press('保存')
    expect(sent('POST /api/admin/staff/s1')[0]?.body).toEqual({ role: 'hotline_head' })
  })
})

describe('a sheet', () => {
  const SHEET = '姓名,手机号\n何接线,13900000101'
  const choose = async (bytes: Uint8Array) => {
    const file = new File([bytes as BlobPart], '人员.csv')
    // jsdom reads files only in part.
    file.arrayBuffer = async () => bytes.slice().buffer
    await act(
      async () => void fireEvent.change(screen.getByLabelText(/选择文件/), { target: { files: [file] } }),
    )
  }

  it('that was pasted is sent as what was chosen, and the rows are counted', async () => {
    serve({ 'POST /api/admin/imports/staff': () => ({ status: 200, body: { imported: 12 } }) })
    render(<ImportPage />)
    expect((screen.getByRole('button', { name: '导入' }) as HTMLButtonElement).disabled).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: /人员/ }))
    write(/或者直接粘贴/, SHEET)
    await press('导入')
    expect(sent('POST /api/admin/imports/staff')[0]?.body).toEqual({ csv: SHEET })
    expect(await screen.findByText('导入了 12 行人员。')).toBeTruthy()
  })

  it('from Excel in GB 18030 is read like one in UTF-8', async () => {
    serve({ 'POST /api/admin/imports/organisations': () => ({ status: 200, body: { imported: 1 } }) })
    render(<ImportPage />)
    await choose(new TextEncoder().encode(SHEET))
    expect(await screen.findByText('已选：人员.csv')).toBeTruthy()
    await press('导入')
    await choose(Uint8Array.of(0xd0, 0xd5, 0xc3, 0xfb))
    await press('导入')
    expect(sent('POST /api/admin/imports/organisations').map((asked) => asked.body)).toEqual([
      { csv: SHEET },
      { csv: '姓名' },
    ])
  })

  it('shows every bad row, and what was chosen stays for another try', async () => {
    serve({
      'POST /api/admin/imports/capacity': () => ({
        status: 422,
        body: {
          code: 'invalid',
          detail: '有 2 行需要改。没有导入任何一行',
          fields: { csv: '有 2 行需要改' },
          rows: [
            { line: 3, reason: '这个时间已经过去' },
            { line: 5, reason: '与第 4 行重复' },
          ],
        },
      }),
    })
    render(<ImportPage />)
    fireEvent.click(screen.getByRole('radio', { name: /名额/ }))
    write(/或者直接粘贴/, '岗位,日期')
    await press('导入')
    expect(await screen.findByRole('row', { name: '第 3 行 这个时间已经过去' })).toBeTruthy()
    expect(screen.getByRole('row', { name: '第 5 行 与第 4 行重复' })).toBeTruthy()
    expect((screen.getByLabelText(/或者直接粘贴/) as HTMLTextAreaElement).value).toBe('岗位,日期')
  })

  it('whose answer was lost is looked for before it is sent again', async () => {
    serve()
    render(<ImportPage />)
    write(/或者直接粘贴/, SHEET)
    setOnline(false)
    await press('导入')
    expect(await screen.findByText('没有收到结果')).toBeTruthy()
  })
})
