import type { Upkeep } from '../openings/hours.ts'
import { serveWaiting } from './offer.ts'
import { openSlots } from './open-slots.ts'

export const upkeep: Upkeep = { openSlots, serveWaiting }
