import type { IconName } from '#components/Icon'
import type { Seats } from '#domain/calendar-of-visits'
import type { Stage } from '#domain/inquiry'

/** Words of the residents' pages of village advisers. */
export const FIND = {
  title: '找村法律顾问',
  ask: '找哪个村的法律顾问？',
  why: '每个村（社区）都有人答复，问多少次都不收费。',
  mineOpen: '我住的村：看看是谁，什么时候来',
  search: '村名、顾问姓名或律所',
  searchHint: '写一部分就行，也可以写拼音首字母，如“jhy”',
  villages: '村（社区）',
  advisers: '法律顾问',
  none: '没有找到',
  noneText: '换一个字试试，例如只写村名的前两个字；也可以清空后一级一级地选。',
  scan: '扫村里公示牌上的码',
  scanUnknown: '这不是公示牌上的码。请换个角度再扫一次，或输入码下面的 7 位数字。',
  codeFold: '有公示牌上的村码？',
  codeFoldHint: '村委会、便民服务站的公示牌上，码下面的 7 位数字',
  code: '村码',
  codeHint: '7 位数字',
  codeGo: '打开',
  tree: '一级一级地选',
} as const

export const LINE = {
  call: '现在就打 12348',
  hint: '免费法律咨询，随时打',
} as const

export const ADVISER = {
  title: '村法律顾问',
  of: (village: string) => `${village}的法律顾问`,
  find: '找别的村',
  makeMine: '这是我住的村，记住它',
  madeMine: '记住了，以后首页直接打开这个村。',
  ask: '写下来问',
  askElder: '写下来问律师',
  call: '打电话',
  callLine: '打 12348',
  callName: (name: string) => `打电话给${name}`,
  callNumber: (phone: string) => `${phone}，工作时间接听`,
  callHint: '工作时间接听；没人接，就写下来问',
  next: '下次到村里',
  nextNone: '还没有排下次到村里的时间。',
  nextNoneText: '不用等：可以写下来问，也可以打电话。',
  seats: (free: number) => `还能约 ${free} 人，不约也可以直接去`,
  book: '约这一次',
  remote: '线上值守',
  bookRemote: '约个时间通话',
  bookElder: '约他（她）见面或通话',
  otherTimes: '看别的时间',
  free: '不收费，问多少次都行',
  speaks: (languages: readonly string[]) => `会说${languages.join('、')}`,
  usual: (measured: string) => `${measured}（按最近的答复算出来的）`,
  within: (hours: number) => `${hours} 小时内答复`,
  usualNone: '答复还不多，平时多久答复暂时算不出来',
  promise: '写下来问，什么时候有回音',
  thenTo: '到时没有答复，自动转给下面这些人，不用再问一遍：',
  nowBy: (who: string) => `现在由${who}答复`,
  meet: (name: string, place: string) => `${name} · ${place}`,
  licence: '资质怎么查',
  licenceHint: '执业证号和所在机构',
  firm: '所在机构',
  copy: '复制证号',
  copied: '已复制',
  serves: '服务的村（社区）',
  servesHint: (count: number) => `共 ${count} 个`,
  rules: '不收费，也不能做这些',
  rulesHint: '本地司法行政机关的规定',
  complain: '不满意怎么办',
  complainHint: '投诉、评价',
  villageRules: '看本村的村规民约',
  villageRulesHint: '已备案，谁都可以看',
  details: '关于这位法律顾问',
  away: (day: string) => `请假到 ${day}`,
  photo: (name: string) => `${name}的照片`,
} as const

/** Why a seat in a visit cannot be booked, and what to do then. */
export const UNBOOKED: Readonly<Record<Exclude<Seats, 'open'>, string>> = {
  full: '约满了。可以直接去，约好的人先谈；也可以看别的时间',
  too_late: '快开始了，网上约不了，直接去就行',
  not_needed: '不用预约，直接去就行',
}

/** What stands for somebody without a face. */
export const STAGE_ICON: Readonly<Record<Stage, IconName>> = {
  adviser: 'person',
  substitute: 'person',
  duty_lawyer: 'scales',
  hotline: 'phone',
}

