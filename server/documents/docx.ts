import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { toBuffer as pictureOf } from 'qrcode'
import { writtenDay } from '#domain/day'
import {
  clean,
  type Drawn,
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

/** What every bureau's Word has; figures and letters stand in Times. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' }
const BODY = { ...FONT, eastAsia: '仿宋' }
const HEAD = { ...FONT, eastAsia: '宋体' }

/** Twentieths of a point. */
const twips = (points: number) => Math.round(points * 20)
/** Half points. */
const half = (points: number) => Math.round(points * 2)

type Look = IssuedPaper['look']
type Element = Paragraph | Table

/** The paper as a Word file that can be printed and stamped. */
export async function drawDocx(paper: Drawn): Promise<Buffer> {
  const pictures = await picturesOf(paper)
  const { text } = SIZE[paper.look]
  const document = new Document({
    title: titleOf(paper),
    creator: paper.office,
    subject: paper.type,
    styles: { default: { document: { run: { font: BODY, size: half(text) } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: MARGIN } },
        footers: { default: footOf(paper, pictures) },
        children: [
          ...headOf(paper),
          ...paper.blocks.flatMap((block) => drawBlock(block, paper.look, pictures)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** Address → picture to scan. */
type Pictures = ReadonlyMap<string, Buffer>

async function picturesOf({ address, blocks }: Drawn): Promise<Pictures> {
  const addresses = [address, ...blocks.flatMap((block) => (block.kind === 'scan' ? [block.address] : []))]
  const look = { margin: 0, scale: 4, errorCorrectionLevel: 'M' } as const
  return new Map(await Promise.all(addresses.map(async (one) => [one, await pictureOf(one, look)] as const)))
}

/** `side` in points; Word counts in pixels of 96 to the inch. */
function scanOf(pictures: Pictures, address: string, side: number): ImageRun[] {
  const data = pictures.get(address)
  const pixels = Math.round((side * 96) / 72)
  return data ? [new ImageRun({ type: 'png', data, transformation: { width: pixels, height: pixels } })] : []
}

const MARGIN = {
  top: twips(PAGE.top),
  right: twips(PAGE.right),
  bottom: twips(PAGE.bottom),
  left: twips(PAGE.left),
  footer: twips(28),
}

/** A line of a text is a line of its own. */
const runs = (text: string, more: object = {}): TextRun[] =>
  clean(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...more, text: line, ...(index > 0 && { break: 1 }) }))

const linesOf = (look: Look, around: { before?: number; after?: number } = {}) => ({
  line: twips(SIZE[look].line),
  lineRule: LineRuleType.EXACT,
  before: twips(around.before ?? 0),
  after: twips(around.after ?? 0),
})

const titleLine = (text: string, size: number, after: number, color = '000000') =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: twips(after) },
    children: runs(text, { bold: true, size: half(size), font: HEAD, color }),
  })

const headOf = ({ office, title, number, look, state }: Drawn): Element[] => [
  ...(state === 'void' ? [titleLine(WORDS.isVoid, SIZE[look].title, 8, 'B3261E')] : []),
  titleLine(office, SIZE[look].office, 4),
  titleLine(title, SIZE[look].title, 12),
  ...(number ? [textOf(number, look, { alignment: AlignmentType.RIGHT })] : []),
]

const textOf = (text: string, look: Look, more: IParagraphOptions = {}) =>
  new Paragraph({ spacing: linesOf(look), ...more, children: runs(text) })

const bodyOf = (text: string, look: Look) =>
  textOf(text, look, {
    alignment: AlignmentType.BOTH,
    indent: { firstLine: twips(SIZE[look].text * 2) },
  })

type Draw = {
  [K in Block['kind']]: (block: Extract<Block, { kind: K }>, look: Look, pictures: Pictures) => Element[]
}

const DRAW: Draw = {
  paragraph: ({ text }, look) => [bodyOf(text, look)],
  line: ({ text }, look) => [textOf(text, look)],
  heading: ({ text }, look) => [
    new Paragraph({
      keepNext: true,
      spacing: linesOf(look, { before: 8, after: 4 }),
      children: runs(text, { bold: true, font: HEAD }),
    }),
  ],
  list: ({ items }, look) => items.map((text, index) => bodyOf(`${index + 1}．${text}`, look)),
  table: ({ rows }, look) =>
    framed(
      [LABEL_SHARE, 1 - LABEL_SHARE],
      rows.map(([label, value]) => [cellText(label, look, 'center'), cellText(value, look)]),
    ),
  grid: ({ head, rows, widths }, look) =>
    framed(
      shares(widths ?? head.map(() => 1)),
      [
        head.map((text) => cellText(text, look, 'center', true)),
        ...rows.map((row) => row.map((text) => cellText(text, look, 'center'))),
      ],
      true,
    ),
  signers: ({ labels }, look) =>
    framed(
      [0.36, 0.36, 0.28],
      labels.map((label) => [
        cellText(`${label}\n（${WORDS.sign}）`, look, 'center'),
        cellText('', look),
        cellText(WORDS.date, look, 'right'),
      ]),
    ),
  seal: ({ office, place, day, sealed }, look) =>
    [...(place ? [place] : []), office, writtenDay(day), ...(sealed ? [WORDS.seal] : [])].map((text, index) =>
      textOf(text, look, {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        indent: { left: twips(INNER / 2) },
        spacing: linesOf(look, { before: index === 0 ? 46 : 0 }),
      }),
    ),
  scan: ({ address, label }, _, pictures) => [
    new Paragraph({
      keepNext: true,
      spacing: { before: twips(16) },
      children: scanOf(pictures, address, SCAN),
    }),
    cellText(label, 'letter'),
  ],
  note: ({ text }) => [new Paragraph({ spacing: { before: twips(10) }, children: runs(text, { size: 21 }) })],
}

const drawBlock = <K extends Block['kind']>(
  block: Extract<Block, { kind: K }>,
  look: Look,
  pictures: Pictures,
): Element[] => (DRAW[block.kind] as Draw[K])(block, look, pictures)

function shares(widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => width / whole)
}

const cellText = (text: string, look: Look, alignment: 'left' | 'center' | 'right' = 'left', bold = false) =>
  new Paragraph({
    alignment,
    spacing: { before: 60, after: 60 },
    children: runs(text, { size: half(SIZE[look].cell), bold }),
  })

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const bordersOf = (line: typeof LINE | typeof NO_LINE) => ({
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
})

const tableOf = (widths: readonly number[], rows: Paragraph[][][], isFramed: boolean, hasHead = false) =>
  new Table({
    width: { size: twips(INNER), type: WidthType.DXA },
    columnWidths: widths.map((share) => twips(INNER * share)),
    borders: bordersOf(isFramed ? LINE : NO_LINE),
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: hasHead && index === 0,
          children: cells.map(
            (children, column) =>
              new TableCell({
                children,
                verticalAlign: VerticalAlign.CENTER,
                width: { size: twips(INNER * (widths[column] ?? 0)), type: WidthType.DXA },
              }),
          ),
        }),
    ),
  })

/** A table, and the empty line that Word wants after it. */
const framed = (widths: readonly number[], rows: Paragraph[][], hasHead = false): Element[] => [
  tableOf(
    widths,
    rows.map((row) => row.map((one) => [one])),
    true,
    hasHead,
  ),
  new Paragraph({ spacing: { line: 160, lineRule: LineRuleType.EXACT } }),
]

const smallLine = (children: (TextRun | ImageRun)[], alignment: 'left' | 'right' = 'left') =>
  new Paragraph({ alignment, children })

const small = (text: string) => new TextRun({ text, size: 18 })

/** Of the picture at the foot, in points. */
const FOOT_SCAN = 46

function footOf(paper: Drawn, pictures: Pictures): Footer {
  const page = new TextRun({
    size: 18,
    children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
  })
  const cells = [
    [smallLine(scanOf(pictures, paper.address, FOOT_SCAN))],
    footLines(paper).map((text) => smallLine([small(text)])),
    [smallLine([page], 'right')],
  ]
  return new Footer({ children: [tableOf([0.14, 0.62, 0.24], [cells], false), new Paragraph({})] })
}
