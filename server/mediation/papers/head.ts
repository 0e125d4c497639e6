import type { Day } from '#domain/day'
import { DISPUTE_NAME, type Dispute } from '#domain/dispute'

export type Person = { name: string; phone: string | null; address: string | null }

/** What every paper of a case begins with. */
export type Head = {
  /** The committee. */
  office: string
  number: string
  type: Dispute
  applicant: Person
  other: Person
  mediator: string | null
  day: Day
}

type Rows = readonly (readonly [label: string, value: string | null])[]

const named = (label: string, { name, address }: Person): Rows => [
  [label, name],
  [`${label}住址`, address],
]

/** The block of both parties, the same on every paper that both read: no number that one may not want to give. */
export const partiesOf = ({ applicant, other }: Head): Rows => [
  ...named('申请人', applicant),
  ...named('被申请人', other),
]

/** With the numbers, for papers that stay with the office or with whoever gave them. */
export const contactsOf = (head: Head): Rows => [
  ...partiesOf(head),
  ['申请人电话', head.applicant.phone],
  ['被申请人电话', head.other.phone],
]

export const matterOf = ({ number, type }: Head): Rows => [
  ['办件编号', number],
  ['纠纷类型', DISPUTE_NAME[type]],
]

export const disputeTitle = ({ applicant, other, type }: Head): string =>
  `${applicant.name}与${other.name}之间的${DISPUTE_NAME[type]}纠纷`
