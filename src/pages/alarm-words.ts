export const ALARM_WORDS = {
  title: '危险提示',
  /** On the way there. */
  row: '等你看的，等得最久的在前',
  hint: '等得最久的在前。打开办件看过，记下“已查看”，这里就没有了。',
  none: '没有等着看的危险提示。',
  since: (when: string) => `${when}起等着看`,
  more: '看后面的',
} as const
