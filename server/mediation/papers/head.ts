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

const block = (label: string, { name, phone, address }: Person): Rows => [
  [label, name],
  [`${label}电话`, phone],
  [`${label}住址`, address],
]

/** The block of both parties, the same on every paper: nobody writes it twice. */
export const partiesOf = ({ applicant, other }: Head): Rows => [
  ...block('申请人', applicant),
  ...block('被申请人', other),
]

export const matterOf = ({ number, type }: Head): Rows => [
  ['办件编号', number],
  ['纠纷类型', DISPUTE_NAME[type]],
]

export const disputeTitle = ({ applicant, other, type }: Head): string =>
  `${applicant.name}与${other.name}之间的${DISPUTE_NAME[type]}纠纷`
