import { useState } from 'react'

import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Sheet } from '#components/Sheet'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { CALLBACK_RESULTS, Callback } from '#contract/committee'
import { answerCallback } from '#services/mediation-desk'
import { useSend } from '../../use-send.ts'
import { Trouble } from '../Trouble.tsx'
import { WATCH } from '../words.ts'

type Result = (typeof CALLBACK_RESULTS)[number]

const RESULTS = (Object.keys(WATCH.results) as Result[]).map((value) => ({
  value,
  text: WATCH.results[value],
}))

type Props = { one: Callback; onDone: () => void; onClose: () => void }

/** What the parties say, to somebody who did not mediate. */
export function CallBack({ one, onDone, onClose }: Props) {
  const [result, setResult] = useState<Result | null>(null)
  const [said, setSaid] = useState('')
  const { busy, problems, trouble, send, complain } = useSend()
  const answer = () => {
    if (!result) return complain({ result: WATCH.missing })
    if (!said.trim()) return complain({ said: WATCH.missingSaid })
    send(() => answerCallback(one.id, { result, said: said.trim() }), onDone)
  }
  return (
    <Sheet title={`${WATCH.ask2} ${one.number}`} onClose={onClose}>
      <Choice
        label={WATCH.result}
        error={problems.result}
        options={RESULTS}
        value={result}
        onChange={(value) => {
          setResult(value)
          complain({})
        }}
      />
      <TextField
        kind="long"
        label={WATCH.said}
        error={problems.said}
        max={1000}
        value={said}
        onChange={setSaid}
      />
      <Trouble words={trouble} />
      <Box className="sheet__buttons">
        <Button busy={busy} onTap={answer}>
          {WATCH.go}
        </Button>
        <Button tone="quiet" onTap={onClose}>
          {WATCH.close}
        </Button>
      </Box>
    </Sheet>
  )
}
