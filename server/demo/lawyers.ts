import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

const CENTRE = 'demo-aid-431224'

/** Invented; one has done criminal defence long enough for life and death (LA-5), one is new. */
const LAWYERS = [
  {
    phone: '13900000411',
    licence: '14312202010110001',
    since: '2012-06-01',
    defence: '2014-03-01',
    languages: ['mandarin', 'xupu'],
  },
  {
    phone: '13900000412',
    licence: '14312202110110002',
    since: '2018-09-01',
    defence: null,
    languages: ['mandarin', 'xupu', 'miao'],
  },
  {
    phone: '13900000413',
    licence: '14312202310110003',
    since: '2024-07-01',
    defence: '2025-01-01',
    languages: ['mandarin', 'sign'],
  },
] as const

const qualify = sql(
  'demo_lawyer',
  `insert into aid_lawyer (account_id, organisation_id, firm, licence, practice_since, defence_since, languages)
   select id, $2, '溆水律师事务所（演示）', $3, $4, $5, $6 from account where phone_index = $1`,
)

/** What the order of assignment looks at. */
export async function qualifyLawyers({ vault }: Context, tx: Db): Promise<void> {
  for (const { phone, licence, since, defence, languages } of LAWYERS)
    await tx.run(qualify, vault.index('phone', phone), CENTRE, licence, since, defence, languages)
}
