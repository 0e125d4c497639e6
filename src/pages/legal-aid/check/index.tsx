import { Await } from '#components/Await'
import { Box } from '#components/tags'
import type { Day } from '#domain/day'
import { dayOf } from '#domain/day'
import { askAbout } from '#services/about'
import { goBack } from '#services/route'
import { nextQuestion, takeBack, useCheckAnswers, usePassed } from '#store/aid-check'
import { callLegalLine } from '../../help.ts'
import { Screen } from '../../Screen.tsx'
import { useLoaded } from '../../use-loaded.ts'
import { Ask } from './Ask.tsx'
import { Result } from './Result.tsx'
import { CHECK_WORDS } from './words.ts'

/** Two minutes, without signing in: whether legal aid is likely, and what to do in each case. */
export default function CheckPage() {
  const { loaded, reload } = useLoaded(askAbout, [])
  const isFirst = useCheckAnswers().matter === undefined
  const today = loaded.state === 'ready' ? dayOf(loaded.value.now) : null
  return (
    <Screen title={CHECK_WORDS.title} onBack={isFirst || !today ? goBack : () => takeBack(today)}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {({ now }) => <Check today={dayOf(now)} />}
      </Await>
    </Screen>
  )
}

function Check({ today }: { today: Day }) {
  const answers = useCheckAnswers()
  const passed = usePassed()
  const next = nextQuestion({ answers, passed }, today)
  const isFirst = answers.matter === undefined
  return (
    <Box>
      {next ? (
        <Ask key={next.question} {...next} onBack={isFirst ? undefined : () => takeBack(today)} />
      ) : (
        <Result answers={answers} today={today} />
      )}
    </Box>
  )
}
