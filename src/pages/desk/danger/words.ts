import type { REPORTED_TO } from '#domain/danger'

export const DANGER_WORDS = {
  title: '依法报告',
  first: '人身安全在前：先打 110、120，再来记。',
  what: '是哪种危险',
  to: '报告给了谁',
  receipt: '接报单位、接报人或回执编号',
  means: '班长会马上看到。当事人看不到这一步。',
  go: '记下报告',
} as const

export const REPORTED_TO_NAME: Readonly<Record<(typeof REPORTED_TO)[number], string>> = {
  police: '公安机关',
  procuratorate: '人民检察院',
  women_federation: '妇联',
  civil_affairs: '民政部门',
  ambulance: '急救',
}
