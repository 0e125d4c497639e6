import { useState } from 'react'

import { Button } from '#components/Button'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { NoAnswer } from '#services/call'
import { forget, recall, remember } from '#services/device'
import { sayIn } from '#store/cases'
import { clearFiles, idsIn, useFiles } from '#store/files'
import { AddFiles } from '../AddFiles.tsx'
import { goToFirstWrong } from '../first-wrong.ts'
import { explain } from '../use-loaded.ts'
import { type Audience, choicesFor, firstChoice, sendWords } from './to-whom.ts'
import { CASE_WORDS } from './words.ts'

type State = { state: 'idle' | 'busy' | 'sent' } | { state: 'failed'; words: string }

/** Photos need no words; whoever hears the message read out does. */
const sentAlone = (count: number) => `发来 ${count} 个附件`

const labelOf = (desk: boolean, twoSided: boolean) => {
  if (twoSided) return CASE_WORDS.writeTwo
  return desk ? CASE_WORDS.writeDesk : CASE_WORDS.write
}

/** What is being written stays on the telephone until it has been sent. */
export function Composer({ one, desk }: { one: Case; desk: boolean }) {
  const draft = `say:${one.id}`
  const files = useFiles(draft)
  const fileIds = idsIn(files)
  const [text, setText] = useState(() => recall<string>(draft) ?? '')
  const [sending, setSending] = useState<State>({ state: 'idle' })
  const [to, setTo] = useState<Audience | null>(() => firstChoice(one))
  const [wrong, setWrong] = useState<string>()
  const twoSided = one.audiences.length > 0
  const type = (value: string) => {
    setText(value)
    remember(draft, value)
  }
  const sent = () => {
    setText('')
    forget(draft)
    clearFiles(draft)
    setTo(firstChoice(one))
    setSending({ state: 'sent' })
  }
  const failed = (error: unknown) =>
    setSending({ state: 'failed', words: error instanceof NoAnswer ? CASE_WORDS.lost : explain(error).words })
  const send = () => {
    if (twoSided && to === null) {
      setWrong(CASE_WORDS.toMissing)
      return goToFirstWrong()
    }
    setSending({ state: 'busy' })
    const said = { text: text.trim() || sentAlone(files.length), fileIds: fileIds ?? [] }
    sayIn(one, { ...said, ...(to && { to }) }).then(sent, failed)
  }
  return (
    <Box className="composer">
      <TextField
        kind="long"
        label={labelOf(desk, twoSided)}
        purpose={twoSided ? CASE_WORDS.writeWhyTwo : CASE_WORDS.writeWhy}
        max={2000}
        value={text}
        onChange={type}
      />
      <AddFiles place={draft} />
      <Box>
        {twoSided && (
          <Choice
            label={CASE_WORDS.to}
            options={choicesFor(one)}
            value={to}
            error={wrong}
            onChange={(chosen) => {
              setTo(chosen)
              setWrong(undefined)
            }}
          />
        )}
      </Box>
      <Box>
        {sending.state === 'failed' && (
          <Notice tone="warn" news>
            {sending.words}
          </Notice>
        )}
        {sending.state === 'sent' && <Notice tone="ok" news title={CASE_WORDS.sent} />}
      </Box>
      <Button
        tone="ghost"
        busy={sending.state === 'busy'}
        busyWords={CASE_WORDS.sending}
        disabled={fileIds === null || (text.trim() === '' && files.length === 0)}
        onTap={send}
      >
        {sendWords(one, to)}
      </Button>
    </Box>
  )
}
