import { Button, type ButtonProps, Text, View } from '@tarojs/components'
import { createElement, type ReactNode } from 'react'
import { flushSync } from 'react-dom'

// The browser gets real elements (headings, lists, buttons, links), the mini-program its own.
// Read here and not from a constant elsewhere, so that each build drops the other half.
const web = process.env.TARO_ENV === 'h5'

export type Spoken = {
  /** What a screen reader says instead of the text within. */
  label?: string | undefined
  role?: string | undefined
  /** Decoration: a screen reader passes it by. */
  silent?: boolean | undefined
}

type Element =
  | 'div'
  | 'main'
  | 'header'
  | 'nav'
  | 'section'
  | 'article'
  | 'ul'
  | 'ol'
  | 'li'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'p'

export type BoxProps = Spoken & {
  as?: Element
  className?: string | undefined
  id?: string | undefined
  /** Read out when its content changes. */
  live?: 'polite' | 'assertive' | undefined
  width?: string | undefined
  children?: ReactNode
}

const spokenWeb = ({ label, role, silent }: Spoken) => ({
  role,
  'aria-label': label,
  'aria-hidden': silent || undefined,
})
const spokenMini = ({ label, role, silent }: Spoken) => ({
  ...(label && { ariaLabel: label }),
  ...(role && { ariaRole: role }),
  ...(silent && { ariaHidden: true }),
})
const ROLE_OF: Partial<Record<Element, string>> = { h1: 'heading', h2: 'heading', h3: 'heading' }

/** A block. */
export function Box({ as = 'div', className, id, live, width, children, ...spoken }: BoxProps) {
  const style = width === undefined ? {} : { style: { width } }
  if (web)
    return createElement(as, { className, id, 'aria-live': live, ...style, ...spokenWeb(spoken) }, children)
  const said = spokenMini({ role: ROLE_OF[as] ?? (live && 'alert'), ...defined(spoken) })
  return (
    <View className={className ?? ''} {...(id && { id })} {...style} {...said}>
      {children}
    </View>
  )
}

const defined = (spoken: Spoken): Spoken =>
  Object.fromEntries(Object.entries(spoken).filter(([, value]) => value !== undefined))

type WordsProps = Spoken & { className?: string | undefined; strong?: boolean; children?: ReactNode }

/** A run of text within a block. */
export function Words({ className, strong, children, ...spoken }: WordsProps) {
  if (web) return createElement(strong ? 'strong' : 'span', { className, ...spokenWeb(spoken) }, children)
  return (
    <Text className={`${strong ? 'words--strong ' : ''}${className ?? ''}`} {...spokenMini(spoken)}>
      {children}
    </Text>
  )
}

export type TapProps = Spoken & {
  onTap?: (() => void) | undefined
  className?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  /** One of several, and this one is chosen. */
  chosen?: boolean | undefined
  /** A link of the browser, such as `tel:12348`; the mini-program calls `onTap`. */
  href?: string | undefined
  /** What the mini-program's button opens, and what it answers. */
  opens?: 'share' | 'getPhoneNumber' | 'agreePrivacyAuthorization' | undefined
  onOpened?: ((detail: Readonly<Record<string, unknown>>) => void) | undefined
  children?: ReactNode
}

/** Anything that can be tapped: a button, or a link where the browser can follow one. */
export const Tap = (tap: TapProps) => (web ? <WebTap {...tap} /> : <MiniTap {...tap} />)

const tapLook = (className = '') => `tap ${className}`

function WebTap({
  onTap,
  className,
  id,
  disabled,
  chosen,
  href,
  opens,
  onOpened,
  children,
  ...spoken
}: TapProps) {
  const said = { id, className: tapLook(className), ...spokenWeb(spoken) }
  if (href) return createElement('a', { ...said, href }, children)
  const state = spoken.role === 'radio' || spoken.role === 'switch' ? 'aria-checked' : 'aria-pressed'
  return createElement(
    'button',
    { ...said, type: 'button', disabled, [state]: chosen, onClick: onTap },
    children,
  )
}

type Opened = { detail: Readonly<Record<string, unknown>> }

const ANSWER = {
  share: '',
  getPhoneNumber: 'onGetPhoneNumber',
  agreePrivacyAuthorization: 'onAgreePrivacyAuthorization',
} as const

/** What the platform itself opens on a tap, and where its answer goes. */
function opening({ opens, onOpened }: TapProps): Partial<ButtonProps> {
  if (!opens) return {}
  const answer = ANSWER[opens]
  return { openType: opens, ...(answer && { [answer]: ({ detail }: Opened) => onOpened?.(detail) }) }
}

/**
 * Of a tap Taro knows no more than that it is some event, and draws when there is time: on a slow telephone the next
 * tap would still work with what was filled in before this one. The browser draws after each click.
 */
const drawnAtOnce = (onTap: () => void) => () => flushSync(onTap)

function MiniTap(tap: TapProps) {
  const { onTap, className, id, disabled = false, chosen, children } = tap
  const named = { ...(id && { id }), ...(onTap && { onClick: drawnAtOnce(onTap) }) }
  const said = { ...spokenMini(tap), ...(chosen !== undefined && { ariaChecked: chosen }) }
  return (
    <Button
      className={tapLook(className)}
      hoverClass="tap--down"
      disabled={disabled}
      {...named}
      {...opening(tap)}
      {...said}
    >
      {children}
    </Button>
  )
}
