export const REGION = {
  title: '选择村（社区）',
  ask: '你住在哪个村或社区？',
  why: '用来找到为你服务的热线和律师，记在这部手机上，随时可以换。',
  askMatter: '这件事在哪里办、发生在哪里？',
  whyMatter: '只用来找到办这件事的法律援助中心，你住的村（社区）不变。',
  search: '查找',
  searchHint: '写一部分名字、“溆浦 卢峰”，或拼音首字母',
  top: '全部',
  way: '一级一级地选',
  up: '回到',
  none: '没有找到这个名字',
  noneText: '换一个字试试，例如只写村名的前两个字；也可以在下面一级一级地选。',
  nothingBelow: '这里还没有登记下一级。',
  moreFound: '还有更多，请把名字写得更全一些。',
  many: '还有更多，请用上面的查找。',
  chosen: '当前选择',
} as const

export const rest = (count: number): string => `看其余 ${count} 个`
export const here = (name: string): string => `就选“${name}”`
export const enough = (name: string): string => `找不到我的村，先选“${name}”`
