import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Muted, Title } from '#components/Title'
import { useAsking } from '#store/inquiry'
import { Screen } from '../../Screen.tsx'
import type { Addressed } from '../load.ts'
import { ASK } from '../words.ts'
import { More, QuestionField, TopicQuestion } from './Fields.tsx'
import { Promised } from './Promised.tsx'
import { Trouble } from './Trouble.tsx'
import { useQuestion } from './use-question.ts'

const nothing = () => undefined

export function UsualForm(asked: Addressed) {
  const { signedIn, send } = useQuestion(asked.answer.village.code, nothing)
  return (
    <Screen title={ASK.title} bottom={<Submit signedIn={signedIn} onTap={send} />}>
      <Title>{ASK.tell}</Title>
      <Promised {...asked} />
      <Trouble />
      <TopicQuestion />
      <QuestionField />
      <More />
      <Muted>{signedIn ? ASK.saved : ASK.signInWhy}</Muted>
    </Screen>
  )
}

/** Says what the tap will do: ask, sign in first, or repeat what got no answer. */
export function Submit({ signedIn, onTap }: { signedIn: boolean; onTap: () => void }) {
  const busy = useAsking((sending) => sending.busy)
  const unsure = useAsking((sending) => sending.unsure)
  return (
    <BottomBar>
      <Button busy={busy} busyWords={ASK.sending} onTap={onTap}>
        {unsure ? ASK.retry : signedIn ? ASK.submit : ASK.signIn}
      </Button>
    </BottomBar>
  )
}
