import * as v from 'valibot'

import { CHANNELS } from '#domain/hotline'
import { isMeetingUrl } from '#domain/meeting'
import { ADMIN, Address, OrganisationId, PublicPhone, RegionCode, Search } from './admin.ts'
import { oneLine, page } from './common.ts'
import { endpoint } from './endpoint.ts'
import { Closure, Closures, Opening, Openings } from './opening.ts'

/** Of the office's own meeting service; `{room}` stands for a room of its own for each conversation. */
const MeetingUrl = v.optional(
  v.nullable(
    v.pipe(
      oneLine(300, '请填写视频会议地址'),
      v.check(isMeetingUrl, '请填写 https:// 开头的地址，可以含 {room}'),
    ),
  ),
)

export const NewDesk = v.object({
  name: oneLine(60, '请填写岗位名称'),
  organisationId: OrganisationId,
  regionCode: RegionCode,
  channels: v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1, '至少选择一种方式')),
  address: Address,
  phone: PublicPhone,
  meetingUrl: MeetingUrl,
})
export type NewDesk = v.InferOutput<typeof NewDesk>
export const DeskChange = v.partial(
  v.object({
    ...NewDesk.entries,
    active: v.boolean(),
    openings: Openings,
    closures: Closures,
  }),
)
export type DeskChange = v.InferOutput<typeof DeskChange>

export const AdminDesk = v.object({
  id: v.string(),
  name: v.string(),
  organisationId: v.string(),
  organisationName: v.string(),
  regionCode: v.string(),
  region: v.nullable(v.string()),
  channels: v.array(v.picklist(CHANNELS)),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  meetingUrl: v.nullable(v.string()),
  active: v.boolean(),
  openings: v.array(Opening),
  closures: v.array(Closure),
  /** Seats held from now on. */
  bookings: v.number(),
})
export type AdminDesk = v.InferOutput<typeof AdminDesk>

export const listAdminDesks = endpoint({
  method: 'GET',
  path: '/admin/desks',
  access: ADMIN,
  summary: '热线岗位',
  query: Search,
  reply: page(AdminDesk),
  status: 200,
})
export const addDesk = endpoint({
  method: 'POST',
  path: '/admin/desks',
  access: ADMIN,
  summary: '新增岗位',
  body: NewDesk,
  reply: AdminDesk,
  status: 201,
})
export const changeDesk = endpoint({
  method: 'PATCH',
  path: '/admin/desks/:id',
  access: ADMIN,
  summary: '修改或停用岗位、每周开放时间、停办日；已有预约的日子不能停办，返回各有几个预约',
  body: DeskChange,
  reply: AdminDesk,
  status: 200,
})
