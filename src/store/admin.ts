import { create } from 'zustand'

import type { AdminDesk } from '#contract/admin-desk'
import type { Organisation } from '#contract/organisation'
import type { Staff } from '#contract/staff'

/** What was opened from a list, for the page that changes it, and as it was saved there. */
type Opened = { organisations: Organisation | null; desks: AdminDesk | null; staff: Staff | null }

export type Noun = keyof Opened

export const useOpened = create<Opened>(() => ({ organisations: null, desks: null, staff: null }))

export const putOpened = <N extends Noun>(noun: N, item: Opened[N]): void =>
  useOpened.setState({ [noun]: item } as Pick<Opened, N>)
