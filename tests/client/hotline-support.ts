import { act, fireEvent, screen } from '@testing-library/react'

import type { Case, CaseAction, StepField } from '../../src/contract/case.ts'
import type { Desk, Slot } from '../../src/contract/hotline.ts'
import { dropToken, keepToken } from '../../src/services/token.ts'
import { startAnew } from '../../src/store/booking.ts'
import { forgetDraft } from '../../src/store/draft.ts'
import { forgetPlace, usePlace } from '../../src/store/place.ts'
import { useSession } from '../../src/store/session.ts'
import { useSettings } from '../../src/store/settings.ts'
import { type Asked, device, type Told } from './stubs/device.ts'

/** A Monday; the desk is open from Tuesday on. */
export const NOW = '2026-11-23T10:05:00+08:00'

export const about = {
  name: '邻法',
  demo: false,
  now: NOW,
  county: null,
  bookBeforeMinutes: 60,
  changeBeforeMinutes: 120,
  maxOpenBookings: 3,
}

export const desk = (more: Partial<Desk> = {}): Desk => ({
  id: 'd1',
  name: '溆浦县 12348 热线',
  channels: ['call_back', 'visit'],
  regionCode: '431224000000',
  address: '溆浦县公共法律服务中心',
  phone: '12348',
  organisationId: 'o1',
  organisation: '溆浦县 12348 热线',
  own: true,
  ...more,
})

export const slot = (day: string, from: string, to: string, free: number): Slot => ({
  id: `${day} ${from}`,
  startsAt: `${day}T${from}:00+08:00`,
  endsAt: `${day}T${to}:00+08:00`,
  capacity: 3,
  free,
})

export const TUESDAY = '2026-11-24'
export const WEDNESDAY = '2026-11-25'

export const SLOTS: readonly Slot[] = [
  slot(TUESDAY, '09:00', '09:30', 0),
  slot(TUESDAY, '09:30', '10:00', 1),
  slot(TUESDAY, '14:30', '15:00', 2),
  slot(WEDNESDAY, '09:00', '09:30', 3),
]

export const field = (name: string, more: Partial<StepField> = {}): StepField => ({
  name,
  label: name,
  input: 'line',
  required: true,
  options: [],
  hint: null,
  max: 200,
  ...more,
})

export const step = (action: string, text: string, more: Partial<CaseAction> = {}): CaseAction => ({
  action,
  text,
  means: null,
  final: false,
  fields: [],
  ...more,
})

export const CANCEL_MEANS = '取消后这个时间会让给别人，不能恢复。'

export const theCase = (more: Partial<Case> = {}): Case => ({
  id: '431224-c1',
  number: 'RX431224-261123-0007-7',
  kind: 'hotline',
  status: 'booked',
  statusText: '已预约',
  nextText: '到时间我们会联系你，请保持电话畅通',
  title: '劳动人事 · 电话回拨',
  topic: 'labour',
  urgent: false,
  version: 3,
  openedAt: NOW,
  closedAt: null,
  regionCode: '431224100001',
  regionName: '湖南省 怀化市 溆浦县 卢峰镇 桔花园社区',
  organisation: { id: 'o1', name: '溆浦县 12348 热线' },
  channel: 'call_back',
  appointment: { startsAt: `${TUESDAY}T09:30:00+08:00`, endsAt: `${TUESDAY}T10:00:00+08:00` },
  dueAt: `${TUESDAY}T10:00:00+08:00`,
  overdue: false,
  applicant: { name: '张*', phone: '139****0001' },
  county: '431224',
  handler: null,
  form: { summary: '工地欠工资', relation: 'self', maySayWhoWeAre: false, deskName: '溆浦县 12348 热线' },
  formHeld: false,
  lines: [
    { name: 'summary', label: '什么事', text: '工地欠工资' },
    { name: 'maySayWhoWeAre', label: '别人接电话', text: '不要说我们是谁' },
  ],
  sections: [],
  reveals: ['name', 'phone'],
  own: null,
  danger: [],
  locked: false,
  attempts: 0,
  retryAt: null,
  attemptsText: null,
  answer: null,
  referrals: [],
  alarmAt: null,
  rateUntil: null,
  clocks: [
    {
      name: '约定的时间',
      text: '在约定的时间内联系你',
      law: null,
      dueOn: TUESDAY,
      dueLegalOn: TUESDAY,
      dueAt: `${TUESDAY}T10:00:00+08:00`,
      remainingDays: 1,
      state: 'running',
      provisional: false,
    },
  ],
  actions: [
    step('reschedule', '改时间', { fields: [field('slotId')] }),
    step('cancel', '取消预约', {
      means: CANCEL_MEANS,
      final: true,
      fields: [field('reason', { label: '原因', input: 'long', required: false })],
    }),
  ],
  timeline: [
    {
      at: NOW,
      by: '我',
      role: 'resident',
      action: 'open',
      from: null,
      to: 'booked',
      text: '提交了预约',
      note: null,
    },
  ],
  messages: [],
  audiences: [],
  files: [],
  documents: [],
  links: [],
  rating: null,
  ...more,
})

