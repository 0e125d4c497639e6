import { useEffect } from 'react'

import { Await, Empty } from '#components/Await'
import { Button } from '#components/Button'
import { Row, Rows } from '#components/Card'
import { Choice } from '#components/Choice'
import { Tag } from '#components/Tag'
import { Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Committee } from '#contract/mediation'
import type { Dispute } from '#domain/dispute'
import { readCommittees } from '#services/mediation'
import { go } from '#services/route'
import { keep, placeIn, useProblem, useTyped } from '#store/mediation'
import { type Place, placeWords, usePlace } from '#store/place'
import { CallCard } from '../../CallCard.tsx'
import { callLegalLine } from '../../help.ts'
import { useManners } from '../../polite.ts'
import { useLoaded } from '../../use-loaded.ts'
import { LINE, REQUEST } from '../words.ts'

/** The committee that fits place and type comes first, and any other may be chosen (PM-10). */
export function WhereStep() {
  const place = usePlace((kept) => kept.place)
  const say = useManners()
  return (
    <Box>
      <Title hint={say(REQUEST.placeHint)}>{REQUEST.place}</Title>
      {place ? <Near place={place} /> : <NoPlace />}
    </Box>
  )
}

const NoPlace = () => (
  <Empty title={REQUEST.noPlace} action={<Button onTap={() => go('region')}>{REQUEST.choosePlace}</Button>} />
)

function Near({ place }: { place: Place }) {
  const type = useTyped<Dispute>('type', 'other')
  const other = placeIn(useTyped('otherPlace', ''))?.code
  const asked = { region: place.code, type, ...(other && { otherRegion: other }) }
  const { loaded, reload } = useLoaded(() => readCommittees(asked), [place.code, type, other])
  return (
    <Box>
      <Box className="mediation-way">
        <Rows>
          <Row
            icon="place"
            title={placeWords(place)}
            detail={REQUEST.myPlace}
            end={REQUEST.change}
            onTap={() => go('region')}
          />
        </Rows>
      </Box>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
        {(committees) => (committees.length > 0 ? <Choose from={committees} /> : <NoneHere />)}
      </Await>
    </Box>
  )
}

const hintOf = ({ why, levelText, address, phone }: Committee) =>
  [why ?? levelText, address, phone].filter(Boolean).join(' · ')

function Choose({ from }: { from: readonly Committee[] }) {
  const kept = useTyped('committeeId', '')
  const chosen = from.find(({ id }) => id === kept) ?? from[0]
  const gone = kept !== '' && chosen?.id !== kept
  // One of another place or type, chosen before that was changed.
  useEffect(() => {
    if (gone) keep('committeeId', '')
  }, [gone])
  return (
    <Choice
      label={REQUEST.committee}
      error={useProblem('committeeId')}
      options={from.map((one, index) => ({
        value: one.id,
        text: one.name,
        hint: hintOf(one),
        end: index === 0 && one.why && <Tag tone="ok">{REQUEST.proposed}</Tag>,
      }))}
      value={chosen?.id ?? null}
      onChange={(id) => keep('committeeId', id === from[0]?.id ? '' : id)}
    />
  )
}

const NoneHere = () => (
  <Box>
    <Empty title={REQUEST.noCommittee}>{REQUEST.noCommitteeText}</Empty>
    <CallCard title={LINE.callNow} hint={LINE.callHint} />
  </Box>
)
