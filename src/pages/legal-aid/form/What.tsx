import { useState } from 'react'

import { LinkButton } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Fold } from '#components/Fold'
import { Notice } from '#components/Notice'
import { Box } from '#components/tags'
import { urgencyOf } from '#domain/aid-check'
import { MATTER_NAME, type Matter } from '#domain/aid-matter'
import { HELP, ORGAN, OTHER_SIDE_KIND } from '#domain/aid-terms'
import { dangerIn } from '#domain/danger'
import { type Day, isDay } from '#domain/day'
import { keep, useApplying, useProblem, useSaid } from '#store/aid-form'
import { InDanger } from '../../InDanger.tsx'
import { useManners } from '../../polite.ts'
import { MATTER_GROUPS } from '../check/words.ts'
import { AidPlaceRow } from './AidPlace.tsx'
import { exampleOf } from './examples.ts'
import { One, optionsOf, Several, type StepProps, Text, YesNo } from './Inputs.tsx'
import { FORM, SURE } from './words.ts'

export const useMatter = () => useSaid<Matter | null>('matter', null)

/** First what it is about, then which of these; the answer leads on. */
export function MatterStep({ onNext }: StepProps) {
  const matter = useMatter()
  const error = useProblem('matter')
  const [group, setGroup] = useState<number | null>(null)
  const [choosing, setChoosing] = useState(matter === null)
  const within = group === null ? undefined : MATTER_GROUPS[group]
  const take = (value: Matter) => {
    keep('matter', value)
    setChoosing(false)
    onNext()
  }
  if (matter && !choosing)
    return (
      <Rows>
        <Row title={MATTER_NAME[matter]} end={FORM.otherMatter} onTap={() => setChoosing(true)} />
      </Rows>
    )
  return (
    <Box className={error ? 'field--wrong' : undefined}>
      <Rows>
        {within
          ? within.matters.map((value) => (
              <Row key={value} title={MATTER_NAME[value]} onTap={() => take(value)} />
            ))
          : MATTER_GROUPS.map(({ text, detail }, index) => (
              <Row key={text} title={text} detail={detail} onTap={() => setGroup(index)} />
            ))}
      </Rows>
      <Box>{within && <LinkButton onTap={() => setGroup(null)}>{FORM.otherMatter}</LinkButton>}</Box>
      <Box>
        {error && (
          <Box className="field__error" live="polite">
            {error}
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** As many as the contract takes. */
const MOST = 2000

export function StoryStep() {
  const say = useManners()
  const summary = useSaid('summary', '')
  const { story } = exampleOf(useMatter())
  return (
    <Box>
      <Box className="aid-example">
        <Box className="aid-example__label">{FORM.example}</Box>
        <Box>{story}</Box>
      </Box>
      <Box className="only">
        <Text name="summary" kind="long" max={MOST} />
      </Box>
      <Box className="aid-count">{FORM.count([...summary].length, MOST)}</Box>
      <InDanger dangers={dangerIn(summary)}>{say(FORM.danger)}</InDanger>
    </Box>
  )
}

const WISH_FOLD = ['amount', 'people', 'help']

export function WishStep() {
  const wrong = useApplying(({ fields }) => WISH_FOLD.some((name) => name in fields))
  const { wish } = exampleOf(useMatter())
  return (
    <Box>
      <Box className="aid-example">
        <Box className="aid-example__label">{FORM.example}</Box>
        <Box>{wish}</Box>
      </Box>
      <Box className="only">
        <Text name="wish" kind="long" max={500} />
      </Box>
      <Fold title={FORM.more} hint={FORM.moreWish} wrong={wrong}>
        <Text name="amount" kind="number" max={14} optional />
        <Text name="people" kind="number" max={5} optional />
        <Several name="help" options={optionsOf(HELP)} />
      </Fold>
    </Box>
  )
}

export const PlaceStep = () => (
  <Box>
    <AidPlaceRow label={FORM.place} />
    <Text name="happenedIn" max={100} optional />
  </Box>
)

const SIDE_FOLD = ['otherSide.phone', 'otherSide.address', 'otherSide.idNumber']

export function OtherSideStep() {
  const kind = useSaid<string | null>('otherSide.kind', null)
  const wrong = useApplying(({ fields }) => SIDE_FOLD.some((name) => name in fields))
  const isKnown = kind === 'person' || kind === 'organisation'
  return (
    <Box>
      <One name="otherSide.kind" options={optionsOf(OTHER_SIDE_KIND)} />
      <Box>
        {isKnown && <Text name="otherSide.name" max={100} />}
        {kind === 'person' && <YesNo name="otherSide.sameHousehold" />}
        {isKnown && (
          <Fold title={FORM.more} hint={FORM.moreSide} wrong={wrong}>
            <Text name="otherSide.phone" kind="phone" max={20} optional />
            <Text name="otherSide.address" max={200} optional />
            <Text name="otherSide.idNumber" max={30} optional />
          </Fold>
        )}
      </Box>
    </Box>
  )
}

export function OrganStep() {
  const organ = useSaid('organ', 'none')
  return (
    <Box>
      <Box className="only">
        <One name="organ" options={optionsOf(ORGAN)} />
      </Box>
      <Box>
        {organ !== 'none' && <AidPlaceRow label={FORM.organPlace} />}
        {organ !== 'none' && <Text name="organName" max={100} />}
        {organ !== 'none' && <Text name="organCaseNumber" max={60} optional />}
      </Box>
    </Box>
  )
}

/** The red lane (LP-18): said at once, while one is still filling in. */
export function DeadlineStep({ scene }: StepProps) {
  const deadline = useSaid<string | null>('deadline', null)
  return (
    <Box>
      <Box className="only">
        <One name="deadline" options={optionsOf(SURE)} />
      </Box>
      <Box>{deadline === 'yes' && <Text name="deadlineOn" kind="date" max={10} />}</Box>
      <YesNo name="preservation" optional />
      <Urgent on={scene.on} />
    </Box>
  )
}

const LAW = { time: '法律援助法第四十四条第一项', preservation: '法律援助法第四十四条第二项' } as const

export function Urgent({ on }: { on: Day }) {
  const say = useManners()
  const deadline = useSaid<string | null>('deadline', null)
  const day = useSaid('deadlineOn', '')
  const preservation = useSaid<boolean | null>('preservation', null) === true
  const deadlineOn = deadline === 'yes' && isDay(day) ? day : undefined
  const ground = urgencyOf({ deadlineOn, preservation }, on)
  return (
    <Box className="aid-urgent">
      {ground && (
        <Notice tone="danger" title={FORM.urgent} news>
          {say(ground === 'time' ? FORM.urgentText(LAW.time) : FORM.preserveText(LAW.preservation))}
        </Notice>
      )}
    </Box>
  )
}
