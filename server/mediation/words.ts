import type { Instant } from '#domain/day'
import { openText } from '../cases/chain.ts'
import type { Paper } from '../cases/kind.ts'
import type { CaseRow } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { keyOf } from './party.ts'

type Row = { id: string; sealed: Buffer; action: string; at: Instant; by_id: string; role: string }

const papers = sql<Row>(
  'mediation_papers',
  `select t.id, t.sealed, e.action, e.at, t.by_id, t.role from case_text t
   join case_event e on e.case_id = t.case_id and e.text_id = t.id
   where t.case_id = $1 and t.kind = 'paper' order by e.seq`,
)
const form = sql<{ id: string; sealed: Buffer }>(
  'mediation_form',
  `select id, sealed from case_text where case_id = $1 and kind = 'form'`,
)

type Words = Readonly<Record<string, unknown>>

/** The words of the steps so far, oldest first, inside the transaction of the next one. */
export async function papersIn({ vault }: Context, tx: Db, row: CaseRow): Promise<Paper[]> {
  const key = keyOf({ vault }, row)
  return (await tx.many(papers, row.id)).map(({ id, sealed, action, at, by_id, role }) => ({
    action,
    at,
    byId: by_id,
    role,
    paper: JSON.parse(openText(vault, key, id, sealed).text) as Words,
  }))
}

export async function formIn({ vault }: Context, tx: Db, row: CaseRow): Promise<Words> {
  const found = await tx.one(form, row.id)
  return found
    ? (JSON.parse(openText(vault, keyOf({ vault }, row), found.id, found.sealed).text) as Words)
    : {}
}

export const lastPaper = (all: readonly Paper[], ...actions: readonly string[]): Words | undefined =>
  all.findLast(({ action }) => actions.includes(action))?.paper
