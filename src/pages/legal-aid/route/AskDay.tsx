import { useState } from 'react'

import { Button, LinkButton } from '#components/Button'
import { Steps } from '#components/Steps'
import { TextField } from '#components/TextField'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { DayAsked } from '#domain/aid-route'
import { isDay } from '#domain/day'
import { DAY_ASK, ROUTE_WORDS } from './words.ts'

type Props = {
  asked: DayAsked
  now: number
  of: number
  onAnswer: (day: string) => void
  onPass: () => void
  onBack: (() => void) | undefined
}

/** From which day a limit counts, for whoever knows it. */
export function AskDay({ asked, now, of, onAnswer, onPass, onBack }: Props) {
  const [day, setDay] = useState('')
  const { ask, hint, skip } = DAY_ASK[asked]
  return (
    <Box className="question">
      <Steps now={now} of={of} name={ROUTE_WORDS.title} />
      <Title hint={hint}>{ask}</Title>
      <TextField kind="date" label={ROUTE_WORDS.dayLabel} value={day} onChange={setDay} />
      <Button disabled={!isDay(day)} onTap={() => onAnswer(day)}>
        {ROUTE_WORDS.dayGo}
      </Button>
      <Button tone="quiet" onTap={onPass}>
        {skip}
      </Button>
      <Box className="question__back">
        {onBack && <LinkButton onTap={onBack}>{ROUTE_WORDS.back}</LinkButton>}
      </Box>
    </Box>
  )
}
