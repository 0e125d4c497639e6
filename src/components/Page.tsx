import './Page.scss'

import type { ReactNode } from 'react'

import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'

const web = process.env.TARO_ENV === 'h5'

type Props = {
  title: string
  elder: boolean
  /** For tables and desks: the column may grow to 960 px. */
  wide?: boolean | undefined
  /** Names the words of the page, for what reads them. */
  bodyId?: string | undefined
  /** Beside the name of the page, in the browser. */
  aside?: ReactNode
  /** Absent on a tab page. */
  onBack?: (() => void) | undefined
  /** What stays at the bottom of the screen: the one main button, or the tabs. */
  bottom?: ReactNode
  children?: ReactNode
}

/** The frame of every page. The mini-program has its own title bar, the browser gets one. */
export function Page({ title, elder, wide, bodyId, aside, onBack, bottom, children }: Props) {
  const looks = [
    'page',
    web && 'page--web',
    elder && 'page--elder',
    wide && 'page--wide',
    Boolean(bottom) && 'page--bottom',
    !onBack && 'page--tabs',
  ]
  return (
    <Box className={looks.filter(Boolean).join(' ')}>
      {web && (
        <Box as="header" className="page__bar">
          <Box className="page__column page__bar-row">
            {onBack && (
              <Tap className="page__back" label="返回上一页" onTap={onBack}>
                <Icon name="back" />
              </Tap>
            )}
            <Box className="page__name">{title}</Box>
            {aside}
          </Box>
        </Box>
      )}
      <Box as="main" id={bodyId} className="page__column page__body">
        {children}
      </Box>
      {bottom}
    </Box>
  )
}
