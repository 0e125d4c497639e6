export const CALLS_WORDS = {
  title: '要打电话通知的人',
  hint: '没有用微信、短信也没发出去的人，由我们打电话告诉。',
  none: '没有要打的电话',
  noneText: '通知都发出去了。',
  say: '这样说',
  until: (when: string) => `${when}前打才有用`,
  tries: (tries: number) => `已经打过 ${tries} 次`,
  show: '查看号码，拨打',
  dial: '拨打',
  reached: '通知到了',
  missed: '没有打通',
  seen: '查看号码会留下记录，本人看得到。',
} as const
