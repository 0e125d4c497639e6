import { createHash, createHmac } from 'node:crypto'

/** What a signature of Tencent Cloud (TC3-HMAC-SHA256) covers. */
export type Signed = { service: string; host: string; payload: string; timestamp: number }
export type Credentials = { secretId: string; secretKey: string }

export const CONTENT_TYPE = 'application/json; charset=utf-8'
const SIGNED_HEADERS = 'content-type;host'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** The `Authorization` header. `timestamp` in seconds since 1970; their day is that of UTC. */
export function authorization(
  { secretId, secretKey }: Credentials,
  { service, host, payload, timestamp }: Signed,
): string {
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const scope = `${day}/${service}/tc3_request`
  const headers = `content-type:${CONTENT_TYPE}\nhost:${host}\n`
  const request = ['POST', '/', '', headers, SIGNED_HEADERS, hash(payload)].join('\n')
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, hash(request)].join('\n')
  const key = mac(mac(mac(`TC3${secretKey}`, day), service), 'tc3_request')
  const signature = mac(key, toSign).toString('hex')
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`
}
