import * as v from 'valibot'

import { LEVELS } from '#domain/region'
import { Limit, list, RegionCode } from './common.ts'
import { endpoint } from './endpoint.ts'

export const Region = v.object({
  code: v.string(),
  name: v.string(),
  level: v.picklist(LEVELS),
  /** Null for a province. */
  parent: v.nullable(v.string()),
  /** Names from the province down to the region itself, a space between: 湖南省 怀化市 溆浦县 卢峰镇. */
  path: v.string(),
})
export type Region = v.InferOutput<typeof Region>

/** `parent` lists the places directly below it, `q` searches, neither gives the provinces that are served. */
export const listRegions = endpoint({
  method: 'GET',
  path: '/regions',
  access: 'anyone',
  summary: '行政区划：下一级（parent），或按名称、路径、拼音首字母查找（q）',
  query: v.pipe(
    v.object({
      parent: v.optional(RegionCode),
      q: v.optional(v.pipe(v.string(), v.maxLength(60, '最多写 60 个字，请缩短一些'))),
      limit: Limit,
    }),
    v.forward(
      v.check(({ parent, q }) => parent === undefined || q === undefined, 'parent 和 q 只能用一个'),
      ['q'],
    ),
  ),
  reply: list(Region),
  status: 200,
})
