import type { Channel, HotlineAction, HotlineStatus } from './hotline.ts'

export const CHANNEL_NAME: Readonly<Record<Channel, string>> = {
  call_back: '电话回拨',
  video: '视频咨询',
  visit: '到场咨询',
}

/** What the status means for the resident, and what happens next. */
export const HOTLINE_STATUS: Readonly<Record<HotlineStatus, { text: string; next: string }>> = {
  booked: { text: '已预约', next: '到时间我们会联系你，请保持电话畅通' },
  claimed: { text: '已有人接手', next: '值班人员正在准备，到时间就联系你' },
  answered: { text: '已答复', next: '答复写在下面，可以随时回来看' },
  unreachable: { text: '没有联系上', next: '我们多次联系没有接通。可以再约一个时间，或直接拨打 12348' },
  cancelled: { text: '已取消', next: '需要时可以再约，或直接拨打 12348' },
}

export const HOTLINE_ACTION: Readonly<Record<HotlineAction, { ask: string; done: string }>> = {
  reschedule: { ask: '改时间', done: '改了预约时间' },
  cancel: { ask: '取消预约', done: '取消了预约' },
  claim: { ask: '我来接这件', done: '接手了这件预约' },
  release: { ask: '交还', done: '交还给同组' },
  record_missed: { ask: '没有接通', done: '联系了一次，没有接通' },
  record_answer: { ask: '接通了，记答复', done: '作了答复' },
  refer: { ask: '告诉去处', done: '说明了可以去哪里办' },
  hand_on: { ask: '转办', done: '转成了另一件办件' },
  report_danger: { ask: '依法报告', done: '依法作了报告' },
  acknowledge_danger: { ask: '看过了', done: '看过了危险提示' },
}

/** How often we called in vain, for the resident. */
export const attemptsText = (attempts: number, retryOn: string | null): string =>
  `已联系 ${attempts} 次没有接通${retryOn ? `，${retryOn} 左右再联系你。也可以改一个方便的时间` : ''}`
