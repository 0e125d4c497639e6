import type { LedgerLine } from '#contract/ledger'
import type { Actor } from '#domain/actor'
import { type Day, timeOf } from '#domain/day'
import { invalid, Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Cell, writeSheet } from '../sheets/write.ts'
import { type Asked, allLines } from './ledger.ts'

const MOST = 20_000

/** 服务台账, column by column (docs/rules.md, Ledger). */
const COLUMNS: readonly (readonly [title: string, cell: (line: LedgerLine) => Cell])[] = [
  ['日期', ({ day }) => day],
  ['县乡村', ({ village }) => village.path],
  ['法律顾问', ({ adviserName }) => adviserName],
  ['执业证号', ({ licence }) => licence],
  ['执业机构', ({ firm }) => firm],
  ['服务期起', ({ servedFrom }) => servedFrom],
  ['服务期止', ({ servedTo }) => servedTo],
  ['服务方式', ({ wayText }) => wayText],
  ['开始', ({ startsAt }) => startsAt && timeOf(startsAt)],
  ['结束', ({ endsAt }) => endsAt && timeOf(endsAt)],
  ['签到时间', ({ checkIn }) => checkIn && timeOf(checkIn.at)],
  ['签到方式', ({ checkIn, presenceText }) => checkIn?.byText ?? presenceText],
  ['签退时间', ({ checkOut }) => checkOut && timeOf(checkOut.at)],
  ['签退方式', ({ checkOut }) => checkOut?.byText ?? null],
  ['服务类型', ({ serviceText }) => serviceText],
  ['人数', ({ people }) => people],
  ['人群类别', ({ groupText }) => groupText],
  ['事由与内容', ({ about }) => about],
  ['法律意见', ({ opinion }) => opinion],
  ['处理结果', ({ resultText }) => resultText],
  ['关联办件', ({ caseNumber }) => caseNumber],
  ['发放资料（份）', ({ leaflets }) => leaflets],
  ['培训骨干（人次）', ({ trained }) => trained],
  ['确认', ({ verificationText }) => verificationText],
  ['疑点', ({ flags }) => flags.join('；')],
]

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Every text in it is text: none becomes a formula. */
export async function exportLedger(context: Context, caller: Actor, asked: Asked & { from: Day; to: Day }) {
  if (asked.to < asked.from) throw invalid({ to: '结束日期不能早于开始日期' })
  const lines = await allLines(context, caller, asked, MOST + 1)
  if (lines.length > MOST) throw new Refusal('too_large', `一次最多导出 ${MOST} 条，请缩短时间`)
  const sheet = await writeSheet({
    name: '服务台账',
    columns: COLUMNS.map(([title]) => ({ title })),
    rows: lines.map((line) => COLUMNS.map(([, cell]) => cell(line))),
  })
  const name = `服务台账_${asked.from}_${asked.to}.xlsx`
  return { name, type: XLSX, base64: sheet.toString('base64'), lines: lines.length }
}
