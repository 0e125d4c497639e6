import { useState } from 'react'

import type { Region } from '#contract/region'
import { firstChoice, placesBelow } from '#services/region'
import { useLoaded } from '../use-loaded.ts'

/** Where one stands in the tree: the path down to here, and what is below. `null` before the first answer. */
type Path = readonly Region[]

/** Walking down and up the tree of places. */
export function useTree() {
  const [path, setPath] = useState<Path | null>(null)
  const { loaded, reload } = useLoaded(
    async () =>
      path === null || path.length === 0
        ? firstChoice()
        : { path: [...path], places: await placesBelow(path.at(-1)?.code) },
    [path],
  )
  const here = loaded.state === 'ready' ? loaded.value.path : (path ?? [])
  return {
    loaded,
    reload,
    here,
    into: (place: Region) => setPath([...here, place]),
    upTo: (depth: number) => setPath(here.slice(0, depth)),
  }
}
