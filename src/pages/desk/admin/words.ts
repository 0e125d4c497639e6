import type { AdminAct } from '#contract/admin'
import type { SheetKind } from '#domain/sheet'

export const ADMIN = {
  title: '管理',
  why: '机构、岗位和人员都在这里管。每一次改动都记下是谁、在什么时候做的。',
  organisations: '机构',
  organisationsText: '新增、修改、停用',
  desks: '热线岗位',
  desksText: '每周开放时间、停办日、停用',
  staff: '工作人员',
  staffText: '角色、所属机构、动态口令、停用',
  import: '用表格导入',
  importText: '机构、岗位、人员、名额，一次办完',
  changes: '最近的改动',
  changesNone: '还没有改动',
  changesNoneText: '新增、修改、停用和导入都会记在这里。',
  when: '时间',
  who: '谁',
  what: '做了什么',
  subject: '对象',
  signIn: '先登录',
  signInText: '这里只给市级管理员用。',
  toSignIn: '去登录',
  notAdmin: '这里只给市级管理员用',
  notAdminText: '需要新增或停用人员、岗位，请联系你们市的管理员。',
} as const

export const COMMON = {
  search: '查找',
  more: '再看一些',
  noneFound: '没有找到',
  noneFoundText: '换几个字试试，或清空查找看全部。',
  active: '在用',
  disabled: '已停用',
  save: '保存',
  saving: '正在保存…',
  cancel: '不改了',
  failed: '没有成功',
  change: '换一个',
  pickHint: '写一部分名称，再从下面选',
  nothingFound: '没有找到，换几个字试试',
  gone: '请从列表里重新打开',
  goneText: '刚才打开的内容已经不在这一页了。',
  toList: '回到列表',
  place: '地区',
  placeHint: '写地名，如“溆浦 卢峰”，再从下面选',
  address: '地址',
  phone: '电话',
  status: '状态',
  remove: '删掉',
} as const

export const ORGANISATIONS = {
  title: '机构',
  searchHint: '机构名称或地名',
  none: '还没有机构',
  noneText: '先新增一个机构，再给它加岗位和人员。',
  add: '新增机构',
  change: '修改机构',
  name: '机构名称',
  kind: '机构类型',
  pickKind: '请选择',
  people: '人员',
  desks: '岗位',
  disable: '停用这个机构',
  disableAsk: '停用这个机构吗？',
  enable: '重新启用',
  enableAsk: '重新启用这个机构吗？',
  enableText: '人员可以重新登录；岗位仍是停用的，请逐个启用。',
} as const

/** What disabling does, in numbers. */
export const disablingBody = (people: number, signedIn: number, desks: number): string => {
  const out = signedIn > 0 ? `，正在登录的 ${signedIn} 人马上退出` : ''
  const staff = people > 0 ? `这里的 ${people} 名工作人员不能再办件${out}。` : '这里没有工作人员。'
  return `${staff}${desks > 0 ? `${desks} 个岗位一并停用，不再接预约。` : ''}以后可以重新启用。`
}

export const DESKS = {
  title: '热线岗位',
  searchHint: '岗位、机构名称或地名',
  none: '还没有岗位',
  noneText: '新增岗位并排好每周时间，居民才能预约。',
  add: '新增岗位',
  change: '修改岗位',
  name: '岗位名称',
  organisation: '所属机构',
  channels: '怎样联系',
  meeting: '视频会议地址',
  meetingHint: '用本单位自己的会议服务，https:// 开头；写上 {room}，每次会有各自的房间。约定时间前后才显示。',
  bookings: '待办预约',
  unplanned: '没有排时间',
  hours: '每周时间',
  hoursHint:
    '没有写的时间都不开放，公共节假日自动不开放。改动只影响还没到的时间段：空的时间段跟着变，已有预约的照旧。',
  noHours: '还没有排时间，居民约不了。',
  addHours: '加一段时间',
  weekday: '星期',
  from: '开始',
  to: '结束',
  minutes: '每段分钟',
  capacity: '每段名额',
  closures: '停办日',
  closuresHint: '这几天不接预约。已有预约的日子不能停办，由班长在“开放时间”里改：会先给每个人留好别的时间。',
  addClosure: '加停办日',
  firstDay: '第一天',
  lastDay: '最后一天',
  reason: '为什么不开放',
  reasonExample: '例如：设备检修',
  added: '岗位已经新增。接着排好每周时间，居民就能预约。',
  booked: '还有这些预约',
  day: '日期',
  count: '预约',
  disable: '停用这个岗位',
  disableAsk: '停用这个岗位吗？',
  disableText: '居民不再看到它，空的时间段全部收回。以后可以重新启用。',
  enable: '重新启用',
  enableAsk: '重新启用这个岗位吗？',
  enableText: '会按每周时间重新开放时间段。',
} as const

