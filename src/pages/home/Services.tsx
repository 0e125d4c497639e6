import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'
import { BEGIN } from './begin.ts'
import { SERVICES, type Service } from './words.ts'

const NAMES = Object.keys(SERVICES) as Service[]

/** The four services side by side. */
export const Tiles = () => (
  <Box className="tiles">
    {NAMES.map((service) => {
      const { icon, name, line } = SERVICES[service]
      return (
        <Tap key={service} className="tile" onTap={BEGIN[service]}>
          <Box className="tile__inside">
            <Box className="tile__icon">
              <Icon name={icon} />
            </Box>
            <Box className="tile__name">{name}</Box>
            <Box className="tile__line">{line}</Box>
          </Box>
        </Tap>
      )
    })}
  </Box>
)

/** The same for elders: one below the other, large. */
export const BigRows = () => (
  <Box className="big-rows">
    {NAMES.map((service) => {
      const { elder } = SERVICES[service]
      return (
        <Tap key={service} className="big-row" onTap={BEGIN[service]}>
          <Box className="big-row__inside">
            <Box className="big-row__words">{elder}</Box>
          </Box>
        </Tap>
      )
    })}
  </Box>
)
