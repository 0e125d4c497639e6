import { useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Box } from '#components/tags'
import type { Case, CaseAction } from '#contract/case'
import type { LegalAid } from '#contract/legal-aid'
import { useAct } from '../../use-act.ts'
import { REVIEW } from '../words.ts'

type Props = {
  one: Case
  urgent: NonNullable<LegalAid['urgent']>
  /** Somebody was faster: the case is read anew. */
  onRefused: () => void
}

export const inAdvance = ({ action }: CaseAction): boolean => action === 'provide_in_advance'

/** LP-18: what is urgent says why by itself, so that help is one tap away; the formalities come afterwards. */
export function Urgent({ one, urgent, onRefused }: Props) {
  const step = one.actions.find(inAdvance)
  return (
    <Box>
      <Notice tone="danger" title={urgent.text}>
        {urgent.law}
      </Notice>
      <Box>{step && <AtOnce one={one} step={step} onRefused={onRefused} />}</Box>
    </Box>
  )
}

function AtOnce({ one, step, onRefused }: Pick<Props, 'one' | 'onRefused'> & { step: CaseAction }) {
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const close = () => setAsking(false)
  const { busy, trouble, send } = useAct(one, step.action, close, (words) => {
    setRefused(words)
    onRefused()
  })
  const said = trouble ?? refused
  return (
    <Box className="review__urgent">
      <Button busy={busy} onTap={() => setAsking(true)}>
        {step.text}
      </Button>
      <Box live="polite">{said && <Notice tone="warn" title={said} />}</Box>
      {asking && (
        <Confirm
          title={REVIEW.ask(step.text)}
          yes={REVIEW.sure(step.text)}
          busy={busy}
          onYes={() => {
            close()
            send()
          }}
          onNo={close}
        >
          {step.means}
        </Confirm>
      )}
    </Box>
  )
}
