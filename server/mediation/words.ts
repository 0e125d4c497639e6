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

type Named = { id: string; sealed: Buffer; action: string }

const named = sql<Named>(
  'mediation_named',
  `select t.id, t.sealed, e.action from case_text t join case_event e on e.case_id = t.case_id and e.text_id = t.id
   where t.case_id = $1 and (e.action = 'name_parties' or e.action = 'state_party' and e.facts->>'side' = 'applicant')
   order by e.seq desc`,
)

/** What was asked, with the name of the applicant as the office or the applicant has mended it. */
export async function formIn({ vault }: Context, tx: Db, row: CaseRow): Promise<Words> {
  const key = keyOf({ vault }, row)
  const read = ({ id, sealed }: { id: string; sealed: Buffer }) =>
    JSON.parse(openText(vault, key, id, sealed).text) as Words
  const found = await tx.one(form, row.id)
  const nameOf = ({ action, ...sealed }: Named) =>
    read(sealed)[action === 'state_party' ? 'name' : 'applicant']
  const name = (await tx.many(named, row.id)).map(nameOf).find(Boolean)
  return { ...(found && read(found)), ...(name !== undefined && { name }) }
}

export const lastPaper = (all: readonly Paper[], ...actions: readonly string[]): Words | undefined =>
  all.findLast(({ action }) => actions.includes(action))?.paper
