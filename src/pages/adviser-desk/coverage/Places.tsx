import { useState } from 'react'

import { Button } from '#components/Button'
import { Box, Tap } from '#components/tags'
import { go } from '#services/route'
import { COVERAGE, DESK } from '../words.ts'
import { type Coverage, type Figure, isWorry } from './figures.ts'

const web = process.env.TARO_ENV === 'h5'

/** Enough to see which place needs a look; the rest stands on its own page. */
const SHOWN = ['without_adviser', 'visits_verified', 'in_time', 'unconfirmed']

type Place = Coverage['places'][number]

const shownOf = (figures: readonly Figure[]) => figures.filter(({ figure }) => SHOWN.includes(figure))

/** A mini-program cannot draw them all in one go. */
const STEP = web ? 100 : 6

/** The places below, each with the numbers that say most. */
export function Places({ coverage: { places, month } }: { coverage: Coverage }) {
  const [most, setMost] = useState(STEP)
  return (
    <Box>
      <Box as="ul" className="places">
        {places.slice(0, most).map((one) => (
          <Box as="li" key={one.place.code}>
            <One one={one} month={month} />
          </Box>
        ))}
      </Box>
      {places.length > most && (
        <Button tone="quiet" onTap={() => setMost(most + STEP)}>
          {DESK.more}
        </Button>
      )}
    </Box>
  )
}

const One = ({ one: { place, figures }, month }: { one: Place; month: string }) => (
  <Tap className="place-line" onTap={() => go('coverage', { region: place.code, month })}>
    <Box className="place-line__name">{place.name}</Box>
    <Figures figures={shownOf(figures)} />
  </Tap>
)

const said = ({ text, value, of }: Figure) => `${text} ${COVERAGE.of(value, of)}`

/** Columns in a browser, one line in the mini-program. */
const Figures = ({ figures }: { figures: readonly Figure[] }) =>
  web ? (
    <Box className="place-line__figures">
      {figures.map((figure) => (
        <Box key={figure.figure} className={isWorry(figure) ? 'place-line__worry' : ''}>
          {said(figure)}
        </Box>
      ))}
    </Box>
  ) : (
    <Box className="place-line__figures">{figures.map(said).join(' · ')}</Box>
  )
