import { type ReactNode, useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Confirm } from '#components/Sheet'
import { Box } from '#components/tags'
import { useSaving } from './use-saving.ts'
import { COMMON } from './words.ts'

type Props<Result> = {
  /** On the button, and once more in the question. */
  words: string
  ask: string
  /** What will happen, in numbers where there are any. */
  children: ReactNode
  danger?: boolean
  work: () => Promise<Result>
  onDone: (result: Result) => void
  /** Shown below a refusal. */
  about?: (failure: unknown) => ReactNode
}

/** Something that is asked about first, with its effect. */
export function Act<Result>({ words, ask, children, danger = false, work, onDone, about }: Props<Result>) {
  const [asking, setAsking] = useState(false)
  const { busy, problem, failure, run } = useSaving()
  const yes = async () => {
    const done = await run(async () => ({ result: await work() }))
    setAsking(false)
    if (done) onDone(done.result)
  }
  return (
    <Box className="admin__acts">
      <Button tone={danger ? 'danger' : 'ghost'} onTap={() => setAsking(true)}>
        {words}
      </Button>
      <Box className="admin__more">
        {problem && (
          <Notice tone="danger" title={COMMON.failed} news>
            {problem}
          </Notice>
        )}
      </Box>
      {failure !== null && about?.(failure)}
      {asking && (
        <Confirm
          title={ask}
          yes={words}
          no={COMMON.cancel}
          danger={danger}
          busy={busy}
          onYes={() => void yes()}
          onNo={() => setAsking(false)}
        >
          {children}
        </Confirm>
      )}
    </Box>
  )
}
