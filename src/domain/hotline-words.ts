import type { AccessNeed, Channel, HotlineAction, HotlineStatus, Relation } from './hotline.ts'

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

type StepWords = {
  ask: string
  done: string
  /** Said before the step is taken. */
  means?: string | ((to: string) => string)
  /** It cannot be undone. */
  final?: boolean | ((to: string) => boolean)
}

const isLast = (to: string) => to === 'unreachable'

/** The last call in vain ends the case (HL-8). */
const missed = (to: string) =>
  isLast(to)
    ? '这是最后一次。记下后这件办结为“没有联系上”，不能恢复；当事人会收到通知，可以重新预约。'
    : '记下后过一会儿再打，不占新的名额。当事人会收到通知，可以改一个方便的时间。'

export const HOTLINE_ACTION: Readonly<Record<HotlineAction, StepWords>> = {
  reschedule: { ask: '改时间', done: '改了预约时间' },
  cancel: {
    ask: '取消预约',
    done: '取消了预约',
    means:
      '取消后这个时间会让给别人，不能恢复。以后还可以再约，12348 随时能打。只是时间不合适的话，可以改时间，不用取消。',
    final: true,
  },
  claim: { ask: '我来接这件', done: '接手了这件预约' },
  release: { ask: '交还', done: '交还给同组', means: '交还后由别的同事接手，约定的时间不变。' },
  move_on: { ask: '转给热线', done: '约定的时间过了还没有结果，转给了 12348 热线' },
  pass_on: { ask: '转给热线', done: '原来的法律顾问来不了，转给了 12348 热线' },
  call_late: { ask: '提醒超时', done: '约定的时间过了还没有办成，已提醒热线尽快处理' },
  record_missed: { ask: '没有接通', done: '联系了一次，没有接通', means: missed, final: isLast },
  record_answer: { ask: '接通了，记答复', done: '作了答复' },
  refer: { ask: '告诉去处', done: '说明了可以去哪里办' },
  hand_on: {
    ask: '转办',
    done: '转成了另一件办件',
    means: '说过的情况会一起转过去，不用再填；两件互相看得到。先问过当事人再转。',
  },
  report_danger: { ask: '依法报告', done: '依法作了报告' },
  acknowledge_danger: { ask: '看过了', done: '看过了危险提示' },
}

/** How often we called in vain, for the resident. */
export const attemptsText = (attempts: number, retryOn: string | null): string =>
  `已联系 ${attempts} 次没有接通${retryOn ? `，${retryOn} 左右再联系你。也可以改一个方便的时间` : ''}`

export const RELATION_NAME: Readonly<Record<Relation, string>> = {
  self: '我自己',
  parent: '我父母',
  child: '我孩子',
  spouse: '我爱人',
  relative: '亲戚',
  neighbour: '邻居、村民',
  worker: '工友、同事',
  other: '别的人',
}

export const ACCESS_NAME: Readonly<Record<AccessNeed, string>> = {
  none: '不需要',
  hearing: '听力不便，希望发文字',
  sight: '视力不便',
  speech: '说话不便',
  mobility: '行动不便',
  read_aloud: '不识字，请念给我听',
}

type Said = Readonly<Record<string, unknown>>

const named = (words: Readonly<Record<string, string>>, usual: string) => (value: unknown) =>
  value === usual ? null : (words[String(value)] ?? null)

const yesNo = (yes: string, no: string) => (value: unknown) => (value === false ? no : yes)

type Read = readonly [name: string, label: string, read?: (value: unknown) => string | null]

/** What was submitted, in the order in which it is read; what is as usual is not said. */
const READ: readonly Read[] = [
  ['summary', '什么事'],
  ['name', '称呼'],
  ['phone', '联系电话'],
  ['relation', '替谁办', named(RELATION_NAME, 'self')],
  ['personName', '当事人'],
  ['maySayWhoWeAre', '别人接电话', yesNo('可以说我们是 12348', '不要说我们是谁')],
  ['mayLeaveMessage', '没接通时', yesNo('可以留言或发短信', '不要留言，不要发短信')],
  ['language', '说什么话'],
  ['accessNeed', '需要照顾', named(ACCESS_NAME, 'none')],
  ['deskName', '热线岗位'],
]

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== ''

/** The form of a booking in words. */
export const hotlineLines = (form: Said): { name: string; label: string; text: string }[] =>
  READ.flatMap(([name, label, read = String]) => {
    const text = isSaid(form[name]) ? read(form[name]) : null
    return text === null ? [] : [{ name, label, text }]
  })
