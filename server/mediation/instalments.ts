import type { Instalment } from '#domain/agreement'
import { type Db, sql } from '../db/sql.ts'

const clear = sql('mediation_instalments_clear', 'delete from mediation_instalment where case_id = $1')
const add = sql(
  'mediation_instalments_add',
  `insert into mediation_instalment (case_id, no, due_on)
   select $1, n, due_on from unnest($2::date[]) with ordinality as list(due_on, n)`,
)
const done = sql(
  'mediation_instalment_done',
  'update mediation_instalment set done = $3 where case_id = $1 and no = $2',
)

/** Written when an agreement is in force: from then on it can fall due. */
export async function keepInstalments(
  tx: Db,
  caseId: string,
  instalments: readonly Instalment[],
): Promise<void> {
  await tx.run(clear, caseId)
  if (instalments.length)
    await tx.run(
      add,
      caseId,
      instalments.map(({ dueOn }) => dueOn),
    )
}

export const markInstalment = (tx: Db, caseId: string, no: number, isDone: boolean) =>
  tx.run(done, caseId, no, isDone)
