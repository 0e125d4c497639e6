import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

import { waitForChanges } from '#services/desk'

const AGAIN_MS = 30_000

const web = process.env.TARO_ENV === 'h5'

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** In a browser the server says at once when something at the desk is new; the mini-program asks every half minute. */
export function useChanges(onChange: () => void): void {
  const seen = useRef(true)
  const heard = useRef(onChange)
  heard.current = onChange
  useDidShow(() => {
    seen.current = true
  })
  useDidHide(() => {
    seen.current = false
  })
  useEffect(() => {
    if (!web) return
    const gone = new AbortController()
    void listen(gone.signal, seen, () => heard.current())
    return () => gone.abort()
  }, [])
}

async function listen(gone: AbortSignal, seen: { current: boolean }, onChange: () => void) {
  let known: string | undefined
  while (!gone.aborted) {
    const mark = seen.current ? await waitForChanges(known).catch(() => undefined) : undefined
    if (mark === undefined) await pause(AGAIN_MS)
    else if (known !== undefined && mark !== known && !gone.aborted) onChange()
    known = mark ?? known
  }
}
