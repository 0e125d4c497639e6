import './Card.scss'

import type { ReactNode } from 'react'

import { Icon, type IconName } from '#components/Icon'
import { Box, Tap } from '#components/tags'

type Props = { as?: 'section' | 'article' | 'li'; onTap?: () => void; label?: string; children?: ReactNode }

/** A white sheet; with `onTap` the whole of it is a button. */
export const Card = ({ as, onTap, label, children }: Props) =>
  onTap ? (
    <Tap className="card card--tap" onTap={onTap} label={label}>
      {children}
    </Tap>
  ) : (
    <Box as={as ?? 'div'} className="card" label={label}>
      {children}
    </Box>
  )

type RowProps = {
  title: ReactNode
  detail?: ReactNode
  icon?: IconName
  /** Stands at the right end: a tag, a value. */
  end?: ReactNode
  onTap?: () => void
  href?: string
  label?: string
}

/** One line of a list, an arrow at its end when it leads somewhere. */
export function Row({ title, detail, icon, end, onTap, href, label }: RowProps) {
  const inside = (
    <Box className="row">
      {icon && (
        <Box className="row__icon">
          <Icon name={icon} />
        </Box>
      )}
      <Box className="row__words">
        <Box className="row__title">{title}</Box>
        {detail && <Box className="row__detail">{detail}</Box>}
      </Box>
      {end && <Box className="row__end">{end}</Box>}
      {onTap && (
        <Box className="row__arrow">
          <Icon name="next" size="s" />
        </Box>
      )}
    </Box>
  )
  return onTap ? (
    <Tap className="row-tap" onTap={onTap} href={href} label={label}>
      {inside}
    </Tap>
  ) : (
    inside
  )
}

/** Rows in one white sheet, a hairline between them. */
export const Rows = ({ children }: { children?: ReactNode }) => <Box className="rows">{children}</Box>
