export const UNREAD = {
  title: '有新消息',
  count: (unread: number) => `${unread > 99 ? '99+' : unread} 条未读`,
} as const
