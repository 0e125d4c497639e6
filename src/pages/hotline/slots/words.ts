import type { Channel } from '#domain/hotline'

export const SLOTS_WORDS = {
  title: '选时间',
  movingTitle: '改时间',
  place: '你住在哪个村（社区）？',
  placeWhy: '知道了才能找到离你近的热线岗位。不用注册，选一次就记住。',
  choosePlace: '选择村（社区）',
  changePlace: '换地方',
  desk: '由谁来联系你',
  nearby: '附近的岗位',
  channel: '怎样联系',
  day: '哪一天',
  today: '今天',
  tomorrow: '明天',
  full: '已满',
  soon: '来不及约了',
  choose: '请先选一个时间',
  noneTitle: '这里暂时没有能约的时间',
  noneText: '不用等。可以换一种方式、换一个岗位，或者现在就打 12348。',
  noneHere: '这一天没有空的时间，请换一天。',
  noDeskTitle: '你们这里还没有开通网上预约',
  noDeskText: '12348 热线随时可以打，免费，不用预约。',
  otherWays: '换一种方式',
  call: '现在就打 12348',
  callHint: '免费法律咨询电话，不用预约',
  held: '为你留的时间已经选好，点下面的按钮就行；也可以另选。',
  otherDay: '换一天',
  otherWay: '换一种联系方式',
  close: '收起',
} as const

/** How a person is reached, in plain words. */
export const CHANNEL_WORDS: Readonly<Record<Channel, { text: string; hint: string; question: string }>> = {
  call_back: { text: '打电话给我', hint: '到时间我们打给你，不花话费', question: '什么时候方便接电话？' },
  video: { text: '视频', hint: '可以打手语、看材料', question: '什么时候方便视频？' },
  visit: { text: '我过去当面谈', hint: '到窗口面对面谈', question: '什么时候方便过来？' },
}

export const everyMinutes = (desk: string, minutes: number) => `${desk} · 每次约 ${minutes} 分钟`
export const seatsLeft = (free: number) => `还有 ${free} 个`
export const dayLeft = (free: number) => `余 ${free}`
export const notBefore = (minutes: number) => `要提前 ${minutes} 分钟预约，更急的事请直接拨打 12348。`
export const bookAt = (day: string, time: string) => `就约 ${day} ${time}`
export const moveTo = (day: string, time: string) => `改到 ${day} ${time}`
export const laterDays = (days: number) => `看后面的 ${days} 天`
export const movingFrom = (time: string) => `现在约的是 ${time}。编号和办理过程不变，原来的时间会让给别人。`
