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
}
