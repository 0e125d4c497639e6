import { addDays, dayOf, type Instant } from '#domain/day'
import { endOfDay } from '#domain/due'
import { Refusal } from '#domain/refusal'
import type { CaseRow } from '../cases/read.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import { codeOf, invitationOf } from '../invitation-code.ts'
import type { DataKey, Vault } from '../vault/vault.ts'

/** An agreement says who the two are (人民调解法 第二十九条). */
export const AGREED = '协议已经成立，写明了双方是谁（人民调解法 第二十九条），姓名不能再改'

type PartyRow = {
  case_id: string
  name: Buffer
  phone: Buffer | null
  address: Buffer | null
  code_seq: number
  invited_at: Instant | null
  expires_at: Instant | null
  has_code: boolean
}

/** The other side, opened. */
export type Party = {
  name: string
  phone: string | null
  address: string | null
  codeSeq: number
  invitedAt: Instant | null
  expiresAt: Instant | null
  /** The code has been given out and not been used. */
  hasCode: boolean
}

export type Named = { name: string; phone?: string | undefined; address?: string | undefined }

/** With whom the dispute is was not written down: the mediator asks. */
export const UNKNOWN: Named = { name: '（待补充）' }

const COLUMNS =
  'case_id, name, phone, address, code_seq, invited_at, expires_at, code_index is not null as has_code'
const find = sql<PartyRow>('mediation_party', `select ${COLUMNS} from mediation_party where case_id = $1`)
const insert = sql(
  'mediation_party_insert',
  'insert into mediation_party (case_id, name, phone, address, phone_index) values ($1, $2, $3, $4, $5)',
)
const update = sql(
  'mediation_party_update',
  'update mediation_party set name = $2, phone = $3, phone_index = $4 where case_id = $1',
)
const issue = sql(
  'mediation_party_issue',
  `update mediation_party set code_seq = $2, code_index = $3, invited_at = $4, expires_at = $5 where case_id = $1`,
)
const voidIt = sql(
  'mediation_party_void',
  'update mediation_party set code_index = null, joined_at = null where case_id = $1',
)
const meant = sql<{ id: string }>(
  'mediation_party_meant',
  `select a.id from account a join mediation_party p on p.case_id = $1 and p.phone_index = a.phone_index
   where a.id = any($2)`,
)
const applicants = sql(
  'mediation_party_applicants',
  'select from case_file c join account a on a.id = c.applicant_id where c.id = $1 and a.phone_index = $2',
)
const spend = sql(
  'mediation_party_spend',
  'update mediation_party set code_index = null, joined_at = $2 where case_id = $1 and code_index = $3',
)

const place = (caseId: string, column: string) => `mediation_party/${caseId}/${column}`

export function keyOf({ vault }: Pick<Context, 'vault'>, row: Pick<CaseRow, 'id' | 'data_key'>): DataKey {
  if (!row.data_key) throw new Refusal('not_now', '这件办件的内容已依法删除')
  return vault.openKey(row.data_key, `case/${row.id}`)
}

const indexOf = (vault: Vault, phone: string | undefined) => (phone ? vault.index('phone', phone) : null)

type Row = Pick<CaseRow, 'id' | 'data_key'>

export async function writeParty({ vault }: Context, tx: Db, row: Row, named: Named): Promise<void> {
  const key = keyOf({ vault }, row)
  const seal = (column: 'name' | 'phone' | 'address') => {
    const value = named[column]
    return value === undefined ? null : vault.seal(key, place(row.id, column), value)
  }
  await tx.run(insert, row.id, seal('name'), seal('phone'), seal('address'), indexOf(vault, named.phone))
}

/** A better name or number than the applicant had. */
export async function renameParty({ vault }: Context, tx: Db, row: Row, named: Named): Promise<void> {
  const key = keyOf({ vault }, row)
  const phone = named.phone ? vault.seal(key, place(row.id, 'phone'), named.phone) : null
  await tx.run(
    update,
    row.id,
    vault.seal(key, place(row.id, 'name'), named.name),
    phone,
    indexOf(vault, named.phone),
  )
}

export async function readParty({ vault }: Context, db: Db, row: Row): Promise<Party> {
  const found = await db.one(find, row.id)
  if (!found) throw new Error(`case ${row.id} has no other side`)
  const key = keyOf({ vault }, row)
  const open = (column: 'name' | 'phone' | 'address') => {
    const sealed = found[column]
    return sealed && vault.unseal(key, place(row.id, column), sealed)
  }
  return {
    name: open('name') ?? '',
    phone: open('phone'),
    address: open('address'),
    codeSeq: found.code_seq,
    invitedAt: found.invited_at,
    expiresAt: found.expires_at,
    hasCode: found.has_code,
  }
}

/** As somebody types it: spaces and dashes, small letters, O for 0 and I or L for 1 are all understood. */
const typed = (code: string) =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

export const codeIndex = (vault: Vault, code: string): Buffer => vault.index('code', `invited/${typed(code)}`)

const GOOD_FOR_DAYS = 30

/** A new code; the one before is void. Gives the last day of the new one. */
export async function issueCode(
  { vault }: Context,
  tx: Db,
  row: Row,
  seq: number,
  now: Instant,
): Promise<void> {
  const code = codeOf(vault, invitationOf(row.id, seq))
  const expires = endOfDay(addDays(dayOf(now), GOOD_FOR_DAYS))
  await tx.run(issue, row.id, seq, codeIndex(vault, code), now, expires)
}

/** A code works once: of two who reach for it the second finds it spent, and is told 0. */
export const spendCode = (
  { vault }: Context,
  tx: Db,
  caseId: string,
  code: string,
  now: Instant,
): Promise<number> => tx.run(spend, caseId, now, codeIndex(vault, code))

/** Nobody comes in with it any more, and nobody has shown who they are. */
export const voidCode = (tx: Db, caseId: string): Promise<number> => tx.run(voidIt, caseId)

/** Of those who came forward the ones who have the number that is written down now. */
export const withItsNumber = async (tx: Db, caseId: string, ids: readonly string[]): Promise<string[]> =>
  (await tx.many(meant, caseId, ids)).map(({ id }) => id)

export const SAME_NUMBER = '这是申请人的手机号。请填写对方的；不知道可以不填'

/** Nobody is both sides of a dispute. */
export const isApplicants = async ({ vault }: Context, tx: Db, caseId: string, phone: string) =>
  (await tx.run(applicants, caseId, vault.index('phone', phone))) > 0
