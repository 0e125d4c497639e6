import type { Instant } from '#domain/day'
import type { Facts, News } from '#domain/notice'

/** A notice with its address, read at the last moment and kept nowhere. */
export type Letter = {
  /** Notice and outlet: the same letter, however often it is tried. */
  key: string
  news: News
  facts: Facts
  at: Instant
  caseId: string | null
  /** A page of its own to which it leads, with what opens it. */
  page?: string
}

/**
 * `sent`: a provider took it, which is no proof that anybody has seen it. `again`: later it may go. `refused`: it
 * never will in this way, and somebody should look why. `passed_over`: there is no such way to this person.
 */
export type Outcome = { as: 'sent' | 'again' | 'refused' | 'passed_over'; code: string }

export type Outlets = {
  wechat(letter: Letter & { openId: string }): Promise<Outcome>
  sms(letter: Letter & { phone: string }): Promise<Outcome>
  /** The template of the platform that a letter needs a permission for; undefined where there is none. */
  templateOf(news: News): string | undefined
}
