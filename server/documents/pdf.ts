import { readFile } from 'node:fs/promises'

import pdfmake from 'pdfmake'
import type { Content, ContentTable, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces'
import { toString as pictureOf } from 'qrcode'

import { toEpoch, writtenDay } from '#domain/day'
import {
  clean,
  type Drawn,
  fontFile,
  footLines,
  INNER,
  LABEL_SHARE,
  PAGE,
  SCAN,
  SIZE,
  titleOf,
  WORDS,
} from './drawing.ts'
import type { Block, IssuedPaper } from './paper.ts'

const FONT = 'Noto Serif SC'
/** Of the font, line to line at size 1. */
const NATURAL_LINE = 1.437
/** Signs beyond the font (it holds all of 基本区 and 扩展 A): a sign for "not in the font", never an empty box. */
const RARE = /[\u{1f000}-\u{3ffff}]/gu

/** Files in memory that pdfmake looks into before it looks on the disk; its types leave them out. */
type Shelf = { virtualfs: { writeFileSync(name: string, content: Buffer): void } }
const shelf = (pdfmake as typeof pdfmake & Shelf).virtualfs

/** The fonts have 15 MB each: read once, when the first paper is drawn. Only what is used goes into a paper. */
let ready: Promise<void> | undefined
const prepare = () => {
  ready ??= loadFonts()
  return ready
}

async function loadFonts() {
  shelf.writeFileSync('normal.ttf', await readFile(fontFile('400Regular')))
  shelf.writeFileSync('bold.ttf', await readFile(fontFile('700Bold')))
  pdfmake.setFonts({ [FONT]: { normal: 'normal.ttf', bold: 'bold.ttf' } })
  // Nothing in a paper makes the server fetch or read anything.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
}

/** The paper as PDF; the same paper always looks the same. */
export async function drawPdf(paper: Drawn): Promise<Buffer> {
  await prepare()
  return pdfmake.createPdf(await definitionOf(paper)).getBuffer()
}

const drawn = (text: string) => clean(text).replace(RARE, '〓')

async function definitionOf(paper: Drawn): Promise<TDocumentDefinitions> {
  const size = SIZE[paper.look]
  const svg = await pictureOf(paper.address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  const content: Content = [
    ...headOf(paper),
    ...bound(paper.blocks).map((blocks) => drawTogether(blocks, paper.look)),
  ]
  const isRare = JSON.stringify(paper).search(RARE) >= 0
  return {
    pageSize: 'A4',
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    info: infoOf(paper),
    language: 'zh-CN',
    ...(paper.state === 'void' && {
      watermark: { text: WORDS.isVoid, color: '#b3261e', opacity: 0.18, bold: true },
    }),
    defaultStyle: { font: FONT, fontSize: size.text, lineHeight: size.line / (size.text * NATURAL_LINE) },
    content: isRare ? [...content, small(WORDS.rare)] : content,
    footer: (page: number, pages: number) => footOf(paper, svg, page, pages),
  }
}

const infoOf = (paper: IssuedPaper) => {
  const creationDate = new Date(toEpoch(`${paper.day}T00:00:00+08:00`))
  return { title: titleOf(paper), author: paper.office, subject: paper.type, creationDate }
}

const headOf = ({ office, title, number, look }: IssuedPaper): Content[] => [
  { text: drawn(office), fontSize: SIZE[look].office, bold: true, alignment: 'center' },
  { text: drawn(title), fontSize: SIZE[look].title, bold: true, alignment: 'center', margin: [0, 2, 0, 10] },
  ...(number ? [{ text: number, alignment: 'right', margin: [0, 0, 0, 8] } satisfies Content] : []),
]

const small = (text: string): Content => ({
  text: drawn(text),
  fontSize: 10.5,
  lineHeight: 1.1,
  margin: [0, 10, 0, 0],
})

type Look = IssuedPaper['look']
type Draw = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>, look: Look) => Content }

