import './reader.ts'
import './app.scss'

import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'

import { offerUpdate } from '#services/device'
import { restoreSession } from '#store/session'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    offerUpdate()
    restoreSession()
  })
  return children
}
