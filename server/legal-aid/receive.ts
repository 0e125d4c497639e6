import { ROLE_NAME, type Role } from '#domain/actor'
import { MATERIAL } from '#domain/aid-material'
import type { Instant } from '#domain/day'
import type { DocumentType } from '#domain/document'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { makeDocument } from '../documents/make.ts'
import type { Paper } from '../documents/paper.ts'
import { aboutCase } from './about.ts'
import { applicationForm, meansForm, promiseForm, type Reception } from './application-form.ts'
import type { Filed } from './filed.ts'
import { type About, receipt } from './letters.ts'
import { rememberParties } from './parties.ts'

type Row = { id: string; number: string; organisation_id: string; data_key: Buffer | null }

const opened = sql<Row>(
  'aid_opened',
  'select id, number, organisation_id, data_key from case_file where id = $1',
)

/** `byId` is null where no person of this office took it in. */
type Receiving = Omit<Reception, 'receipt'> & { at: Instant; byId: string | null }

/** As the receipt names whoever took the application in. */
export const receiverIn = (role: string): string =>
  role === 'resident' ? '网上接收' : (ROLE_NAME[role as Role] ?? '工作人员')

/** Who the parties are, by keyed index, and the papers of the application. */
export async function receive(
  context: Context,
  tx: Db,
  caseId: string,
  filed: Filed,
  receiving: Receiving,
): Promise<void> {
  await rememberParties(context, tx, caseId, filed)
  const row = await tx.one(opened, caseId)
  if (!row) throw new Refusal('not_found')
  await giveReceipt(context, tx, row, filed, receiving)
}

/** The receipt (F-LA-5), and the application with its means as they were sent, for the dossier and for the applicant. */
export async function giveReceipt(context: Context, tx: Db, row: Row, filed: Filed, receiving: Receiving) {
  const { at, byId, receivedBy } = receiving
  const about = await aboutCase(tx, row, filed, at)
  const make = (type: DocumentType, paper: Paper) =>
    makeDocument(context, tx, { row, type, paper, at, byId, audience: 'applicant' })
  const made = await make('FZ-005', receipt(about, { items: itemsOf(filed), receivedBy }))
  await make('FZ-002', applicationForm(about, filed, { ...receiving, receipt: made.number }))
  for (const [type, paper] of meansPapers(about, filed, receivedBy)) await make(type, paper)
  return made
}

const itemsOf = ({ means, material }: Filed) => [
  { name: '法律援助申请表', files: 0 },
  ...('statement' in means ? [{ name: '经济困难状况说明表', files: 0 }] : []),
  ...(means.route === 'promise' ? [{ name: '个人诚信承诺书', files: 0 }] : []),
  ...material.map(({ item, fileIds }) => ({ name: MATERIAL[item].name, files: fileIds.length })),
]

/** F-LA-4 and F-LA-4b: only where the law asks about means (LP-6, LP-7). */
function meansPapers(about: About, filed: Filed, teller: string): [DocumentType, Paper][] {
  const { means } = filed
  if (!('statement' in means)) return []
  const statement: [DocumentType, Paper] = ['FZ-004', meansForm(about, filed, means.statement)]
  if (means.route !== 'promise') return [statement]
  return [statement, ['FZ-004-1', promiseForm(about, filed, { readAloud: means.readAloud, teller })]]
}
