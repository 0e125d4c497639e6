import { act } from '@testing-library/react'

import type { Case } from '../../src/contract/case.ts'
import type { LegalAid } from '../../src/contract/legal-aid.ts'
import { type CheckAnswers, check } from '../../src/domain/aid-check.ts'
import { findRoute, type RouteAnswers } from '../../src/domain/aid-route.ts'
import { calendar } from '../../src/domain/calendar.ts'
import { beginCheck } from '../../src/store/aid-check.ts'
import { keep, startAnew } from '../../src/store/aid-form.ts'
import { forgetDraft } from '../../src/store/draft.ts'
import { forgetAll as forgetBooking, NOW, serve as serveUsual, theCase } from './hotline-support.ts'
import type { Asked } from './stubs/device.ts'

export const APPLY = 'POST /api/legal-aid/applications'
export const ADULT = '439900198501010017'
export const CHILD = '439900201901010010'

/** The server's own rules answer: the page is tested, not a copy of the law. */
export const usual = {
  'POST /api/legal-aid/checks': ({ body }: Asked) => ({
    status: 200,
    body: check((body as { answers: CheckAnswers }).answers, '2026-11-23'),
  }),
  'POST /api/legal-aid/routes': ({ body }: Asked) => ({
    status: 200,
    body: findRoute((body as { answers: RouteAnswers }).answers, calendar()),
  }),
  'POST /api/legal-aid/promises': () => ({ status: 200, body: { bar: null } }),
  'GET /api/drafts/legal_aid': () => ({ status: 200, body: { fields: {} } }),
  'PUT /api/drafts/legal_aid': ({ body }: Asked) => ({ status: 200, body }),
}

export const serve = (answers: Parameters<typeof serveUsual>[0] = {}) => serveUsual({ ...usual, ...answers })

export const own = (more: Partial<LegalAid> = {}): LegalAid => ({
  matter: 'wages',
  matterText: '拿不到工资、报酬',
  grounds: [],
  means: null,
  complete: true,
  prefill: null,
  redirected: null,
  material: [],
  notice: null,
  ifSuppliedToday: null,
  urgent: null,
  advance: null,
  decision: null,
  lawyer: null,
  progress: [],
  objection: null,
  change: null,
  complaints: [],
  closing: null,
  falsePromise: null,
  staff: null,
  ...more,
})

export const workProof = (state: 'given' | 'asked' | 'missing'): LegalAid['material'][number] => ({
  item: 'work_proof',
  name: '证明你在那里干过活的材料',
  why: '证明你为对方干过活、对方还欠钱',
  example: '例如一张记工本的照片',
  anyOf: ['考勤、记工本', '微信、短信聊天记录'],
  needed: 'required',
  state,
  fileIds: [],
})

export const aidCase = (more: Partial<Case> = {}, about: Partial<LegalAid> = {}): Case =>
  theCase({
    id: '431224-y1',
    number: 'YZ431224-261123-0001-3',
    kind: 'legal_aid',
    status: 'under_review',
    statusText: '正在审查',
    nextText: '收到申请后七日内决定',
    title: '法律援助 · 劳动人事',
    appointment: null,
    dueAt: null,
    clocks: [
      {
        name: '审查决定',
        text: '收到后七日内决定',
        law: '法律援助法 第四十三条',
        dueOn: '2026-11-30',
        dueLegalOn: '2026-11-30',
        dueAt: null,
        remainingDays: 7,
        state: 'running',
        provisional: false,
      },
    ],
    actions: [],
    openedAt: NOW,
    own: own(about),
    ...more,
  })

/** What a migrant worker says, as the form keeps it. */
export const SAID = {
  matter: 'wages',
  migrantWorker: true,
  summary: '在县城工地做木工，老板欠我一万二不给',
  wish: '要回工资一万二千元',
  'otherSide.kind': 'person',
  'otherSide.name': '李老板',
  'otherSide.sameHousehold': false,
  organ: 'none',
  deadline: 'no',
  'applicant.state': 'adult',
  'applicant.name': '张三',
  'applicant.idNumber': ADULT,
  'applicant.phone': '13900000001',
  'applicant.address': '卢峰镇桔花园社区',
  filledInBy: 'self',
} as const

export function say(answers: Readonly<Record<string, unknown>>): void {
  act(() => {
    for (const [name, value] of Object.entries(answers)) keep(name as 'matter', value)
  })
}

export function forgetAll(): void {
  forgetBooking()
  forgetDraft('legal_aid')
  act(() => {
    beginCheck()
    startAnew()
  })
}
