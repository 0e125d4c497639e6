import { create } from 'zustand'

import type { Channel } from '#domain/hotline'
import { whenTokenDropped } from '#services/token'

/** What of the desk is looked at: one desk of several, one way of talking, or all. */
export type DeskView = { deskId: string | null; channel: Channel | null }

const ALL: DeskView = { deskId: null, channel: null }

/** Remembered during the visit, so that whoever comes back from a case finds it as it was. */
export const useDeskView = create<DeskView>(() => ALL)

export const narrow = (change: Partial<DeskView>): void => useDeskView.setState(change)
export const widen = (): void => useDeskView.setState(ALL)

// Whoever signs in next sees their own desk, whole.
whenTokenDropped(widen)

/** As it is asked for: what is not narrowed is not said. */
export const askedFor = ({ deskId, channel }: DeskView) => ({
  ...(deskId && { deskId }),
  ...(channel && { channel }),
})
