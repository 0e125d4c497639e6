import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import type { KindOfCase, Kinds } from './kind.ts'
import type { CaseRow } from './read.ts'
import { type Numbering, numbering } from './serial.ts'

/** What working on cases needs: the ground, the kinds of case there are, and the counter of numbers. */
export type Casework = { context: Context; kinds: Kinds; number: Numbering }

export const buildCasework = (context: Context, kinds: Kinds): Casework => ({
  context,
  kinds,
  number: numbering(context.database),
})

/** What is only kept is neither changed nor looked into any more. */
export function refuseFrozen({ is_frozen }: Pick<CaseRow, 'is_frozen'>): void {
  if (is_frozen) throw new Refusal('not_now', '申请人已经注销账户，这件办件依法只作保存，不能再办理或查看')
}

export function kindOf({ kinds }: Casework, { kind }: Pick<CaseRow, 'kind'>): KindOfCase {
  const found = kinds[kind]
  if (!found) throw new Error(`no procedure for cases of kind ${kind}`)
  return found
}
