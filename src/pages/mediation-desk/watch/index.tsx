import { useState } from 'react'

import { Await } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Card, Row, Rows } from '#components/Card'
import { Tag } from '#components/Tag'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Callback } from '#contract/committee'
import { spokenDay } from '#domain/day'
import { readCallbacks, readFlagged, readOverdue, seeCallbackNumber } from '#services/mediation-desk'
import { go } from '#services/route'
import { callLegalLine } from '../../help.ts'
import { explain, useLoaded } from '../../use-loaded.ts'
import { KEEPERS, StaffScreen } from '../StaffScreen.tsx'
import { WATCH, WORK } from '../words.ts'
import { CallBack } from './CallBack.tsx'

/** Signs to be looked at, cases past their month, and those another office mediated and we call back. */
export default function WatchPage() {
  return (
    <StaffScreen title={WATCH.title} roles={KEEPERS}>
      <Box className="narrow">
        <Title hint={WATCH.hint}>{WATCH.ask}</Title>
        <Callbacks />
        <Flagged />
        <Overdue />
      </Box>
    </StaffScreen>
  )
}

const open = (id: string) => void go('case', { id, view: 'desk' })

function Callbacks() {
  const { loaded, reload } = useLoaded(readCallbacks, [])
  const [calling, setCalling] = useState<Callback | null>(null)
  const done = () => {
    setCalling(null)
    reload()
  }
  return (
    <Box as="section">
      <Heading>{WATCH.callbacks}</Heading>
      <Muted>{WATCH.callbacksHint}</Muted>
      <Box className="edit">
        <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={1}>
          {(items) =>
            items.length === 0 ? (
              <Muted>{WATCH.noCallbacks}</Muted>
            ) : (
              <Box>
                {items.map((one) => (
                  <One key={one.id} one={one} onCall={() => setCalling(one)} />
                ))}
              </Box>
            )
          }
        </Await>
      </Box>
      {calling && <CallBack key={calling.id} one={calling} onDone={done} onClose={() => setCalling(null)} />}
    </Box>
  )
}

const One = ({ one, onCall }: { one: Callback; onCall: () => void }) => (
  <Card as="article">
    <Box className="item__by">
      <Box>{`${one.committee} · ${one.number}`}</Box>
      <Tag tone="warn">{WATCH.due(spokenDay(one.dueOn))}</Tag>
    </Box>
    {one.people.map((person) => (
      <Whom key={person.side} one={one} person={person} />
    ))}
    <Box className="edit">
      <Button tone="ghost" label={`${WATCH.go} ${one.number}`} onTap={onCall}>
        {WATCH.go}
      </Button>
    </Box>
  </Card>
)

/** The whole number is asked for, which is written down. */
function Whom({ one, person }: { one: Callback; person: Callback['people'][number] }) {
  const { side, name, phone } = person
  const [whole, setWhole] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const see = () =>
    void seeCallbackNumber(one.id, side).then(setWhole, (error: unknown) => setTrouble(explain(error).words))
  return (
    <Box>
      <Box>{[`${WATCH.sides[side]} ${name}`, whole ?? phone].filter(Boolean).join(' ')}</Box>
      <Box>{trouble && <Muted>{trouble}</Muted>}</Box>
      {phone && !whole && (
        <LinkButton label={WATCH.numberOf(WATCH.sides[side])} onTap={see}>
          {WATCH.number}
        </LinkButton>
      )}
    </Box>
  )
}

function Flagged() {
  const { loaded, reload } = useLoaded(readFlagged, [])
  return (
    <Box as="section">
      <Heading>{WATCH.flagged}</Heading>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={1}>
        {(items) =>
          items.length === 0 ? (
            <Muted>{WATCH.noFlagged}</Muted>
          ) : (
            <Box>
              {items.map(({ caseId, number, committee, flags }) => (
                <Card key={caseId} as="article">
                  <Box className="item__by">{`${committee} · ${number}`}</Box>
                  {flags.map(({ flag, text }) => (
                    <Box key={flag} className="item__text">
                      {text}
                    </Box>
                  ))}
                  <LinkButton label={`${WATCH.open} ${number}`} onTap={() => open(caseId)}>
                    {WATCH.open}
                  </LinkButton>
                </Card>
              ))}
            </Box>
          )
        }
      </Await>
    </Box>
  )
}

function Overdue() {
  const { loaded, reload } = useLoaded(readOverdue, [])
  return (
    <Box as="section">
      <Heading>{WATCH.overdue}</Heading>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={1}>
        {(items) =>
          items.length === 0 ? (
            <Muted>{WATCH.noOverdue}</Muted>
          ) : (
            <Rows>
              {items.map(({ caseId, number, committee, statusText, dueOn }) => (
                <Row
                  key={caseId}
                  title={number}
                  detail={[committee, statusText, dueOn && WORK.due(spokenDay(dueOn))]
                    .filter(Boolean)
                    .join(' · ')}
                  end={<Tag tone="danger">{WORK.late}</Tag>}
                  onTap={() => open(caseId)}
                />
              ))}
            </Rows>
          )
        }
      </Await>
    </Box>
  )
}
