import type { listReleases, Release } from '#contract/desk'
import type { Query } from '#contract/endpoint'
import { organisationsOf } from '#domain/actor'
import { addDays, type Instant, instant, isInstant } from '#domain/day'
import { placeOf } from '../accounts/accounts.ts'
import type { Casework } from '../cases/casework.ts'
import { openText } from '../cases/chain.ts'
import type { Viewer } from '../cases/present.ts'
import { sql } from '../db/sql.ts'
import { cut, type Page, readCursor } from '../http/page.ts'
import { HEAD } from './head.ts'

type Row = {
  at: Instant
  case_id: string
  number: string
  data_key: Buffer | null
  text_id: string | null
  sealed: Buffer | null
  by_id: string
  by_key: Buffer | null
  by_name: Buffer | null
}

const released = sql<Row>(
  'desk_released',
  `select e.at, e.case_id, c.number, c.data_key, e.text_id, t.sealed, e.by_id, a.data_key as by_key, a.name as by_name
   from case_event e join case_file c on c.id = e.case_id join account a on a.id = e.by_id
     left join case_text t on t.id = e.text_id
   where e.action = 'release' and e.at >= $2 and e.at < $3 and c.organisation_id = any($1)
     and ($4::text is null or (e.at, e.case_id) < (split_part($4, ' ', 1)::timestamptz, split_part($4, ' ', 2)))
   order by e.at desc, e.case_id desc limit $5`,
)

/** What was handed back, by whom and why; `from` and `to` inclusive. */
export async function releasesOf(
  { context }: Casework,
  { from, to, limit, cursor }: Query<typeof listReleases>,
  { caller }: Viewer,
): Promise<Page<Release>> {
  const { database, vault } = context
  const span = [instant(from, '00:00'), instant(addDays(to, 1), '00:00')]
  const after = readCursor(cursor, isInstant)
  const rows = await database.many(released, organisationsOf(caller, HEAD), ...span, after, limit + 1)
  const { items, next } = cut(rows, limit, ({ at, case_id }) => `${at} ${case_id}`)
  return { items: items.map(present), next }

  function present({ at, case_id, number, data_key, text_id, sealed, ...row }: Row): Release {
    const key = data_key && vault.openKey(data_key, `case/${case_id}`)
    const reason = key && text_id && sealed ? openText(vault, key, text_id, sealed).text : null
    return { at, caseId: case_id, number, by: nameOf(row) ?? '工作人员', reason }
  }

  function nameOf({ by_id, by_key, by_name }: Pick<Row, 'by_id' | 'by_key' | 'by_name'>) {
    if (!by_key || !by_name) return null
    return vault.unseal(vault.openKey(by_key, `account/${by_id}`), placeOf(by_id, 'name'), by_name)
  }
}
