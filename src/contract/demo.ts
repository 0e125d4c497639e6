import * as v from 'valibot'

import { Instant, Moment } from './common.ts'
import { endpoint } from './endpoint.ts'

export const setClock = endpoint({
  method: 'POST',
  path: '/demo/clock',
  access: 'anyone',
  summary: '演示：把时间往后拨；到期的事办完后才返回',
  body: v.object({ now: Moment }),
  reply: v.object({ now: Instant }),
  status: 200,
  demo: true,
})

/** What the page must know before anything else. */
export const about = endpoint({
  method: 'GET',
  path: '/about',
  access: 'anyone',
  summary: '服务名称、是否演示、现在的时间',
  reply: v.object({
    name: v.string(),
    demo: v.boolean(),
    now: Instant,
    bookBeforeMinutes: v.number(),
    changeBeforeMinutes: v.number(),
    maxOpenBookings: v.number(),
  }),
  status: 200,
})
