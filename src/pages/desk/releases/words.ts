export const RELEASE_WORDS = {
  title: '交还的预约',
  hint: '谁交还了哪一件、为什么。一次最多看 92 天。',
  from: '从哪一天',
  to: '到哪一天',
  look: '查看',
  none: '这些天没有人交还。',
  more: '再看一些',
  missing: '请选择日期',
  order: '结束日期不能早于开始日期',
} as const
