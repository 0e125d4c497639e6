import type { Pile } from './use-piles.ts'

export const WORK_WORDS = {
  next: '领取下一件',
  nextBusy: '正在领取…',
  nothing: '现在没有到时间的预约',
  nothingHere: '你选的岗位和方式里，现在没有到时间的预约。别的可能有人在等，点“全部”看看',
  nothingText: '到时间的会自动出现在这里。',
  begins: (when: string) => `下一件${when}开始，到时间再领取。`,
  taken: (number: string) => `已领取 ${number}`,
  takenText: '先看要注意什么，再拨打电话。',
  lost: '还没收到回音。再点一次“领取下一件”不会多领。',
  back: '收起，回到当天',
  none: '这里没有办件',
  noneText: '有新的会自动出现，不用刷新。',
  board: '办件台',
  boardText: '别的办件，先到期的在前面',
  bookFor: '替人登记预约',
  bookForText: '来电话、到窗口，没有用手机程序的',
  hours: '开放时间',
  hoursText: '改时间、停办、名额，先看影响',
  lead: '班长',
  leadText: '危险提示、回访、交还、预约量',
  alarms: (count: string) => `危险 ${count}`,
  calls: '要打电话通知的人',
  callsText: '没有微信、短信也没发出去的',
  revisits: '回访',
  revisitsText: '不满意的、还没评价的，问一问；自己承办的除外',
} as const

export const PILE_NAME: Readonly<Record<Pile, string>> = {
  overdue: '已超期',
  due: '今天到期',
  claimed: '在办',
}
