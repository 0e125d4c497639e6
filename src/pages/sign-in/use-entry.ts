import { useState } from 'react'

import type { Account } from '#contract/session'
import { type FieldProblems, Refusal } from '#domain/refusal'
import { askForCode, enterByPhone } from '#services/session'
import { explain } from '../use-loaded.ts'
import { useCountdown } from './use-countdown.ts'

const RESEND_SECONDS = 60

export type Typed = { phone: string; code: string; otp: string; confirm: string }
/** What demo mode answers instead of a message to the telephone. */
type Sent = { demoCode?: string | undefined; demoOtp?: string | undefined }

/** What went wrong: beside the field it concerns, or above the button. */
function useProblems() {
  const [fields, setFields] = useState<FieldProblems>({})
  const [words, setWords] = useState<string | null>(null)
  const tell = (error: unknown) => {
    const problems = error instanceof Refusal ? error.fields : undefined
    setFields(problems ?? {})
    setWords(problems ? null : explain(error).words)
  }
  const clear = () => {
    setFields({})
    setWords(null)
  }
  return { fields, words, tell, clear }
}

/**
 * Signing in by telephone: the number, the code sent to it, and what the server asks besides: of staff a second factor,
 * and who one is when the number has long been silent and may have been given to somebody else.
 */
export function useEntry(onEntered: (account: Account) => void) {
  const [typed, setTyped] = useState<Typed>({ phone: '', code: '', otp: '', confirm: '' })
  const [sent, setSent] = useState<Sent | null>(null)
  const [staff, setStaff] = useState(false)
  const [doubted, setDoubted] = useState(false)
  const [busy, setBusy] = useState(false)
  const [left, startCountdown] = useCountdown()
  const { tell, clear, fields, words } = useProblems()

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true)
    clear()
    await act().catch((error: unknown) => {
      tell(error)
      const asked = error instanceof Refusal ? error.fields : undefined
      if (asked?.otp) setStaff(true)
      if (asked?.confirm) setDoubted(true)
    })
    setBusy(false)
  }
  const send = () =>
    attempt(async () => {
      setSent(await askForCode(typed.phone))
      setDoubted(false)
      startCountdown(RESEND_SECONDS)
    })
  const enterAs = (proof: Partial<Typed> & { newOwner?: true }) =>
    attempt(async () => onEntered(await enterByPhone({ phone: typed.phone, code: typed.code, ...proof })))
  const enter = () => enterAs({ otp: typed.otp, confirm: typed.confirm })
  const enterAsNew = () => enterAs({ newOwner: true })
  const type = (name: keyof Typed) => (value: string) => setTyped((now) => ({ ...now, [name]: value }))

  return { typed, type, sent, staff, doubted, busy, left, fields, words, send, enter, enterAsNew }
}

export type Entry = ReturnType<typeof useEntry>
