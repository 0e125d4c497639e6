import './Notice.scss'

import type { ReactNode } from 'react'

import { Icon, type IconName } from '#components/Icon'
import type { Tone } from '#components/Tag'
import { Box, Tap, Words } from '#components/tags'

const ICON: Readonly<Record<Tone, IconName>> = {
  info: 'info',
  ok: 'check',
  warn: 'warn',
  danger: 'warn',
  plain: 'info',
}

type Props = {
  tone?: Tone
  title?: ReactNode
  /** Came up after an act of the person: read out. */
  news?: boolean
  children?: ReactNode
}

/** Something to know before going on. */
export const Notice = ({ tone = 'info', title, news, children }: Props) => (
  <Box
    className={`notice notice--${tone}`}
    live={news ? (tone === 'danger' ? 'assertive' : 'polite') : undefined}
  >
    <Box className="notice__icon">
      <Icon name={ICON[tone]} />
    </Box>
    <Box className="notice__words">
      {title && <Box className="notice__title">{title}</Box>}
      {children && <Box className="notice__text">{children}</Box>}
    </Box>
  </Box>
)

export type Line = { number: string; name: string }

type EmergencyProps = {
  title: string
  children?: ReactNode
  lines: readonly Line[]
  onCall: (number: string) => void
}

/** Words of danger were read: the numbers that help at once. Nothing is blocked by it. */
export const EmergencyCard = ({ title, children, lines, onCall }: EmergencyProps) => (
  <Box as="section" className="emergency" label={title} live="assertive">
    <Box className="emergency__title">{title}</Box>
    {children && <Box className="emergency__text">{children}</Box>}
    <Box className="emergency__lines">
      {lines.map(({ number, name }) => (
        <Tap
          key={number}
          className="emergency__line"
          href={`tel:${number}`}
          label={`拨打 ${number} ${name}`}
          onTap={() => onCall(number)}
        >
          <Box className="emergency__row">
            <Icon name="phone" />
            <Words strong>{number}</Words>
            <Words className="emergency__name">{name}</Words>
          </Box>
        </Tap>
      ))}
    </Box>
  </Box>
)
