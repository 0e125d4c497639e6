import { useRouter } from '@tarojs/taro'

import { Screen } from '../Screen.tsx'
import { CaseView } from './CaseView.tsx'
import { CASE_WORDS } from './words.ts'

/** `view=desk` for staff who opened it from their desk. */
export default function CasePage() {
  const { id = '', view } = useRouter().params
  return (
    <Screen title={CASE_WORDS.title}>
      <CaseView id={id} desk={view === 'desk'} />
    </Screen>
  )
}
