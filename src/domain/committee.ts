import type { Day } from './day.ts'

/** What the register says of a committee, as far as the law asks for it. */
export type Composition = {
  members: number
  women: number
  manyPeoples: boolean
  minorities: number
  chair: string | null
  termEndsOn: Day | null
}

/** What the law asks for and is not so (PM-23, 人民调解法 第八条至第十条). */
export function gapsOf(
  { members, women, manyPeoples, minorities, chair, termEndsOn }: Composition,
  today: Day,
): string[] {
  return [
    ...(members >= 3 && members <= 9 ? [] : ['委员应当有 3 至 9 人（人民调解法 第八条）']),
    ...(chair ? [] : ['应当有主任一人（人民调解法 第八条）']),
    ...(women > 0 ? [] : ['应当有妇女委员（人民调解法 第八条）']),
    ...(manyPeoples && minorities === 0
      ? ['多民族居住的地方应当有人数较少民族的委员（人民调解法 第八条）']
      : []),
    ...(termEndsOn && termEndsOn < today ? ['任期已满三年，应当改选（人民调解法 第九条）'] : []),
  ]
}

/** The share of full-time mediators in whole per cent; null without any. */
export const fullTimeShare = (mediators: readonly { fullTime: boolean }[]): number | null =>
  mediators.length
    ? Math.round((100 * mediators.filter(({ fullTime }) => fullTime).length) / mediators.length)
    : null
