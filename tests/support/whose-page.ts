import type { BusyWeek } from './busy-week.ts'

/** Who opens a page, and with what; the first row that fits counts. */
type Visit = readonly [pages: RegExp, telephone: string, query: (week: BusyWeek) => object]

const RESIDENT = '13900000001'
const REFUSED = '13900000004'
const PARTY = '13900000061'
const OTHER_SIDE = '13900000062'
const ADVISER = '13900000201'
const CONTACT = '13900000701'
const OPERATOR = '13900000101'
const HEAD = '13900000109'
const MEDIATOR = '13900000301'
const SECRETARY = '13900000311'
const REVIEWER = '13900000401'
const AID_HEAD = '13900000409'
const BUREAU = '13900000501'
const ADMINISTRATOR = '13900000901'

const nothing = () => ({})

/** What stands there instead for whoever may not see a page, or looks for what is not there. */
export const SHOWN_INSTEAD = /没有读取到|没有找到|这里是|这里只给|还没有登录/

const VISITS: readonly Visit[] = [
  [/^desk\/(admin|organisations|desks|staff|import)/, ADMINISTRATOR, nothing],
  [/^desk\/(alarms|lead|hours|lost|releases)/, HEAD, nothing],
  [/^desk\//, OPERATOR, ({ call }) => ({ id: call })],
  [/^adviser-desk\/(coverage|behind|import)/, BUREAU, nothing],
  [/^adviser-desk\/(draft|review)/, CONTACT, ({ returned }) => ({ id: returned, action: 'revise' })],
  [/^adviser-desk\/board/, CONTACT, nothing],
  [/^adviser-desk\/opinion/, ADVISER, ({ submitted }) => ({ id: submitted })],
  [/^adviser-desk\/check/, ADVISER, ({ visit }) => ({ id: visit })],
  [/^adviser-desk\//, ADVISER, ({ question }) => ({ id: question })],
  [/^legal-aid-desk\/lawyers/, AID_HEAD, nothing],
  [/^legal-aid-desk\//, REVIEWER, ({ lacking }) => ({ id: lacking })],
  [/^legal-aid\/object/, REFUSED, ({ refused }) => ({ id: refused })],
  [/^legal-aid\//, RESIDENT, ({ lacking }) => ({ id: lacking })],
  [/^mediation-desk\/(register|watch)/, SECRETARY, nothing],
  [/^mediation-desk\/dossier/, MEDIATOR, ({ agreed }) => ({ id: agreed })],
  [/^mediation-desk\//, MEDIATOR, ({ talked }) => ({ id: talked })],
  [/^mediation\/invitation/, OTHER_SIDE, ({ code }) => ({ code })],
  [/^mediation\/answer/, OTHER_SIDE, ({ opened }) => ({ id: opened })],
  [/^mediation\/(mediators|rights)/, PARTY, ({ talked }) => ({ id: talked })],
  [/^mediation\//, PARTY, ({ agreed }) => ({ id: agreed })],
  [/^advisers\/(slots|village)/, RESIDENT, () => ({ id: 'demo-adviser-201', village: '431224100001' })],
  [/^advisers\//, RESIDENT, ({ question }) => ({ id: question, village: '431224100001' })],
  [/^case\/step/, RESIDENT, ({ resident }) => ({ id: resident.caseId, action: 'cancel' })],
  [/^hotline\/rate/, RESIDENT, ({ ratingToken }) => ({ t: ratingToken })],
  [/^(case\/index|hotline\/done)/, RESIDENT, ({ resident }) => ({ id: resident.caseId })],
  [/./, RESIDENT, nothing],
]

/** `page` as in the list of pages, such as `pages/desk/today/index`. */
export function visitOf(page: string, week: BusyWeek): { telephone: string; address: string } {
  const visit = VISITS.find(([pages]) => pages.test(page.replace(/^pages\//, '')))
  if (!visit) throw new Error(`nobody opens ${page}`)
  const [, telephone, query] = visit
  const asked = new URLSearchParams(Object.entries(query(week)))
  return { telephone, address: `/${page}?${asked}` }
}
