import type { ACCESS_NEEDS, RELATIONS } from '#contract/hotline'

export type Relation = (typeof RELATIONS)[number]
export type AccessNeed = (typeof ACCESS_NEEDS)[number]

export const RELATION_NAME: Readonly<Record<Relation, string>> = {
  self: '我自己',
  parent: '我父母',
  child: '我孩子',
  spouse: '我爱人',
  relative: '亲戚',
  neighbour: '邻居、村民',
  worker: '工友、同事',
  other: '别的人',
}

export const ACCESS_NAME: Readonly<Record<AccessNeed, string>> = {
  none: '不需要',
  hearing: '听力不便，希望发文字',
  sight: '视力不便',
  speech: '说话不便',
  mobility: '行动不便',
  read_aloud: '不识字，请念给我听',
}

type Line = {
  label: string
  /** What is read for a value that is not text; null leaves the line out. */
  read?: (value: unknown) => string | null
}

const known = (words: Readonly<Record<string, string>>, usual: string) => (value: unknown) =>
  value === usual ? null : (words[String(value)] ?? null)

const yesNo = (yes: string, no: string) => (value: unknown) => (value === false ? no : yes)

/** What was submitted, in the order in which it is read. A field without a line here is not shown. */
export const FORM_LINES: Readonly<Record<string, Line>> = {
  summary: { label: '什么事' },
  question: { label: '问题' },
  story: { label: '经过' },
  name: { label: '称呼' },
  phone: { label: '联系电话' },
  relation: { label: '替谁办', read: known(RELATION_NAME, 'self') },
  personName: { label: '当事人' },
  maySayWhoWeAre: {
    label: '别人接电话',
    read: yesNo('可以说我们是 12348', '不要说我们是谁'),
  },
  mayLeaveMessage: { label: '没接通时', read: yesNo('可以留言或发短信', '不要留言，不要发短信') },
  language: { label: '说什么话' },
  accessNeed: { label: '需要照顾', read: known(ACCESS_NAME, 'none') },
  deskName: { label: '热线岗位' },
}
