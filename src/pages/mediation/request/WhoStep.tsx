import { useState } from 'react'

import { Await } from '#components/Await'
import { Row, Rows } from '#components/Card'
import { Choice } from '#components/Choice'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import { searchPlaces } from '#services/region'
import { keep, placeIn, useProblem, useTyped } from '#store/mediation'
import { placeWords } from '#store/place'
import { callLegalLine } from '../../help.ts'
import { useManners } from '../../polite.ts'
import { useLoaded } from '../../use-loaded.ts'
import { useSettled } from '../../use-settled.ts'
import { REQUEST } from '../words.ts'

export function WhoStep() {
  const say = useManners()
  return (
    <Box>
      <Title hint={say(REQUEST.whoHint)}>{REQUEST.who}</Title>
      <TextField
        label={REQUEST.otherName}
        hint={REQUEST.otherNameHint}
        error={useProblem('otherName')}
        max={60}
        value={useTyped('otherName', '')}
        onChange={(value) => keep('otherName', value)}
      />
      <TextField
        kind="phone"
        label={REQUEST.otherPhone}
        hint={REQUEST.otherPhoneHint}
        purpose={REQUEST.otherWhy}
        optional
        error={useProblem('otherPhone')}
        max={20}
        value={useTyped('otherPhone', '')}
        onChange={(value) => keep('otherPhone', value)}
      />
      <TextField
        label={REQUEST.otherAddress}
        hint={REQUEST.otherAddressHint}
        optional
        error={useProblem('otherAddress')}
        max={200}
        value={useTyped('otherAddress', '')}
        onChange={(value) => keep('otherAddress', value)}
      />
      <OtherVillage />
    </Box>
  )
}

/** Of two villages: then the township mediates (PM-10). */
function OtherVillage() {
  const chosen = placeIn(useTyped('otherPlace', ''))
  const [elsewhere, setElsewhere] = useState(chosen !== null)
  const say = useManners()
  const answer = (value: 'same' | 'other') => {
    setElsewhere(value === 'other')
    if (value === 'same') keep('otherPlace', '')
  }
  return (
    <Box>
      <Choice
        label={say(REQUEST.village)}
        layout="pair"
        options={[
          { value: 'same', text: REQUEST.same },
          { value: 'other', text: REQUEST.other },
        ]}
        value={elsewhere ? 'other' : 'same'}
        onChange={answer}
      />
      <Box className="other-place">
        {chosen && <Notice tone="ok" title={REQUEST.chosenVillage(chosen.words)} />}
        {elsewhere && !chosen && <Find />}
      </Box>
    </Box>
  )
}

function Find() {
  const [text, setText] = useState('')
  const settled = useSettled(text)
  return (
    <Box>
      <TextField
        kind="search"
        label={REQUEST.findVillage}
        hint={REQUEST.findHint}
        value={text}
        onChange={setText}
      />
      {settled && <Found text={settled} />}
    </Box>
  )
}

const MOST = 8

function Found({ text }: { text: string }) {
  const { loaded, reload } = useLoaded(() => searchPlaces(text), [text])
  return (
    <Await loaded={loaded} onRetry={reload} onCall={callLegalLine}>
      {(places) => {
        const villages = places.filter(({ level }) => level === 'village').slice(0, MOST)
        if (villages.length === 0) return <Muted>{REQUEST.noVillage}</Muted>
        return (
          <Rows>
            {villages.map((place) => (
              <Row
                key={place.code}
                title={place.name}
                detail={placeWords(place)}
                onTap={() =>
                  keep('otherPlace', JSON.stringify({ code: place.code, words: placeWords(place) }))
                }
              />
            ))}
          </Rows>
        )
      }}
    </Await>
  )
}
