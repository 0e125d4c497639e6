export const DANGER_WORDS = {
  title: '依法报告',
  first: '人身安全在前：先打 110、120，再来记。',
  what: '是哪种危险',
  to: '报告给了谁',
  receipt: '接报单位、接报人或回执编号',
  means: '班长会马上看到。当事人看不到这一步。',
  go: '记下报告',
} as const
