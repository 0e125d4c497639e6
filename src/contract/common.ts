import * as v from 'valibot'

import { isDay } from '#domain/day'
import { readPhone } from '#domain/phone'

export const RegionCode = v.pipe(v.string(), v.regex(/^\d{12}$/, '请选择所在的村（社区）'))
export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64, '编号太长'))
/** ISO 8601 with +08:00. */
export const Instant = v.pipe(v.string(), v.isoTimestamp())
export const Day = v.pipe(
  v.string(),
  v.check((day) => isDay(day) && day >= '1900' && day < '2200', '日期请写成 2026-11-24 这样'),
)
const NO_SUCH_TIME = '没有这个时间，请重新选择'
/** A moment that somebody says: of a day that exists, not moved silently to the next that does. */
export const Moment = v.pipe(
  v.string(NO_SUCH_TIME),
  v.isoTimestamp(NO_SUCH_TIME),
  v.check((at) => v.is(Day, at.slice(0, 10)), NO_SUCH_TIME),
)

/**
 * What nobody sees: control and format characters (zero width, change of direction), halves of a pair that PostgreSQL
 * cannot store, and fillers that are letters or symbols by name only.
 */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u115f\u1160\u2800\u3164\uffa0]/gu
/** Anything but spaces and marks that stand on no letter. */
const SOMETHING = /[^\s\p{M}]/u

const seen = (text: string) => {
  const rest = text.replace(UNSEEN, '').trim()
  return SOMETHING.test(rest) ? rest : ''
}

/** Words from a person: what is not seen and spaces at the ends go, an empty text is refused. */
export const words = (max: number, missing: string) =>
  v.pipe(
    v.string(missing),
    v.transform(seen),
    v.minLength(1, missing),
    v.maxLength(max, `最多写 ${max} 个字，请缩短一些`),
  )

/** The same for what stands on one line of a paper, as a name does: a line break, often copied along, is a space. */
export const oneLine = (max: number, missing: string) =>
  v.pipe(
    v.string(missing),
    v.transform((text) => text.replace(/\s+/g, ' ')),
    words(max, missing),
  )

export const Phone = v.pipe(
  v.string('请填写电话号码'),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = readPhone(dataset.value)
    if ('problem' in read) {
      addIssue({ message: read.problem })
      return NEVER
    }
    return read.phone
  }),
)

/** A whole number that came as text in the query. */
const count = (otherwise: number, max: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,6}$/, '请填写数字'),
      v.transform(Number),
      v.minValue(1),
      v.maxValue(max),
    ),
    String(otherwise),
  )

export const Limit = count(20, 100)
/** The same in a body, where numbers are numbers. */
export const BodyLimit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 20)
export const Cursor = v.optional(v.pipe(v.string(), v.maxLength(200)))

export const page = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ items: v.array(item), next: v.nullable(v.string()) })

export const list = <Item extends v.GenericSchema>(item: Item) => v.object({ items: v.array(item) })
