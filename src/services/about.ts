import { about } from '#contract/demo'
import type { Reply } from '#contract/endpoint'
import { call } from '#services/call'

export type About = Reply<typeof about>

let asked: Promise<About> | undefined

/** What the service is, asked once per visit; asked again when there was no answer. */
export function readAbout(): Promise<About> {
  asked ??= call(about, {}).catch((failure: unknown) => {
    asked = undefined
    throw failure
  })
  return asked
}
