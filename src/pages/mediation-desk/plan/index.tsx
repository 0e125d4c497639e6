import { useState } from 'react'

import { Await } from '#components/Await'
import { Button, LinkButton } from '#components/Button'
import { Card } from '#components/Card'
import { Choice } from '#components/Choice'
import { Fold } from '#components/Fold'
import { TextField } from '#components/TextField'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { MediationOwn } from '#contract/mediation'
import { addDays, dayOf, type Instant, timeOf } from '#domain/day'
import { readFreeTimes } from '#services/mediation-desk'
import { goBack } from '#services/route'
import { goToFirstWrong } from '../../first-wrong.ts'
import { callLegalLine } from '../../help.ts'
import { spanWords } from '../../moments.ts'
import { useAct } from '../../use-act.ts'
import { useLoaded } from '../../use-loaded.ts'
import { type Step, StepOf } from '../StepOf.tsx'
import { endOf, isSpan, type Span, startOf, TimeSpan } from '../TimeSpan.tsx'
import { Trouble } from '../Trouble.tsx'
import { PLAN } from '../words.ts'

/** A time that suits everybody, a place or a link; nobody and no room is taken twice. */
export default function PlanPage() {
  return (
    <StepOf title={PLAN.title} action="schedule_session">
      {(step) => <Plan key={step.one.id} {...step} />}
    </StepOf>
  )
}

const spanOf = (startsAt: Instant, endsAt: Instant): Span => ({
  day: dayOf(startsAt),
  from: timeOf(startsAt),
  to: timeOf(endsAt),
})

const placeOf = ({ committee }: MediationOwn) => committee.address ?? committee.name

function Plan({ one, own, now }: Step) {
  const [span, setSpan] = useState<Span>({ day: '', from: '', to: '' })
  const [mode, setMode] = useState<'place' | 'video'>('place')
  const [place, setPlace] = useState(() => placeOf(own))
  const [room, setRoom] = useState('')
  const { busy, problems, trouble, send, complain } = useAct(one, 'schedule_session', () => void goBack())
  const go = () => {
    const wrong = {
      ...(!isSpan(span) && { startsAt: PLAN.wrongTime }),
      ...(!place.trim() && { place: PLAN.wrongPlace }),
    }
    complain(wrong)
    if (Object.keys(wrong).length > 0) return goToFirstWrong()
    const said = { startsAt: startOf(span), endsAt: endOf(span), mode, place: place.trim() }
    send({ ...said, ...(room.trim() && { room: room.trim() }) })
  }
  return (
    <Box className="narrow">
      <Suits own={own} />
      <Free
        id={one.id}
        now={now}
        chosen={isSpan(span) ? startOf(span) : null}
        onTime={(startsAt, endsAt) => setSpan(spanOf(startsAt, endsAt))}
      />
      <Fold title={PLAN.own} wrong={Boolean(problems.startsAt ?? problems.endsAt)}>
        <TimeSpan
          span={span}
          words={PLAN}
          error={problems.startsAt ?? problems.endsAt}
          onSpan={(next) => {
            setSpan(next)
            complain({})
          }}
        />
      </Fold>
      <Box className="below">
        <Choice
          label={PLAN.mode}
          layout="pair"
          options={[
            { value: 'place', text: PLAN.place },
            { value: 'video', text: PLAN.video },
          ]}
          value={mode}
          onChange={(next) => {
            setMode(next)
            setPlace(next === 'place' ? placeOf(own) : '')
          }}
        />
        <TextField
          label={mode === 'place' ? PLAN.where : PLAN.link}
          error={problems.place}
          max={200}
          value={place}
          onChange={setPlace}
        />
        <TextField
          label={PLAN.room}
          hint={PLAN.roomHint}
          optional
          error={problems.room}
          max={40}
          value={room}
          onChange={setRoom}
        />
        <Trouble words={trouble} />
        <Button busy={busy} onTap={go}>
          {PLAN.go}
        </Button>
      </Box>
    </Box>
  )
}

const Suits = ({ own: { suits } }: { own: MediationOwn }) =>
  suits.applicant || suits.otherSide ? (
    <Card>
      <Box className="fact__label">{PLAN.suits}</Box>
      {suits.applicant && <Box>{`${PLAN.applicant}：${suits.applicant}`}</Box>}
      {suits.otherSide && <Box>{`${PLAN.otherSide}：${suits.otherSide}`}</Box>}
    </Card>
  ) : null

const DAYS = 14
const FEW = 5

type FreeProps = {
  id: string
  now: Instant
  chosen: Instant | null
  onTime: (startsAt: Instant, endsAt: Instant) => void
}

function Free({ id, now, chosen, onTime }: FreeProps) {
  const from = dayOf(now)
  const [all, setAll] = useState(false)
  const { loaded, reload } = useLoaded(() => readFreeTimes(id, { from, to: addDays(from, DAYS) }), [id, from])
  return (
    <Box className="below">
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={3}>
        {(times) =>
          times.length > 0 ? (
            <Choice
              label={PLAN.times}
              hint={PLAN.hint}
              options={(all ? times : times.slice(0, FEW)).map((time) => ({
                value: time.startsAt,
                text: spanWords(time),
              }))}
              value={chosen}
              onChange={(startsAt) => {
                const time = times.find((each) => each.startsAt === startsAt)
                if (time) onTime(time.startsAt, time.endsAt)
              }}
            />
          ) : (
            <Muted>{PLAN.none}</Muted>
          )
        }
      </Await>
      <Box className="more-times">
        {!all && loaded.state === 'ready' && loaded.value.length > FEW && (
          <LinkButton onTap={() => setAll(true)}>{PLAN.more(loaded.value.length - FEW)}</LinkButton>
        )}
      </Box>
    </Box>
  )
}
