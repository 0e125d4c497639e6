import { useState } from 'react'

import { SCORE_NAME, SCORES, type Score } from '#domain/rating-words'
import { explain } from './use-loaded.ts'

export const SCORE_OPTIONS = SCORES.map((value) => ({ value, text: SCORE_NAME[value] }))

type Rating = { score: number; comment?: string }

/** One mark and what is said to it, being given. */
export function useRating<Result>(
  give: (rating: Rating) => Promise<Result>,
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
