import { maskName, maskPhone } from '#domain/mask'
import { Refusal } from '#domain/refusal'
import { placeOf } from '../accounts/accounts.ts'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

export type Sealed = { account_id: string; data_key: Buffer | null; name: Buffer | null }

const unseal = (
  { vault }: Context,
  { account_id, data_key }: Omit<Sealed, 'name'>,
  column: 'name' | 'phone',
  sealed: Buffer | null,
) =>
  data_key && sealed
    ? vault.unseal(vault.openKey(data_key, `account/${account_id}`), placeOf(account_id, column), sealed)
    : null

/** Null when none was given or the account is gone. */
export const nameOf = (context: Context, row: Sealed): string | null => unseal(context, row, 'name', row.name)

export function maskedPhoneOf(context: Context, row: Sealed & { phone: Buffer | null }): string | null {
  const phone = unseal(context, row, 'phone', row.phone)
  return phone && maskPhone(phone)
}

export const maskedNameOf = (context: Context, row: Sealed): string => maskName(nameOf(context, row) ?? '')

const giveName = sql('admin_person_name', 'update account set name = $2 where id = $1')

/** Who has no name yet gets this one; a name that is there stays, since "who saw my file" reads it. */
export async function nameThem<Person extends Sealed>(
  { vault }: Context,
  tx: Db,
  person: Person,
  name: string,
): Promise<Person> {
  const { account_id: id, data_key } = person
  if (!data_key) throw new Refusal('not_now', '这个号码的账户已注销，请换一个号码')
  if (person.name) return person
  const sealed = vault.seal(vault.openKey(data_key, `account/${id}`), placeOf(id, 'name'), name)
  await tx.run(giveName, id, sealed)
  return { ...person, name: sealed }
}
