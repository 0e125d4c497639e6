import './adviser-desk.scss'

import type { StaffRole } from '#domain/actor'
import { type DeskPage, DeskScreen } from '../DeskScreen.tsx'
import { DESK } from './words.ts'

export const ADVISER: readonly StaffRole[] = ['village_adviser']
export const MANAGERS: readonly StaffRole[] = ['township_officer', 'bureau_officer', 'city_admin']

/** The frame of a page for people who work with village advisers. */
export const StaffScreen = (page: DeskPage) => <DeskScreen {...page} words={DESK} />
