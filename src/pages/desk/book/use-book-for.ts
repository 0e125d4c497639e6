import { useState } from 'react'

import type { Case } from '#contract/case'
import type { BookingInput, Desk, LiveCallInput } from '#contract/hotline'
import type { NewInquiryInput } from '#contract/inquiry'
import type { CameBy } from '#domain/came-by'
import { type FieldProblems, Refusal } from '#domain/refusal'
import type { Topic } from '#domain/topic'
import { NoAnswer } from '#services/call'
import { askForSomebody, bookForSomebody, takeLiveCall } from '#services/desk'
import { goInstead } from '#services/route'
import { keepCase } from '#store/cases'
import { explain } from '../../use-loaded.ts'
import type { Picked } from '../admin/Seek.tsx'
import { BOOK_WORDS, type Way } from './words.ts'

export type TypedFor = {
  way: Way
  phone: string
  name: string
  cameBy: CameBy
  channel: BookingInput['channel']
  day: string
  slotId: string
  village: Picked | null
  consent: boolean
  topic: Topic | ''
  summary: string
  maySayWhoWeAre: boolean
  mayLeaveMessage: boolean
}

const blank = ([channel = 'call_back']: Desk['channels']): TypedFor => ({
  way: 'later',
  phone: '',
  name: '',
  cameBy: 'telephone',
  channel,
  day: '',
  slotId: '',
  village: null,
  consent: false,
  topic: '',
  summary: '',
  maySayWhoWeAre: true,
  mayLeaveMessage: true,
})

const personIn = ({ phone, name }: TypedFor) => ({
  onBehalfOf: { phone, ...(name.trim() && { name }) },
})

const matterIn = (typed: TypedFor) => ({
  topic: typed.topic as Topic,
  summary: typed.summary,
  maySayWhoWeAre: typed.maySayWhoWeAre,
  mayLeaveMessage: typed.mayLeaveMessage,
  ...personIn(typed),
})

const bookingOf = (typed: TypedFor, desk: Desk): BookingInput => ({
  slotId: typed.slotId,
  channel: typed.channel,
  regionCode: desk.regionCode,
  cameBy: typed.cameBy,
  ...matterIn(typed),
})

const liveCallOf = (typed: TypedFor, desk: Desk): LiveCallInput => ({
  deskId: desk.id,
  regionCode: desk.regionCode,
  cameBy: typed.cameBy === 'window' ? 'window' : 'telephone',
  ...matterIn(typed),
})

const questionOf = (typed: TypedFor): NewInquiryInput => ({
  villageCode: typed.village?.value ?? '',
  topic: typed.topic as Topic,
  question: typed.summary,
  cameBy: typed.cameBy,
  consent: true,
  ...personIn(typed),
})

/** What only choosing can answer; the rest the server says. */
const missingIn = ({ way, slotId, topic, day, village, consent }: TypedFor): FieldProblems => ({
  ...(way === 'later' && !day && { day: BOOK_WORDS.pickDay }),
  ...(way === 'later' && day && !slotId && { slotId: BOOK_WORDS.pickTime }),
  ...(way === 'adviser' && !village && { villageCode: BOOK_WORDS.pickVillage }),
  ...(way === 'adviser' && !consent && { consent: BOOK_WORDS.needConsent }),
  ...(!topic && { topic: BOOK_WORDS.needTopic }),
})

type State = { busy: boolean; fields: FieldProblems; trouble: string | null }

const STILL: State = { busy: false, fields: {}, trouble: null }

const isFull = (error: unknown) => error instanceof Refusal && error.code === 'full'

function wordsFor(error: unknown): string {
  if (isFull(error)) return BOOK_WORDS.full
  return error instanceof NoAnswer ? BOOK_WORDS.lost : explain(error).words
}

/** Under what a field is asked for on this page. */
const ASKED_AS: Readonly<Record<string, readonly string[]>> = {
  summary: ['summary', 'question'],
  village: ['villageCode', 'consent'],
}

/** What was just mended is wrong no longer. */
const without = (fields: FieldProblems, changed: readonly string[]): FieldProblems => {
  const names = changed.flatMap((name) => ASKED_AS[name] ?? [name])
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !names.includes(name.replace(/^.*\./, ''))),
  )
}

/** Registers for somebody and goes where the work goes on; what is typed stays when it is refused. */
export function useBookFor(desk: Desk, onFull: () => void) {
  const [typed, setTyped] = useState(() => blank(desk.channels))
  const [state, setState] = useState(STILL)
  /** Staff do not read what the adviser has: only its number is still to be told. */
  const [asked, setAsked] = useState<Case | null>(null)
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
  const goOn = async (page: 'case' | 'ticket', made: Case) => {
    keepCase(made)
    // It is registered: a page that does not open is no reason to register it again.
    await goInstead(page, page === 'case' ? { id: made.id, view: 'desk' } : { id: made.id }).catch(() =>
      setAsked(made),
    )
  }
  const deliver: Readonly<Record<Way, () => Promise<void>>> = {
    later: async () => goOn('case', await bookForSomebody(bookingOf(typed, desk))),
    now: async () => goOn('ticket', await takeLiveCall(liveCallOf(typed, desk))),
    adviser: async () => setAsked(await askForSomebody(questionOf(typed))),
  }
  const send = () => {
    const fields = missingIn(typed)
    if (Object.keys(fields).length > 0) return setState({ ...STILL, fields, trouble: BOOK_WORDS.wrong })
    setState({ ...STILL, busy: true })
    deliver[typed.way]().catch(failed)
  }
  return { typed, set, send, asked, ...state }
}
