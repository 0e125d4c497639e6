import './case.scss'

import { useEffect, useState } from 'react'

import { Await } from '#components/Await'
import { LinkButton } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { Danger } from '#domain/danger'
import { DANGER_NAME } from '#domain/danger-words'
import { kindPages } from '#services/kind-page'
import { go } from '#services/route'
import { pageBeside } from '#services/step-page'
import { forgetDone, useCase } from '#store/cases'
import { callLegalLine, LEGAL_LINE } from '../help.ts'
import { useLoaded, useSeenAgain } from '../use-loaded.ts'
import { Actions } from './Actions.tsx'
import { BookAgain } from './BookAgain.tsx'
import { Documents } from './Documents.tsx'
import { Head } from './Head.tsx'
import { History } from './History.tsx'
import { Later } from './Later.tsx'
import { Messages } from './Messages.tsx'
import { News } from './News.tsx'
import { Outcome } from './Outcome.tsx'
import { Reveals } from './Reveals.tsx'
import { Sections } from './Sections.tsx'
import { Submitted } from './Submitted.tsx'
import { loadOrLocked, Unlock } from './Unlock.tsx'
import { BESIDE, CASE_WORDS, LINK_NAME } from './words.ts'

/** One case of any kind: what it shows and what can be done comes from the server. */
export function CaseView({ id, desk }: { id: string; desk: boolean }) {
  const { loaded, reload } = useLoaded(() => loadOrLocked(id), [id])
  const known = useCase(id)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => forgetDone(id), [id])
  useSeenAgain(reload)
  const onRefused = (words: string) => {
    forgetDone(id)
    setRefused(words)
    reload()
  }
  return (
    <Box className="case">
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {(read) => {
          const one = known ?? read
          return one ? (
            <Whole one={one} desk={desk} refused={refused} onRefused={onRefused} />
          ) : (
            <Unlock id={id} />
          )
        }}
      </Await>
    </Box>
  )
}

type WholeProps = {
  one: Case
  desk: boolean
  refused: string | null
  onRefused: (words: string) => void
}

const Whole = ({ one, desk, refused, onRefused }: WholeProps) => (
  <Box className="case__whole">
    <Head one={one} desk={desk} />
    <Box>{one.danger.length > 0 && <DangerNotice danger={one.danger} />}</Box>
    <Box as="section">
      <Heading>{CASE_WORDS.next}</Heading>
      <News id={one.id} desk={desk} refused={refused} />
      <Card>
        {desk ? <ForDesk one={one} /> : <Box className="case__next">{one.nextText}</Box>}
        {!desk && one.closedAt === null && one.actions.length === 0 && <OnlyByPhone />}
        <Box>{one.attemptsText && !one.answer && <Notice tone="warn" title={one.attemptsText} />}</Box>
        <Actions one={one} desk={desk} onRefused={onRefused} />
        {!desk && <BookAgain one={one} />}
      </Card>
    </Box>
    <OfKind one={one} desk={desk} />
    <Sections one={one} />
    <Later key={one.id}>
      <Outcome one={one} desk={desk} />
      <Documents one={one} />
      <Box>{desk && <Reveals one={one} />}</Box>
      <Box>{desk && <Submitted one={one} />}</Box>
      <Later>
        <History one={one} />
        <Box>{!desk && <Submitted one={one} />}</Box>
        <Messages one={one} desk={desk} />
        <Others one={one} desk={desk} />
      </Later>
    </Later>
  </Box>
)

/** What else there is to see of a case of this kind: who has it, its text. */
const OfKind = ({ one, desk }: { one: Case; desk: boolean }) => {
  const pages = kindPages(one, desk ? 'desk' : undefined)
  return (
    <Box className={pages.length > 0 ? 'case__pages' : ''}>
      {pages.length > 0 && (
        <Rows>
          {pages.map(({ title, detail, open }) => (
            <Row key={title} icon="info" title={title} detail={detail} onTap={open} />
          ))}
        </Rows>
      )}
    </Box>
  )
}

/** Who has it, and what the resident has been told. */
const ForDesk = ({ one }: { one: Case }) => (
  <Box>
    <Box className="case__next">
      {one.handler ? `${CASE_WORDS.handler}：${one.handler.name}` : CASE_WORDS.nobody}
    </Box>
    <Box className="case__label">{`${CASE_WORDS.told}：${one.nextText}`}</Box>
  </Box>
)

/** Too late to change it here: then a person on the line can. */
const OnlyByPhone = () => (
  <Box>
    <Muted>{CASE_WORDS.onlyByPhone}</Muted>
    <LinkButton href={`tel:${LEGAL_LINE}`} onTap={callLegalLine}>
      {CASE_WORDS.call}
    </LinkButton>
  </Box>
)

const DangerNotice = ({ danger }: { danger: readonly string[] }) => (
  <Notice tone="danger" title={danger.map((one) => DANGER_NAME[one as Danger] ?? one).join('、')}>
    {CASE_WORDS.dangerText}
  </Notice>
)

/** Cases that belong together, and who has looked at this one. */
const Others = ({ one, desk }: { one: Case; desk: boolean }) => (
  <Box as="section" className="case__others">
    <Rows>
      {one.links.map(({ rel, caseId, number }) => (
        <Row
          key={caseId}
          icon="papers"
          title={LINK_NAME[rel] ?? CASE_WORDS.links}
          detail={number}
          onTap={() => go('case', { id: caseId, view: desk ? 'desk' : undefined })}
        />
      ))}
      {desk && <Beside one={one} />}
      {!desk && (
        <Row icon="eye" title={CASE_WORDS.seen} detail={CASE_WORDS.seenText} onTap={() => go('accessLog')} />
      )}
    </Rows>
  </Box>
)

/** What those who work on it away from the desk have of it. */
function Beside({ one }: { one: Case }) {
  const open = pageBeside(one)
  const words = BESIDE[one.kind]
  return open && words && <Row icon="papers" {...words} onTap={open} />
}
