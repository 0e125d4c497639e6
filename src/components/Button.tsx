import './Button.scss'

import { Box, Tap, type TapProps } from '#components/tags'

type Props = Omit<TapProps, 'className' | 'chosen'> & {
  /** One `main` per screen; `danger` for what cannot be undone; `quiet` for a way out. */
  tone?: 'main' | 'ghost' | 'danger' | 'quiet'
  /** A request is under way: the button waits and says so. */
  busy?: boolean
  busyWords?: string
}

export const Button = ({ tone = 'main', busy, busyWords = '请稍候…', disabled, children, ...tap }: Props) => (
  <Tap {...tap} className={`button button--${tone}`} disabled={disabled || busy}>
    <Box className="button__words">{busy ? busyWords : children}</Box>
  </Tap>
)

/** A link within a text or below it. */
export const LinkButton = ({ children, ...tap }: Omit<TapProps, 'className' | 'chosen'>) => (
  <Tap {...tap} className="link-button">
    {children}
  </Tap>
)
