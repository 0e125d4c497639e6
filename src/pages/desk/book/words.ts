/** What is done for whoever is there: a time is agreed, they are heard at once, or the adviser of the village is asked. */
export const WAYS = ['later', 'now', 'adviser'] as const
export type Way = (typeof WAYS)[number]

export const BOOK_WORDS = {
  title: '替人登记预约',
  hint: '人在电话里、窗口前，没有用手机程序的。登记后对方用这个手机号登录，报办件编号就能看到。',
  way: '怎样办',
  phone: '对方的手机号',
  phoneFinds: '对方用这个号码登录就能找到',
  phoneHint: '到时间打这个号码',
  name: '怎么称呼',
  nameHint: '例如：向奶奶',
  cameBy: '怎么来的',
  desk: '哪个岗位',
  channel: '到时候怎样联系',
  day: '哪一天',
  time: '几点',
  pickDay: '请选一天',
  pickTime: '请选一个时间',
  topic: '哪方面的事',
  pickTopic: '请选择',
  needTopic: '请选择是哪方面的事',
  wrong: '有几处要补上，看标红的地方。',
  summary: '一句话说说是什么事',
  summaryHint: '对方说的，照着记。',
  question: '要问的事',
  village: '哪个村（社区）',
  villageHint: '写村名或“乡镇 村名”，再从下面选',
  pickVillage: '请选择村（社区）',
  answers: (who: string) => `由${who}答复`,
  consent: (who: string) =>
    `已告诉对方由${who}答复，对方同意转去说的事、称呼和电话（个人信息保护法第二十三条）`,
  needConsent: '请先选好村，告诉对方由谁答复，同意了再勾选',
  nobodyAnswers: '这里还没有人在网上答复提问',
  nobodyAnswersText: '请改选“现在接听”，或给对方约一个时间。',
  registered: (number: string) => `已经登记，编号 ${number}`,
  registeredText: '只是页面没有打开，不用再登记。请回到工作台，从今天的预约里打开。',
  asked: (number: string) => `已经交给答复的人，编号 ${number}`,
  askedText: '把编号告诉对方：用这个手机号登录、报编号就能看到答复。答复只给对方看。',
  back: '回到工作台',
  sayWho: '别人接电话，可以说我们是 12348',
  sayWhoHint: '对方不想让家里人知道的，关掉它',
  leave: '可以发短信、留言',
  leaveHint: '对方说手机别人也会看的，关掉它',
  left: (free: number) => `余 ${free}`,
  noDesk: '你这里没有能登记的岗位',
  noDeskText: '只能登记到自己值班的岗位。请班长或管理员看看岗位是否停用。',
  noTime: '后面十四天都约满了',
  noTimeText: '可以请班长加开时间或名额；急的直接转给值班律师接听。',
  going: '正在登记…',
  lost: '还没收到回音。写的都还在，再点一次不会重复。',
  full: '这个时间刚刚被约走了，请另选一个。',
} as const

export const WAY_NAME: Readonly<Record<Way, { text: string; hint: string }>> = {
  later: { text: '约一个时间', hint: '到时间我们打过去，或请对方来' },
  now: { text: '现在接听', hint: '人就在电话里、窗口前：不占名额，直接记答复' },
  adviser: { text: '问村（社区）法律顾问', hint: '把要问的事交给那个村的顾问' },
}

export const WAY_GO: Readonly<Record<Way, string>> = {
  later: '登记',
  now: '现在接听',
  adviser: '交给顾问',
}
