import { useState } from 'react'

import type { BookingInput, CAME_BY, Desk } from '#contract/hotline'
import { type FieldProblems, Refusal } from '#domain/refusal'
import type { Topic } from '#domain/topic'
import { NoAnswer } from '#services/call'
import { bookForSomebody } from '#services/desk'
import { goInstead } from '#services/route'
import { keepCase } from '#store/cases'
import { explain } from '../../use-loaded.ts'
import { BOOK_WORDS } from './words.ts'

export type TypedFor = {
  phone: string
  name: string
  cameBy: (typeof CAME_BY)[number]
  channel: BookingInput['channel']
  day: string
  slotId: string
  topic: Topic | ''
  summary: string
  maySayWhoWeAre: boolean
  mayLeaveMessage: boolean
}

const blank = ([channel = 'call_back']: Desk['channels']): TypedFor => ({
  phone: '',
  name: '',
  cameBy: 'telephone',
  channel,
  day: '',
  slotId: '',
  topic: '',
  summary: '',
  maySayWhoWeAre: true,
  mayLeaveMessage: true,
})

const bodyOf = (typed: TypedFor, desk: Desk): BookingInput => ({
  slotId: typed.slotId,
  channel: typed.channel,
  topic: typed.topic as Topic,
  summary: typed.summary,
  regionCode: desk.regionCode,
  maySayWhoWeAre: typed.maySayWhoWeAre,
  mayLeaveMessage: typed.mayLeaveMessage,
  cameBy: typed.cameBy,
  onBehalfOf: { phone: typed.phone, ...(typed.name.trim() && { name: typed.name }) },
})

/** What only choosing can answer; the rest the server says. */
const missingIn = ({ slotId, topic, day }: TypedFor): FieldProblems => ({
  ...(!day && { day: BOOK_WORDS.pickDay }),
  ...(day && !slotId && { slotId: BOOK_WORDS.pickTime }),
  ...(!topic && { topic: BOOK_WORDS.needTopic }),
})

type State = { busy: boolean; fields: FieldProblems; trouble: string | null }

const STILL: State = { busy: false, fields: {}, trouble: null }

const isFull = (error: unknown) => error instanceof Refusal && error.code === 'full'

function wordsFor(error: unknown): string {
  if (isFull(error)) return BOOK_WORDS.full
  return error instanceof NoAnswer ? BOOK_WORDS.lost : explain(error).words
}

/** What was just mended is wrong no longer. */
const without = (fields: FieldProblems, names: readonly string[]): FieldProblems =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name.replace(/^.*\./, ''))))

/** Books for somebody and opens the case; what is typed stays when it is refused. */
export function useBookFor(desk: Desk, onFull: () => void) {
  const [typed, setTyped] = useState(() => blank(desk.channels))
  const [state, setState] = useState(STILL)
  const set = (change: Partial<TypedFor>) => {
    setTyped((old) => ({ ...old, ...change }))
    setState((old) => ({ ...old, fields: without(old.fields, Object.keys(change)) }))
  }
  const failed = (error: unknown) => {
    const fields = error instanceof Refusal ? (error.fields ?? {}) : {}
    setState({ busy: false, fields, trouble: wordsFor(error) })
    if (!isFull(error)) return
    set({ slotId: '' })
    onFull()
  }
  const send = () => {
    const fields = missingIn(typed)
    if (Object.keys(fields).length > 0) return setState({ ...STILL, fields, trouble: BOOK_WORDS.wrong })
    setState({ ...STILL, busy: true })
    bookForSomebody(bodyOf(typed, desk)).then((made) => {
      keepCase(made)
      return goInstead('case', { id: made.id, view: 'desk' })
    }, failed)
  }
  return { typed, set, send, ...state }
}
