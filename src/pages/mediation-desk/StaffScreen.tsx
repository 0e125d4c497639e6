import './mediation-desk.scss'

import type { StaffRole } from '#domain/actor'
import { type DeskPage, DeskScreen } from '../DeskScreen.tsx'
import { DESK } from './words.ts'

export const MEDIATORS: readonly StaffRole[] = ['mediator', 'committee_secretary']
export const KEEPERS: readonly StaffRole[] = ['committee_secretary', 'township_officer', 'bureau_officer']

/** The frame of a page for those who mediate. */
export const StaffScreen = (page: DeskPage) => <DeskScreen {...page} words={DESK} />
