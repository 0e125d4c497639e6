import { StepScreen } from '../../StepScreen.tsx'
import { TicketForm } from './TicketForm.tsx'
import { TICKET_WORDS } from './words.ts'

/** The person was reached: what was said, and what has to be recorded of it. */
export default function TicketPage() {
  return (
    <StepScreen title={TICKET_WORDS.title}>
      {(one, now) => <TicketForm key={one.id} one={one} now={now} />}
    </StepScreen>
  )
}
