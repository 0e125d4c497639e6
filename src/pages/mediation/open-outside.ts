import { copy, onWeb } from '#services/device'

/** The browser opens another page; the mini-program may not, there the address is copied. */
export const openOutside = (url: string): void => {
  if (onWeb) window.open(url, '_blank', 'noopener')
  else void copy(url)
}
