import type { Element as Part, ShadowedEvent } from 'glass-easel'
import { guarded, plain } from './record.ts'

type Finger = Pick<Touch, 'identifier' | 'clientX' | 'clientY' | 'pageX' | 'pageY'>
type Handler = (this: unknown, ...given: unknown[]) => unknown

const isEvent = (value: unknown): value is ShadowedEvent<unknown> =>
  typeof value === 'object' && value !== null && 'currentTarget' in value && 'stopPropagation' in value

const target = (part: Part | null) => ({
  id: part?.id ?? '',
  dataset: { ...part?.dataset },
  offsetLeft: 0,
  offsetTop: 0,
})

const finger = ({ identifier, clientX, clientY, pageX, pageY }: Finger) => ({
  identifier,
  clientX,
  clientY,
  pageX,
  pageY,
  force: 1,
})

const fingers = (event: unknown, list: 'touches' | 'changedTouches') => {
  const touches: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, list) : undefined
  return touches ? Array.from(touches as ArrayLike<Finger>, finger) : []
}

const detailOf = ({ type, detail }: ShadowedEvent<unknown>) => (type.startsWith('touch') ? {} : plain(detail))

/** Events handed to the mini-program are plain data, as across WeChat's bridge. */
const plainEvent = (event: ShadowedEvent<unknown>) => ({
  type: event.type,
  timeStamp: Math.round(performance.now()),
  target: target(event.target),
  currentTarget: target(event.currentTarget),
  mark: event.mark ?? {},
  detail: detailOf(event),
  touches: fingers(event.detail, 'touches'),
  changedTouches: fingers(event.detail, 'changedTouches'),
  mut: false,
})

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const guardedHandler = (name: string, handler: Handler): Handler =>
  function (...given) {
    const arguments_ = isEvent(given[0]) ? [plainEvent(given[0])] : given
    return guarded(`handler ${name}`, () => handler.apply(this, arguments_))
  }

/** A copy in which every function receives plain events and cannot throw into the engine. */
export const withPlainEvents = (definition: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(definition).map(([name, value]) => [
      name,
      isHandler(value) ? guardedHandler(name, value) : value,
    ]),
  )
