import * as v from 'valibot'

import type { Endpoint } from '#contract/endpoint'
import { invalid, Refusal } from '#domain/refusal'

import type { Http } from './http.ts'
import { openUpload } from './upload.ts'

const MAX_BYTES = 128 * 1024

const malformed = (words: string) => new Refusal('malformed', words)

/** The body, or a refusal before more than the limit has been read. */
async function readBytes(http: Http, most: number): Promise<Buffer> {
  if (Number(http.req.header('content-length') ?? 0) > most) throw new Refusal('too_large')
  const chunks: Uint8Array[] = []
  const reader = http.req.raw.body?.getReader()
  for (let bytes = 0; reader; ) {
    const { done, value } = await reader.read().catch(() => {
      throw malformed('请求没有传完，请再试一次')
    })
    if (done) break
    bytes += value.byteLength
    if (bytes > most) throw new Refusal('too_large')
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('请求内容不是有效的 JSON')
  }
}

/** PostgreSQL cannot store the null character, and nobody types one. */
const hasNull = (text: string) => text.includes('\0') || /\\u0000/i.test(text)

/** The problems of a schema, field by field, in the words beside its rules; its own would repeat what was typed. */
function check<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortPipeEarly: true, message: '请检查这一项' })
  if (result.success) return result.output
  throw invalid(problemsOf(result.issues))
}

const problemsOf = (issues: readonly v.BaseIssue<unknown>[]) =>
  Object.fromEntries(issues.flatMap(leaves).map((issue) => [v.getDotPath(issue) ?? '', issue.message]))

/** Of the ways that a union allows, the one that failed least is what the person meant. */
function leaves(issue: v.BaseIssue<unknown>): readonly v.BaseIssue<unknown>[] {
  if (issue.type !== 'union' || !issue.issues) return [issue]
  return issue.issues
}

/** Body, query and path as the contract says them. */
export async function readRequest(http: Http, endpoint: Endpoint) {
  const params = http.req.param() as Record<string, string>
  const query = http.req.query()
  if ([...Object.values(params), ...Object.values(query)].some(hasNull))
    throw malformed('地址里有不能识别的字符')
  return {
    params,
    query: endpoint.query && check(endpoint.query, query),
    ...(await readContent(http, endpoint)),
  }
}

/** The body, and what makes the same one the same: for an upload the file, since no two envelopes are alike. */
async function readContent(http: Http, endpoint: Endpoint) {
  const most = endpoint.maxBytes ?? MAX_BYTES
  if (endpoint.upload) {
    const upload = await openUpload(await readBytes(http, most), http.req.header('content-type') ?? '')
    return { body: upload, essence: upload.bytes }
  }
  const text = endpoint.body ? new TextDecoder().decode(await readBytes(http, most)) : ''
  if (hasNull(text)) throw malformed('内容里有不能识别的字符')
  return { body: endpoint.body && check(endpoint.body, readBody(http, text)), essence: text }
}

function readBody(http: Http, text: string): unknown {
  if (!/^application\/([\w.-]+\+)?json\b/i.test(http.req.header('content-type') ?? ''))
    throw malformed('请用 application/json 提交')
  const body = parseJson(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw malformed('请求内容应是一个 JSON 对象')
  return body
}

/** Parses what an action takes, which the path decides. */
export const parse = check
