import { render, screen } from '@testing-library/react'

import Lawyers from '../../src/pages/legal-aid-desk/lawyers/index.tsx'
import Review from '../../src/pages/legal-aid-desk/review/index.tsx'
import Work from '../../src/pages/legal-aid-desk/work/index.tsx'
import { aidCase, forgetAll, own, serve, workProof } from './aid-support.ts'
import { asked, live, ok, problem, settle, signIn, step, tap, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

beforeEach(live)
afterEach(forgetAll)

const visited = () => device.visits.at(-1)?.url

const liang = {
  id: 'l1',
  name: '梁律师（演示）',
  firm: '溆水律师事务所（演示）',
  licence: null,
  practiceSince: '2015-07-01',
  defenceSince: null,
  languages: ['mandarin', 'xupu'],
  leaveUntil: null,
  open: 2,
  lastAssignedAt: null,
}

describe('the day of a reviewer', () => {
  it('begins with the application that is due first', async () => {
    signIn(['legal_aid_reviewer'])
    serve({ 'POST /api/legal-aid/next': ok({ case: aidCase() }) })
    render(<Work />)
    tap('接手下一件申请')
    await settle()
    expect(visited()).toBe('/pages/legal-aid-desk/review/index?id=431224-y1')
  })

  it('says when nothing waits, and why it did not succeed', async () => {
    signIn(['legal_aid_reviewer'])
    serve({ 'POST /api/legal-aid/next': ok({ case: null }) })
    render(<Work />)
    tap('接手下一件申请')
    expect(await screen.findByText('现在没有等待审查的申请')).toBeTruthy()
    serve({ 'POST /api/legal-aid/next': problem(403, 'not_yours', '这里不归你办理') })
    tap('接手下一件申请')
    expect(await screen.findByText('这里不归你办理')).toBeTruthy()
  })

  it('shows the bureau the complaints it has to answer, and no application to take', async () => {
    signIn(['bureau_officer'])
    const complaint = {
      caseId: '431224-y1',
      number: 'YZ431224-261123-0001-3',
      organisation: '溆浦县法律援助中心',
      at: '2026-11-20T09:00:00+08:00',
      about: '办理拖延',
      dueOn: '2026-12-05',
    }
    serve({ 'GET /api/legal-aid/complaints': ok({ items: [complaint] }) })
    render(<Work />)
    await screen.findByText(/办理拖延/)
    expect(screen.queryByRole('button', { name: '接手下一件申请' })).toBeNull()
    tap(/办理拖延/)
    expect(visited()).toBe('/pages/case/index?id=431224-y1&view=desk')
  })

  it('is not for residents', () => {
    signIn()
    serve()
    render(<Work />)
    expect(screen.getByText('这里给法律援助工作人员用')).toBeTruthy()
  })
})

const staff = {
  recommendation: null,
  sheet: [{ part: 'means', verdict: 'likely_yes', text: '免予核查经济状况', law: '法律援助法 第四十二条' }],
  hints: [{ hint: 'repeat', text: '三个月前为同一件事申请过', number: 'YZ431224-260823-0002-1' }],
  lawyers: [],
  difficulties: [],
  quality: [],
  endAsked: null,
} as const

it('lays the application beside its evidence, with what to look out for and what can be done', async () => {
  signIn(['legal_aid_reviewer'])
  device.params = { id: '431224-y1' }
  const photo = { id: 'f1', name: '记工本.jpg', type: 'image/jpeg', size: 120_000 }
  const stray = { id: 'f2', name: '聊天.png', type: 'image/png', size: 80_000 }
  const one = aidCase({
    lines: [{ name: 'summary', label: '经过', text: '做了三个月木工没拿到钱' }],
    files: [photo, stray],
    actions: [step('recommend', '提出审查意见'), step('ask_for_material', '一次性通知补材料')],
    own: own({ material: [{ ...workProof('given'), fileIds: ['f1'] }], staff: staff as never }),
  })
  serve({ 'GET /api/cases/431224-y1': ok(one) })
  render(<Review />)
  expect(await screen.findByText('做了三个月木工没拿到钱')).toBeTruthy()
  expect(screen.getByText('可能重复申请')).toBeTruthy()
  expect(screen.getByText('免予核查经济状况')).toBeTruthy()
  expect(screen.getByText('已交')).toBeTruthy()
  expect(screen.getByText('记工本.jpg')).toBeTruthy()
  expect(screen.getByText('其他附件')).toBeTruthy()
  tap('一次性通知补材料')
  expect(visited()).toBe('/pages/case/step/index?id=431224-y1&action=ask_for_material')
})

describe('LP-18: an application that cannot wait', () => {
  const urgent = {
    ground: 'time',
    deadlineOn: '2026-11-28',
    text: '离期限不到七天，可以先行提供法律援助',
    law: '法律援助法 第四十四条第一项',
  }
  const steps = [
    step('recommend', '提出审查意见'),
    { ...step('provide_in_advance', '先行提供援助'), means: '马上给予援助，手续事后补办' },
  ]
  const pressing = () =>
    aidCase({ actions: steps, own: own({ urgent: urgent as never, staff: staff as never }) })
  const ACT = 'POST /api/cases/431224-y1/actions/provide_in_advance'

  beforeEach(() => {
    signIn(['legal_aid_reviewer'])
    device.params = { id: '431224-y1' }
  })

  it('is helped from the red notice: one tap, and whether it is meant; no ground has to be chosen', async () => {
    const helped = aidCase({
      status: 'granted',
      statusText: '决定给予援助',
      own: own({ staff: staff as never }),
    })
    serve({ 'GET /api/cases/431224-y1': ok(pressing()), [ACT]: ok(helped) })
    render(<Review />)
    await screen.findByText(urgent.text)
    expect(screen.getAllByRole('button', { name: '先行提供援助' })).toHaveLength(1)
    tap('先行提供援助')
    expect(await screen.findByText('马上给予援助，手续事后补办')).toBeTruthy()
    expect(asked('POST', '/api/cases/431224-y1/actions/provide_in_advance')).toEqual([])
    tap('确定先行提供援助')
    expect(await screen.findByText(/决定给予援助/)).toBeTruthy()
    expect(asked('POST', '/api/cases/431224-y1/actions/provide_in_advance')[0]?.body).toEqual({ version: 3 })
  })

  it('says why it did not succeed, and can be tried again', async () => {
    serve({
      'GET /api/cases/431224-y1': ok(pressing()),
      [ACT]: problem(409, 'stale', '这件申请刚刚有了新的进展'),
    })
    render(<Review />)
    await screen.findByText(urgent.text)
    tap('先行提供援助')
    tap('确定先行提供援助')
    expect(await screen.findByText('这件申请刚刚有了新的进展')).toBeTruthy()
    expect(asked('GET', '/api/cases/431224-y1').length).toBeGreaterThan(1)
  })
})

describe('the register of lawyers', () => {
  beforeEach(() => signIn(['legal_aid_head']))

  it('is kept by the head: what is saved is what the order of assignment looks at', async () => {
    serve({
      'GET /api/legal-aid/lawyers': ok({ items: [liang] }),
      'PUT /api/legal-aid/lawyers/l1': ok({ items: [{ ...liang, leaveUntil: '2026-12-01' }] }),
    })
    render(<Lawyers />)
    expect(await screen.findByText(/2015年7月起执业 · 普通话、溆浦话/)).toBeTruthy()
    tap(/梁律师/)
    type(/请假到哪天/, '2026-12-01')
    tap('保存')
    expect(await screen.findByText('已经保存')).toBeTruthy()
    expect(asked('PUT', '/api/legal-aid/lawyers/l1')[0]?.body).toEqual({
      firm: '溆水律师事务所（演示）',
      practiceSince: '2015-07-01',
      languages: ['mandarin', 'xupu'],
      leaveUntil: '2026-12-01',
    })
    expect(screen.getByText(/请假到 2026-12-01/)).toBeTruthy()
  })

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    serve({
      'GET /api/legal-aid/lawyers': ok({ items: [liang] }),
      'PUT /api/legal-aid/lawyers/l1': problem(422, 'invalid', '有几处要改', {
        fields: { licence: '执业证号应为 17 位数字' },
      }),
    })
    render(<Lawyers />)
    tap(await screen.findByRole('button', { name: /梁律师/ }).then(() => /梁律师/))
    type(/执业证号/, '123')
    tap('保存')
    expect(await screen.findByText('执业证号应为 17 位数字')).toBeTruthy()
    expect((screen.getByLabelText(/执业证号/) as HTMLInputElement).value).toBe('123')
  })
})
