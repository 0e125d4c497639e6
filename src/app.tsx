import './reader.ts'
import './app.scss'

import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'

import { offerUpdate, whenOnline } from '#services/device'
import { dropOldCases } from '#services/kept-cases'
import { refreshDrafts } from '#store/draft'
import { restoreSession } from '#store/session'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    offerUpdate()
    void dropOldCases()
    void restoreSession()
    whenOnline(() => {
      void restoreSession()
      refreshDrafts()
    })
  })
  return children
}
