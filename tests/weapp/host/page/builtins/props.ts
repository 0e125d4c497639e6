import type { Props } from './define.ts'

export const HOVER: Props = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
  animation: null,
}

export const IN_FORM: Props = { name: '', disabled: false }

/** Native events must not double as component events. */
export const keepInside = (element: HTMLElement, ...events: string[]): void => {
  for (const event of events) element.addEventListener(event, (inner) => inner.stopPropagation())
}
