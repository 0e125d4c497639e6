import { create } from 'zustand'

import { type CheckAnswers, type Question, questionsFor, relevant } from '#domain/aid-check'
import type { Day } from '#domain/day'

type Checking = {
  answers: CheckAnswers
  /** Answered with "I do not know": asked once, not again. */
  passed: readonly Question[]
}

const NOTHING: Checking = { answers: {}, passed: [] }

/** Lives as long as the program does, no longer: the check leaves no trace. */
const useChecking = create<Checking>(() => NOTHING)

export const useCheckAnswers = (): CheckAnswers => useChecking(({ answers }) => answers)
export const usePassed = (): readonly Question[] => useChecking(({ passed }) => passed)

/** What the application begins with. */
export const checkedAnswers = (on: Day): CheckAnswers => relevant(useChecking.getState().answers, on)

export const answerCheck = (question: Question, answer: CheckAnswers[Question]): void =>
  useChecking.setState(({ answers }) => ({ answers: { ...answers, [question]: answer } }))

export const passOver = (question: Question): void =>
  useChecking.setState(({ passed }) => ({ passed: [...passed, question] }))

export const beginCheck = (): void => useChecking.setState(NOTHING)

/** Questions that a person answers; the place is known from elsewhere. */
const asked = (answers: CheckAnswers, on: Day): Question[] =>
  questionsFor(answers, on).filter((question) => question !== 'regionCode')

/** What is asked next, and how far one is; null when all is answered. */
export function nextQuestion({ answers, passed }: Checking, on: Day) {
  const all = asked(answers, on)
  const open = all.findIndex((question) => answers[question] === undefined && !passed.includes(question))
  const question = all[open]
  return question ? { question, now: open + 1, of: all.length } : null
}

/** Takes back the last answer. */
export function takeBack(on: Day): void {
  useChecking.setState(({ answers, passed }) => {
    const kept = relevant(answers, on)
    const last = asked(kept, on).findLast((one) => kept[one] !== undefined || passed.includes(one))
    if (!last) return NOTHING
    const { [last]: _, ...rest } = kept
    return { answers: rest, passed: passed.filter((one) => one !== last) }
  })
}
