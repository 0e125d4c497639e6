import { Heading } from '#components/Title'
import { Box } from '#components/tags'
import { weekday } from '#domain/day'
import { type Cell, type LoadMap, shade } from './load-map.ts'
import { LEAD_WORDS } from './words.ts'

/** Hour × day: how much of it is taken, in numbers and in shades. */
export const LoadTable = ({ map }: { map: LoadMap }) => (
  <Box as="section">
    <Heading>{map.deskName}</Heading>
    <Box className="load" role="table" label={`${LEAD_WORDS.load} ${map.deskName}`}>
      <Box className="load__row" role="row">
        <Box className="load__hour" role="columnheader">
          {LEAD_WORDS.time}
        </Box>
        {map.days.map((day) => (
          <Box key={day} className="load__day" role="columnheader">
            {LEAD_WORDS.day(weekday(day), Number(day.slice(8)))}
          </Box>
        ))}
      </Box>
      {map.rows.map(({ hour, cells }) => (
        <Box key={hour} className="load__row" role="row">
          <Box className="load__hour" role="rowheader">
            {LEAD_WORDS.hour(hour)}
          </Box>
          {cells.map((cell, n) => (
            <Box key={map.days[n]} className={lookOf(cell)} role="cell">
              {wordsOf(cell)}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  </Box>
)

const lookOf = (cell: Cell | null) => `load__cell load__cell--${cell ? shade(cell) : 'shut'}`

const wordsOf = (cell: Cell | null) =>
  cell ? (cell.taken >= cell.capacity ? LEAD_WORDS.full : `${cell.taken}/${cell.capacity}`) : LEAD_WORDS.shut
