import { useState } from 'react'

import { Button } from '#components/Button'
import { Tick } from '#components/Choices'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { goBack } from '#services/route'
import { goToFirstWrong } from '../first-wrong.ts'
import { useAct } from '../use-act.ts'
import { Trouble } from './Trouble.tsx'

type Props = {
  one: Case
  action: string
  /** The field of the step that says it was read. */
  name: string
  words: { tick: string; missing: string; go: string; hint?: string }
  onDone?: () => void
}

/** Somebody says to have read what stands above. */
export function ReadTick({ one, action, name, words, onDone = () => void goBack() }: Props) {
  const [on, setOn] = useState(false)
  const { busy, problems, trouble, send, complain } = useAct(one, action, onDone)
  const go = () => {
    if (on) return send({ [name]: true })
    complain({ [name]: words.missing })
    goToFirstWrong()
  }
  return (
    <Box className="after">
      <Tick
        label={words.tick}
        hint={words.hint}
        error={problems[name]}
        on={on}
        onChange={(now) => {
          setOn(now)
          complain({})
        }}
      />
      <Trouble words={trouble} />
      <Button busy={busy} onTap={go}>
        {words.go}
      </Button>
    </Box>
  )
}
