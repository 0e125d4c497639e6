export const OUTCOME_WORDS = {
  checkAid: '看看我能不能申请',
  answer: '答复',
  law: '依据',
  handling: '怎样处理的',
  followUp: '后面的安排',
  group: '人群类别',
  category: '类别',
  right: '你有权申请法律援助',
  referrals: '可以去这里办',
  checked: (day: string) => `${day}核对`,
  dial: (phone: string) => `拨打 ${phone}`,
  rate: '这次办得怎么样？',
  rateHint: (day: string) => `${day}前可以评一次。办这件事的人看不到是谁评的。`,
  score: '你的评价',
  comment: '想说的话',
  rateGo: '提交评价',
  rateFirst: '先选一个评价',
  rated: (score: string) => `你的评价：${score}`,
  thanks: '谢谢你的评价。',
} as const

export const SCORES = ['5', '4', '3', '2', '1'] as const
export type Score = (typeof SCORES)[number]

export const SCORE_NAME: Readonly<Record<Score, string>> = {
  '5': '很满意',
  '4': '满意',
  '3': '一般',
  '2': '不满意',
  '1': '很不满意',
}
