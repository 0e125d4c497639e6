import './Fold.scss'

import { type ReactNode, useState } from 'react'

import { Icon } from '#components/Icon'
import { Box, Tap } from '#components/tags'

type Props = {
  title: string
  hint?: string
  /** A mistake within unfolds it. */
  wrong?: boolean
  children: ReactNode
}

/** What few people need, one tap away. */
export function Fold({ title, hint, wrong, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <Box className="fold">
      <Tap className="fold__head" onTap={() => setOpen(!open)}>
        <Box className="fold__row">
          <Box className="fold__words">
            <Box className="fold__title">{title}</Box>
            {hint && <Box className="fold__hint">{hint}</Box>}
          </Box>
          <Box className={open ? 'fold__arrow fold__arrow--open' : 'fold__arrow'}>
            <Icon name="next" size="s" />
          </Box>
        </Box>
      </Tap>
      {(open || wrong) && <Box className="fold__inside">{children}</Box>}
    </Box>
  )
}
