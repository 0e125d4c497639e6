import * as v from 'valibot'

import { Case, CaseSummary } from './case.ts'
import { Day, Id, Instant, list } from './common.ts'
import { endpoint } from './endpoint.ts'

/** Who serves at a hotline desk, and who leads the shift. */
const DESK = ['hotline_operator', 'hotline_head', 'duty_lawyer'] as const
const HEAD = ['hotline_head'] as const

export const takeNext = endpoint({
  method: 'POST',
  path: '/desk/next',
  access: DESK,
  summary: '接手下一件到时间的预约：紧急的在前，再按时间；没有到时间的返回空，并告诉下一件什么时候',
  body: v.object({ deskId: v.optional(Id) }),
  reply: v.object({
    case: v.nullable(Case),
    /** When the next one begins, if none is due now. */
    nextAt: v.nullable(Instant),
  }),
  status: 200,
  keyed: true,
})

const Release = v.object({
  at: Instant,
  caseId: v.string(),
  number: v.string(),
  by: v.string(),
  reason: v.nullable(v.string()),
})
export type Release = v.InferOutput<typeof Release>

export const listReleases = endpoint({
  method: 'GET',
  path: '/desk/releases',
  access: HEAD,
  summary: '这些天交还的预约，最近的在前（最多 500 条）',
  query: v.object({ from: Day, to: Day }),
  reply: list(Release),
  status: 200,
})

export const listAlarms = endpoint({
  method: 'GET',
  path: '/desk/alarms',
  access: HEAD,
  summary: '等待班长查看的危险提示和依法报告，等得最久的在前',
  reply: list(v.object({ ...CaseSummary.entries, alarmAt: Instant })),
  status: 200,
})
