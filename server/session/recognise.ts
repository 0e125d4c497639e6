import { readCaseNumber } from '#domain/case-number'
import type { Instant } from '#domain/day'
import { invalid } from '#domain/refusal'
import { isStale, readPerson } from '../accounts/person.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

const cases = sql<{ number: string }>(
  'recognise_cases',
  'select number from case_file where applicant_id = $1 or other_side_ids @> array[$1::text]',
)
const release = sql(
  'recognise_release',
  'update account set phone_index = null, phone = null, phone_used_at = null where id = $1',
)

const ASK =
  '这个号码半年多没有登录过。请填写在这里登记的姓名，或任意一个办件编号；如果号码是新换来的，请选“这是我的新号码”'
const WRONG = '与登记的姓名、办件编号都对不上，请检查；如果号码是新换来的，请选“这是我的新号码”'

export type Claim = { confirm?: string | undefined; newOwner: boolean }

/**
 * A telephone number proves contact, not the person: after 180 days it may have been given to somebody else, who
 * must not see what is not theirs. Whoever has it says a name or a case number, or starts with an empty account;
 * the old one then stays with its WeChat identity, or until its owner comes to a window.
 * @throws Refusal `invalid` with `fields.confirm`
 */
export async function recognise(
  context: Context,
  tx: Db,
  account: { id: string; phone_used_at: Instant | null },
  { confirm, newOwner }: Claim,
): Promise<void> {
  if (!isStale(account.phone_used_at, context.wallNow())) return
  const known = await knownOf(context, tx, account.id)
  if (known.length === 0) return
  if (newOwner) await tx.run(release, account.id)
  else if (!confirm || !known.includes(plain(confirm))) throw invalid({ confirm: confirm ? WRONG : ASK })
}

async function knownOf(context: Context, tx: Db, id: string): Promise<string[]> {
  const name = (await readPerson(context, tx, id))?.name
  const numbers = (await tx.many(cases, id)).map(({ number }) => number)
  return name ? [plain(name), ...numbers] : numbers
}

/** A case number in any spelling as it is stored; a name without spaces. */
function plain(text: string): string {
  return readCaseNumber(text) ?? text.normalize('NFKC').replace(/\s/g, '')
}

/** Whether the number would be asked again and there is something to protect. */
export const mustBeAsked = async (
  context: Context,
  tx: Db,
  account: { id: string; phone_used_at: Instant | null },
): Promise<boolean> =>
  isStale(account.phone_used_at, context.wallNow()) && (await knownOf(context, tx, account.id)).length > 0
