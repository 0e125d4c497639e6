import { randomBytes, randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'

import sharp from 'sharp'

import type { TestServer } from './server.ts'

/** A picture held sideways, taken at a place that nobody is to know. */
export const sidewaysPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: '#aa3322' } })
    .withExif({
      IFD0: { Orientation: '6', Make: 'TelephoneMaker' },
      IFD3: { GPSLatitude: '27/1 54/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const photo = (width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3366aa' } })
    .jpeg()
    .toBuffer()

/** Of some megabytes, as a good camera takes them. */
export const noisyPhoto = (): Promise<Buffer> =>
  sharp({
    create: {
      ...{ width: 2400, height: 1800, channels: 3, background: '#888888' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer()

const chunk = (type: string, content: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), content])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(content.length)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A few bytes that claim to be a picture of 50,000 × 50,000 points. */
export function bomb(): Buffer {
  const header = Buffer.from([0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50, 8, 0, 0, 0, 0])
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(20)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const pdf = (bytes = 600): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(Math.max(0, bytes - 9))])

type Sending = { token?: string; name?: string; called?: string; key?: string | null }

/** Sends a file as an app does; each envelope has its own boundary. */
export async function send(
  server: Pick<TestServer, 'web'>,
  bytes: Uint8Array,
  { token, name = 'photo.jpg', called, key = randomUUID() }: Sending,
) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  if (called) form.set('name', called)
  const response = await server.web.hono.request('/api/files', {
    method: 'POST',
    body: form,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key !== null && { 'idempotency-key': key }),
    },
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

/** A file as it comes back. */
export async function fetchFile(server: Pick<TestServer, 'web'>, id: string, token: string) {
  const response = await server.web.hono.request(`/api/files/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return {
    status: response.status,
    bytes: Buffer.from(await response.arrayBuffer()),
    headers: response.headers,
  }
}
