import type { Case, CaseClock } from '#contract/case'
import type { Field } from '#services/cases'

export const CASE_WORDS = {
  title: '办件详情',
  number: '编号',
  copy: '复制',
  copied: '已复制',
  urgent: '优先',
  overdue: '超期',
  appointment: '约定的时间',
  next: '接下来',
  call: '直接打 12348',
  onlyByPhone: '现在网上不能再改。要改时间、取消或补充，请打电话，报编号就行。',
  provisional: '当年的放假安排还没有公布，日期可能会变。',
  form: '提交的内容',
  formHeld: '这段文字正在由工作人员核对，核对后办件的人就能看到。不影响办理。',
  formHidden: '提交的文字正在核对，核对后才能看到。',
  timeline: '办理过程',
  older: (count: number) => `看更早的 ${count} 步`,
  messages: '留言',
  noMessages: '还没有留言。有要补充的、要问的，都可以写在这里。',
  held: '正在核对，核对后对方就能看到',
  letThrough: '看过了，让对方看到',
  hidden: '（这条留言正在核对，暂时看不到）',
  write: '给工作人员留言',
  writeDesk: '给申请人留言',
  writeTwo: '写留言',
  writeWhy: '办这件事的人看得到',
  writeWhyTwo: '只有下面选定的人看得到',
  to: '给谁看？',
  toMissing: '请先选给谁看，发出后不能收回',
  send: '发送留言',
  sending: '正在发送…',
  sent: '留言已发出。',
  lost: '还没收到回音。写的还在，再试一次不会重复。',
  files: '材料',
  documents: '文书',
  links: '有关的办件',
  bookAgain: '再约一次',
  bookAgainWhy: '上次填的都留着，选个时间就行。',
  applyAgain: '再申请一次',
  applyAgainWhy: '上次填的都带过来，改一改就能交。',
  otherSteps: '别的步骤',
  otherStepsText: (count: number) => `还有 ${count} 步`,
  seen: '谁看过我的信息',
  seenText: '每次查看都有记录',
  refreshed: '已经换成最新情况：',
  done: '办好了：',
  openNew: (number: string) => `打开新办件 ${number}`,
  optional: '（可不填）',
  close: '先不办',
  reveal: '查看完整',
  revealWhy: '为什么要查看',
  covered: '已遮住',
  revealHint: '理由会留下记录，当事人看得到。',
  revealGo: '查看',
  revealNot: '不看了',
  applicant: '申请人',
  phone: '登录电话',
  name: '姓名',
  handler: '承办人',
  nobody: '还没有人接手',
  told: '申请人看到的是',
  dial: '拨打',
  dangerText: '话里提到了危险，请先联系，必要时帮助报警、急救。',
} as const

/** What a kind of case has besides, for those who work on it. */
export const BESIDE: Readonly<Record<string, { title: string; detail: string }>> = {
  mediation: { title: '随手记和卷宗', detail: '现场记的、照片、录音，十三项缺什么' },
  legal_aid: { title: '申请和材料对照', detail: '申请内容、条件和每一项材料摆在一起看' },
}

/** How a linked case belongs to this one. */
export const LINK_NAME: Readonly<Record<string, string>> = {
  continues: '原来的办件',
  continued_by: '后来接着办的',
}

export const CLOCK_STATE: Readonly<Record<CaseClock['state'], string>> = {
  running: '',
  paused: '暂停',
  met: '已办',
  missed: '超期',
  ended: '',
}

export const FIELD_LABEL: Readonly<Record<Field, string>> = {
  name: '称呼或姓名',
  phone: '联系电话',
  story: '事情经过',
  id_number: '证件号码',
  address: '住址',
  other_side: '对方联系方式',
}

type Audience = Case['audiences'][number]
type Voice = 'party' | 'office'
type ToWhom = { text: string; hint: string; send: string }

/** In a case with two sides: to whom a message goes. */
export const TO_WHOM: Readonly<Record<Voice, Readonly<Record<Audience, ToWhom>>>> = {
  party: {
    staff: { text: '只给调解员', hint: '对方看不到，调解员也不会告诉对方', send: '发给调解员' },
    all: { text: '双方都看', hint: '对方也会看到', send: '发给双方' },
    applicant: { text: '申请方', hint: '', send: '发送留言' },
    other_side: { text: '对方', hint: '', send: '发送留言' },
  },
  office: {
    all: { text: '双方', hint: '申请方和对方都看得到', send: '发给双方' },
    applicant: { text: '申请方', hint: '对方看不到', send: '只发给申请方' },
    other_side: { text: '对方', hint: '申请方看不到', send: '只发给对方' },
    staff: { text: '只在内部', hint: '双方都看不到', send: '记在内部' },
  },
}

export const READ_BY: Readonly<Record<Voice, Readonly<Record<Audience, string>>>> = {
  party: {
    staff: '只有你和调解员看得到',
    all: '双方都看得到',
    applicant: '只有你和调解员看得到',
    other_side: '只有你和调解员看得到',
  },
  office: {
    staff: '双方看不到',
    all: '双方都看得到',
    applicant: '申请方看得到，对方看不到',
    other_side: '对方看得到，申请方看不到',
  },
}
