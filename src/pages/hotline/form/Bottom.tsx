import type { ReactNode } from 'react'

import { BottomBar } from '#components/BottomBar'
import { Icon } from '#components/Icon'
import { Box, Tap, Words } from '#components/tags'
import { CONTACTS } from '#domain/danger'
import { callPhone } from '#services/device'
import { useDangers } from './Summary.tsx'

/** Police and ambulance, whatever the danger is. */
const FIRST = CONTACTS.violence.slice(0, 2)

/** The main button; in danger the two numbers that help at once are in sight wherever the page is scrolled to. */
export function Bottom({ children }: { children: ReactNode }) {
  const isInDanger = useDangers().length > 0
  return (
    <BottomBar>
      <Box className="submit">
        <Box>{isInDanger && <UrgentLines />}</Box>
        {children}
      </Box>
    </BottomBar>
  )
}

const UrgentLines = () => (
  <Box className="urgent-lines">
    {FIRST.map(({ number, name }) => (
      <Tap
        key={number}
        className="urgent-line"
        href={`tel:${number}`}
        label={`现在就拨打 ${number} ${name}`}
        onTap={() => callPhone(number)}
      >
        <Box className="urgent-line__words">
          <Icon name="phone" size="s" />
          <Words>{`${number} ${name}`}</Words>
        </Box>
      </Tap>
    ))}
  </Box>
)

/** So that nothing of the page stays behind them. */
export const BottomSpace = () => (useDangers().length > 0 ? <Box className="urgent-space" /> : null)
