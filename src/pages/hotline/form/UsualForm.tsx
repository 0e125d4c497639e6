import { useState } from 'react'

import { Button } from '#components/Button'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { type ChosenSlot, useIsBusy, useIsUnsure } from '#store/booking'
import { Screen } from '../../Screen.tsx'
import { Bottom, BottomSpace } from './Bottom.tsx'
import { Chosen } from './Chosen.tsx'
import { PhoneQuestion } from './Contact.tsx'
import { GoingOn } from './GoingOn.tsx'
import { More } from './More.tsx'
import { SafetyQuestions } from './Safety.tsx'
import { SummaryQuestion, useDangers } from './Summary.tsx'
import { TopicQuestion } from './Topic.tsx'
import { Trouble } from './Trouble.tsx'
import { useBooking } from './use-booking.ts'
import { FORM_WORDS } from './words.ts'

const ON_FORM = ['topic', 'summary', 'phone', 'name', 'relation', 'personName', 'language', 'accessNeed']

export function UsualForm({ slot }: { slot: ChosenSlot | null }) {
  const [onForm, setOnForm] = useState(false)
  const { signedIn, send } = useBooking((names) => setOnForm(names.some((name) => ON_FORM.includes(name))))
  const isInDanger = useDangers().length > 0
  return (
    <Screen title={FORM_WORDS.title} bottom={<Submit signedIn={signedIn} onTap={send} />}>
      <Title>{FORM_WORDS.tell}</Title>
      {slot && <Chosen slot={slot} />}
      <Trouble slot={slot} onForm={onForm} />
      <GoingOn />
      <TopicQuestion />
      <SummaryQuestion />
      <Box className="safety-place">{isInDanger && <SafetyQuestions />}</Box>
      <PhoneQuestion />
      <More withSafety={!isInDanger} />
      <Muted>{signedIn ? FORM_WORDS.saved : FORM_WORDS.signInWhy}</Muted>
      <BottomSpace />
    </Screen>
  )
}

/** Says what the tap will do: book, sign in first, or repeat what got no answer. */
export function Submit({ signedIn, onTap }: { signedIn: boolean; onTap: () => void }) {
  const busy = useIsBusy()
  const unsure = useIsUnsure()
  const words = signedIn ? FORM_WORDS.submit : FORM_WORDS.signInAndSubmit
  return (
    <Bottom>
      <Button busy={busy} busyWords={FORM_WORDS.sending} onTap={onTap}>
        {unsure ? FORM_WORDS.retry : words}
      </Button>
    </Bottom>
  )
}
