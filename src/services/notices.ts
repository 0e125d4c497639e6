import { endWatch, listNotices, listWatches, readNotice, watchSlot } from '#contract/notice'
import { call } from '#services/call'

export const readNotices = (cursor?: string, limit = '10') =>
  call(listNotices, { query: { limit, ...(cursor && { cursor }) } })

/** Whoever has read it needs no call any more. */
export const markNoticeRead = (id: string) => call(readNotice, { params: { id } })

export const waitForEarlier = (slotId: string) => call(watchSlot, { params: { id: slotId } })

export const readWatches = async () => (await call(listWatches, {})).items
export const waitNoLonger = (id: string) => call(endWatch, { params: { id } })
