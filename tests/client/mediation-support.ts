import type { Case } from '../../src/contract/case.ts'
import type { Committee, Invitation, MediationOwn } from '../../src/contract/mediation.ts'
import { forgetDraft } from '../../src/store/draft.ts'
import { clearFiles } from '../../src/store/files.ts'
import { FILES, startAnew } from '../../src/store/mediation.ts'
import { forgetAll as forgetBooking, theCase } from './hotline-support.ts'

export const committee = (more: Partial<Committee> = {}): Committee => ({
  id: 'k1',
  name: '卢峰镇人民调解委员会',
  level: 'town',
  levelText: '乡镇（街道）人民调解委员会',
  regionCode: '431224100000',
  address: '卢峰镇司法所一楼',
  phone: '0745-5550101',
  types: ['neighbours'],
  why: '就在当事人所在地或者纠纷发生地',
  ...more,
})

export const invitation = (more: Partial<Invitation> = {}): Invitation => ({
  type: 'neighbours',
  typeText: '邻里',
  askedBy: '张*',
  committee: { name: '卢峰镇人民调解委员会', phone: '0745-5550101' },
  invitedOn: '2026-11-23',
  expiresOn: '2026-12-23',
  free: '人民调解不收任何费用',
  neverBlocks: '调解不影响你打官司、申请仲裁或者找其他部门，随时可以不调',
  ...more,
})

const mediator = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  fullTime: true,
  types: ['neighbours' as const],
  intro: null,
  load: 2,
  mine: false,
  barred: false,
  ...more,
})

export const own = (more: Partial<MediationOwn> = {}): MediationOwn => ({
  side: 'applicant',
  type: 'neighbours',
  typeText: '邻里',
  free: '人民调解不收任何费用',
  neverBlocks: '调解不影响你打官司、申请仲裁或者找其他部门，随时可以不调',
  wish: '把排水沟恢复原样',
  applicantName: '张三',
  stated: { applicant: [], otherSide: [] },
  complaints: [],
  otherSide: {
    name: '李四',
    phone: null,
    state: 'willing',
    stateText: '愿意调解',
    invitedOn: '2026-11-23',
    expiresOn: null,
    code: null,
  },
  committee: committee(),
  rights: {
    rights: ['可以选择或者接受人民调解员'],
    duties: ['如实陈述纠纷事实'],
    law: '人民调解法 第二十三条、第二十四条',
    applicant: false,
    otherSide: false,
  },
  mediators: [
    mediator('m1', '谌调解'),
    mediator('m2', '米调解', { fullTime: false, load: 0 }),
    mediator('m3', '周调解', { barred: true }),
  ],
  chosen: null,
  picked: { applicant: false, otherSide: true },
  closedDoors: false,
  helpers: [],
  suits: { applicant: null, otherSide: null },
  sessions: [],
  extension: null,
  agreement: null,
  template: [],
  instalments: [],
  confirmation: null,
  routes: [],
  transfer: null,
  dossier: [],
  closingGaps: [],
  items: [],
  visits: [],
  flags: [],
  ...more,
})

export const ID = '431224-m1'
export const CASE = `/api/cases/${ID}`

export const theMediation = (more: Partial<Case> = {}, ofKind: Partial<MediationOwn> = {}): Case =>
  theCase({
    id: ID,
    number: 'TJ431224-261123-0001-5',
    kind: 'mediation',
    status: 'accepted',
    statusText: '已受理',
    nextText: '确认权利义务、选调解员，然后约时间调解',
    title: '邻里纠纷调解',
    topic: 'neighbours',
    channel: null,
    appointment: null,
    clocks: [],
    actions: [],
    audiences: ['staff', 'all'],
    own: own(ofKind),
    ...more,
  })

export function forgetAll(): void {
  forgetBooking()
  forgetDraft('mediation')
  clearFiles(FILES)
  startAnew()
}
