import * as v from 'valibot'

import { MAX_FILE_BYTES, MAX_FILES } from '#domain/attachment'
import { Id } from './common.ts'
import { endpoint } from './endpoint.ts'

/** What stands around a file in a multipart body. */
const ENVELOPE = 64 * 1024

/** Files that were sent before, by the same account, and belong to nothing yet. */
export const FileIds = v.optional(
  v.pipe(v.array(Id), v.maxLength(MAX_FILES, `一次最多带 ${MAX_FILES} 个附件`)),
  [],
)

export const ReceivedFile = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  /** Of what is kept: pictures are turned upright and stripped of where they were taken. */
  size: v.number(),
  sha256: v.string(),
})
export type ReceivedFile = v.InferOutput<typeof ReceivedFile>

export const sendFile = endpoint({
  method: 'POST',
  path: '/files',
  access: 'signed_in',
  summary:
    '上传一个附件（multipart：file，可带 name），最大 10 MB；24 小时内没有用上的会删除，正在填写法律援助申请的保留 30 天',
  upload: true,
  reply: ReceivedFile,
  status: 201,
  keyed: true,
  maxBytes: MAX_FILE_BYTES + ENVELOPE,
})

export const readFile = endpoint({
  method: 'GET',
  path: '/files/:id',
  access: 'signed_in',
  summary: '附件的内容；工作人员查看会留下记录',
  download: true,
  status: 200,
})
