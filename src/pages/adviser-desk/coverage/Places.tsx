import { Box, Tap } from '#components/tags'
import { go } from '#services/route'
import { COVERAGE } from '../words.ts'
import { type Coverage, type Figure, isWorry } from './figures.ts'

/** Enough to see which place needs a look; the rest stands on its own page. */
const SHOWN = ['without_adviser', 'visits_made', 'in_time', 'unconfirmed']

type Place = Coverage['places'][number]

const shownOf = (figures: readonly Figure[]) => figures.filter(({ figure }) => SHOWN.includes(figure))

/** The places below, each with the numbers that say most. */
export const Places = ({ coverage: { places, month } }: { coverage: Coverage }) => (
  <Box as="ul" className="places">
    {places.map((one) => (
      <Box as="li" key={one.place.code}>
        <One one={one} month={month} />
      </Box>
    ))}
  </Box>
)

const One = ({ one: { place, figures }, month }: { one: Place; month: string }) => (
  <Tap className="place-line" onTap={() => go('coverage', { region: place.code, month })}>
    <Box className="place-line__name">{place.name}</Box>
    <Box className="place-line__figures">
      {shownOf(figures).map((figure) => (
        <Box key={figure.figure} className={isWorry(figure) ? 'place-line__worry' : ''}>
          {`${figure.text} ${COVERAGE.of(figure.value, figure.of)}`}
        </Box>
      ))}
    </Box>
  </Tap>
)
