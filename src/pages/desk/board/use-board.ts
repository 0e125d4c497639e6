import { useRef, useState } from 'react'

import type { CaseSummary } from '#contract/case'
import type { Instant } from '#domain/day'
import type { Kind } from '#domain/kind'
import { askAbout } from '#services/about'
import { readDeskCases } from '#services/cases'
import { explain } from '../../use-loaded.ts'
import { usePolled } from '../today/use-polled.ts'

export type OnBoard = { now: Instant; items: readonly CaseSummary[]; hasMore: boolean }

const AT_ONCE = '20'

/** So many pages from the top, in the order of the server: urgent, then by what is due, then what is over. */
async function read(kind: Kind | null, q: string, pages: number): Promise<OnBoard> {
  const { now } = await askAbout()
  const items: CaseSummary[] = []
  let cursor: string | null = null
  for (let page = 0; page < pages; page++) {
    const asked = { ...(kind && { kind }), ...(q && { q }), ...(cursor && { cursor }), limit: AT_ONCE }
    const found: Awaited<ReturnType<typeof readDeskCases>> = await readDeskCases(asked)
    items.push(...found.items)
    cursor = found.next
    if (!cursor) break
  }
  return { now, items, hasMore: cursor !== null }
}

/** Asked again every half minute, as far as it has been opened. */
export function useBoard(kind: Kind | null, q: string) {
  const pages = useRef(1)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const { loaded, reload, put } = usePolled(() => read(kind, q, pages.current), [kind, q])
  const more = () => {
    setBusy(true)
    setTrouble('')
    read(kind, q, pages.current + 1)
      .then(
        (longer) => {
          pages.current += 1
          put(longer)
        },
        (error: unknown) => setTrouble(explain(error).words),
      )
      .finally(() => setBusy(false))
  }
  const afresh = () => {
    pages.current = 1
  }
  return { loaded, reload, more, busy, trouble, afresh }
}
