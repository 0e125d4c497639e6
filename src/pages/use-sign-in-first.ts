import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

import { go } from '#services/route'
import { useSession } from '#store/session'

/** Leads to signing in. What was started before it goes on by itself; whoever came back without it stays on the page. */
export function useSignInFirst(goOn: () => unknown): () => unknown {
  const isWaiting = useRef(false)
  useDidShow(() => {
    const isBack = isWaiting.current && useSession.getState().signedIn
    isWaiting.current = false
    if (isBack) void goOn()
  })
  return () => {
    isWaiting.current = true
    return go('signIn')
  }
}
