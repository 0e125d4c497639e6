import type { AccessLine } from '#contract/session'
import type { Instant } from '#domain/day'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

type Row = {
  id: string
  at: Instant
  what: string
  reason: Buffer | null
  by_id: string
  by_key: Buffer | null
  by_name: Buffer | null
  organisation: string | null
  case_id: string | null
  case_number: string | null
  case_key: Buffer | null
}

const latest = sql<Row>(
  'access_log_latest',
  `select l.id, l.at, l.what, l.reason, l.by_id, a.data_key as by_key, a.name as by_name,
     o.name as organisation, l.case_id, case when not c.unproven then c.number end as case_number,
     case when not c.unproven then c.data_key end as case_key
   from access_log l join account a on a.id = l.by_id
     left join organisation o on o.id = l.organisation_id left join case_file c on c.id = l.case_id
   where l.account_id = $1 and ($2::text is null or l.id < $2)
   order by l.id desc limit $3`,
)

/** What was seen, in words for the person whom it concerns. */
const SEEN: Readonly<Record<string, string>> = {
  case: '打开了办件',
  file: '查看了附件',
  document: '打开了文书',
  name: '查看了完整姓名',
  phone: '查看了完整电话',
  story: '查看了事情经过',
  id_number: '查看了完整证件号码',
  address: '查看了完整地址',
  other_side: '查看了对方的联系方式',
  callback: '查看了电话，用来抽查回访',
}

type Asked = { limit: number; cursor?: string | undefined }

/** Who looked at what is known of this person, latest first. */
export async function accessLogOf(
  context: Context,
  accountId: string,
  { limit, cursor }: Asked,
): Promise<{ items: AccessLine[]; next: string | null }> {
  const rows = await context.database.many(latest, accountId, cursor ?? null, limit + 1)
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? (shown.at(-1)?.id ?? null) : null
  return { items: shown.map((row) => present(context, row)), next }
}

const present = ({ vault }: Context, row: Row): AccessLine => ({
  at: row.at,
  by: nameOf(vault, row) ?? '工作人员',
  organisation: row.organisation,
  caseNumber: row.case_number,
  what: SEEN[row.what] ?? '查看了信息',
  reason: reasonOf(vault, row),
})

const nameOf = (vault: Context['vault'], { by_id, by_key, by_name }: Row) =>
  by_key && by_name
    ? vault.unseal(vault.openKey(by_key, `account/${by_id}`), `account/${by_id}/name`, by_name)
    : null

const reasonOf = (vault: Context['vault'], { id, case_id, case_key, reason }: Row) =>
  reason && case_key
    ? vault.unseal(vault.openKey(case_key, `case/${case_id}`), `access_log/${id}/reason`, reason)
    : null
