import type { Channel } from '#domain/hotline'

export const DONE_WORDS = {
  title: '约好了',
  numberLabel: '预约编号',
  numberHint: '打 12348 时报这个编号，工作人员就能找到你的预约。',
  time: '时间',
  prepare: '先准备好',
  calendar: '加到手机日历',
  calendarDone: '已加到日历',
  calendarNot: '没有加成。请自己记一下时间；到时间我们照样联系你。',
  remind: '到时间提醒我',
  reminded: '好的，约定时间前会在微信里提醒你一次。',
  notReminded: '没有打开微信提醒。请记好时间，办件里随时能看到。',
  open: '看办件和进展',
  home: '回首页',
  urgent: '如果情况紧急，不用等到约定时间：报警 110，急救 120，法律热线 12348。',
  event: '12348 法律咨询',
} as const

/** What is to be ready when the time comes. */
export const PREPARE: Readonly<Record<Channel, readonly string[]>> = {
  call_back: [
    '手机充好电、有信号，别设成静音；显示的来电可能是座机号。',
    '找个说话方便的地方，准备纸和笔。',
    '把有关的东西放在手边：合同、借条、收据、聊天记录、判决书等，没有也可以。',
    '想好先说什么：谁、什么时候、什么事、你想怎么办。',
  ],
  video: [
    '用有摄像头的手机，找个安静、有网络的地方。',
    '把有关的材料放在手边，可以对着镜头给律师看。',
    '需要手语或家人帮忙的，请他们一起来。',
  ],
  visit: [
    '带上身份证，和有关的材料原件。',
    '按约定时间到窗口，报预约编号就行。',
    '行动不便的，可以请家人或村干部陪着来。',
  ],
}

export const DONE_HINT: Readonly<Record<Channel, string>> = {
  call_back: '到时间我们打给你，不用做别的。',
  video: '到时间和你视频，请先看看下面要准备什么。',
  visit: '到时间请过来，请先看看下面要准备什么。',
}
