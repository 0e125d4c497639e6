import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'

type Row = { id: string; data_key: Buffer }

/** Tables whose rows have a data key of their own, and the name of the owner that is bound in. */
const TABLES = [
  ['account', 'account'],
  ['case_file', 'case'],
  ['file', 'file'],
] as const

const page = (table: string) =>
  sql<Row>(
    `rotate_page/${table}`,
    `select id, data_key from ${table} where id > $1 and data_key is not null order by id limit 1000`,
  )
const put = (table: string) =>
  sql(
    `rotate_put/${table}`,
    `update ${table} t set data_key = n.key from unnest($1::text[], $2::bytea[], $3::bytea[]) as n(id, key, old)
     where t.id = n.id and t.data_key = n.old`,
  )

/** Wraps every data key with the newest master key; nothing that is sealed is touched. Safe to repeat and to break off. */
export async function rotateKeys(
  context: Context,
  say: (line: string) => void,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [table, owner] of TABLES) counts[table] = await rotateTable(context, table, owner, say)
  return counts
}

async function rotateTable(
  { database, vault }: Context,
  table: string,
  owner: string,
  say: (line: string) => void,
) {
  let done = 0
  for (let after = ''; ; ) {
    const rows = await database.many(page(table), after)
    const renewed = rows.flatMap(({ id, data_key }) => {
      const key = vault.rewrap(data_key, `${owner}/${id}`)
      return key ? [{ id, key, old: data_key }] : []
    })
    const column = <K extends keyof (typeof renewed)[number]>(name: K) => renewed.map((row) => row[name])
    done += await database.run(put(table), column('id'), column('key'), column('old'))
    after = rows.at(-1)?.id ?? ''
    if (rows.length < 1000) return done
    say(`${table}: ${done}`)
  }
}
