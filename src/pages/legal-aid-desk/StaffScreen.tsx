import './aid-desk.scss'

import { type DeskPage, DeskScreen } from '../DeskScreen.tsx'
import { WORK } from './words.ts'

/** The frame of a page for those who work on legal aid. */
export const StaffScreen = (page: DeskPage) => <DeskScreen {...page} words={WORK} />
