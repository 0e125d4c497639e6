import type { Http } from './http.ts'

const SAFE = {
  'x-content-type-options': 'nosniff',
  // Answers are about people; the web build says otherwise for its own files.
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self)',
  // Taro sets styles on elements and carries a font of its own; scripts come from here alone.
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
} as const

/** What goes with every answer; a plain object, because building `Headers` each time is what costs. */
export const headersFor = (http: Http, type: string | null): Record<string, string> => ({
  ...SAFE,
  ...(type && { 'content-type': type }),
  'x-request-id': http.get('requestId'),
})

/** The same for answers that are not made here: files of the web build. */
export function setHeaders(http: Http): void {
  for (const [name, value] of Object.entries(SAFE)) http.header(name, value)
}