export const ASK = {
  title: '写下来问',
  tell: '想问什么？',
  who: (who: string) => `由${who}答复`,
  private: '只有你和替你答复的人看得到。村里其他人、村干部都看不到。',
  question: '想问什么',
  questionHint: '谁、什么时候、什么事、想怎么办。写多少都行，写得越清楚答得越准。',
  questionWhy: '让法律顾问知道是什么事，好给你答复',
  example: '例如：',
  examples: '邻居盖房子，墙砌到我家宅基地上来了，有 30 厘米。我家有宅基地证，他不认。我该怎么办？',
  files: '照片或文件',
  filesHint: '合同、借条、现场照片，拍清楚就行；没有也可以',
  more: '还有要交代的（可以不填）',
  moreHint: '怎么称呼、打哪个电话、说什么话',
  name: '怎么称呼你？',
  nameHint: '例如：张大姐',
  nameWhy: '答复时好称呼，不用写全名',
  phone: '要打电话时，打哪个？',
  phoneMine: (phone: string) => `不填就打你登录的号码 ${phone}`,
  phoneLater: '不填就打你登录用的号码',
  phoneWhy: '说不清楚时，法律顾问打电话问你',
  language: '说什么话方便？',
  languageHint: '例如：溆浦话、苗语',
  languageWhy: '打电话时尽量用你听得懂的话',
  submit: '交给法律顾问',
  signIn: '登录并提交',
  sending: '正在提交…',
  signInWhy: '最后一步要用手机号登录一下，写的都会留着。',
  saved: '写的内容会自动存好，随时可以回来接着写。',
  retry: '再试一次',
  lostTitle: '还没收到回音',
  lostText: '可能是网络不好。写的都还在，再试一次不会问两遍。',
  unsureTitle: '上次提交没有收到回音',
  unsureText: '不知道有没有送到。点“再试一次”，我们先查上次那份：送到了就直接给你编号，不会问两遍。',
  fixFirst: '有几处要改一下，改好再提交。',
  danger: '打这些电话都不用等。问题也可以接着写。',
  next: '下一步',
  back: '上一步',
  edit: '改',
  check: '看一看，对不对？',
  noVillage: '先选一个村',
  noVillageText: '知道是哪个村，才能交给那个村的法律顾问。',
  choose: '去选村',
  noAsk: '这里现在只能打电话',
  noAskText: '这个村暂时没有人在网上答复。打电话一样不收费。',
  count: (typed: number, most: number) => `${typed} / ${most} 字`,
} as const

export type AskStep = 'topic' | 'question' | 'check'
export const STEP_NAME: Readonly<Record<AskStep, string>> = {
  topic: '是哪方面的事',
  question: '想问什么',
  check: '看一看',
}

export const ASKED = {
  title: '问题已送到',
  hint: (who: string) => `已交给${who}。`,
  promised: '最晚什么时候答复',
  number: '编号',
  numberHint: '打 12348 时报这个编号，工作人员就能找到你问的事。',
  open: '看进展，或者补充几句',
  remind: '有答复时提醒我',
  reminded: '好的，有答复时会在微信里提醒你一次。',
  notReminded: '没有打开微信提醒。“办件”里随时能看到答复。',
  next: '接下来',
  steps: [
    '法律顾问看到你的问题，会写明依据的法律、能怎么办、去哪里办。',
    '说得不清楚的，会在这里问你，也可能打电话。',
    '到时间没有人答复，自动转给下一位，你会看到现在在谁那里。',
    '答复后还可以接着问，都在同一件里。',
  ],
  urgent: '如果情况紧急，不用等：报警 110，急救 120，法律热线 12348。',
} as const

export const TIMES = {
  title: '约时间',
  ask: '什么时候方便？',
  hint: (name: string) => `和${name}见面或通话，不收费。约好后会提醒你。`,
  visits: '到村里见面',
  remote: '在家通话',
  how: '怎样通话',
  callBack: '打电话给我',
  video: '视频',
  seats: (free: number) => `还能约 ${free} 人`,
  more: (left: number) => `看后面的 ${left} 个时间`,
  go: (when: string) => `就约 ${when}`,
  choose: '请先选一个时间',
  none: '这两个星期没有能约的时间',
  noneText: '不用等。可以写下来问，也可以打电话。',
  ask2: '写下来问',
} as const

export const RULES = {
  title: '村规民约',
  clause: (n: number) => `第 ${n} 条`,
  passed: (day: string) => `${day}村民会议通过`,
  filed: (day: string) => `${day}备案`,
  none: '还没有备案的村规民约',
  noneText: '村里提交、法律顾问审查、乡镇备案后，会在这里公开。',
  wrong: '觉得哪一条不合法？',
  wrongText: '可以写下来问村法律顾问，也可以打 12348。',
  ask: '问村法律顾问',
} as const

export const CONFIRM = {
  title: '确认服务',
  ask: '法律顾问答复你了吗？',
  hint: (number: string) => `编号 ${number}。本人确认过的，才算顾问做了这件事。`,
  text: '只确认有没有这回事，不是打分。满意不满意，可以在办件里评价；有意见可以打 12348。',
  yes: '答复了，我确认',
  no: '没有答复我',
  noText: '不用确认。可以在办件里接着问，也可以打 12348 反映。',
  done: '谢谢，已经记下',
  back: '回到办件',
} as const

export const THREAD = {
  title: '问答和进展',
  now: (who: string) => `现在由${who}答复`,
  state: { past: '没答', now: '现在', next: '下一位' },
  said: '问答全文',
  none: '没有找到这件提问',
  back: '去补充、接着问',
} as const
