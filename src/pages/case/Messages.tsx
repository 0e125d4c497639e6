import { type ReactNode, useState } from 'react'

import { Button } from '#components/Button'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case, Message } from '#contract/case'
import { letThroughIn } from '#store/cases'
import { FileRows } from '../FileRows.tsx'
import { momentWords } from '../moments.ts'
import { explain } from '../use-loaded.ts'
import { Composer } from './Composer.tsx'
import { readersOf } from './to-whom.ts'
import { CASE_WORDS } from './words.ts'

type Files = Case['files']

type OneProps = { message: Message; readers: string | null; files: Files; children: ReactNode }

const One = ({ message, readers, files, children }: OneProps) => (
  <Box as="li" className={message.mine ? 'message message--mine' : 'message'}>
    <Box className="message__by">{`${message.by} · ${momentWords(message.at)}`}</Box>
    <Box className="message__text">{message.text ?? CASE_WORDS.hidden}</Box>
    <Box>{files.length > 0 && <FileRows files={files} />}</Box>
    {readers && <Box className="message__readers">{readers}</Box>}
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
          <One
            key={message.id}
            message={message}
            readers={readersOf(one, message)}
            files={filesOf(one, message)}
          >
            {desk && message.held && !message.mine && <LetThrough one={one} message={message} />}
          </One>
        ))}
      </Box>
    )}
    <Composer one={one} desk={desk} />
  </Box>
)
