import './TabBar.scss'

import { Icon, type IconName } from '#components/Icon'
import { Box, Tap } from '#components/tags'

export type TabItem<Name extends string> = { name: Name; text: string; icon: IconName }

type Props<Name extends string> = {
  items: readonly TabItem<Name>[]
  now: Name
  onTap: (name: Name) => void
}

/** The three doors of the program. Ours and not the platform's: it grows in elder mode and has names. */
export const TabBar = <Name extends string>({ items, now, onTap }: Props<Name>) => (
  <Box as="nav" className="tab-bar" label="主要页面">
    <Box className="page__column tab-bar__row">
      {items.map(({ name, text, icon }) => (
        <Tap
          key={name}
          className={`tab ${name === now ? 'tab--on' : ''}`}
          label={name === now ? `${text}，当前页面` : text}
          onTap={() => onTap(name)}
        >
          <Box className="tab__inside">
            <Box className="tab__icon">
              <Icon name={icon} />
            </Box>
            <Box className="tab__words">{text}</Box>
          </Box>
        </Tap>
      ))}
    </Box>
  </Box>
)
