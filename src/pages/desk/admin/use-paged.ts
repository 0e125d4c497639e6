import { useRef, useState } from 'react'

import type { Asked } from '#services/admin'
import { explain, useLoaded, useSeenAgain } from '../../use-loaded.ts'

export type PageOf<Item> = { items: Item[]; next: string | null }

/** A list that grows page by page and is read anew when the page is seen again. */
export function usePaged<Item>(load: (asked: Asked) => Promise<PageOf<Item>>, q: string) {
  const { loaded, reload, put } = useLoaded(() => load({ q }), [q])
  const [more, setMore] = useState<{ busy: boolean; problem: string | null }>({ busy: false, problem: null })
  const sought = useRef(q)
  sought.current = q
  useSeenAgain(reload)

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
