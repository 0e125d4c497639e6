export const REFER_WORDS = {
  title: '告诉去处',
  to: '可以去哪里办',
  choose: '请选择',
  phone: '电话',
  checked: (day: string) => `${day}核对`,
  since: (from: string) => `期限从哪天算：${from}`,
  sinceHint: '按当事人说的日子填，会算出最后一天。不清楚可以不填。',
  go: '发给当事人',
  means: '当事人会在办件里看到这张卡片，能随时回来看。',
} as const
