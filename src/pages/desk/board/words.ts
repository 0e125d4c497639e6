import type { Pile } from './piles.ts'

export const BOARD_WORDS = {
  title: '办件台',
  question: '先办这些',
  found: '查找结果',
  counts: (late: number, today: number) =>
    late + today === 0 ? '没有超期的，也没有今天到期的' : `超期 ${late} 件，今天到期 ${today} 件`,
  kinds: '看哪一类',
  all: '全部',
  none: '现在没有要办的',
  noneText: '有新的会自动出现，不用刷新。',
  more: '再看一些',
  due: (when: string) => `${when} 前`,
  today: '今天',
  tomorrow: '明天',
  noDue: '没有期限',
  closed: (when: string) => `${when} 办结`,
  nobody: '还没有人接手',
  mine: '我在办',
  with: (name: string) => `${name}在办`,
  bookings: '今天的预约',
  bookingsText: '热线预约、下一件、没接通的',
} as const

export const PILE_NAME: Readonly<Record<Pile, string>> = {
  overdue: '已超期',
  urgent: '紧急，马上看',
  today: '今天到期',
  later: '往后',
  closed: '已办结',
}
