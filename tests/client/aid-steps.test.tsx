import './stubs/mini-program.ts'

import { render, screen, waitFor } from '@testing-library/react'

import CasePage from '../../src/pages/case/index.tsx'
import MaterialPage from '../../src/pages/legal-aid/material/index.tsx'
import ObjectPage from '../../src/pages/legal-aid/object/index.tsx'
import { aidCase, forgetAll, own, serve, workProof } from './aid-support.ts'
import { asked, field, keyOf, lost, ok, signIn, step, tap, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

const CASE = '/api/cases/431224-y1'
const SUPPLY = `${CASE}/actions/supply_material`
const OBJECT = `${CASE}/actions/object`

const notice = {
  at: '2026-11-24T09:00:00+08:00',
  items: ['work_proof' as const],
  other: null,
  note: '任何一种都行',
  dueOn: '2026-12-09',
  text: '请在12月9日前补齐。没有按要求补充的，视为撤回申请',
  law: '法律援助法 第四十三条第二款',
}
const waiting = aidCase(
  {
    status: 'awaiting_material',
    actions: [step('supply_material', '补充材料', { fields: [field('words')] })],
  },
  {
    material: [
      workProof('asked'),
      { ...workProof('given'), item: 'identity', name: '身份证明', anyOf: [], fileIds: ['f9'] },
    ],
    notice,
    ifSuppliedToday: { dueOn: '2026-12-01', text: '今天补齐，最迟12月1日决定' },
  },
)
const refused = aidCase(
  { status: 'refused', actions: [step('object', '我不同意，提出异议', { fields: [field('reasons')] })] },
  {
    decision: {
      outcome: 'refused',
      at: '2026-11-27T09:00:00+08:00',
      number: '溆援不予字〔2026〕第1号',
      documentId: 'd1',
      reasons: '申请事项不属于法律援助范围',
      ground: '申请事项不属于法律援助范围',
      law: '法律援助法 第三十一条、第四十三条',
      remedies: [
        { text: '向溆浦县司法局提出异议，五日内审查', law: '法律援助法 第四十九条' },
        { text: '自收到维持决定之日起六十日内申请行政复议', law: null },
      ],
    },
    objection: {
      possible: true,
      text: '由溆浦县司法局审查，收到后五日内维持决定或者责令改正',
      law: '法律援助法 第四十九条',
      filedAt: null,
      reasons: null,
      outcome: null,
      answer: null,
      remedies: [],
    },
  },
)

const received = (id: string) =>
  ok({ id, name: `${id}.jpg`, type: 'image/jpeg', size: 2048, sha256: '' }, 201)
const add = () => {
  device.photos = [{ tempFilePath: 'wxfile://tmp/1.jpg', size: 2000 }]
  tap('添加照片或文件')
}

beforeEach(() => {
  device.params = { id: '431224-y1' }
  device.pagesBelow = 1
  signIn()
})
afterEach(forgetAll)

describe('supplying', () => {
  const open = async (one = waiting) => {
    serve({
      [`GET ${CASE}`]: ok(one),
      [`POST ${SUPPLY}`]: ok(aidCase({ version: 4 })),
      'POST /api/files': received('f1'),
    })
    render(<MaterialPage />)
    await screen.findAllByText(/补充材料|现在不用补材料|还要补这些/)
  }

  it('LP-12, LP-13, LP-14: one list, the last day, and until when is decided if it is supplied today', async () => {
    await open()
    expect(screen.getByText(/请在12月9日前补齐.*视为撤回申请/)).toBeTruthy()
    expect(screen.getByText('今天补齐，最迟12月1日决定')).toBeTruthy()
    expect(screen.getByText('证明你在那里干过活的材料')).toBeTruthy()
    expect(screen.getByText('考勤、记工本')).toBeTruthy()
    expect(screen.getByText('任何一种都行')).toBeTruthy()
    expect(screen.getByText('已交 1 份')).toBeTruthy()
  })

  it('sends item by item what was received', async () => {
    await open()
    tap('交上去')
    expect(screen.getByText('请先拍照，或者写一句说明')).toBeTruthy()
    add()
    await screen.findByText('1 个附件，已传好 1 个')
    tap('交上去')
    await waitFor(() =>
      expect(asked('POST', SUPPLY).map(({ body }) => body)).toEqual([
        { items: ['work_proof'], parts: [{ item: 'work_proof', fileIds: ['f1'] }], version: 3 },
      ]),
    )
    await waitFor(() => expect(device.visits.at(-1)?.way).toBe('navigateBack'))
  })

  it('a word of explanation is enough where there is nothing to show; a lost reply is repeated under its key', async () => {
    await open()
    type(/没有的，写一句为什么/, '没有签合同，工牌收走了')
    serve({ [`GET ${CASE}`]: ok(waiting), [`POST ${SUPPLY}`]: lost })
    tap('交上去')
    expect(await screen.findByText('还没收到回音。写的还在，再试一次不会重复。')).toBeTruthy()
    serve({ [`GET ${CASE}`]: ok(waiting), [`POST ${SUPPLY}`]: ok(aidCase({ version: 4 })) })
    tap('交上去')
    await waitFor(() => expect(device.visits.at(-1)?.way).toBe('navigateBack'))
    expect(new Set(asked('POST', SUPPLY).map(keyOf)).size).toBe(1)
  })

  it('says so when nothing is asked for', async () => {
    await open(aidCase())
    expect(screen.getByText('现在不用补材料')).toBeTruthy()
  })
})

describe('objecting', () => {
  it('LP-24, LP-25, LP-26: shows the decision, who looks at it and how long, and sends the reasons', async () => {
    serve({
      [`GET ${CASE}`]: ok(refused),
      [`POST ${OBJECT}`]: ok(aidCase({ version: 4, status: 'objected' })),
    })
    render(<ObjectPage />)
    await screen.findByText(/由溆浦县司法局审查，收到后五日内/)
    expect(screen.getByText(/六十日内申请行政复议/)).toBeTruthy()
    expect(screen.getByText('溆援不予字〔2026〕第1号')).toBeTruthy()
    tap('提出异议')
    expect(screen.getByText('请写下不同意的理由')).toBeTruthy()
    type('你为什么不同意？', '我在工地干了五个月')
    tap('提出异议')
    await waitFor(() =>
      expect(asked('POST', OBJECT).map(({ body }) => body)).toEqual([
        { reasons: '我在工地干了五个月', version: 3 },
      ]),
    )
  })

  it('is not offered where there is nothing to object to', async () => {
    serve({ [`GET ${CASE}`]: ok(aidCase()) })
    render(<ObjectPage />)
    expect(await screen.findByText('现在不能提出异议')).toBeTruthy()
  })
})

it('the case leads to the pages of these steps', async () => {
  for (const [one, text, page] of [
    [waiting, '补充材料', '/pages/legal-aid/material/index?id=431224-y1'],
    [refused, '我不同意，提出异议', '/pages/legal-aid/object/index?id=431224-y1'],
  ] as const) {
    serve({ [`GET ${CASE}`]: ok({ ...one, own: own() }) })
    const { unmount } = render(<CasePage />)
    await screen.findByText('接下来')
    tap(text)
    expect(device.visits.at(-1)?.url).toBe(page)
    unmount()
  }
})

it('LP-18: when fewer than seven days are left the case says so in red, with the article', async () => {
  const urgent = {
    title: '时间紧',
    lines: [{ name: 'deadlineOn', label: '最后一天', text: '11月27日 周五' }],
    note: '离期限不到七天，可以先行提供法律援助',
    law: '法律援助法 第四十四条第一项',
    urgent: true,
  }
  serve({ [`GET ${CASE}`]: ok(aidCase({ sections: [urgent] })) })
  const { container } = render(<CasePage />)
  expect(await screen.findByText('时间紧 · 最后一天 11月27日 周五')).toBeTruthy()
  expect(screen.getByText('离期限不到七天，可以先行提供法律援助（法律援助法 第四十四条第一项）')).toBeTruthy()
  expect(container.querySelector('.notice--danger')).toBeTruthy()
})
