import { listRegions, type Region } from '#contract/region'
import { LEVEL_DIGITS, LEVELS, levelOf } from '#domain/region'
import { call } from '#services/call'

/** As many as one answer may hold; a town with more villages is searched. */
export const MOST = 100
/** Nobody reads further: then the text was too short. */
export const MOST_FOUND = 30

const ask = async (query: { parent?: string; q?: string }, limit = MOST): Promise<Region[]> =>
  (await call(listRegions, { query: { ...query, limit: String(limit) } })).items

/** The places directly below one, or those at the top. */
export const placesBelow = (parent?: string): Promise<Region[]> => ask(parent ? { parent } : {})

/** By any part of a name, by a path (溆浦 卢峰) or by the first letters of its pinyin. */
export const searchPlaces = (q: string): Promise<Region[]> => ask({ q }, MOST_FOUND)

/** The first places between which there is a choice: a service for one city begins with its counties. */
export async function firstChoice(): Promise<Region[]> {
  for (let places = await placesBelow(); ; ) {
    const [only, ...others] = places
    if (!only || others.length > 0 || only.level === 'village') return places
    places = await placesBelow(only.code)
  }
}

/** The code of the place one level up. */
export function above(code: string): string | undefined {
  const higher = LEVELS[LEVELS.indexOf(levelOf(code)) - 1]
  return higher && code.slice(0, LEVEL_DIGITS[higher]).padEnd(12, '0')
}

/** One place by its code. */
export async function findPlace(code: string): Promise<Region | undefined> {
  const places = await placesBelow(above(code))
  return places.find((place) => place.code === code)
}
