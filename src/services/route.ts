import Taro from '@tarojs/taro'

const TABS = {
  home: '/pages/home/index',
  cases: '/pages/cases/index',
  me: '/pages/me/index',
} as const

const PAGES = {
  case: '/pages/case/index',
  step: '/pages/case/step/index',
  region: '/pages/region/index',
  signIn: '/pages/sign-in/index',
  slots: '/pages/hotline/slots/index',
  bookingForm: '/pages/hotline/form/index',
  bookingDone: '/pages/hotline/done/index',
  watches: '/pages/hotline/watches/index',
  rate: '/pages/hotline/rate/index',
  aidRoute: '/pages/legal-aid/route/index',
  aidCheck: '/pages/legal-aid/check/index',
  aidWork: '/pages/legal-aid-desk/work/index',
  aidReview: '/pages/legal-aid-desk/review/index',
  aidLawyers: '/pages/legal-aid-desk/lawyers/index',
  aidForm: '/pages/legal-aid/form/index',
  aidDone: '/pages/legal-aid/done/index',
  aidMaterial: '/pages/legal-aid/material/index',
  aidObject: '/pages/legal-aid/object/index',
  mediationRequest: '/pages/mediation/request/index',
  mediationDone: '/pages/mediation/done/index',
  invitation: '/pages/mediation/invitation/index',
  mediationAnswer: '/pages/mediation/answer/index',
  mediators: '/pages/mediation/mediators/index',
  partyRights: '/pages/mediation/rights/index',
  sessionRead: '/pages/mediation/record/index',
  agreement: '/pages/mediation/agreement/index',
  instalments: '/pages/mediation/instalments/index',
  confirmation: '/pages/mediation/confirmation/index',
  mediationWork: '/pages/mediation-desk/work/index',
  fieldCase: '/pages/mediation-desk/field/index',
  sessionPlan: '/pages/mediation-desk/plan/index',
  sessionRecord: '/pages/mediation-desk/session/index',
  agreementDraft: '/pages/mediation-desk/draft/index',
  dossier: '/pages/mediation-desk/dossier/index',
  committeeRegister: '/pages/mediation-desk/register/index',
  mediationWatch: '/pages/mediation-desk/watch/index',
  findAdviser: '/pages/advisers/find/index',
  adviser: '/pages/advisers/village/index',
  adviserSlots: '/pages/advisers/slots/index',
  ask: '/pages/advisers/ask/index',
  asked: '/pages/advisers/asked/index',
  villageRules: '/pages/advisers/rules/index',
  confirmService: '/pages/advisers/confirm/index',
  inquiryThread: '/pages/advisers/thread/index',
  adviserWork: '/pages/adviser-desk/work/index',
  adviserAnswer: '/pages/adviser-desk/answer/index',
  visits: '/pages/adviser-desk/visits/index',
  checkIn: '/pages/adviser-desk/check/index',
  remoteHours: '/pages/adviser-desk/hours/index',
  leave: '/pages/adviser-desk/leave/index',
  adviserProfile: '/pages/adviser-desk/profile/index',
  ledger: '/pages/adviser-desk/ledger/index',
  record: '/pages/adviser-desk/record/index',
  rulesOpinion: '/pages/adviser-desk/opinion/index',
  rulesReview: '/pages/adviser-desk/review/index',
  rulesDraft: '/pages/adviser-desk/draft/index',
  coverage: '/pages/adviser-desk/coverage/index',
  behindFigure: '/pages/adviser-desk/behind/index',
  importAdvisers: '/pages/adviser-desk/import/index',
  villageBoard: '/pages/adviser-desk/board/index',
  today: '/pages/desk/today/index',
  board: '/pages/desk/board/index',
  ticket: '/pages/desk/ticket/index',
  refer: '/pages/desk/refer/index',
  danger: '/pages/desk/danger/index',
  alarms: '/pages/desk/alarms/index',
  calls: '/pages/desk/calls/index',
  lead: '/pages/desk/lead/index',
  revisits: '/pages/desk/revisits/index',
  lost: '/pages/desk/lost/index',
  releases: '/pages/desk/releases/index',
  bookFor: '/pages/desk/book/index',
  hours: '/pages/desk/hours/index',
  admin: '/pages/desk/admin/index',
  organisations: '/pages/desk/organisations/index',
  desks: '/pages/desk/desks/index',
  staff: '/pages/desk/staff/index',
  import: '/pages/desk/import/index',
  sessions: '/pages/account/sessions/index',
  notices: '/pages/account/notices/index',
  accessLog: '/pages/account/access-log/index',
  myData: '/pages/account/my-data/index',
  privacy: '/pages/account/privacy/index',
  verify: '/pages/account/verify/index',
} as const

export type Tab = keyof typeof TABS
export type PageName = keyof typeof PAGES
type Params = Readonly<Record<string, string | undefined>>

function address(page: PageName, params: Params): string {
  const query = Object.entries(params)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
  return query ? `${PAGES[page]}?${query}` : PAGES[page]
}

export const goToTab = (tab: Tab) => Taro.switchTab({ url: TABS[tab] })
export const go = (page: PageName, params: Params = {}) => Taro.navigateTo({ url: address(page, params) })
/** Leaves no way back to a page that has done its work. */
export const goInstead = (page: PageName, params: Params = {}) =>
  Taro.redirectTo({ url: address(page, params) })

/** Back to where one came from; a page opened from a link leads home. */
export const goBack = () =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: TABS.home })
