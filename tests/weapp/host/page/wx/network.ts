import { fault } from '../record.ts'
import { overBridge } from './bridge.ts'
import { emit } from './bus.ts'
import { type Answer, allAsWx, asWx, type Callbacks, Refused } from './call.ts'

type RequestOptions = {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
  dataType?: string
}

// PATCH is not among them.
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

let online = true

const typeOfNetwork = () => ({ networkType: online ? 'wifi' : 'none' })

export const setOnline = (yes: boolean): void => {
  online = yes
  emit('onNetworkStatusChange', { isConnected: yes, ...typeOfNetwork() })
}

const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

const formEncoded = (fields: object): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(asText(value))}`)
    .join('&')

const withQuery = (url: string, query: string) =>
  query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`

const lowerCaseKeys = (header: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))

const bodyOf = (data: unknown, type: string): string | undefined => {
  if (data === undefined || typeof data === 'string') return data
  const isForm = type.includes('x-www-form-urlencoded') && typeof data === 'object' && data !== null
  return isForm ? formEncoded(data) : JSON.stringify(data)
}

const toSend = ({ url, method = 'GET', data, header, timeout = 60_000 }: RequestOptions) => {
  const headers = { 'content-type': 'application/json', ...lowerCaseKeys(header) }
  const verb = method.toUpperCase()
  if (!METHODS.includes(verb)) throw new Refused(`invalid method ${verb}`)
  if (verb !== 'GET')
    return { url, method: verb, headers, timeout, body: bodyOf(data, headers['content-type']) }
  const query = typeof data === 'object' && data !== null ? formEncoded(data) : ''
  return { url: withQuery(url, query), method: verb, headers, timeout }
}

const parsed = (text: unknown, dataType = 'json'): unknown => {
  if (dataType !== 'json' || typeof text !== 'string') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const send = async (options: RequestOptions): Promise<Answer> => {
  const answer = await overBridge('request', toSend(options))
  return { ...answer, data: parsed(answer.data, options.dataType), cookies: [] }
}

const nothing = () => {}

/** A call that can be given up: after `abort` it fails, whatever comes back. */
const task =
  <Options extends object>(name: string, act: (options: Options) => Promise<Answer>) =>
  (options: Options & Callbacks) => {
    let stop: (error: Refused) => void = nothing
    const stopped = new Promise<never>((_, reject) => {
      stop = reject
    })
    stopped.catch(nothing)
    const promise = asWx(name, (given: Options) => Promise.race([act(given), stopped]))(options)
    promise?.catch((error) => fault(name, error.errMsg))
    return {
      abort: () => stop(new Refused('abort')),
      onHeadersReceived: nothing,
      offHeadersReceived: nothing,
      onChunkReceived: nothing,
      offChunkReceived: nothing,
      onProgressUpdate: nothing,
      offProgressUpdate: nothing,
    }
  }

export const network = {
  ...allAsWx({ getNetworkType: typeOfNetwork }),
  request: task('request', send),
  uploadFile: task('uploadFile', (options) => overBridge('upload', options)),
  downloadFile: task('downloadFile', (options) => overBridge('download', options)),
}
