import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'

import { Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Notice } from '#components/Notice'
import { Skeleton } from '#components/Skeleton'
import { Tag } from '#components/Tag'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { readOneCase } from '#services/cases'
import { go } from '#services/route'
import { keepCase } from '#store/cases'
import { openKept, type Queued, sendQueue, useFieldWork, useKeptCase } from '#store/field-work'
import { useSession } from '#store/session'
import { momentWords, spanWords } from '../../moments.ts'
import { partiesOf } from '../parties.ts'
import { MEDIATORS, StaffScreen } from '../StaffScreen.tsx'
import { ownOf } from '../StepOf.tsx'
import { useOnline } from '../use-online.ts'
import { FIELD, WORK } from '../words.ts'
import { WriteDown } from './WriteDown.tsx'

/** A case as one sits at somebody's table, with or without network. */
export default function FieldPage() {
  const { id = '' } = useRouter().params
  return (
    <StaffScreen title={FIELD.title} roles={MEDIATORS}>
      <Field id={id} />
    </StaffScreen>
  )
}

/** What lies on the telephone; a case that does not, such as a closed one, is asked of the server. */
function useFieldCase(id: string) {
  const kept = useKeptCase(id)
  const [read, setRead] = useState<Case | null | undefined>(undefined)
  const signedIn = useSession((session) => session.signedIn)
  useEffect(() => {
    void openKept().then(() => sendQueue())
    if (signedIn)
      readOneCase(id).then(
        (one) => setRead(keepCase(one)),
        () => setRead(null),
      )
  }, [id, signedIn])
  return kept ?? read
}

function Field({ id }: { id: string }) {
  const one = useFieldCase(id)
  const online = useOnline()
  const own = one && ownOf(one)
  if (one === undefined) return <Skeleton rows={4} />
  if (!one || !own) return <Empty title={FIELD.missing}>{FIELD.missingText}</Empty>
  return (
    <Box className="narrow">
      <Title hint={`${one.statusText} · ${one.number}`}>{one.title}</Title>
      <Box live="polite">
        {!online && (
          <Notice tone="warn" title={WORK.offline}>
            {WORK.offlineText}
          </Notice>
        )}
      </Box>
      <About one={one} own={own} />
      <Box className="below">
        <Button disabled={!online} onTap={() => go('case', { id, view: 'desk' })}>
          {FIELD.open}
        </Button>
        {!online && <Muted>{FIELD.openOffline}</Muted>}
      </Box>
      <WriteDown one={one} own={own} />
      <Items own={own} caseId={id} />
      <Box className="below">
        <Rows>
          <Row
            icon="papers"
            title={FIELD.dossier}
            detail={FIELD.dossierText(own.dossier.filter(({ done }) => done).length)}
            onTap={() => go('dossier', { id })}
          />
        </Rows>
      </Box>
    </Box>
  )
}

const Fact = ({ label, text }: { label: string; text: string | null }) =>
  text ? (
    <Box className="fact">
      <Box className="fact__label">{label}</Box>
      <Box className="fact__text">{text}</Box>
    </Box>
  ) : null

const storyOf = ({ lines }: Case) => lines.find(({ name }) => name === 'story')?.text ?? null

const About = ({ one, own }: { one: Case; own: MediationOwn }) => {
  const planned = own.sessions.find(({ state }) => state === 'planned')
  return (
    <Card>
      <Fact label={FIELD.parties} text={partiesOf(own)} />
      <Fact label={FIELD.wish} text={own.wish} />
      <Fact label={FIELD.story} text={storyOf(one)} />
      <Fact label={FIELD.next} text={planned ? `${spanWords(planned)} ${planned.place}` : null} />
    </Card>
  )
}

type Item = Pick<Queued, 'id' | 'kind' | 'at' | 'text'> & { by: string; files: number; state: string | null }

const queuedAs = ({ id, kind, at, text, photos, trouble }: Queued): Item => ({
  ...{ id, kind, at, text },
  by: '我',
  files: photos.length,
  state: trouble ? `${FIELD.trouble}：${trouble}` : FIELD.waiting,
})

/** What the server has, and what waits here; one that is both is shown once. */
function Items({ own, caseId }: { own: MediationOwn; caseId: string }) {
  const queue = useFieldWork((work) => work.queue)
  const received = own.items.map(
    ({ id, kind, at, by, text, fileIds }): Item => ({
      ...{ id, kind, at, by, text },
      files: fileIds.length,
      state: null,
    }),
  )
  const waiting = queue.filter((one) => one.caseId === caseId).map(queuedAs)
  const items = [...waiting.filter(({ id }) => received.every((one) => one.id !== id)), ...received]
  return (
    <Box as="section">
      <Heading>{FIELD.notes}</Heading>
      {items.length === 0 ? (
        <Muted>{FIELD.noNotes}</Muted>
      ) : (
        <Card>
          <Box as="ul" className="items">
            {items.map((item) => (
              <One key={item.id} item={item} />
            ))}
          </Box>
        </Card>
      )}
    </Box>
  )
}

const One = ({ item: { kind, at, by, text, files, state } }: { item: Item }) => (
  <Box as="li" className="item">
    <Box className="item__by">
      <Box>{`${FIELD.kinds[kind]} · ${by} · ${momentWords(at)}`}</Box>
      {state && <Tag tone="warn">{state}</Tag>}
    </Box>
    {text && <Box className="item__text">{text}</Box>}
    {files > 0 && <Box className="item__by">{FIELD.attached(files)}</Box>}
  </Box>
)
