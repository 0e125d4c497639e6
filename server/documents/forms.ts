import type { Day } from '#domain/day'
import { type Block, heading, list, note, type Paper, paragraphs, scan, signers, table } from './paper.ts'

/** The two shapes of official papers; a template names its facts and leaves the shape to these. */

export type Letter = {
  office: string
  title: string
  /** Who it is written to: `张三`. */
  to: string
  /** The person or the matter at a glance, before the text. */
  about?: readonly (readonly [label: string, value: string | null])[] | undefined
  /** Facts and reasons, one paragraph each. */
  text: readonly string[]
  /** The articles that it rests on: `《中华人民共和国法律援助法》第四十三条`. */
  law: readonly string[]
  /** What is decided or asked for, after the articles: `决定给予法律援助。` */
  decision: string
  /** Points of the decision, numbered. */
  points?: readonly string[] | undefined
  /** What the reader can do against it, within which time. */
  remedy?: string | undefined
  /** Where the reader answers by telephone. */
  scan?: { address: string; label: string } | undefined
  /** How and to whom it is handed over. */
  service?: string | undefined
  day: Day
}

/** A decision, a notice or a letter under seal. */
export const letter = (said: Letter): Paper => ({
  office: said.office,
  title: said.title,
  look: 'letter',
  blocks: [
    { kind: 'line', text: `${said.to}：` },
    ...(said.about ? [table(said.about)] : []),
    ...paragraphs(...said.text),
    ...paragraphs(restsOn(said)),
    ...(said.points ? [list(said.points)] : []),
    ...paragraphs(said.remedy ?? ''),
    sealOf(said.office, said.day),
    ...(said.scan ? [scan(said.scan.address, said.scan.label)] : []),
    ...(said.service ? [note(said.service)] : []),
  ],
})

const restsOn = ({ law, decision }: Letter) =>
  law.length > 0 ? `根据${law.join('、')}的规定，${decision}` : decision

const sealOf = (office: string, day: Day): Block => ({ kind: 'seal', office, day, sealed: true })

export type Form = {
  office: string
  title: string
  /** Groups of label and value, long text, or rows of a table, each under its heading. */
  parts: readonly Part[]
  /** A sentence that the people sign. */
  statement?: string | undefined
  signers?: readonly string[] | undefined
  /** With the seal of the office, or only with its name. */
  seal?: boolean | undefined
  note?: string | undefined
  day: Day
}

export type Part = {
  title?: string
  rows?: readonly (readonly [label: string, value: string | null | undefined])[]
  text?: string
  points?: readonly string[]
  grid?: { head: readonly string[]; rows: readonly (readonly string[])[]; widths?: readonly number[] }
}

/** An application, a register, a record or an agreement: tables, texts and signatures. */
export const form = (said: Form): Paper => ({
  office: said.office,
  title: said.title,
  look: 'form',
  blocks: [
    ...said.parts.flatMap(partOf),
    ...paragraphs(said.statement ?? ''),
    ...(said.signers ? [signers(...said.signers)] : []),
    { kind: 'seal', office: said.office, day: said.day, sealed: said.seal ?? false },
    ...(said.note ? [note(said.note)] : []),
  ],
})

const partOf = ({ title, rows, text, points, grid }: Part): Block[] => [
  ...(title ? [heading(title)] : []),
  ...(rows ? [table(rows)] : []),
  ...paragraphs(text ?? ''),
  ...(points ? [list(points)] : []),
  ...(grid ? [{ kind: 'grid', ...grid } as const] : []),
]
