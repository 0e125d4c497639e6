import './Await.scss'

import type { ReactNode } from 'react'

import { Button } from '#components/Button'
import { Icon } from '#components/Icon'
import { Skeleton } from '#components/Skeleton'
import { Box } from '#components/tags'

export type Failure = { offline: boolean; words: string }

/** Something asked of the server. An older answer stays while it is asked again. */
export type Loaded<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; failure: Failure }

type Props<Value> = {
  loaded: Loaded<Value>
  onRetry: () => void
  onCall: () => void
  skeletonRows?: number
  children: (value: Value) => ReactNode
}

/** Shows what has come, its shape while it is coming, or what to do when it does not come. */
export function Await<Value>({ loaded, onRetry, onCall, skeletonRows, children }: Props<Value>) {
  return (
    <Box className="await">
      {loaded.state === 'loading' && <Skeleton rows={skeletonRows ?? 3} />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} onRetry={onRetry} onCall={onCall} />}
      {loaded.state === 'ready' && children(loaded.value)}
    </Box>
  )
}

type FailedProps = { failure: Failure; onRetry: () => void; onCall: () => void }

export const Failed = ({ failure, onRetry, onCall }: FailedProps) => (
  <Box className="blank" live="polite">
    <Box className="blank__icon">
      <Icon name={failure.offline ? 'offline' : 'warn'} size="l" />
    </Box>
    <Box className="blank__title">{failure.offline ? '现在没有网络' : '没有读取到'}</Box>
    <Box className="blank__text">{failure.words}</Box>
    <Button onTap={onRetry}>再试一次</Button>
    <Button tone="ghost" href="tel:12348" onTap={onCall}>
      直接打 12348
    </Button>
  </Box>
)

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode }

/** Nothing there yet, and what one can do. */
export const Empty = ({ title, children, action }: EmptyProps) => (
  <Box className="blank">
    <Box className="blank__icon">
      <Icon name="papers" size="l" />
    </Box>
    <Box className="blank__title">{title}</Box>
    {children && <Box className="blank__text">{children}</Box>}
    {action}
  </Box>
)