const DRAW: Draw = {
  paragraph: ({ text }, look) => ({
    text: drawn(text),
    leadingIndent: SIZE[look].text * 2,
    alignment: 'justify',
  }),
  line: ({ text }) => ({ text: drawn(text) }),
  heading: ({ text }) => ({ text: drawn(text), bold: true, margin: [0, 8, 0, 4] }),
  list: ({ items }, look) => items.map((text, index) => DRAW.paragraph(numbered(text, index), look)),
  table: ({ rows }, look) =>
    framed(
      [INNER * LABEL_SHARE, '*'],
      rows.map(([label, value]) => [cell(label, look, 'center'), cell(value, look)]),
    ),
  grid: ({ head, rows, widths }, look) =>
    framed(
      head.map((_, index) => widthOf(widths, index)),
      [
        head.map((text) => cell(text, look, 'center', true)),
        ...rows.map((row) => row.map((text) => cell(text, look, 'center'))),
      ],
      1,
    ),
  signers: ({ labels }, look) => ({
    ...framed(
      [INNER * 0.36, '*', INNER * 0.28],
      labels.map((label) => [signer(label, look), '', cell(WORDS.date, look, 'right')]),
    ),
    unbreakable: true,
  }),
  seal: ({ office, place, day, sealed }) => ({
    columns: [
      { width: '*', text: '' },
      { width: 'auto', stack: sealLines(office, place, day, sealed), alignment: 'center' },
    ],
    margin: [0, sealed ? 52 : 20, 0, 0],
    unbreakable: true,
  }),
  scan: ({ address, label }) => ({
    stack: [{ qr: address, fit: SCAN, margin: [0, 0, 0, 4] }, cell(label, 'letter')],
    margin: [0, 16, 0, 0],
    unbreakable: true,
  }),
  note: ({ text }) => small(text),
}

const drawBlock = <K extends Block['kind']>(block: Extract<Block, { kind: K }>, look: Look): Content =>
  (DRAW[block.kind] as Draw[K])(block, look)

/** What is kept on one page: no heading stands alone at its foot, no seal at its head. */
function bound(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)?.at(-1)
    if (last && staysWith(last, block)) groups.at(-1)?.push(block)
    else groups.push([block])
  }
  return groups
}

const staysWith = (last: Block, next: Block) =>
  (last.kind === 'heading' && next.kind === 'paragraph') ||
  (last.kind === 'paragraph' && next.kind === 'seal')

const drawTogether = (blocks: readonly Block[], look: Look): Content =>
  blocks.length === 1
    ? blocks.map((block) => drawBlock(block, look))
    : { stack: blocks.map((block) => drawBlock(block, look)), unbreakable: true }

/** 1. 2. 3.: each is a paragraph, as in the body of an official letter. */
const numbered = (text: string, index: number) =>
  ({ kind: 'paragraph', text: `${index + 1}．${text}` }) as const

const widthOf = (widths: readonly number[] | undefined, index: number) => {
  const whole = widths?.reduce((sum, width) => sum + width, 0)
  return widths && whole ? `${((widths[index] ?? 0) / whole) * 100}%` : '*'
}

const cell = (text: string, look: Look, alignment: 'left' | 'center' | 'right' = 'left', bold = false) => ({
  text: drawn(text),
  fontSize: SIZE[look].cell,
  lineHeight: 1,
  alignment,
  bold,
  verticalAlignment: 'middle',
})

const signer = (label: string, look: Look): Content => ({
  stack: [cell(label, look, 'center'), { text: WORDS.sign, fontSize: 9, lineHeight: 1, alignment: 'center' }],
  margin: [0, 6, 0, 6],
})

const FRAME: CustomTableLayout = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  paddingLeft: () => 6,
  paddingRight: () => 6,
  paddingTop: () => 4,
  paddingBottom: () => 5,
}

const framed = (widths: (string | number)[], body: Content[][], headerRows = 0): ContentTable => ({
  table: { widths, body, headerRows },
  layout: FRAME,
  margin: [0, 4, 0, 8],
})

const sealLines = (office: string, place: string | undefined, day: string, sealed: boolean): Content[] => [
  ...(place ? [{ text: drawn(place) }] : []),
  { text: drawn(office) },
  { text: writtenDay(day) },
  ...(sealed ? [{ text: WORDS.seal, fontSize: 10.5, color: '#555555' }] : []),
]

/** The picture to scan and the code on every page, and which page it is. */
const footOf = (paper: Drawn, svg: string, page: number, pages: number): Content => ({
  margin: [PAGE.left, 22, PAGE.right, 0],
  columns: [
    { svg, width: 46 },
    {
      stack: footLines(paper).map((text) => ({ text, fontSize: 9, lineHeight: 1.1 })),
      margin: [10, 9, 0, 0],
      color: '#333333',
    },
    {
      text: `第 ${page} 页　共 ${pages} 页`,
      fontSize: 9,
      width: 90,
      alignment: 'right',
      margin: [0, 21, 0, 0],
    },
  ],
})
