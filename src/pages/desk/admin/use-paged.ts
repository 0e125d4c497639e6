import { useEffect, useRef, useState } from 'react'

import type { Asked } from '#services/admin'
import { explain, useLoaded, useSeenAgain } from '../../use-loaded.ts'

export type PageOf<Item> = { items: Item[]; next: string | null }

type Load<Item> = (asked: Asked) => Promise<PageOf<Item>>

const withSaved = <Item extends { id: string }>(
  { items, next }: PageOf<Item>,
  saved: Item,
): PageOf<Item> => ({
  items: items.map((item) => (item.id === saved.id ? saved : item)),
  next,
})

/** As many pages as it takes to show what was shown before. */
async function readAsFar<Item>(load: Load<Item>, q: string, count: number): Promise<PageOf<Item>> {
  let page = await load({ q })
  while (page.next && page.items.length < count) {
    const more = await load({ q, cursor: page.next })
    page = { items: [...page.items, ...more.items], next: more.next }
  }
  return page
}

/**
 * A list that grows page by page and is read anew, as far as it was shown, when the page is seen again; what was just
 * saved is shown at once, so that nobody opens an old copy of it.
 */
export function usePaged<Item extends { id: string }>(
  load: Load<Item>,
  q: string,
  saved: Item | null = null,
) {
  const far = useRef({ q, count: 0 })
  const { loaded, reload, put } = useLoaded(
    () => readAsFar(load, q, far.current.q === q ? far.current.count : 0),
    [q],
  )
  if (loaded.state === 'ready') far.current = { q, count: loaded.value.items.length }
  const [more, setMore] = useState<{ busy: boolean; problem: string | null }>({ busy: false, problem: null })
  const sought = useRef(q)
  sought.current = q
  useSeenAgain(reload)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that was saved
  useEffect(() => {
    if (saved && loaded.state === 'ready') put(withSaved(loaded.value, saved))
  }, [saved])

  async function readMore({ items, next }: PageOf<Item>) {
    setMore({ busy: true, problem: null })
    try {
      const page = await load({ q, cursor: next ?? undefined })
      if (sought.current === q) put({ items: [...items, ...page.items], next: page.next })
      setMore({ busy: false, problem: null })
    } catch (failure) {
      setMore({ busy: false, problem: explain(failure).words })
    }
  }
  return { loaded, reload, more, readMore }
}
