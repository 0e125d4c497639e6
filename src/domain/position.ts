export type Position = { latitude: number; longitude: number }

const EARTH_METRES = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** As the crow flies. */
export function metresBetween(a: Position, b: Position): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2)
  const east = Math.sin(radians(b.longitude - a.longitude) / 2)
  const part = north ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east ** 2
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** Farther apart than this, somebody was not in one village. */
export const FAR_METRES = 3000
