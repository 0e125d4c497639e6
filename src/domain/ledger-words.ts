import type { Flag, Presence, Result, Service, Verification, Way } from './ledger.ts'

export const WAY_NAME: Readonly<Record<Way, string>> = {
  on_site: '现场坐班',
  at_home: '上门',
  telephone: '电话',
  group: '微信群',
  video: '视频',
  online: '网上答复',
}

export const SERVICE_NAME: Readonly<Record<Service, string>> = {
  consultation: '法律咨询',
  lecture: '法治讲座',
  mediation: '纠纷调解',
  drafting: '代写文书',
  aid_guidance: '法律援助引导',
  review: '村规民约及合同审查',
  sweep: '参与排查',
  opinion: '为村两委出具意见',
  visit: '进村服务',
  other: '其他',
}

export const RESULT_NAME: Readonly<Record<Result, string>> = {
  solved: '当场解决',
  to_mediation: '转调解',
  to_legal_aid: '转法律援助',
  to_other: '转其他',
  follow_up: '继续跟进',
}

export const VERIFICATION_NAME: Readonly<Record<Verification, string>> = {
  waiting: '等待确认',
  by_contact: '村（社区）联络员已确认',
  by_resident: '服务对象已确认',
}

export const FLAG_NAME: Readonly<Record<Flag, string>> = {
  two_places: '同一时间在两个村',
  far_apart: '签到和签退的位置相距太远',
  too_short: '在村里不到半小时',
  far_from_village: '签到或签退的位置不在这个村附近',
  place_unknown: '只有定位，还没有这个村的位置可以核对',
}

export const PRESENCE_NAME: Readonly<Record<Presence, string>> = {
  village_code: '扫村码',
  location: '定位',
}
