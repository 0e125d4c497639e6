import type { Adviser, VillageAnswer } from '#contract/adviser'
import type { Instant } from '#domain/day'
import { askAbout } from '#services/about'
import { readOneAdviser, whoAnswers, whoAnswersAt } from '#services/advisers'

/** A village, the digits on its board, or one adviser. */
export type Sought = { village?: string | undefined; code?: string | undefined; id?: string | undefined }

export type Shown = { now: Instant; answer: VillageAnswer | null; adviser: Adviser | null }

async function seek({ village, code, id }: Sought): Promise<Omit<Shown, 'now'>> {
  if (!village && !code) return { answer: null, adviser: id ? await readOneAdviser(id) : null }
  const { answer, items } = await (village ? whoAnswers(village) : whoAnswersAt(code ?? ''))
  return { answer, adviser: items.find((one) => one.id === answer?.adviserId) ?? null }
}

/** Who answers, with the time of the server beside it. */
export async function loadShown(sought: Sought): Promise<Shown> {
  const [{ now }, found] = await Promise.all([askAbout(), seek(sought)])
  return { now, ...found }
}

/** To whom a question goes, and in which words that is said. */
export type Addressed = { answer: VillageAnswer; who: string }
