import { fireEvent, render, screen, waitFor } from '@testing-library/react'

import type { Case, CaseAction } from '../../src/contract/case.ts'
import { CaseView } from '../../src/pages/case/CaseView.tsx'
import Lead from '../../src/pages/desk/lead/index.tsx'
import TicketPage from '../../src/pages/desk/ticket/index.tsx'
import { dropToken, keepToken } from '../../src/services/token.ts'
import { useSession } from '../../src/store/session.ts'
import { type Asked, device, type Told } from './stubs/device.ts'

const NOW = '2026-11-23T10:05:00+08:00'
const NUMBER = 'RX431224-261123-0007-3'

const theCase = (more: Partial<Case> = {}): Case => ({
  id: 'case-1',
  number: NUMBER,
  kind: 'hotline',
  status: 'claimed',
  statusText: '已有人接手',
  nextText: '值班人员正在准备，到时间就联系你',
  title: '劳动人事 · 电话回拨',
  topic: 'labour',
  urgent: false,
  version: 2,
  openedAt: NOW,
  closedAt: null,
  regionCode: '431224100001',
  regionName: '桔花园社区',
  organisation: { id: 'o', name: '溆浦县12348热线' },
  channel: 'call_back',
  appointment: null,
  dueAt: null,
  overdue: false,
  locked: false,
  attempts: 0,
  retryAt: null,
  applicant: { name: null, phone: null },
  county: '431224',
  handler: null,
  form: { summary: '工地欠薪' },
  formHeld: false,
  lines: [{ name: 'summary', label: '什么事', text: '工地欠薪' }],
  sections: [],
  reveals: ['name', 'phone'],
  own: null,
  attemptsText: null,
  answer: null,
  referrals: [],
  alarmAt: null,
  danger: [],
  clocks: [],
  actions: [],
  timeline: [],
  messages: [],
  audiences: [],
  files: [],
  documents: [],
  links: [],
  rating: null,
  rateUntil: null,
  ...more,
})

const about = { name: '邻法', demo: false, now: NOW, county: null }
const ok = (body: unknown): Told => ({ status: 200, body })
const serve = (answers: Readonly<Record<string, (asked: Asked) => Told>>) => {
  device.answer = (asked) => {
    const path = asked.path.replace(/\?.*/, '')
    if (path === '/api/about') return ok(about)
    return answers[`${asked.method} ${path}`]?.(asked) ?? ok({ items: [], next: null, unread: 0 })
  }
}

beforeEach(() => {
  keepToken('t'.repeat(40))
  useSession.setState({ signedIn: true })
})
afterEach(() => dropToken())

const fill = (label: RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

it('asks for the number of a case that staff opened, says when it is not the one, and opens it', async () => {
  const refused = () => ({
    status: 422,
    body: { code: 'invalid', detail: '…', fields: { number: '编号不对' } },
  })
  serve({
    'GET /api/cases/case-1': refused,
    'POST /api/cases/case-1/number': ({ body }) =>
      JSON.stringify(body).includes(NUMBER) ? ok(theCase()) : refused(),
  })
  render(<CaseView id="case-1" desk={false} />)
  await screen.findByText('这件是工作人员替你登记的')
  fill(/办件编号/, 'RX431224-261123-0001-1')
  fireEvent.click(screen.getByRole('button', { name: '打开办件' }))
  await screen.findByText('编号不对')
  fill(/办件编号/, NUMBER)
  fireEvent.click(screen.getByRole('button', { name: '打开办件' }))
  await screen.findByText('工地欠薪')
})

it('says that the last call in vain ends the case, in red, and asks why', async () => {
  const last: CaseAction = {
    action: 'record_missed',
    text: '没有接通',
    means: '这是最后一次。记下后不能恢复。',
    final: true,
    fields: [
      { name: 'reason', label: '情况', input: 'long', required: true, options: [], hint: null, max: 200 },
    ],
  }
  serve({ 'GET /api/cases/case-1': () => ok(theCase({ attempts: 2, actions: [last] })) })
  render(<CaseView id="case-1" desk />)
  fireEvent.click(await screen.findByRole('button', { name: '没有接通' }))
  expect(screen.getByText(/这是最后一次/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '确定没有接通' }).className).toContain('button--danger')
  expect(screen.getByLabelText('情况')).toBeTruthy()
})

describe('the ticket', () => {
  it('is not sent before the right to legal aid was told, and what was typed is still there afterwards', async () => {
    device.params = { id: 'case-1' }
    serve({ 'GET /api/cases/case-1': () => ok(theCase()) })
    const { unmount } = render(<TicketPage />)
    await screen.findByText('必须告知的一项权利')
    fill(/怎样答复的/, '先去劳动监察投诉。')
    fireEvent.click(screen.getByRole('button', { name: '交给当事人' }))
    await screen.findByText(/请先告知可以申请法律援助/)
    expect(screen.queryByText('要把答复交给当事人吗？')).toBeNull()
    expect(screen.getByText('请选择人群类别，不愿提供的选“拒绝提供”')).toBeTruthy()
    fill(/人群类别/, 'declined')
    fireEvent.click(screen.getByRole('switch', { name: '已经告诉当事人' }))
    expect(screen.queryByText(/请先告知可以申请法律援助/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '交给当事人' }))
    await screen.findByText('要把答复交给当事人吗？')
    unmount()
    render(<TicketPage />)
    expect(await screen.findByDisplayValue('先去劳动监察投诉。')).toBeTruthy()
  })
})

it('keeps urgency and sex folded away, and sends them with the answer', async () => {
  device.params = { id: 'case-1' }
  const bodies: unknown[] = []
  serve({
    'GET /api/cases/case-1': () => ok(theCase()),
    'POST /api/cases/case-1/actions/record_answer': ({ body }) => {
      bodies.push(body)
      return ok(theCase({ status: 'answered', version: 3 }))
    },
  })
  render(<TicketPage />)
  fill(/怎样答复的/, await screen.findByText('必须告知的一项权利').then(() => '先去劳动监察投诉。'))
  fill(/人群类别/, 'migrant_worker')
  fireEvent.click(screen.getByRole('switch', { name: '已经告诉当事人' }))
  fireEvent.click(screen.getByRole('button', { name: /再记一些/ }))
  fill(/紧急程度/, 'urgent')
  fill(/性别/, 'male')
  fireEvent.click(screen.getByRole('button', { name: '交给当事人' }))
  fireEvent.click(await screen.findByRole('button', { name: '确定，交给当事人' }))
  await waitFor(() =>
    expect(bodies).toMatchObject([{ group: 'migrant_worker', urgency: 'urgent', sex: 'male' }]),
  )
})

it('shows the head how full the hours are', async () => {
  const one = { deskId: 'd', deskName: '溆浦县热线', day: '2026-11-23', capacity: 3 }
  serve({
    'GET /api/desk/load': () =>
      ok({
        items: [
          { ...one, hour: 9, taken: 3 },
          { ...one, hour: 10, taken: 1 },
        ],
      }),
  })
  useSession.setState({
    account: {
      id: 'h',
      name: '班长',
      phone: null,
      regionCode: null,
      roles: [{ role: 'hotline_head', organisationId: 'o', regionCode: '431224000000' }],
    },
  })
  render(<Lead />)
  await screen.findByText('溆浦县热线')
  expect(screen.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['满', '1/3'])
  expect(screen.getByRole('columnheader', { name: '周一 23' })).toBeTruthy()
})
