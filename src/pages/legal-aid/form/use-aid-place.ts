import { useSaid } from '#store/aid-form'
import { type Place, placeWords, usePlace } from '#store/place'

/** A draft holds no nesting: code and path. */
export type AidPlace = [code: string, path: string]

export const aidPlaceOf = ({ code, path }: Pick<Place, 'code' | 'path'>): AidPlace => [code, path]

export const aidPlaceWords = ([, path]: AidPlace): string => placeWords({ path, name: path })

/** Where the matter is dealt with: as it was chosen, else where the person lives. */
export function useAidPlace(): { code: string; words: string } | null {
  const home = usePlace((kept) => kept.place)
  const chosen = useSaid<AidPlace | null>('aidPlace', null)
  if (chosen) return { code: chosen[0], words: aidPlaceWords(chosen) }
  return home && { code: home.code, words: placeWords(home) }
}
