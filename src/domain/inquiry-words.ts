import type { Cover, InquiryAction, InquiryStatus, Stage } from './inquiry.ts'

export const STAGE_NAME: Readonly<Record<Stage, string>> = {
  adviser: '村（社区）法律顾问',
  substitute: '代班顾问',
  duty_lawyer: '值班律师',
  hotline: '12348 热线',
}

/** What the status means for the resident, and what happens next. */
export const INQUIRY_STATUS: Readonly<Record<InquiryStatus, { text: string; next: string }>> = {
  asked: { text: '等待答复', next: '到时间没有答复的，会自动转给下一位，你不用再说一遍。急事请拨打 12348' },
  answered: { text: '已回复', next: '回复写在下面。没听懂、还有情况的，可以接着问；解决了请点“问题解决了”' },
  closed: { text: '已办结', next: '答复可以随时回来看。有新的问题可以再问' },
  withdrawn: { text: '已撤回', next: '需要时可以再问，或直接拨打 12348' },
}

type StepWords = { ask: string; done: string; means?: string; final?: boolean }

export const INQUIRY_ACTION: Readonly<Record<InquiryAction, StepWords>> = {
  answer: { ask: '答复', done: '作了答复', means: '本人会收到通知。咨询意见仅供参考' },
  ask_back: { ask: '请对方补充', done: '请你补充情况', means: '本人补充以后，答复的时间重新算' },
  refer: { ask: '告诉去处', done: '说明了可以去哪里办' },
  hand_on: { ask: '转办', done: '转成了另一件办件', means: '写过的内容一并转过去，本人不用再说一遍' },
  refuse_for_conflict: {
    ask: '因利害冲突回避',
    done: '换人答复',
    means: '转给下一位，你以后不能再看这件。原因只有工作人员能看到',
    final: true,
  },
  report_danger: { ask: '依法报告', done: '依法作了报告' },
  acknowledge_danger: { ask: '看过了', done: '看过了危险提示' },
  move_on: { ask: '转给下一位', done: '没有按时答复，自动换人答复' },
  pass_on: { ask: '换人', done: '原来的人不再负责，换人答复' },
  claim: { ask: '我来答复', done: '接手了这件提问' },
  release: { ask: '交还', done: '交还给同组', means: '交还后由同组的其他人接手，答复的时间不变' },
  follow_up: { ask: '接着问', done: '接着问' },
  close: {
    ask: '问题解决了',
    done: '办结了',
    means: '办结后不能在这里接着问，可以再提一个新的',
  },
  withdraw: { ask: '撤回提问', done: '撤回了提问', final: true },
}

type Names = { adviser?: string | undefined; substitute?: string | undefined; until?: string | undefined }

const gap = (cover: Cover, { adviser, until }: Names) =>
  cover.adviser ? `本村顾问${adviser ?? ''}请假${until ? `到${until}` : ''}` : '本村还没有配备法律顾问'

/** Why it is this one who answers, as the page says it. */
export const WHY: Readonly<Record<Stage, (cover: Cover, names: Names) => string>> = {
  adviser: (_, { adviser }) => `${adviser ?? '他'}是本村的法律顾问`,
  substitute: (cover, names) => `${gap(cover, names)}，由${names.substitute ?? '代班顾问'}代班`,
  duty_lawyer: (cover, names) => `${gap(cover, names)}，由当地的值班律师答复`,
  hotline: (cover, names) => `${gap(cover, names)}，现在也没有值班律师，由 12348 热线答复`,
}

export const promiseText = (hours: number): string =>
  `${hours} 小时内答复；到时间没有答复，自动转给下一位，你能看到现在由谁答复`
