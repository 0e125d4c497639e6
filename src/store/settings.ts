import { create } from 'zustand'

import { recall, remember } from '#services/device'

type Settings = { elder: boolean; setElder: (elder: boolean) => void }

/** How this person wants to read; remembered on the telephone (AC-8). */
export const useSettings = create<Settings>((set) => ({
  elder: recall<boolean>('elder') ?? false,
  setElder: (elder) => {
    remember('elder', elder)
    set({ elder })
  },
}))
