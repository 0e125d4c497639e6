export const EARLIER_WORDS = {
  ask: '都不合适？',
  go: '有更早的时间时通知我',
  list: '看我在等的时间',
  waiting: '记下了，有更早的时间会通知你',
  waitingText: (when: string) =>
    `${when}以前有人退约，就按先后通知你，留 15 分钟给你。最多通知三次，一天最多一次。`,
} as const
