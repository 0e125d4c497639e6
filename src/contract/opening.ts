import * as v from 'valibot'

import { closureProblems, openingProblems } from '#domain/opening'
import type { FieldProblems } from '#domain/refusal'
import { Day, oneLine } from './common.ts'

export const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 09:00 这样'))

/** Weekly hours: `weekday` 1 is Monday, times `HH:mm`. */
export const Opening = v.object({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  from: Time,
  to: Time,
  minutes: v.pipe(
    v.number('请填写每段多少分钟'),
    v.integer('请填写整数'),
    v.minValue(5, '每段至少 5 分钟'),
    v.maxValue(240, '每段最多 240 分钟'),
  ),
  capacity: v.pipe(
    v.number('请填写名额'),
    v.integer('请填写整数'),
    v.minValue(0, '名额不能小于 0'),
    v.maxValue(200, '名额最多 200'),
  ),
})
export type Opening = v.InferOutput<typeof Opening>
export const Closure = v.object({ from: Day, to: Day, reason: oneLine(60, '请写明为什么不开放') })
export type Closure = v.InferOutput<typeof Closure>

/** Problems of the rows among themselves, each said at its field: `openings.2.to`. */
const rows = <Row extends v.GenericSchema>(
  row: Row,
  problems: (rows: readonly v.InferOutput<Row>[]) => FieldProblems,
) =>
  v.pipe(
    v.array(row),
    v.maxLength(100, '最多 100 行'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      for (const [field, message] of Object.entries(problems(dataset.value)))
        addIssue({ message, path: pathTo(dataset.value, field) })
    }),
  )

type Path = [v.IssuePathItem, ...v.IssuePathItem[]]
function pathTo(input: unknown[], field: string): Path {
  const [, row = '0', key = ''] = field.split('.')
  const item = { type: 'array', origin: 'value', input, key: Number(row), value: input[Number(row)] } as const
  return [item, { type: 'unknown', origin: 'value', input: input[Number(row)], key, value: undefined }]
}

export const Openings = rows(Opening, openingProblems)
export const Closures = rows(Closure, closureProblems)

/** Seats that stand in the way of a closure (`bookings` of a refused change). */
export const BookedDay = v.object({ day: v.string(), bookings: v.number() })
export type BookedDay = v.InferOutput<typeof BookedDay>
