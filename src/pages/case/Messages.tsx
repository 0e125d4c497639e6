import { type ReactNode, useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case, Message } from '#contract/case'
import { NoAnswer } from '#services/call'
import { forget, recall, remember } from '#services/device'
import { letThroughIn, sayIn } from '#store/cases'
import { clearFiles, idsIn, useFiles } from '#store/files'
import { AddFiles } from '../AddFiles.tsx'
import { FileRows } from '../FileRows.tsx'
import { momentWords } from '../moments.ts'
import { explain } from '../use-loaded.ts'
import { CASE_WORDS } from './words.ts'

type Files = Case['files']

const One = ({ message, files, children }: { message: Message; files: Files; children: ReactNode }) => (
  <Box as="li" className={message.mine ? 'message message--mine' : 'message'}>
    <Box className="message__by">{`${message.by} · ${momentWords(message.at)}`}</Box>
    <Box className="message__text">{message.text ?? CASE_WORDS.hidden}</Box>
    <Box>{files.length > 0 && <FileRows files={files} />}</Box>
    {message.held && message.text !== null && <Box className="message__by">{CASE_WORDS.held}</Box>}
    <Box>{children}</Box>
  </Box>
)

/** Somebody of the desk has looked at a doubtful text and finds nothing against it. */
function LetThrough({ one, message }: { one: Case; message: Message }) {
  const [trouble, setTrouble] = useState<string | null>(null)
  const release = () =>
    letThroughIn(one, message.id).then(
      () => undefined,
      (error: unknown) => setTrouble(explain(error).words),
    )
  return (
    <Box>
      <Button tone="ghost" onTap={release}>
        {CASE_WORDS.letThrough}
      </Button>
      {trouble && <Notice tone="danger">{trouble}</Notice>}
    </Box>
  )
}

const filesOf = ({ files }: Case, { fileIds }: Message) => files.filter(({ id }) => fileIds.includes(id))

/** Sent with the request or with a step. */
const otherFiles = ({ files, messages }: Case) =>
  files.filter(({ id }) => !messages.some(({ fileIds }) => fileIds.includes(id)))

/** Material that came with the request or a step. */
const Material = ({ files }: { files: Files }) => (
  <Box>
    <Heading>{CASE_WORDS.files}</Heading>
    <FileRows files={files} />
  </Box>
)

export const Messages = ({ one, desk }: { one: Case; desk: boolean }) => (
  <Box as="section" className="messages">
    <Box>{otherFiles(one).length > 0 && <Material files={otherFiles(one)} />}</Box>
    <Heading>{CASE_WORDS.messages}</Heading>
    {one.messages.length === 0 ? (
      <Muted>{CASE_WORDS.noMessages}</Muted>
    ) : (
      <Box as="ol" className="messages__list">
        {one.messages.map((message) => (
          <One key={message.id} message={message} files={filesOf(one, message)}>
            {desk && message.held && !message.mine && <LetThrough one={one} message={message} />}
          </One>
        ))}
      </Box>
    )}
    <Composer one={one} desk={desk} />
  </Box>
)

type State = { state: 'idle' | 'busy' | 'sent' } | { state: 'failed'; words: string }

/** Photos need no words; whoever hears the message read out does. */
const sentAlone = (count: number) => `发来 ${count} 个附件`

/** What is being written stays on the telephone until it has been sent. */
function Composer({ one, desk }: { one: Case; desk: boolean }) {
  const draft = `say:${one.id}`
  const files = useFiles(draft)
  const fileIds = idsIn(files)
  const [text, setText] = useState(() => recall<string>(draft) ?? '')
  const [sending, setSending] = useState<State>({ state: 'idle' })
  const type = (value: string) => {
    setText(value)
    remember(draft, value)
  }
  const sent = () => {
    setText('')
    forget(draft)
    clearFiles(draft)
    setSending({ state: 'sent' })
  }
  const failed = (error: unknown) =>
    setSending({ state: 'failed', words: error instanceof NoAnswer ? CASE_WORDS.lost : explain(error).words })
  const send = () => {
    setSending({ state: 'busy' })
    sayIn(one, text.trim() || sentAlone(files.length), fileIds ?? []).then(sent, failed)
  }
  return (
    <Box className="composer">
      <TextField
        kind="long"
        label={desk ? CASE_WORDS.writeDesk : CASE_WORDS.write}
        purpose={CASE_WORDS.writeWhy}
        max={2000}
        value={text}
        onChange={type}
      />
      <AddFiles place={draft} />
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
        {CASE_WORDS.send}
      </Button>
    </Box>
  )
}
