import { type Instant, minutesBetween } from './day.ts'

/** Signs that somebody should look at; none of them proves anything (docs/rules.md, Signs). */
export const FLAGS = [
  'similar_text',
  'impossible_time',
  'same_amount',
  'all_successful',
  'unconfirmed',
  'callback_differs',
] as const
export type Flag = (typeof FLAGS)[number]

export const FLAG_TEXT: Readonly<Record<Flag, string>> = {
  similar_text: '记录或者协议与同一调解员的另一件几乎一样',
  impossible_time: '时间不合情理：同一调解员同一时间有两场，或者比登记早一天以上、结束得太快',
  same_amount: '同一调解员近期多件协议金额相同',
  all_successful: '同一调解员的办件全部成功，请抽查',
  callback_differs: '另一机构抽查回访，当事人说的和记录不一样',
  unconfirmed: '没有当事人本人确认（验证码登录确认，或者签名页照片）',
}

const HASHES = 64
const GRAM = 3

/** Letters and characters alone: spaces, punctuation and the digits of dates and amounts make no difference. */
const plain = (text: string) => text.normalize('NFKC').replace(/[^\p{L}]/gu, '')

/** A 32-bit mixing of a text (FNV-1a, with a last avalanche). */
function mix(text: string, seed: number): number {
  let hash = seed | 0
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (hash ^ (hash >>> 15)) >>> 0
}

const grams = (text: string): string[] => {
  const letters = plain(text)
  return Array.from({ length: Math.max(0, letters.length - GRAM + 1) }, (_, at) =>
    letters.slice(at, at + GRAM),
  )
}

/**
 * The fingerprint of a text, 64 numbers of four hexadecimal digits; '' for one too short to compare. `seed` is a secret
 * of the office, so that nobody can guess texts from fingerprints.
 */
export function fingerprint(text: string, seed: number): string {
  const parts = grams(text)
  if (parts.length < 20) return ''
  return Array.from({ length: HASHES }, (_, n) => {
    const own = mix(String(n), seed)
    const least = parts.reduce((min, part) => Math.min(min, mix(part, own)), 0xffffffff)
    return (least & 0xffff).toString(16).padStart(4, '0')
  }).join('')
}

/** How much of two texts is the same, from 0 to 1, as far as the fingerprints tell. */
export function likeness(a: string, b: string): number {
  if (!a || a.length !== b.length) return 0
  const same = Array.from({ length: HASHES }, (_, n) => n * 4).filter(
    (at) => a.slice(at, at + 4) === b.slice(at, at + 4),
  )
  return same.length / HASHES
}

const ALIKE = 0.75

/** One mediated case, as far as these checks need it. */
export type Mediated = {
  openedAt: Instant
  sessions: readonly { startedAt: Instant; endedAt: Instant }[]
  fingerprint: string
  /** In yuan; null where nothing was agreed about money. */
  amount: number | null
  succeeded: boolean
  confirmed: boolean
}

const overlap = (a: Mediated, b: Mediated) =>
  a.sessions.some((one) =>
    b.sessions.some((two) => one.startedAt < two.endedAt && two.startedAt < one.endedAt),
  )

const SHORTEST_MINUTES = 10

/** What was mediated on the spot is registered the next day at the latest. */
const LATEST_MINUTES = 24 * 60

const isHasty = ({ openedAt, sessions }: Mediated) =>
  sessions.some(
    ({ startedAt, endedAt }) =>
      minutesBetween(startedAt, openedAt) > LATEST_MINUTES ||
      minutesBetween(startedAt, endedAt) < SHORTEST_MINUTES,
  )

const SAME_AMOUNTS = 3
const ENOUGH_CASES = 20

const CHECKS: Readonly<Record<Flag, (one: Mediated, others: readonly Mediated[]) => boolean>> = {
  similar_text: (one, others) =>
    others.some((other) => likeness(one.fingerprint, other.fingerprint) >= ALIKE),
  impossible_time: (one, others) => isHasty(one) || others.some((other) => overlap(one, other)),
  same_amount: ({ amount }, others) =>
    amount !== null && others.filter((other) => other.amount === amount).length >= SAME_AMOUNTS,
  all_successful: (one, others) =>
    others.length + 1 >= ENOUGH_CASES && [one, ...others].every(({ succeeded }) => succeeded),
  unconfirmed: ({ confirmed, succeeded }) => succeeded && !confirmed,
  // Known from the people, not from the figures.
  callback_differs: () => false,
}

/** What stands out in a case beside the other cases of the same mediator. */
export const flagsOf = (one: Mediated, others: readonly Mediated[]): Flag[] =>
  FLAGS.filter((flag) => CHECKS[flag](one, others))

const CALLED_BACK = 0.05

/** Whether another office calls the parties back: five in a hundred, by lot. `chance` is from 0 up to 1. */
export const isDrawn = (chance: number): boolean => chance < CALLED_BACK

/** Which office calls: any but the one that mediated; null when there is none. */
export function officeFor(offices: readonly string[], own: string, chance: number): string | null {
  const others = offices.filter((office) => office !== own)
  return others[Math.floor(chance * others.length)] ?? null
}
