import { type ReactNode, useId } from 'react'

import { Page } from '#components/Page'
import { TabBar, type TabItem } from '#components/TabBar'
import { onWeb } from '#services/device'
import { goBack, goToTab, type Tab } from '#services/route'
import { useSettings } from '#store/settings'
import { PrivacySheet } from './PrivacySheet.tsx'
import { ReadAloud } from './ReadAloud.tsx'

const TABS: Readonly<Record<'usual' | 'elder', readonly TabItem<Tab>[]>> = {
  usual: [
    { name: 'home', text: '首页', icon: 'home' },
    { name: 'cases', text: '办件', icon: 'papers' },
    { name: 'me', text: '我的', icon: 'person' },
  ],
  elder: [
    { name: 'home', text: '首页', icon: 'home' },
    { name: 'cases', text: '我办的事', icon: 'papers' },
    { name: 'me', text: '我的', icon: 'person' },
  ],
}

type Props = {
  title: string
  /** On a tab page: which one. It has tabs at the bottom and no way back. */
  tab?: Tab
  wide?: boolean
  /** Otherwise back to the page before. */
  onBack?: () => void
  bottom?: ReactNode
  children?: ReactNode
}

/** The frame of every page, in the person's own way of reading. */
export function Screen({ title, tab, wide, onBack = goBack, bottom, children }: Props) {
  const elder = useSettings((settings) => settings.elder)
  const bodyId = useId()
  const tabs = tab && <TabBar items={TABS[elder ? 'elder' : 'usual']} now={tab} onTap={goToTab} />
  return (
    <Page
      title={title}
      elder={elder}
      wide={wide}
      bodyId={onWeb ? bodyId : undefined}
      aside={onWeb && elder && <ReadAloud of={bodyId} />}
      onBack={tab ? undefined : onBack}
      bottom={tabs ?? bottom}
    >
      {children}
      <PrivacySheet />
    </Page>
  )
}
