import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

import { useLoaded } from '../../use-loaded.ts'

const EVERY_MS = 30_000

/** Asks again every half minute while the page is seen. */
export function usePolled<Value>(load: () => Promise<Value>, of: readonly unknown[]) {
  const asked = useLoaded(load, of)
  const { reload } = asked
  const seen = useRef(true)
  useDidShow(() => {
    seen.current = true
    reload()
  })
  useDidHide(() => {
    seen.current = false
  })
  useEffect(() => {
    const timer = setInterval(() => seen.current && reload(), EVERY_MS)
    return () => clearInterval(timer)
  }, [reload])
  return asked
}
