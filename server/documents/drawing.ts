import { createRequire } from 'node:module'

import type { DocumentState } from '#domain/document'
import type { IssuedPaper } from './paper.ts'

/** What is drawn: the paper as it was issued, what its content comes to, and whether it still holds. */
export type Drawn = IssuedPaper & { digest: string; state: DocumentState }

/** What both ways of drawing share. Sizes in points; the page as GB/T 9704 has it. */

/** 三号 for letters, 小四 for forms. */
export const SIZE = {
  letter: { text: 16, line: 29, cell: 14, title: 24, office: 20 },
  form: { text: 12, line: 22, cell: 12, title: 22, office: 16 },
} as const

/** A4; 28 characters of 三号 in a line. */
export const PAGE = { width: 595.28, left: 73.6, right: 73.6, top: 92, bottom: 100 } as const
export const INNER = PAGE.width - PAGE.left - PAGE.right

/** Side of a picture to scan within a paper: large enough for a poor camera. */
export const SCAN = 92

/** Of a table of label and value. */
export const LABEL_SHARE = 0.24

export const WORDS = {
  seal: '（加盖印章后生效）',
  sign: '签名、盖章或按指印',
  date: '年　　月　　日',
  isVoid: '已作废',
  rare: '注：带“〓”处为字库未收的生僻字，以本文书的 Word 版为准。',
} as const

/** What stands at the foot of every page, beside the picture to scan. */
export const footLines = ({ code, digest }: Drawn): string[] => [
  `验证码　${code}　　内容校验　${digest}`,
  '扫码或在“邻法”中输入验证码，可核对本文书的真伪',
]

/** What a file manager shows of it. */
export const titleOf = ({ title, number }: Pick<IssuedPaper, 'title' | 'number'>): string =>
  number ? `${title} ${number}` : title

/** Signs that nobody sees and no file format takes. */
const UNDRAWN = /(?!\n)\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
export const clean = (text: string): string => text.replace(UNDRAWN, '')

/** The file of a font of the package, by its weight. */
export const fontFile = (weight: '400Regular' | '700Bold'): string =>
  createRequire(import.meta.url).resolve(
    `@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`,
  )
