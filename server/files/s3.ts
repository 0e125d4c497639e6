import { createHash } from 'node:crypto'

import { AwsClient } from 'aws4fetch'

import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { unavailable } from '../outside.ts'
import type { Store } from './store.ts'

type Bucket = NonNullable<Env['filesS3']>

const TIMEOUT_MS = 20_000

/** Anything that speaks S3, addressed as `endpoint/bucket/id`. The digest in the signature covers the bytes. */
export function s3Store({ endpoint, bucket, region, keyId, secret }: Bucket, log: Log): Store {
  const client = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    service: 's3',
    region,
    retries: 2,
  })
  const outside = { name: 'files-s3', log, timeoutMs: TIMEOUT_MS }

  async function ask(method: string, id: string, bytes?: Buffer): Promise<Response> {
    const response = await client
      .fetch(`${endpoint}/${bucket}/${id}`, {
        method,
        ...(bytes && { body: new Uint8Array(bytes) }),
        headers: {
          'x-amz-content-sha256': createHash('sha256')
            .update(bytes ?? '')
            .digest('hex'),
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      })
      .catch(() => {
        throw unavailable(outside, 'network')
      })
    if (!response.ok && response.status !== 404) throw unavailable(outside, response.status)
    return response
  }

  return {
    async put(id, bytes) {
      const { status } = await ask('PUT', id, bytes)
      // A bucket that is not there answers 404 to everything.
      if (status === 404) throw unavailable(outside, status)
    },
    async get(id) {
      const response = await ask('GET', id)
      return response.status === 404 ? null : Buffer.from(await response.arrayBuffer())
    },
    async remove(id) {
      await ask('DELETE', id)
    },
  }
}
