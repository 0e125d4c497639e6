import type { Adviser, VillageAnswer, Visit } from '../../src/contract/adviser.ts'
import type { Case } from '../../src/contract/case.ts'
import { forgetDraft } from '../../src/store/draft.ts'
import { startAnew } from '../../src/store/inquiry.ts'
import { forgetAll as forgetBooking, NOW, ok, theCase } from './hotline-support.ts'

export const VILLAGE = {
  code: '431224100001',
  name: '桔花园社区',
  path: '湖南省 怀化市 溆浦县 卢峰镇 桔花园社区',
}
export const OTHER = {
  code: '431224100002',
  name: '胜利社区',
  path: '湖南省 怀化市 溆浦县 卢峰镇 胜利社区',
}

/** A code of a board: six digits and the one that proves them. */
export const BOARD = '1234568'

export const visit = (more: Partial<Visit> = {}): Visit => ({
  id: 'v1',
  village: VILLAGE,
  startsAt: '2026-11-24T09:00:00+08:00',
  endsAt: '2026-11-24T11:30:00+08:00',
  place: '社区一楼调解室',
  slotId: 's1',
  free: 5,
  seats: 'open',
  ...more,
})

export const adviser = (more: Partial<Adviser> = {}): Adviser => ({
  id: 'a1',
  name: '舒法明',
  photo: null,
  initials: '舒',
  occupation: 'lawyer',
  occupationText: '律师',
  licence: '14312201910000001',
  licenceName: '律师执业证号',
  verifyText: '在“12348中国法网”查“律师”，输入执业证号核对',
  firm: '湖南示例律师事务所',
  phone: '0745-3320001',
  languages: ['普通话', '溆浦话'],
  about: null,
  villages: [VILLAGE, OTHER],
  nextVisit: visit(),
  remoteHours: [{ weekday: 3, from: '19:00', to: '21:00' }],
  remoteText: '每周三 晚上7:00–9:00',
  deskId: 'desk-a1',
  usualAnswerMinutes: 180,
  usualAnswerText: '通常约 3 小时答复',
  awayUntil: null,
  costText: '不收费。村（社区）法律顾问由政府提供',
  mustNot: ['不得在同一件纠纷里同时帮双方'],
  complainText: '可以拨打 12348 投诉',
  ...more,
})

export const answer = (more: Partial<VillageAnswer> = {}): VillageAnswer => ({
  village: VILLAGE,
  code: null,
  answeredBy: 'adviser',
  answeredByText: '村（社区）法律顾问',
  why: '舒法明是本村的法律顾问',
  adviserId: 'a1',
  thenText: ['代班顾问', '值班律师', '12348 热线'],
  canAsk: true,
  replyHours: 24,
  promiseText: '24 小时内答复',
  phone: '0745-3320001',
  phoneText: '工作电话 0745-3320001',
  hasRules: false,
  ...more,
})

export const found = (more: object = {}) =>
  ok({ items: [adviser()], answer: answer(), villages: [], ...more })

export const asking = (more: Partial<Case> = {}): Case =>
  theCase({
    id: '431224-q1',
    number: 'GW431224-261123-0003-1',
    kind: 'inquiry',
    status: 'asked',
    statusText: '等待答复',
    title: '邻里',
    topic: 'neighbours',
    appointment: null,
    dueAt: '2026-11-24T10:05:00+08:00',
    clocks: [],
    actions: [],
    own: {
      village: VILLAGE,
      stage: 'adviser',
      withText: '村（社区）法律顾问 舒法明',
      promisedAt: '2026-11-24T10:05:00+08:00',
      promiseText: '24 小时内答复',
      chain: [],
      thread: [
        {
          at: NOW,
          kind: 'question',
          by: '村民',
          mine: false,
          parts: [{ label: null, text: '邻居砌墙占了我家宅基地' }],
          notice: null,
        },
      ],
      adviserId: 'a1',
      canConfirm: false,
    },
    ...more,
  })

export function forgetAll(): void {
  forgetBooking()
  forgetDraft('inquiry')
  startAnew()
}
