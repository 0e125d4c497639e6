import { ADOPTED, DOSSIER, OUTCOME, WAY_OF_HELP } from '#domain/aid-terms'
import { dayOf, writtenDay } from '#domain/day'
import { invalid } from '#domain/refusal'
import { readPerson } from '../accounts/person.ts'
import type { Effect } from '../cases/kind.ts'
import { aboutAct, issue } from './decide.ts'
import { endAssignment } from './lawyers.ts'
import { closeReport } from './letters.ts'
import { knownFor, textOf } from './read.ts'

type Words = Readonly<Record<string, unknown>>
type Lines = (readonly [label: string, text: string | null])[]

/** F-LA-21: the day of the end is one that has been. */
export const close: Effect = async (act) => {
  const { context, tx, row, body, now, caller } = act
  const endedOn = String(body.endedOn)
  if (endedOn > dayOf(now)) throw invalid({ endedOn: '结案日不能晚于今天' })
  if (endedOn < dayOf(row.opened_at)) throw invalid({ endedOn: '结案日不能早于申请的那天' })
  await endAssignment(tx, row.id, 'over', now)
  const about = await aboutAct(act, await knownFor(act))
  const lawyer = (await readPerson(context, tx, caller.accountId))?.name ?? '承办律师'
  const paper = closeReport(about, { lawyer, lines: closeLines(body), text: String(body.text) })
  const { facts, document } = await issue(act, 'FZ-021', paper, { audience: 'staff' })
  const { outcome, way } = body
  return {
    paper: { ...body, ...document },
    facts: { ...facts, outcome: String(outcome), way: String(way), endedOn, ...sums(body) },
  }
}

/** For the reports (national tables 6 and 10). */
const sums = ({ recovered, wages }: Words) => ({
  ...(typeof recovered === 'number' && { recovered: String(recovered) }),
  ...(typeof wages === 'number' && { wages: String(wages) }),
})

const named = (names: Readonly<Record<string, string>>, code: unknown) => names[String(code)] ?? null
const yesNo = (value: unknown) => (typeof value === 'boolean' ? (value ? '是' : '否') : null)
const counted = (value: unknown, unit: string) => (typeof value === 'number' ? `${value}${unit}` : null)

function dossierOf({ dossier, dossierMore }: Words): string | null {
  const items = Array.isArray(dossier) ? dossier.flatMap((item) => named(DOSSIER, item) ?? []) : []
  return [...items, textOf(dossierMore)].filter(Boolean).join('；') || null
}

/** The report with its official labels; what closed before a field was asked for lacks its line. */
export const closeLines = (said: Words): Lines => [
  ['办理方式', named(WAY_OF_HELP, said.way)],
  ['是否诉讼', yesNo(said.litigated)],
  ['结案方式', named(OUTCOME, said.outcome)],
  ['结案日期', writtenDay(String(said.endedOn))],
  ['文书号', textOf(said.documentNumber) ?? null],
  ['会见、阅卷、调查次数', counted(said.met, '次')],
  ['采纳意见', named(ADOPTED, said.adopted)],
  ['挽回损失或取得利益', counted(said.recovered, '元')],
  ['其中为农民工讨薪', counted(said.wages, '元')],
  ['归档材料清单', dossierOf(said)],
]
