import { openLocked } from '#contract/case'
import { call } from '#services/call'

/** A case that staff opened for a telephone number: its own number shows that it is mine, once for always. */
export const readWithNumber = (id: string, number: string) =>
  call(openLocked, { params: { id }, body: { number } })
