import type { StaffRole } from '#domain/actor'

/** Invented people and bodies of the demo; every one is marked 演示 wherever it is shown. */
export const CITY = '431200000000'
export const XUPU = '431224000000'
export const HECHENG = '431202000000'
export const LUFENG = '431224100000'

export type DemoOrganisation = { id: string; name: string; kind: string; regionCode: string }

export const hotlineOf = (county: { code: string; name: string }): DemoOrganisation => ({
  id: `demo-hotline-${county.code.slice(0, 6)}`,
  name: `${county.name}12348热线（演示）`,
  kind: 'hotline',
  regionCode: county.code,
})

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  { id: 'demo-city', name: '怀化市司法局（演示）', kind: 'city', regionCode: CITY },
  { id: 'demo-bureau-431224', name: '溆浦县司法局（演示）', kind: 'bureau', regionCode: XUPU },
  { id: 'demo-aid-431224', name: '溆浦县法律援助中心（演示）', kind: 'legal_aid_centre', regionCode: XUPU },
  { id: 'demo-office-lufeng', name: '卢峰镇司法所（演示）', kind: 'judicial_office', regionCode: LUFENG },
  {
    id: 'demo-committee-lufeng',
    name: '卢峰镇人民调解委员会（演示）',
    kind: 'committee',
    regionCode: LUFENG,
  },
]

export type DemoStaff = {
  phone: string
  name: string
  role: StaffRole
  organisationId: string
  regionCode: string
}

const staff = (phone: string, name: string, role: StaffRole, organisationId: string, regionCode: string) => ({
  phone: `139000${phone}`,
  name: `${name}（演示）`,
  role,
  organisationId,
  regionCode,
})

export const STAFF: readonly DemoStaff[] = [
  staff('00101', '何接线', 'hotline_operator', 'demo-hotline-431224', XUPU),
  staff('00102', '贺接线', 'hotline_operator', 'demo-hotline-431202', HECHENG),
  staff('00109', '向班长', 'hotline_head', 'demo-hotline-431224', XUPU),
  staff('00111', '舒律师', 'duty_lawyer', 'demo-hotline-431224', XUPU),
  staff('00301', '谌调解', 'mediator', 'demo-committee-lufeng', LUFENG),
  staff('00311', '严秘书', 'committee_secretary', 'demo-committee-lufeng', LUFENG),
  staff('00401', '覃审查', 'legal_aid_reviewer', 'demo-aid-431224', XUPU),
  staff('00409', '夏主任', 'legal_aid_head', 'demo-aid-431224', XUPU),
  staff('00501', '邓科长', 'bureau_officer', 'demo-bureau-431224', XUPU),
  staff('00601', '戴所长', 'township_officer', 'demo-office-lufeng', LUFENG),
  staff('00901', '管理员', 'city_admin', 'demo-city', CITY),
]
