import './Icon.scss'

import { Box } from '#components/tags'

export type IconName =
  | 'phone'
  | 'calendar'
  | 'person'
  | 'scales'
  | 'hands'
  | 'home'
  | 'papers'
  | 'place'
  | 'back'
  | 'next'
  | 'close'
  | 'check'
  | 'search'
  | 'info'
  | 'warn'
  | 'eye'
  | 'shield'
  | 'devices'
  | 'copy'
  | 'desk'
  | 'clock'
  | 'large'
  | 'video'
  | 'door'
  | 'offline'
  | 'sound'
  | 'stop'

/** A drawing beside words; it says nothing itself, and takes the colour of the text. */
export const Icon = ({ name, size = 'm' }: { name: IconName; size?: 's' | 'm' | 'l' }) => (
  <Box className={`icon icon--${size} icon--${name}`} silent />
)
