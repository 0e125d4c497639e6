import type { IconName } from '#components/Icon'

export type Service = 'hotline' | 'inquiry' | 'legal_aid' | 'mediation'
type Words = { icon: IconName; name: string; line: string; elder: string }

/** The four services, in the words of those who need them. */
export const SERVICES: Readonly<Record<Service, Words>> = {
  hotline: {
    icon: 'calendar',
    name: '预约律师回电',
    line: '选个时间，律师打给你',
    elder: '约律师打给我',
  },
  inquiry: {
    icon: 'person',
    name: '问村法律顾问',
    line: '每个村都有一位律师',
    elder: '找我们村的法律顾问',
  },
  legal_aid: {
    icon: 'scales',
    name: '申请法律援助',
    line: '请不起律师，国家帮你',
    elder: '申请法律援助',
  },
  mediation: {
    icon: 'hands',
    name: '申请人民调解',
    line: '不收费，不影响打官司',
    elder: '请人来调解',
  },
}

export const HOME = {
  title: '邻法',
  elderTitle: '邻法 · 长辈版',
  noPlace: '先选你所在的村（社区）',
  changePlace: '换一个村（社区）',
  callNow: '现在就打 12348',
  callLine: '免费法律咨询，打通就有人',
  ask: '你需要什么帮助',
  elderAsk: '要我帮您做什么？',
  elderCall: '打电话问律师',
  elderCallLine: '12348，打电话不收咨询费',
  toElder: '长辈版',
  toUsual: '换回普通版',
  whereTo: '不知道该找谁？',
  whereToLine: '答几个问题，告诉你去哪里办',
  due: '要留意的事',
  nothingDue: '眼下没有要留意的事。',
  signInForDue: '登录后，你的预约和进展会显示在这里。',
  signIn: '去登录',
  notAlone: '不会用？请家人或村干部拿着您的手机一起办，也可以直接打 12348，让接线员帮您登记。',
  share: '邻法：村里的法律帮手，免费问律师',
} as const
