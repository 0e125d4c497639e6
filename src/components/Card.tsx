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

const RowInside = ({ title, detail, icon, end }: RowProps) => (
  <>
    {icon && (
      <Box className="row__icon">
        <Icon name={icon} />
      </Box>
    )}
    {detail ? (
      <Box className="row__words">
        <Box className="row__title">{title}</Box>
        <Box className="row__detail">{detail}</Box>
      </Box>
    ) : (
      <Box className="row__words row__title">{title}</Box>
    )}
    {end && <Box className="row__end">{end}</Box>}
  </>
)

/** A tag beside a long text: on a narrow screen it goes below. */
const looksOf = ({ detail, end }: RowProps, leads: boolean) =>
  ['row', leads && 'row--leads', Boolean(detail) && typeof end === 'object' && 'row--tagged']
    .filter(Boolean)
    .join(' ')

/** One line of a list, an arrow at its end when it leads somewhere. Few nodes: a town has a hundred villages. */
export const Row = ({ onTap, href, label, ...words }: RowProps) =>
  onTap ? (
    <Tap className={looksOf(words, true)} onTap={onTap} href={href} label={label}>
      <RowInside {...words} />
    </Tap>
  ) : (
    <Box className={looksOf(words, false)} label={label}>
      <RowInside {...words} />
    </Box>
  )

/** Rows in one white sheet, a hairline between them. */
export const Rows = ({ children }: { children?: ReactNode }) => <Box className="rows">{children}</Box>
