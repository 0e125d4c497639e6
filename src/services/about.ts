import { about } from '#contract/demo'
import type { Reply } from '#contract/endpoint'
import { call } from '#services/call'

type About = Reply<typeof about>

/** What the service is, and what time it is there. */
export const askAbout = (): Promise<About> => call(about, {})
