import { type Instant, minutesBetween } from './day.ts'
import { FAR_METRES, metresBetween, type Position } from './position.ts'

/** 服务方式 (docs/rules.md, Ledger); an answer in the program is a way of its own. */
export const WAYS = ['on_site', 'at_home', 'telephone', 'group', 'video', 'online'] as const
export type Way = (typeof WAYS)[number]

/** 服务类型 (docs/rules.md, Ledger). */
export const SERVICES = [
  'consultation',
  'lecture',
  'mediation',
  'drafting',
  'aid_guidance',
  'review',
  'sweep',
  'opinion',
  'visit',
  'other',
] as const
export type Service = (typeof SERVICES)[number]

/** 处理结果 (docs/rules.md, Ledger). */
export const RESULTS = ['solved', 'to_mediation', 'to_legal_aid', 'to_other', 'follow_up'] as const
export type Result = (typeof RESULTS)[number]

/** Only what somebody else confirmed counts (VA-8). */
export const VERIFICATIONS = ['waiting', 'by_contact', 'by_resident'] as const
export type Verification = (typeof VERIFICATIONS)[number]

/** How presence in the village was shown. */
export const PRESENCES = ['village_code', 'location'] as const
export type Presence = (typeof PRESENCES)[number]

/** What makes a line doubtful; it is shown, not blocked. */
export const FLAGS = ['two_places', 'far_apart', 'too_short', 'far_from_village', 'place_unknown'] as const
export type Flag = (typeof FLAGS)[number]

/** How somebody showed that they were there, when they came or when they left. */
export type Shown = { byCode: boolean; position: Position | null }

/** A position is held against where the village lies; where nobody knows that yet, it proves nothing (VA-8). */
export function placeFlags(ends: readonly Shown[], village: Position | null): Flag[] {
  const isFar = ({ position }: Shown) => village && position && metresBetween(position, village) > FAR_METRES
  if (ends.some(isFar)) return ['far_from_village']
  return !village && ends.some(({ byCode }) => !byCode) ? ['place_unknown'] : []
}

/** When and where somebody says they were. */
export type Stay = { id: string; villageCode: string; from: Instant; to: Instant }

const overlap = (a: Stay, b: Stay) => a.from < b.to && b.from < a.to

/** On the road between two villages nobody is faster than this, whatever the map says. */
const ROAD_MINUTES = 10

const tooNear = (a: Stay, b: Stay) =>
  minutesBetween(a.to, b.from) < ROAD_MINUTES && minutesBetween(b.to, a.from) < ROAD_MINUTES

/** Stays of one adviser that cannot both be true: in two villages at once. They are flagged, not blocked. */
export const inTwoPlaces = (stay: Stay, others: readonly Stay[]): string[] =>
  others
    .filter(
      (other) =>
        other.id !== stay.id &&
        other.villageCode !== stay.villageCode &&
        (overlap(stay, other) || tooNear(stay, other)),
    )
    .map(({ id }) => id)
