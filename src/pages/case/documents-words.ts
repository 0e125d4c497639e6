import type { Format } from '#contract/document'

export const DOCUMENT_WORDS = {
  title: '文书',
  issued: '出具',
  busy: '正在打开',
  isVoid: '已作废，以新的为准',
} as const

export const FORMAT_WORDS: Readonly<Record<Format, string>> = { pdf: '下载 PDF', docx: '下载 Word' }