export const rowOf = (what: string, n: number): string => `${what} 第 ${n} 行`
export const bookedText = (bookings: number): string =>
  `还有 ${bookings} 个预约没有办完，现在不能停用。可以先清空每周时间、不再接新预约，等这些办完或改走后再停用。`
export const seats = (bookings: number): string => `${bookings} 个`

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

type Span = Readonly<Record<'weekday' | 'from' | 'to' | 'minutes' | 'capacity', string>>
/** 周一 09:00–12:00 */
export const spanWords = ({ weekday, from, to }: Span): string =>
  `${WEEKDAYS[Number(weekday) - 1] ?? ''} ${from}–${to}`
export const seatWords = ({ minutes, capacity }: Span): string =>
  `每 ${minutes} 分钟一段，每段 ${capacity} 个名额`

export const STAFF = {
  title: '工作人员',
  searchHint: '姓名、完整手机号、角色、机构或地名',
  none: '还没有工作人员',
  noneText: '新增后把动态口令交给本人，就可以登录。',
  add: '新增工作人员',
  change: '修改工作人员',
  name: '姓名',
  nameWhy: '办件时这样称呼；改动由管理员维护',
  phone: '手机号',
  phoneWhy: '用它收验证码登录',
  role: '角色',
  pickRole: '请选择',
  organisation: '所属机构',
  placeHint: '管到哪里：写地名再选；一般与机构相同',
  noOtp: '没有动态口令',
  signedIn: '正在登录',
  disable: '停用',
  disableAsk: '停用这名工作人员吗？',
  disableText: '不能再用这个角色办件，所有设备上的登录马上失效。以后可以重新启用。',
  disableSelf: '这是你自己的角色：停用后你会马上退出，要由另一位管理员才能恢复。',
  enable: '重新启用',
  enableAsk: '重新启用这名工作人员吗？',
  enableText: '可以用原来的动态口令重新登录。',
  renew: '重发动态口令',
  renewAsk: '重发动态口令吗？',
  renewText: '换了手机、口令丢了才需要。旧口令马上作废，正在登录的马上退出。',
} as const

export const ENROLMENT = {
  title: '动态口令',
  once: '只显示这一次，关掉就再也看不到',
  how: '请本人用手机上的验证器（如腾讯身份验证器、Google Authenticator）扫这个码，以后登录时填上面的 6 位数字。',
  picture: '动态口令二维码',
  secret: '扫不了就手工输入',
  copy: '复制密钥',
  copied: '已经复制',
  done: '本人已经添加好',
  kept: '这个人已经有动态口令，接着用原来的。',
  added: '已经新增',
  toList: '回到列表',
} as const

export const addedName = (name: string, phone: string): string => `${name}（${phone}）`

export const IMPORT = {
  title: '用表格导入',
  why: '全部正确才导入；有一行不对，就一行也不导入，并告诉你是哪一行、怎么改。',
  what: '导入什么',
  template: '下载模板',
  templateCopied: '模板已经复制，可以粘贴到表格里。',
  file: '选择文件',
  fileHint: '从表格软件另存为 CSV。最多 5,000 行。',
  mini: '从微信聊天里选文件',
  chosen: '已选',
  paste: '或者直接粘贴',
  pasteHint: '从表格里连同列名一起复制，粘贴到这里。',
  send: '导入',
  sending: '正在导入，请不要关掉…',
  done: '导入成功',
  bad: '一行也没有导入',
  line: '行',
  reason: '怎么改',
  unsure: '没有收到结果',
  unsureText: '可能已经导入了。请先到列表里看一看，没有再重新导入。',
} as const

export const imported = (rows: number, what: string): string => `导入了 ${rows} 行${what}。`

export const SHEET: Readonly<Record<SheetKind, { name: string; hint: string }>> = {
  organisations: { name: '机构', hint: '名称、类型、地区' },
  desks: { name: '岗位', hint: '名称、所属机构、联系方式' },
  staff: { name: '人员', hint: '导入后逐人发动态口令，才能登录' },
  capacity: { name: '名额', hint: '哪个岗位、哪天几点、能约几人' },
}

export const ACT: Readonly<Record<AdminAct, string>> = {
  add_organisation: '新增机构',
  change_organisation: '修改机构',
  disable_organisation: '停用机构',
  enable_organisation: '启用机构',
  add_desk: '新增岗位',
  change_desk: '修改岗位',
  change_hours: '改了开放时间或停办日',
  disable_desk: '停用岗位',
  enable_desk: '启用岗位',
  add_staff: '新增工作人员',
  change_staff: '修改工作人员',
  disable_staff: '停用工作人员',
  enable_staff: '启用工作人员',
  renew_otp: '重发动态口令',
  import_capacity: '导入名额',
}
