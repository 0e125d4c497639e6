import '../aid-desk.scss'

import { useRouter } from '@tarojs/taro'
import { safeParse } from 'valibot'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { LegalAid } from '#contract/legal-aid'
import { go, goBack } from '#services/route'
import { loadCase, useCase } from '#store/cases'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded, useSeenAgain } from '../../use-loaded.ts'
import { REVIEW } from '../words.ts'
import { Asked } from './Asked.tsx'
import { Evidence } from './Evidence.tsx'
import { Steps } from './Steps.tsx'
import { inAdvance } from './Urgent.tsx'

/** The application beside its evidence, and what can be decided about it. */
export default function AidReviewPage() {
  const { id = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  const known = useCase(id)
  useSeenAgain(reload)
  return (
    <Screen title={REVIEW.title} wide>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={6}>
        {(read) => <Review one={known ?? read} onRefused={reload} />}
      </Await>
    </Screen>
  )
}

function Review({ one, onRefused }: { one: Case; onRefused: () => void }) {
  const own = safeParse(LegalAid, one.own)
  if (!own.success) return <Gone />
  return (
    <Box className="review">
      <Title hint={`${one.statusText} · ${one.number}`}>{own.output.matterText}</Title>
      <Box className="review__columns">
        <Box className="review__column">
          <Asked one={one} own={own.output} onRefused={onRefused} />
        </Box>
        <Box className="review__column">
          <Evidence one={one} own={own.output} />
        </Box>
      </Box>
      <Steps one={one} urgent={own.output.urgent !== null && one.actions.some(inAdvance)} />
      <Button tone="quiet" onTap={() => go('case', { id: one.id, view: 'desk' })}>
        {REVIEW.toCase}
      </Button>
    </Box>
  )
}

const Gone = () => (
  <Empty title={REVIEW.gone} action={<Button onTap={() => void goBack()}>{REVIEW.toCase}</Button>} />
)
