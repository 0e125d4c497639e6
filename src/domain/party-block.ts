import type { Day } from './day.ts'
import { SEX_NAME, type Sex } from './sex.ts'

/** Who a party is, as the official forms of mediation ask it. */

export const PARTY_AS = { person: '个人', organisation: '单位' } as const
export const ID_KIND = {
  id_card: '居民身份证',
  household: '户口簿',
  residence: '港澳台居民居住证',
  travel: '港澳、台湾居民来往内地（大陆）通行证',
  passport: '护照',
  other: '其他证件',
} as const
export type IdKind = keyof typeof ID_KIND

/** Said by a party or for it; nothing of it has to be said. */
export type PartyBlock = {
  name?: string
  as?: keyof typeof PARTY_AS
  sex?: Sex
  bornOn?: Day
  phone?: string
  people?: string
  occupation?: string
  address?: string
  idKind?: IdKind
  idNumber?: string
  creditCode?: string
  representative?: string
  position?: string
  /** What is left out is left out on purpose. */
  withheld?: boolean
}

/** Whole years of life on a day. */
export function ageOn(bornOn: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

const WITHHELD = '其余拒绝提供'

const joined = (...parts: readonly (string | false | null | undefined)[]) => parts.filter(Boolean).join('，')

function ofOrganisation({ creditCode, representative, position, withheld }: PartyBlock): string {
  const head = representative && `法定代表人${representative}${position ? `（${position}）` : ''}`
  return joined(creditCode && `统一社会信用代码${creditCode}`, head, withheld && WITHHELD)
}

function ofPerson({ sex, people, bornOn, occupation, position, withheld }: PartyBlock, day: Day): string {
  const age = bornOn && `${ageOn(bornOn, day)}岁`
  return joined(sex && SEX_NAME[sex], people, age, occupation, position, withheld && WITHHELD)
}

/** What papers say that both sides read: 男，汉族，43岁，务农. Null when nothing was said. */
export const whoItIs = (block: PartyBlock, day: Day): string | null =>
  (block.as === 'organisation' ? ofOrganisation(block) : ofPerson(block, day)) || null

/** What only the office and whoever gave it read. */
export const idOf = ({ idKind, idNumber }: PartyBlock): string | null =>
  idNumber ? `${ID_KIND[idKind ?? 'other']} ${idNumber}` : null
