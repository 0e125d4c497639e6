import { Refusal } from '#domain/refusal'
import type { Act, Paper } from '../cases/kind.ts'
import { type CaseRow, whole } from '../cases/read.ts'
import { papersOf } from '../cases/sections.ts'
import { readText } from '../cases/texts.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import { type Filed, filedIn } from './filed.ts'

type Words = Readonly<Record<string, unknown>>

export type Known = {
  form: Words
  papers: readonly Paper[]
  /** Null while a case from another service waits for its application. */
  filed: Filed | null
}

type Texts = Parameters<typeof papersOf>[2]

/** Everything that was written in a case. */
export function knownIn(context: Context, row: Texts & Pick<CaseRow, 'data_key' | 'id'>): Known {
  const form = row.texts.find(({ kind }) => kind === 'form')
  if (!row.data_key || !form) return { form: {}, papers: [], filed: null }
  const key = context.vault.openKey(row.data_key, `case/${row.id}`)
  const words: Words = JSON.parse(readText(context, key, form))
  const papers = papersOf(context, key, row)
  return { form: words, papers, filed: filedIn(words, papers) }
}

export async function readKnown(context: Context, db: Db, id: string): Promise<Known> {
  const row = await db.one(whole, id)
  if (!row) throw new Refusal('not_found')
  return knownIn(context, row)
}

export const knownFor = ({ context, tx, row }: Act): Promise<Known> => readKnown(context, tx, row.id)

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export const lastPaper = (papers: readonly Paper[], ...actions: readonly string[]): Paper | undefined =>
  papers.findLast(({ action }) => actions.includes(action))
