import * as v from 'valibot'

/** RFC 9457, `application/problem+json`. `detail` is for the person, `code` for the program. */
export const Problem = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  code: v.string(),
  fields: v.optional(v.record(v.string(), v.string())),
  requestId: v.optional(v.string()),
})

export type Problem = v.InferOutput<typeof Problem>
