import type { Download } from '#contract/endpoint'
import { headersFor } from './headers.ts'
import type { Http } from './http.ts'

/** RFC 6266 and RFC 8187: the name in the letters that every program reads, and as it is. */
function dispositionOf({ name, shown }: Download): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** A file of somebody: kept by nobody on the way, and without power in the browser that shows it. */
export const sendFile = (http: Http, file: Download): Response =>
  http.body(new Uint8Array(file.bytes), 200, {
    ...headersFor(http, file.type),
    'cache-control': 'private, no-store',
    'content-security-policy': 'sandbox',
    'content-disposition': dispositionOf(file),
    'content-length': String(file.bytes.byteLength),
    'cross-origin-resource-policy': 'same-origin',
  })
