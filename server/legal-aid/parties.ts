import { PROMISE_LAW } from '#domain/aid-means'
import { maskCaseNumber } from '#domain/mask'
import { halfWidth } from '#domain/typed'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'
import type { Filed } from './filed.ts'

const put = sql(
  'aid_party_put',
  `insert into aid_party (case_id, side, id_index, name_index) values ($1, $2, $3, $4)
   on conflict (case_id, side) do update set id_index = excluded.id_index, name_index = excluded.name_index`,
)

type Somebody = { idNumber?: string | undefined; name?: string | undefined }

export const idIndexOf = ({ vault }: Pick<Context, 'vault'>, idNumber: string | undefined) =>
  idNumber ? vault.index('id_number', halfWidth(idNumber).replace(/-/g, '').toUpperCase()) : null

export const nameIndexOf = ({ vault }: Pick<Context, 'vault'>, name: string | undefined) =>
  name ? vault.index('name', halfWidth(name)) : null

/** So that a repeated application and a conflict of interests are found without anybody's name being readable. */
export async function rememberParties(
  context: Pick<Context, 'vault'>,
  tx: Db,
  caseId: string,
  { applicant, agent, otherSide }: Filed,
): Promise<void> {
  const sides: [string, Somebody | undefined][] = [
    ['applicant', applicant],
    ['agent', agent],
    ['other_side', otherSide],
  ]
  for (const [side, somebody] of sides)
    if (somebody?.idNumber || somebody?.name)
      await tx.run(
        put,
        caseId,
        side,
        idIndexOf(context, somebody.idNumber),
        nameIndexOf(context, somebody.name),
      )
}

type Met = { number: string; mine: string; theirs: string; by_id: boolean; own: boolean }

/** The same person in another case of the same centre; of other centres only that there is one. */
const meetings = sql<Met>(
  'aid_party_meetings',
  `select c.number, a.side as mine, b.side as theirs, coalesce(a.id_index = b.id_index, false) as by_id,
     c.organisation_id = $2 as own
   from aid_party a
   join aid_party b on b.case_id <> a.case_id
     and (b.id_index = a.id_index or (b.name_index = a.name_index and a.side <> b.side))
   join case_file c on c.id = b.case_id
   where a.case_id = $1 and a.side <> 'agent' and b.side <> 'agent'
     and not (a.side = 'other_side' and b.side = 'other_side')
   order by c.id desc limit 20`,
)
export type Hint = { hint: 'repeat' | 'conflict' | 'false_promise'; text: string; number: string }

const textOf = ({ mine, theirs, by_id }: Met): string => {
  const sure = by_id ? '' : '（只是姓名相同，请核对）'
  if (mine === theirs) return '同一申请人还有别的申请，请核对是不是同一件事'
  return mine === 'other_side'
    ? `对方当事人是另一件的申请人${sure}，请注意利益冲突`
    : `申请人是另一件的对方当事人${sure}，请注意利益冲突`
}

/** What the reviewer should know of before deciding. */
export async function hintsFor(
  db: Db,
  { id, organisation_id }: { id: string; organisation_id: string },
  broken: readonly { number: string }[],
): Promise<Hint[]> {
  const met = await db.many(meetings, id, organisation_id)
  return [
    ...broken.map(({ number }) => ({
      hint: 'false_promise' as const,
      text: `曾作不实承诺，还不能再用诚信承诺（${PROMISE_LAW}）`,
      number,
    })),
    ...met.map((one) => ({
      hint: one.mine === one.theirs ? ('repeat' as const) : ('conflict' as const),
      text: textOf(one),
      number: one.own ? one.number : maskCaseNumber(one.number),
    })),
  ]
}
