import type { Day } from '#domain/day'
import { DISPUTE_NAME, type Dispute } from '#domain/dispute'
import { idOf, type PartyBlock, whoItIs } from '#domain/party-block'

export type Person = {
  name: string
  phone: string | null
  address: string | null
  /** What the person has said of themselves. */
  block?: PartyBlock
}

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

const named = (label: string, { name, address, block = {} }: Person, day: Day): Rows => [
  [label, name],
  [`${label}情况`, whoItIs(block, day)],
  [`${label}住址`, address],
]

/** The block of both parties, the same on every paper that both read: no number that one may not want to give. */
export const partiesOf = ({ applicant, other, day }: Head): Rows => [
  ...named('申请人', applicant, day),
  ...named('被申请人', other, day),
]

/** With the numbers, for papers that stay with the office or with whoever gave them. */
export const contactsOf = (head: Head): Rows => [
  ...partiesOf(head),
  ['申请人电话', head.applicant.phone],
  ['申请人证件', idOf(head.applicant.block ?? {})],
  ['被申请人电话', head.other.phone],
  ['被申请人证件', idOf(head.other.block ?? {})],
]

export const matterOf = ({ number, type }: Head): Rows => [
  ['办件编号', number],
  ['纠纷类型', DISPUTE_NAME[type]],
]

export const disputeTitle = ({ applicant, other, type }: Head): string =>
  `${applicant.name}与${other.name}之间的${DISPUTE_NAME[type]}纠纷`
