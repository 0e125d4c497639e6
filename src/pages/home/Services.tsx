import { Icon } from '#components/Icon'
import { Tag } from '#components/Tag'
import { Box, Tap } from '#components/tags'
import { BEGIN } from './begin.ts'
import { HOME, SERVICES, type Service } from './words.ts'

type Props = { onOpen: (service: Service) => void }

const NAMES = Object.keys(SERVICES) as Service[]

/** The four services side by side. */
export const Tiles = ({ onOpen }: Props) => (
  <Box className="tiles">
    {NAMES.map((service) => {
      const { icon, name, line } = SERVICES[service]
      return (
        <Tap key={service} className="tile" onTap={() => onOpen(service)}>
          <Box className="tile__inside">
            <Box className="tile__top">
              <Box className="tile__icon">
                <Icon name={icon} />
              </Box>
              {!BEGIN[service] && <Tag tone="warn">{HOME.soon}</Tag>}
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
export const BigRows = ({ onOpen }: Props) => (
  <Box className="big-rows">
    {NAMES.map((service) => {
      const { elder } = SERVICES[service]
      return (
        <Tap key={service} className="big-row" onTap={() => onOpen(service)}>
          <Box className="big-row__inside">
            <Box className="big-row__words">{elder}</Box>
            {!BEGIN[service] && <Tag tone="warn">{HOME.soon}</Tag>}
          </Box>
        </Tap>
      )
    })}
  </Box>
)
