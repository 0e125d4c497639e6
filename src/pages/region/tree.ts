import { useState } from 'react'

import type { Region } from '#contract/region'
import { firstChoice, placesBelow } from '#services/region'
import { useLoaded } from '../use-loaded.ts'

/** Walking down and up the tree of places. The path is empty at the top, where a service for one city begins with its counties. */
export function useTree(start: readonly Region[] = []) {
  const [path, setPath] = useState(start)
  const last = path.at(-1)
  const { loaded, reload } = useLoaded(() => (last ? placesBelow(last.code) : firstChoice()), [last?.code])
  return {
    loaded,
    reload,
    path,
    last,
    into: (place: Region) => setPath([...path, place]),
    /** From a search: the way above is not known, only the place. */
    startAt: (place: Region) => setPath([place]),
    upTo: (depth: number) => setPath(path.slice(0, depth)),
  }
}

export type Walk = ReturnType<typeof useTree>
