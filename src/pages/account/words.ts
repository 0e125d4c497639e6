export const SESSIONS = {
  title: '登录的设备',
  why: '这些设备登录着你的账户。有不认识的，让它退出。',
  current: '这一部',
  used: '最近使用',
  until: '到期',
  end: '让它退出',
  endAsk: '让这部设备退出登录吗？',
  endText: '它会马上退出。要再用，须重新收验证码登录。',
  keep: '先不动',
  failed: '没有成功',
} as const

export const ACCESS_LOG = {
  title: '谁看过我的信息',
  why: '工作人员每次查看你被遮住的信息，都要写明理由，都记在这里，谁也改不了。',
  none: '还没有人查看过',
  noneText: '平时工作人员看到的是遮住的姓名和电话。',
  reason: '理由',
  more: '看更早的',
} as const

export const MY_DATA = {
  title: '我的信息',
  correct: '更正',
  name: '姓名',
  nameWhy: '工作人员这样称呼你',
  save: '保存',
  saved: '已经改好了。',
  phone: '手机号',
  noPhone: '还没有绑定',
  phoneText: '换了手机号，请打 12348，核实后由工作人员更正。',
  copy: '留一份副本',
  copyWhy: '你的账户、办件、登录记录、谁看过你的信息，一份都不少。',
  take: '取一份副本',
  takenWeb: '已经下载到这部设备，请自己保管好。',
  takenMini: '已经复制，可以粘贴到备忘录或发给自己。请自己保管好。',
  cancel: '注销账户',
  cancelText: '注销以后不能恢复。',
  ask: '真的要注销账户吗？',
  deletes: '会马上删除',
  deletesWhat: [
    '登录方式（手机号、微信绑定）和所有设备上的登录',
    '所在的村（社区）和没有提交的草稿',
    '不用归档的办件；没有办件要归档时，连同姓名和手机号',
  ],
  keeps: '依法必须保存、只封存不使用',
  keepsWhat: [
    '已经办理的办件记录和其中的姓名、手机号（个人信息保护法 第四十七条第二款；档案法 第十三条）',
    '操作日志，至少六个月（网络安全法 第二十三条）',
  ],
  openCases:
    '还有没办完的办件时不能注销（别人请你调解的也算）。请先取消，或等办完。签好的调解协议，等该做的都做完、申请司法确认的期限也过了，再注销。',
  yes: '注销账户',
  no: '不注销',
  gone: '账户已经注销',
  deleted: '已经删除',
  kept: '依法保存，只封存不使用',
  home: '回到首页',
} as const

type Purpose = { what: string; why: string; must: boolean }

export const PRIVACY = {
  title: '隐私',
  ask: '我们怎样用你的信息',
  basis:
    '提供公共法律服务是司法行政机关的法定职责，为此必需的信息不需要你另外同意（个人信息保护法 第十三条第一款第三项），但都要告诉你。可不填的，不填也照样办。',
  what: '用了哪些，为什么',
  must: '必需',
  optional: '可不填',
  keep: '保存多久',
  keepText:
    '账户信息保存到你注销为止；办件按档案的保存期限保存，到期销毁；登录和操作日志保存不少于六个月。都存放在境内，姓名、电话、所说的事加密保存。',
  whoSees: '谁看得到',
  whoSeesText: '只有经手的工作人员。平时看到的是遮住的姓名和电话；要看完整的须写明理由，你随时查得到。',
  rights: '你可以',
  rightsText: '查看、复制、更正、删除、注销，都在“我的信息”里；不满意可以打 12348 投诉，或向网信部门举报。',
  who: '谁在处理',
  whoText: '为你服务的县（市、区）司法局。联系电话 12348。',
  guide: '微信里的隐私保护指引',
} as const

export const PURPOSES: readonly Purpose[] = [
  { what: '手机号', why: '登录，回电，找回你的办件', must: true },
  { what: '所在的村（社区）', why: '找到为你服务的热线和律师', must: true },
  { what: '你说的事', why: '让接听的人事先准备，答复你', must: true },
  { what: '姓名或称呼', why: '知道怎样称呼你', must: false },
  { what: '替谁办、是什么关系', why: '弄清是谁的事', must: false },
  { what: '语言或方言、无障碍需要', why: '安排听得懂、帮得上的人', must: false },
]
