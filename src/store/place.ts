import { create } from 'zustand'

import { recall, remember } from '#services/device'

/** The village or community a person lives in; `path` is what is shown. */
export type Place = { code: string; name: string; path: string }

type MyPlace = { place: Place | null; choose: (place: Place) => void }

export const usePlace = create<MyPlace>((set) => ({
  place: recall<Place>('place') ?? null,
  choose: (place) => {
    remember('place', place)
    set({ place })
  },
}))
