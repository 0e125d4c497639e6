import './mediation.scss'

import type { ReactNode } from 'react'

import { Icon } from '#components/Icon'
import { Box } from '#components/tags'
import { Screen } from '../Screen.tsx'
import { ALWAYS } from './words.ts'

/** Free of any charge, and no way is closed by it: said on every screen (PM-1, PM-3). */
export const Always = () => (
  <Box className="always">
    <Icon name="shield" size="s" />
    <Box className="always__words">{ALWAYS}</Box>
  </Box>
)

type Props = { title: string; onBack?: () => void; bottom?: ReactNode; children?: ReactNode }

export const MediationScreen = ({ title, onBack, bottom, children }: Props) => (
  <Screen title={title} {...(onBack && { onBack })} bottom={bottom}>
    <Always />
    {children}
  </Screen>
)
