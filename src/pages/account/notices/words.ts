export const NOTICES_WORDS = {
  title: '消息',
  hint: '预约、答复、改时间都会在这里告诉你。',
  none: '还没有消息',
  noneText: '有了新的消息会显示在这里，也会用微信或短信告诉你。',
  unread: '未读',
  offer: (until: string) => `这个时间给你留到${until}，点开就能约。`,
  gone: '留给你的时间已经过了。',
  more: '再看一些',
} as const
