import * as v from 'valibot'

import { KINDS } from './case.ts'
import { Instant } from './common.ts'
import { endpoint } from './endpoint.ts'

const Plain = v.union([v.pipe(v.string(), v.maxLength(5000)), v.number(), v.boolean(), v.null()])
const Shape = v.union([Plain, v.pipe(v.array(Plain), v.maxLength(100))])
/** What a field of a form can hold: no nesting, however deep. */
const Value = v.custom<unknown>((value) => v.is(Shape, value), '这一项的内容不对，请重新填写')

/** Field name → what was typed and when; the later one wins, field by field. */
export const Draft = v.record(v.pipe(v.string(), v.maxLength(60)), v.object({ value: Value, at: Instant }))
export type Draft = v.InferOutput<typeof Draft>

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/drafts/:kind',
  access: 'signed_in',
  summary: '保存草稿，与已存的逐项合并后返回',
  body: v.object({ fields: Draft }),
  reply: v.object({ fields: Draft }),
  status: 200,
})

export const readDraft = endpoint({
  method: 'GET',
  path: '/drafts/:kind',
  access: 'signed_in',
  summary: '取回草稿；没有时为空',
  reply: v.object({ fields: Draft }),
  status: 200,
})

export const DraftKind = v.picklist(KINDS)
