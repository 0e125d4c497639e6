import * as v from 'valibot'

import { ORGANISATION_KINDS } from '#domain/organisation'
import { ADMIN, Address, PublicPhone, RegionCode, Search } from './admin.ts'
import { oneLine, page } from './common.ts'
import { endpoint } from './endpoint.ts'

export const NewOrganisation = v.object({
  name: oneLine(60, '请填写机构名称'),
  kind: v.picklist(ORGANISATION_KINDS, '请选择机构类型'),
  regionCode: RegionCode,
  address: Address,
  phone: PublicPhone,
})
export type NewOrganisation = v.InferOutput<typeof NewOrganisation>
export const OrganisationChange = v.partial(v.object({ ...NewOrganisation.entries, active: v.boolean() }))
export type OrganisationChange = v.InferOutput<typeof OrganisationChange>

export const Organisation = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(ORGANISATION_KINDS),
  regionCode: v.string(),
  region: v.nullable(v.string()),
  address: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  active: v.boolean(),
  /** Staff who serve here, how many of them are signed in now, and desks that are open. */
  people: v.number(),
  signedIn: v.number(),
  desks: v.number(),
})
export type Organisation = v.InferOutput<typeof Organisation>

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/admin/organisations',
  access: ADMIN,
  summary: '机构',
  query: Search,
  reply: page(Organisation),
  status: 200,
})
export const addOrganisation = endpoint({
  method: 'POST',
  path: '/admin/organisations',
  access: ADMIN,
  summary: '新增机构',
  body: NewOrganisation,
  reply: Organisation,
  status: 201,
})
export const changeOrganisation = endpoint({
  method: 'PATCH',
  path: '/admin/organisations/:id',
  access: ADMIN,
  summary: '修改或停用机构；停用时其人员的登录立即失效，岗位一并停用',
  body: OrganisationChange,
  reply: Organisation,
  status: 200,
})
