import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'

const SECRET = 'files-secret-of-the-test'
const KEY_ID = 'FILESKEYEXAMPLE'
const REGION = 'cn-south-1'

const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

const SHAPE = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), ?SignedHeaders=(\S+), ?Signature=(\w{64})$/

/** The signature (AWS version 4) as a store works it out for itself, from what really arrived. */
function isSigned({ method, url, headers }: IncomingMessage, bytes: Buffer): boolean {
  const [, keyId, scope = '', signed = '', signature] = SHAPE.exec(headers.authorization ?? '') ?? []
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`)
  const digest = String(headers['x-amz-content-sha256'])
  const request = `${method}\n${url}\n\n${lines.join('')}\n${signed}\n${digest}`
  const toSign = `AWS4-HMAC-SHA256\n${headers['x-amz-date']}\n${scope}\n${hash(request)}`
  const key = scope.split('/').reduce<string | Buffer>(mac, `AWS4${SECRET}`)
  return keyId === KEY_ID && digest === hash(bytes) && signature === mac(key, toSign).toString('hex')
}

/** A store that speaks S3 as far as we use it: one bucket, addressed by path, over real HTTP. */
export async function s3StandIn() {
  const kept = new Map<string, Buffer>()
  const wish: { status?: number } = {}
  const answers: Record<string, (path: string, bytes: Buffer) => readonly [number, Buffer?]> = {
    put: (path, bytes) => {
      kept.set(path, bytes)
      return [200]
    },
    get: (path) => {
      const bytes = kept.get(path)
      return bytes ? [200, bytes] : [404]
    },
    delete: (path) => {
      kept.delete(path)
      return [204]
    },
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    const path = request.url ?? ''
    const isOurs = path.startsWith('/linfa-files/') && isSigned(request, bytes)
    const [status, body] = wish.status
      ? [wish.status]
      : isOurs
        ? (answers[request.method?.toLowerCase() ?? '']?.(path, bytes) ?? [405])
        : [403]
    response.writeHead(status).end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const env = {
    FILES_S3_ENDPOINT: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    FILES_S3_BUCKET: 'linfa-files',
    FILES_S3_REGION: REGION,
    FILES_S3_KEY_ID: KEY_ID,
    FILES_S3_SECRET: SECRET,
  }
  const stop = () =>
    new Promise((done) => {
      server.close(done)
      server.closeAllConnections()
    })
  return { env, kept, wish, stop }
}
