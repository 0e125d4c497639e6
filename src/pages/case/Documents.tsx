import './documents.scss'

import { useState } from 'react'

import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { Tag } from '#components/Tag'
import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { FORMATS, type Format } from '#contract/document'
import { spokenDay } from '#domain/day'
import { openDocument } from '#services/documents'
import { explain } from '../use-loaded.ts'
import { DOCUMENT_WORDS, FORMAT_WORDS } from './documents-words.ts'

/** The official documents of a case, the latest first, to be read and printed. */
export const Documents = ({ one }: { one: Case }) => (
  <Box as="section">
    {one.documents.length > 0 && (
      <>
        <Heading>{DOCUMENT_WORDS.title}</Heading>
        {[...one.documents].reverse().map((document) => (
          <One key={document.id} caseId={one.id} document={document} />
        ))}
      </>
    )}
  </Box>
)

type Document = Case['documents'][number]

function One({ caseId, document }: { caseId: string; document: Document }) {
  const { id, name, number, issuedOn, state } = document
  const [busy, setBusy] = useState<Format | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const open = (format: Format) => {
    setBusy(format)
    setTrouble(null)
    openDocument({ caseId, id, name, format })
      .catch((error: unknown) => setTrouble(explain(error).words))
      .finally(() => setBusy(null))
  }
  return (
    <Card>
      <Box className="document__name">{number ? name.replace(` ${number}`, '') : name}</Box>
      <Box>{number && <Box className="document__day">{number}</Box>}</Box>
      <Box className="document__day">{`${spokenDay(issuedOn)} ${DOCUMENT_WORDS.issued}`}</Box>
      <Box>{state === 'void' && <Tag tone="danger">{DOCUMENT_WORDS.isVoid}</Tag>}</Box>
      <Box className="actions">
        {FORMATS.map((format) => (
          <Button
            key={format}
            tone="ghost"
            label={`${FORMAT_WORDS[format]}：${name}`}
            busy={busy === format}
            busyWords={DOCUMENT_WORDS.busy}
            onTap={() => open(format)}
          >
            {FORMAT_WORDS[format]}
          </Button>
        ))}
      </Box>
      <Box>{trouble && <Notice tone="danger" title={trouble} news />}</Box>
    </Card>
  )
}
