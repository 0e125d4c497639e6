export const RATE_WORDS = {
  title: '给这次服务打个分',
  hint: (house: string, day: string) => `${house}，${day}`,
  until: (day: string) => `${day}前可以评价一次，不用登录。接电话的人看不到是谁评的。`,
  score: '这次服务怎么样？',
  first: '请先选一项',
  comment: '想说的话',
  go: '提交评价',
  going: '正在提交…',
  done: '谢谢你的评价',
  doneText: '不满意的，会有别的同事在下一个工作日给你回电。',
  home: '回首页',
} as const
