import type { StaffRole } from '#domain/actor'

/** Invented people and bodies of the demo; every one is marked 演示 wherever it is shown. */
export const CITY = '431200000000'
export const XUPU = '431224000000'
export const HECHENG = '431202000000'
export const LUFENG = '431224100000'
export const QIAOJIANG = '431224103000'
export const SHENGLI = '431224100001'

export type DemoOrganisation = { id: string; name: string; kind: string; regionCode: string }

export const hotlineOf = (county: { code: string; name: string }): DemoOrganisation => ({
  id: `demo-hotline-${county.code.slice(0, 6)}`,
  name: `${county.name}12348热线（演示）`,
  kind: 'hotline',
  regionCode: county.code,
})

const body = (id: string, name: string, kind: string, regionCode: string): DemoOrganisation => ({
  id: `demo-${id}`,
  name: `${name}（演示）`,
  kind,
  regionCode,
})

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  body('city', '怀化市司法局', 'city', CITY),
  body('bureau-431224', '溆浦县司法局', 'bureau', XUPU),
  body('aid-431224', '溆浦县法律援助中心', 'legal_aid_centre', XUPU),
  body('aid-431202', '鹤城区法律援助中心', 'legal_aid_centre', HECHENG),
  body('firm', '溆水律师事务所', 'law_firm', XUPU),
  body('office-lufeng', '卢峰镇司法所', 'judicial_office', LUFENG),
  body('committee-lufeng', '卢峰镇人民调解委员会', 'committee', LUFENG),
  body('committee-qiaojiang', '桥江镇人民调解委员会', 'committee', QIAOJIANG),
  body('village-shengli', '胜利社区居委会', 'village', SHENGLI),
]

export type DemoStaff = {
  phone: string
  name: string
  role: StaffRole
  organisationId: string
  regionCode: string
}

const staff = (n: number, name: string, role: StaffRole, organisation: string, regionCode: string) => ({
  phone: `13900000${n}`,
  name: `${name}（演示）`,
  role,
  organisationId: `demo-${organisation}`,
  regionCode,
})

export const STAFF: readonly DemoStaff[] = [
  staff(101, '何接线', 'hotline_operator', 'hotline-431224', XUPU),
  staff(102, '贺接线', 'hotline_operator', 'hotline-431202', HECHENG),
  staff(109, '向班长', 'hotline_head', 'hotline-431224', XUPU),
  staff(111, '舒律师', 'duty_lawyer', 'hotline-431224', XUPU),
  staff(301, '谌调解', 'mediator', 'committee-lufeng', LUFENG),
  staff(303, '米调解', 'mediator', 'committee-lufeng', LUFENG),
  staff(302, '周调解', 'mediator', 'committee-qiaojiang', QIAOJIANG),
  staff(311, '严秘书', 'committee_secretary', 'committee-lufeng', LUFENG),
  staff(312, '刘秘书', 'committee_secretary', 'committee-qiaojiang', QIAOJIANG),
  staff(401, '覃审查', 'legal_aid_reviewer', 'aid-431224', XUPU),
  staff(402, '田审查', 'legal_aid_reviewer', 'aid-431224', XUPU),
  staff(403, '蒋审查', 'legal_aid_reviewer', 'aid-431202', HECHENG),
  staff(408, '石主任', 'legal_aid_head', 'aid-431202', HECHENG),
  staff(409, '夏主任', 'legal_aid_head', 'aid-431224', XUPU),
  staff(411, '梁律师', 'legal_aid_lawyer', 'aid-431224', XUPU),
  staff(412, '唐律师', 'legal_aid_lawyer', 'aid-431224', XUPU),
  staff(413, '罗律师', 'legal_aid_lawyer', 'aid-431224', XUPU),
  staff(501, '邓科长', 'bureau_officer', 'bureau-431224', XUPU),
  staff(601, '戴所长', 'township_officer', 'office-lufeng', LUFENG),
  staff(701, '谢联络', 'village_contact', 'village-shengli', SHENGLI),
  staff(901, '管理员', 'city_admin', 'city', CITY),
]
