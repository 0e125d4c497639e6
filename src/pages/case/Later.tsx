import { nextTick } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'

const web = process.env.TARO_ENV === 'h5'

/** What stands below the first screen comes after it: the mini-program sends what it draws over a narrow bridge. */
export function Later({ children }: { children: ReactNode }) {
  const [due, setDue] = useState(web)
  useEffect(() => {
    if (!web) nextTick(() => setDue(true))
  }, [])
  return due ? children : null
}