type Answer = (asked: Asked) => Told | Promise<Told>

export const ok =
  (body: unknown, status = 200): Answer =>
  () => ({ status, body })

export const problem = (status: number, code: string, detail: string, more: object = {}): Answer =>
  ok({ type: `/problems/${code}`, title: detail, status, detail, code, ...more }, status)

/** No answer comes back, whether or not the request arrived. */
export const lost: Answer = () => Promise.reject(new Error('request:fail timeout'))

const usual: Readonly<Record<string, Answer>> = {
  'GET /api/about': ok(about),
  'GET /api/desks': ok({ items: [desk()] }),
  'GET /api/desks/:id/slots': ok({ items: SLOTS }),
  'PUT /api/drafts/hotline': ({ body }) => ({ status: 200, body }),
  'GET /api/drafts/hotline': ok({ fields: {} }),
}

const plain = (path: string) => (path.split('?')[0] ?? '').replace(/(?<=\/desks\/)[^/]+(?=\/slots)/, ':id')

/** The server as the test wants it, on top of an ordinary day. */
export function serve(answers: Readonly<Record<string, Answer>> = {}): void {
  const all = { ...usual, ...answers }
  device.answer = (asked) => {
    const answer = all[`${asked.method} ${plain(asked.path)}`]
    if (!answer) throw new Error(`nobody answers ${asked.method} ${asked.path}`)
    return answer(asked)
  }
}

export const asked = (method: string, path: string): Asked[] =>
  device.asked.filter((one) => one.method === method && plain(one.path) === path)

export const keyOf = (one: Asked | undefined): string | undefined => one?.header['Idempotency-Key']

export const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
export const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
export const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

/** Lets everything that is under way come to its end. */
export const settle = () => act(async () => new Promise((done) => setTimeout(done, 0)))

export const live = () =>
  usePlace.setState({
    place: {
      code: '431224100001',
      name: '桔花园社区',
      path: '湖南省 怀化市 溆浦县 卢峰镇 桔花园社区',
      level: 'village',
    },
  })

export function signIn(roles: readonly string[] = ['resident']): void {
  keepToken('t'.repeat(40))
  const grants = roles.map((role) => ({ role, organisationId: 'o1', regionCode: null }))
  const account = { id: 'a1', name: null, phone: '139****0001', regionCode: null, roles: grants as never }
  act(() => useSession.setState({ signedIn: true, account }))
}

export const grow = () => useSettings.setState({ elder: true })

/** As on a telephone that nobody has used yet. */
export function forgetAll(): void {
  dropToken()
  forgetPlace()
  forgetDraft('hotline')
  useSettings.setState({ elder: false })
  startAnew()
}
