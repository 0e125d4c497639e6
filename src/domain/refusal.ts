export const REFUSALS = {
  invalid: 422,
  malformed: 400,
  sign_in_first: 401,
  not_yours: 403,
  not_found: 404,
  not_now: 409,
  stale: 409,
  full: 409,
  in_progress: 409,
  key_reused: 422,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
  broken: 500,
} as const

export type RefusalCode = keyof typeof REFUSALS

/** What the citizen reads when nothing more exact was said: each tells what to do next. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, string>> = {
  invalid: '有几处需要改一下，请看标红的地方',
  malformed: '请求的格式不对，请更新到最新版本后再试',
  sign_in_first: '请先登录',
  not_yours: '这项操作不在你的职责范围内',
  not_found: '没有找到，可能已经变动，请返回上一页重新打开',
  not_now: '现在不能做这一步，请刷新看看最新进展',
  stale: '刚才有人先办了一步，请看过最新情况再操作',
  full: '这个时间刚刚约满了，请另选一个',
  in_progress: '上一次提交还在处理，请稍等几秒再看结果',
  key_reused: '这次提交与上一次的内容不同，请重新提交',
  too_large: '内容太大了，请减少一些再提交',
  too_many: '操作太频繁了，请稍后再试',
  unavailable: '服务暂时连不上，请稍后再试；急事请直接拨打 12348',
  broken: '我们这边出错了，已经记录。请稍后再试；急事请直接拨打 12348',
}

/** Field name → what to do, in words for the citizen. */
export type FieldProblems = Readonly<Record<string, string>>

/** A "no" with its reason. Nothing has been changed when it is thrown. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly fields: FieldProblems | undefined
  readonly more: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode,
    words: string = REFUSAL_WORDS[code],
    more: { fields?: FieldProblems; [name: string]: unknown } = {},
  ) {
    super(words)
    const { fields, ...rest } = more
    this.code = code
    this.fields = fields
    this.more = rest
  }
}

export const invalid = (fields: FieldProblems): Refusal =>
  new Refusal('invalid', Object.values(fields)[0], { fields })
