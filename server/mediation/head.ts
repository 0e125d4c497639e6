import { dayOf } from '#domain/day'
import type { Dispute } from '#domain/dispute'
import type { PartyBlock } from '#domain/party-block'
import { readPerson } from '../accounts/person.ts'
import type { Act } from '../cases/kind.ts'
import type { CaseRow } from '../cases/read.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/sql.ts'
import type { Head, Person } from './papers/head.ts'
import { readParty } from './party.ts'
import { text } from './sides.ts'
import { statedIn } from './stated.ts'
import { formIn } from './words.ts'

/** Whoever asked and has not said who they are. */
export const NOBODY = '申请人'

/** The applicant as the form names them, else as the account does. */
export async function applicantOf(
  context: Context,
  db: Db,
  row: CaseRow,
  form: Readonly<Record<string, unknown>>,
): Promise<Person> {
  const person = await readPerson(context, db, row.applicant_id)
  return {
    name: text(form.name) || person?.name || NOBODY,
    phone: text(form.phone) || person?.phone || null,
    address: row.region_path,
  }
}

export const nameOf = async (context: Context, db: Db, accountId: string | null): Promise<string | null> =>
  accountId === null ? null : ((await readPerson(context, db, accountId))?.name ?? null)

/** What somebody says of themselves goes before what others said. */
const withStated = ({ name, phone, address }: Person, block: PartyBlock): Person => ({
  name: block.name ?? name,
  phone: block.phone ?? phone,
  address: block.address ?? address,
  block,
})

/** What the papers of a step begin with. */
export async function headOf({
  context,
  tx,
  row,
  now,
}: Pick<Act, 'context' | 'tx' | 'row' | 'now'>): Promise<Head> {
  const form = await formIn(context, tx, row)
  const { name, phone, address } = await readParty(context, tx, row)
  const stated = await statedIn(context, tx, row)
  return {
    office: row.organisation_name,
    number: row.number,
    type: (row.topic ?? 'other') as Dispute,
    applicant: withStated(await applicantOf(context, tx, row, form), stated.applicant),
    other: withStated({ name, phone, address }, stated.other_side),
    mediator: await nameOf(context, tx, row.handler_id),
    day: dayOf(now),
  }
}
