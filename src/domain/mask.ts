const COMPOUND_SURNAMES =
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 司空 长孙 宇文 端木 轩辕 南宫 独孤 百里 呼延 西门 东郭 南门 公羊 公冶 澹台 宗政 濮阳 淳于 单于 太叔 申屠 公西 钟离 闾丘 鲜于 司寇 仲孙 子车 颛孙 巫马 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 东门 左丘 梁丘 第五 完颜 纳兰 赫连'.split(
    ' ',
  )

/** 张*, 欧阳*. A name of two characters has a surname of one. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  const surname = characters.slice(0, 2).join('')
  const shown = characters.length > 2 && COMPOUND_SURNAMES.includes(surname) ? surname : characters[0]
  return shown ? `${shown}*` : ''
}

/** 138****1234, 0745-****567. Numbers of services are nobody's; anything unknown is hidden whole. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  if (/^\d{3,6}$|^[48]00\d{7}$/.test(phone)) return phone
  const [, area, end] = /^(0\d{2,3})-?\d{4,5}(\d{3})(?:-\d+)?$/.exec(phone) ?? []
  return area ? `${area}-****${end}` : '****'
}

/** 4301**********001X, for staff who need it. */
export const maskIdNumber = (number: string): string =>
  /^\d{17}[\dXx]$/.test(number) ? `${number.slice(0, 4)}**********${number.slice(-4)}` : '****'

/** From the finest to the coarsest part of an address that may be shown. */
const SHOWN = [
  /^(?:\D*?(?:乡|镇|街道))?[^\d路街号栋]{1,20}?(?:村委会|居委会|社区|村(?![村社委]))/,
  /^\D*?(?:乡|镇|街道)/,
  /^\D*?(?:县|旗|[^小园校厂矿]区)/,
  /^\D*?[市州]/,
]

/** Down to the village and no further: 溆浦县卢峰镇桔花园村****. */
export function maskAddress(address: string): string {
  const shown = SHOWN.map((part) => part.exec(address.trim())?.[0]).find(Boolean)
  return shown === address.trim() ? shown : `${shown ?? ''}****`
}

/** Kind and county of a case number: enough to tell that there is one, not which. */
export const maskCaseNumber = (number: string): string => `${number.slice(0, 8)}-****`
