import * as v from 'valibot'

import { DOCUMENT_STATES } from '#domain/document'
import { endpoint } from './endpoint.ts'

/** An official document as its case lists it; `name` is what it is called, with its number. */
export const CaseDocument = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  number: v.nullable(v.string()),
  issuedOn: v.string(),
  state: v.picklist(DOCUMENT_STATES),
  stateText: v.string(),
})
export type CaseDocument = v.InferOutput<typeof CaseDocument>

export const FORMATS = ['pdf', 'docx'] as const
export type Format = (typeof FORMATS)[number]

export const readDocument = endpoint({
  method: 'GET',
  path: '/cases/:id/documents/:documentId',
  access: 'signed_in',
  summary: '下载文书：format=pdf（默认）或 docx；工作人员查看他人出具的文书会留下记录',
  query: v.object({ format: v.optional(v.picklist(FORMATS, '请选择 pdf 或 docx'), 'pdf') }),
  download: true,
  status: 200,
})

/** What anybody may know of a document: nothing of whom it is about. */
export const GenuineDocument = v.object({
  genuine: v.literal(true),
  type: v.string(),
  name: v.string(),
  number: v.nullable(v.string()),
  organisation: v.string(),
  issuedOn: v.string(),
  state: v.picklist(DOCUMENT_STATES),
  stateText: v.string(),
  voidedOn: v.nullable(v.string()),
  /** Printed on the paper: another one means that the words were changed. */
  digest: v.string(),
})
export type GenuineDocument = v.InferOutput<typeof GenuineDocument>

export const verifyDocument = endpoint({
  method: 'GET',
  path: '/verify/:code',
  access: 'anyone',
  summary: '用文书上的验证码核对真伪，不显示个人信息',
  reply: GenuineDocument,
  status: 200,
})
