import { useState } from 'react'

import type { Case } from '#contract/case'
import { dropAnswer, keepAnswer, type TypedAnswer, typedAnswer } from '#services/typed-answer'

const blank = ({ topic }: Case): TypedAnswer => ({
  facts: '',
  law: '',
  advice: '',
  dates: '',
  where: '',
  category: topic ?? '',
  result: '',
  group: '',
  toldOfLegalAid: false,
})

/** Kept on the telephone at each change: a visitor may come in between. */
export function useAnswer(one: Case) {
  const [typed, setTyped] = useState(() => typedAnswer(one.id) ?? blank(one))
  const type = (more: Partial<TypedAnswer>) => {
    const next = { ...typed, ...more }
    keepAnswer(one.id, next)
    setTyped(next)
  }
  return { typed, type, forget: () => dropAnswer(one.id) }
}

const NEEDED = ['facts', 'law', 'advice', 'category'] as const

/** What is left empty is not sent; what must be there is named, so that the schema says what to do. */
export function bodyOf({ toldOfLegalAid, ...texts }: TypedAnswer): Record<string, unknown> {
  const said = Object.entries(texts).filter(([, text]) => text.trim() !== '')
  const missing = NEEDED.map((name) => [name, texts[name].trim() || undefined])
  return { ...Object.fromEntries(missing), ...Object.fromEntries(said), toldOfLegalAid }
}
