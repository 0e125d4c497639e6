import { guarded } from '../record.ts'

const EVENTS = [
  'onAppShow',
  'onAppHide',
  'onError',
  'onUnhandledRejection',
  'onPageNotFound',
  'onThemeChange',
  'onNetworkStatusChange',
  'onMemoryWarning',
  'onWindowResize',
  'onKeyboardHeightChange',
  'onUserCaptureScreen',
  'onUpdateReady',
  'onUpdateFailed',
  'onCheckForUpdate',
]

type Listener = (argument: unknown) => void

const listeners = new Map<string, Set<Listener>>(EVENTS.map((event) => [event, new Set()]))

const listen = (event: string) => (listener: Listener) => {
  listeners.get(event)?.add(listener)
}

const forget = (event: string) => (listener: Listener) => {
  listeners.get(event)?.delete(listener)
}

export const emit = (event: string, argument: unknown): void => {
  for (const listener of listeners.get(event) ?? []) guarded(event, () => listener(argument))
}

export const bus: Record<string, unknown> = Object.fromEntries(
  EVENTS.flatMap((event) => [
    [event, listen(event)],
    [event.replace(/^on/, 'off'), forget(event)],
  ]),
)

export const updateManager = (applyUpdate: () => void): object => ({
  onCheckForUpdate: listen('onCheckForUpdate'),
  onUpdateReady: listen('onUpdateReady'),
  onUpdateFailed: listen('onUpdateFailed'),
  applyUpdate,
})
