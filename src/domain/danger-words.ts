import type { Danger, REPORTED_TO } from './danger.ts'

export const DANGER_NAME: Readonly<Record<Danger, string>> = {
  suicide: '自杀、自伤',
  violence: '暴力',
  child: '孩子有危险',
}

export const REPORTED_TO_NAME: Readonly<Record<(typeof REPORTED_TO)[number], string>> = {
  police: '公安机关',
  procuratorate: '人民检察院',
  women_federation: '妇联',
  civil_affairs: '民政部门',
  ambulance: '急救',
}
