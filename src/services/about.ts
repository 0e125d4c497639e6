import { about } from '#contract/demo'
import type { Reply } from '#contract/endpoint'
import { call } from '#services/call'

export type About = Reply<typeof about>

let known: About | undefined

/** What the service is, and what time it is there. */
export const askAbout = async (): Promise<About> => {
  known = await call(about, {})
  return known
}

/** The same, asked once per visit. */
export const readAbout = async (): Promise<About> => known ?? askAbout()
