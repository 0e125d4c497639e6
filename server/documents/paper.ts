import type { Day } from '#domain/day'

/** One part of a paper, in the order in which it is read. */
export type Block =
  /** Body text, indented by two characters. */
  | { kind: 'paragraph'; text: string }
  /** Body text from the margin: whom it is written to. */
  | { kind: 'line'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** Label and value side by side. */
  | { kind: 'table'; rows: readonly (readonly [label: string, value: string])[] }
  /** A table with a head; `widths` are shares of the whole. */
  | {
      kind: 'grid'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      widths?: readonly number[] | undefined
    }
  /** Where people sign by hand: a line for each. */
  | { kind: 'signers'; labels: readonly string[] }
  /** Who issues it, where and when; the place of the seal stays empty, for a seal is put on by hand. */
  | { kind: 'seal'; office: string; place?: string | undefined; day: Day; sealed: boolean }
  /** A picture to scan, with what scanning it does: not the one at the foot, which verifies the paper. */
  | { kind: 'scan'; address: string; label: string }
  /** Small, at the end. */
  | { kind: 'note'; text: string }

/** What a template makes of facts; nothing in it knows Word or PDF. */
export type Paper = {
  /** Stands above the title: the office, as on a letter-head. */
  office: string
  title: string
  /** A letter has the type of an official letter (三号), a form the smaller one of tables (小四). */
  look: 'letter' | 'form'
  blocks: readonly Block[]
}

/** How `IssuedPaper` is laid out; one more whenever that changes, so that old ones can still be drawn. */
export const PAPER_VERSION = 1

/** A paper with what only issuing gives it. What is kept is all that is drawn. */
export type IssuedPaper = Paper & {
  type: string
  number: string | null
  code: string
  /** Where anybody can see whether it is genuine. */
  address: string
  day: Day
}

const trimmed = (text: string) => text.trim()
const isFilled = (text: string) => text !== ''

/** Body text; each line of it is a paragraph. */
export const paragraphs = (...texts: readonly string[]): Block[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .map(trimmed)
    .filter(isFilled)
    .map((text) => ({ kind: 'paragraph', text }))

/** Rows that have a value; a form that must be filled in by hand says so with a space. */
export const table = (
  rows: readonly (readonly [label: string, value: string | null | undefined])[],
): Block => ({
  kind: 'table',
  rows: rows.flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
})

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const list = (items: readonly string[]): Block => ({ kind: 'list', items })
export const note = (text: string): Block => ({ kind: 'note', text })
export const scan = (address: string, label: string): Block => ({ kind: 'scan', address, label })
export const signers = (...labels: readonly string[]): Block => ({ kind: 'signers', labels })
