import { create } from 'zustand'

import type { Region } from '#contract/region'
import { forget, recall, remember } from '#services/device'
import { findPlace } from '#services/region'
import { correct } from '#services/session'
import { readToken } from '#services/token'

/** The village or community a person lives in. */
export type Place = Pick<Region, 'code' | 'name' | 'path' | 'level'>

export const usePlace = create<{ place: Place | null }>(() => ({ place: recall<Place>('place') ?? null }))

function keep({ code, name, path, level }: Place): void {
  const place = { code, name, path, level }
  remember('place', place)
  usePlace.setState({ place })
}

/** Remembered on the telephone, and in the account where there is one; the choice holds even if that fails. */
export async function choosePlace(place: Place): Promise<void> {
  keep(place)
  if (readToken()) await correct({ regionCode: place.code }).catch(() => undefined)
}

/** Where a case was opened, unless this telephone knows another place. */
export function liveAt({ code, path }: Pick<Place, 'code' | 'path'>): void {
  if (!usePlace.getState().place) keep({ code, path, name: path.split(' ').at(-1) ?? path, level: 'village' })
}

export function forgetPlace(): void {
  forget('place')
  usePlace.setState({ place: null })
}

/** Chosen for something else than where the person lives; whoever asked for it takes it. */
export const usePicked = create<{ picked: Place | null }>(() => ({ picked: null }))

export const pickPlace = (place: Place): void => usePicked.setState({ picked: place })

/** On a new telephone: the place the account knows. What was chosen here goes before. */
export async function adoptPlace(code: string | null): Promise<void> {
  if (!code || usePlace.getState().place) return
  const place = await findPlace(code).catch(() => undefined)
  if (place && !usePlace.getState().place) keep(place)
}

/** 溆浦县 · 卢峰镇 · 桔花园社区: what people call it, without province and city. */
export const placeWords = ({ path, name }: Pick<Place, 'path' | 'name'>): string =>
  path.split(' ').slice(2).join(' · ') || name
