import type { ReactNode } from 'react'

import { Empty } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import { goBack } from '#services/route'
import { AdminScreen } from './AdminScreen.tsx'
import { COMMON } from './words.ts'

type Props = {
  title: string
  busy: boolean
  problem: string | null
  onSave: () => void
  children: ReactNode
}

/** The page that adds or changes one thing. */
export const FormScreen = ({ title, busy, problem, onSave, children }: Props) => (
  <AdminScreen
    title={title}
    bottom={
      <BottomBar>
        <Button busy={busy} busyWords={COMMON.saving} onTap={onSave}>
          {COMMON.save}
        </Button>
      </BottomBar>
    }
  >
    <Title>{title}</Title>
    <Box className="admin__news">
      {problem && (
        <Notice tone="danger" title={COMMON.failed} news>
          {problem}
        </Notice>
      )}
    </Box>
    {children}
  </AdminScreen>
)

/** The page was opened anew and what it was about is no longer known. */
export const Gone = ({ title }: { title: string }) => (
  <AdminScreen title={title}>
    <Empty title={COMMON.gone} action={<Button onTap={goBack}>{COMMON.toList}</Button>}>
      {COMMON.goneText}
    </Empty>
  </AdminScreen>
)
