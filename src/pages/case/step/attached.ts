import type { StepField } from '#contract/case'
import type { FieldProblems } from '#domain/refusal'
import type { Filling } from '#services/step-draft'
import { clearFiles, idsIn, sendingsOf } from '#store/files'

const UNDER_WAY = '还有附件没传好：请等一会儿，或移除后再提交'

/** Where the files of one field wait until the step is taken. */
export const placeOf = (caseId: string, action: string, name: string): string =>
  `step:${caseId}/${action}/${name}`

type Place = { caseId: string; action: string }

const asksForFiles = ({ input }: StepField) => input === 'files'

/** What is filled in, with the files that were received. */
export const withFiles = (
  { caseId, action }: Place,
  fields: readonly StepField[],
  filling: Filling,
): Filling => {
  const received = fields.filter(asksForFiles).map(({ name }) => {
    const items = sendingsOf(placeOf(caseId, action, name))
    return [name, items.flatMap(({ id }) => id ?? [])] as const
  })
  return { ...filling, ...Object.fromEntries(received) }
}

/** Nothing that was added is left behind unnoticed. */
export const underWayIn = ({ caseId, action }: Place, fields: readonly StepField[]): FieldProblems =>
  Object.fromEntries(
    fields
      .filter(asksForFiles)
      .filter(({ name }) => idsIn(sendingsOf(placeOf(caseId, action, name))) === null)
      .map(({ name }) => [name, UNDER_WAY]),
  )

export const dropFiles = ({ caseId, action }: Place, fields: readonly StepField[]): void => {
  for (const { name } of fields.filter(asksForFiles)) clearFiles(placeOf(caseId, action, name))
}
