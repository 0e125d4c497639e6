import '../adviser-desk.scss'

import { StepScreen } from '../../StepScreen.tsx'
import { ANSWER } from '../words.ts'
import { AnswerForm } from './AnswerForm.tsx'

/** What was asked above, the answer below: facts, law, what to do, until when, where. */
export default function AnswerPage() {
  return (
    <StepScreen title={ANSWER.title}>
      {(one, now) => <AnswerForm key={one.id} one={one} now={now} />}
    </StepScreen>
  )
}
