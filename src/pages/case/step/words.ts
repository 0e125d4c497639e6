import type { Input } from '#contract/field'

export const STEP_WORDS = {
  title: '办一步',
  choose: '请选择',
  day: '哪一天',
  time: '几点',
  yes: '是',
  no: '否',
  sure: (step: string) => `确定${step}`,
  ask: (step: string) => `${step}？`,
  notNow: '先不办',
  close: '先不办',
  gone: '这一步现在不用办了',
  goneText: '办件有了新的进展。回到办件，看看现在可以做什么。',
  back: '回到办件',
  more: '更多（可以不填）',
} as const

const write = (label: string) => `请填写${label}`
const choose = (label: string) => `请选择${label}`

/** What to do about a field that is empty. */
export const MISSING: Readonly<Record<Input, (label: string) => string>> = {
  line: write,
  long: write,
  count: write,
  choice: choose,
  choices: choose,
  who: choose,
  day: choose,
  moment: (label) => `请选择${label}：哪一天、几点`,
  maybe: (label) => `请选择：${label}`,
  yes: () => '同意的话，请先勾选',
  files: () => '请先添加文件',
}
