import { useState } from 'react'

import type { Score } from '#domain/rating-words'
import { explain } from './use-loaded.ts'

type Given = { score: number; comment?: string }

export type Rating = ReturnType<typeof useRating>

/** One mark and what is said to it, being given. */
export function useRating<Result>(
  give: (rating: Given) => Promise<Result>,
  onDone: (result: Result) => void,
) {
  const [score, setScore] = useState<Score | null>(null)
  const [comment, setComment] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = () => {
    if (!score) return
    setBusy(true)
    const said = comment.trim()
    give({ score: Number(score), ...(said && { comment: said }) })
      .then(onDone, (error: unknown) => setTrouble(explain(error).words))
      .finally(() => setBusy(false))
  }
  return { score, setScore, comment, setComment, trouble, busy, send }
}
