import type { NetworkMode, Sent } from '../../support/phone.ts'
import { PICTURE } from './answers.ts'

/** The address compiled into dist/weapp; the host sends it to the server under test. */
const COMPILED_API = 'http://api.linfa.test'

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Call = {
  url: string
  method: string
  headers?: Record<string, string>
  body?: string | FormData
  timeout?: number
}

export type Upload = {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, unknown>
}
export type Download = { url: string; header?: Record<string, string> }

export type Network = ReturnType<typeof openNetwork>

const statusAndHeader = (response: Response) => ({
  statusCode: response.status,
  header: Object.fromEntries(response.headers),
})

/** Everything that leaves the phone goes through here, over real HTTP. */
export const openNetwork = (api: string) => {
  const sent: Sent[] = []
  const files = new Map([[PICTURE, ONE_PIXEL]])
  let mode: NetworkMode = 'ok'

  const addressOf = (url: string) => {
    if (!url.startsWith(COMPILED_API)) throw new Error('url not in domain list')
    return api + url.slice(COMPILED_API.length)
  }

  const call = async ({ url, method, headers = {}, body, timeout = 60_000 }: Call): Promise<Response> => {
    const address = new URL(addressOf(url))
    const record: Sent = { method, path: address.pathname + address.search, headers }
    if (typeof body === 'string') record.body = body
    sent.push(record)
    if (mode === 'offline') throw new Error('')
    const response = await fetch(address, {
      method,
      headers,
      body: body ?? null,
      signal: AbortSignal.timeout(timeout),
    })
    if (mode === 'lost-reply') throw new Error('timeout')
    record.status = response.status
    return response
  }

  const request = async (options: Call) => {
    const response = await call(options)
    return { ...statusAndHeader(response), data: await response.text() }
  }

  const upload = async ({ url, filePath, name, header = {}, formData = {} }: Upload) => {
    const bytes = files.get(filePath)
    if (!bytes) throw new Error('file not found')
    const body = new FormData()
    for (const [key, value] of Object.entries(formData)) body.append(key, String(value))
    body.append(name, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), filePath.split('/').at(-1))
    const { 'content-type': _, 'Content-Type': __, ...headers } = header
    const response = await call({ url, method: 'POST', headers, body })
    return { ...statusAndHeader(response), data: await response.text() }
  }

  const download = async ({ url, header = {} }: Download) => {
    const response = await call({ url, method: 'GET', headers: header })
    const tempFilePath = `wxfile://tmp/${files.size}`
    files.set(tempFilePath, Buffer.from(await response.arrayBuffer()))
    return { ...statusAndHeader(response), tempFilePath, filePath: tempFilePath }
  }

  const change = (next: NetworkMode) => {
    mode = next
  }

  return { sent, files, request, upload, download, change }
}
