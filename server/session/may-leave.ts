import { lastDayOf } from '#domain/confirmation'
import { type Day, dayOf, type Instant, writtenDay } from '#domain/day'
import { KIND_NAME, type Kind } from '#domain/kind'
import { maskCaseNumber } from '#domain/mask'
import { Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { type Db, sql } from '../db/sql.ts'

export type Row = {
  id: string
  kind: Kind
  number: string
  status: string
  is_open: boolean
  unproven: boolean
  /** Asked for by the person; in the others they are the other side. */
  is_own: boolean
  /** Of an agreement whose confirmation by a court is not settled. */
  effective_at: Instant | null
  /** The last instalment that is not paid. */
  last_due: Day | null
}

const cases = sql<Row>(
  'cancel_cases',
  `select c.id, c.kind, c.number, c.status, c.closed_at is null as is_open, c.unproven, c.applicant_id = $1 as is_own,
     (select w.effective_at from mediation_work w where w.case_id = c.id
       and not exists (select from case_event e where e.case_id = c.id and e.action = 'record_confirmation'
         and coalesce(e.facts->>'counts', 'yes') <> 'no')) as effective_at,
     (select max(i.due_on) from mediation_instalment i where i.case_id = c.id and not i.done) as last_due
   from case_file c where (c.applicant_id = $1 or c.other_side_ids @> array[$1]) and c.data_key is not null
   order by c.id`,
)
/** Also when the organisation stands still: who serves somewhere has duties. */
const serves = sql('cancel_serves', 'select from staff_role where account_id = $1 and ended_at is null')

/** Every case of the person, on either side of the table. */
export const casesOf = (tx: Db, accountId: string): Promise<Row[]> => tx.many(cases, accountId)

export const nameOf = ({ kind, number, unproven }: Pick<Row, 'kind' | 'number' | 'unproven'>): string =>
  `${KIND_NAME[kind]} ${unproven ? maskCaseNumber(number) : number}`

const namesOf = (rows: readonly Row[]) => rows.map(nameOf).join('、')

/** Nobody leaves what is open, nor the other side of an agreement that both still have to keep (PI-12, 个人信息保护法 第四十七条). */
export async function refuseLeaving(context: Context, tx: Db, accountId: string, all: readonly Row[]) {
  if (await tx.run(serves, accountId))
    throw new Refusal('not_now', '你现在是工作人员，账户不能自行注销。请先由管理员停用你的岗位')
  const open = all.filter(({ is_open }) => is_open)
  const [own, others] = [open.filter(({ is_own }) => is_own), open.filter(({ is_own }) => !is_own)]
  if (own.length > 0)
    throw new Refusal('not_now', `还有没办完的办件：${namesOf(own)}。请先取消或撤回，或等办结后再注销`)
  if (others.length > 0)
    throw new Refusal(
      'not_now',
      `你是对方当事人的调解还没有办完：${namesOf(others)}。不愿意调解的请先在办件里说明，或等办结后再注销`,
    )
  refuseBound(context, all)
}

/** Until when both may still go to the court together (JC-1) or have something to perform (PM-28). */
function boundUntil({ calendar }: Context, { effective_at, last_due }: Row): Day {
  const confirmable = effective_at ? lastDayOf(effective_at, calendar()).dueLegalOn : ''
  return [confirmable, last_due ?? ''].sort().at(-1) ?? ''
}

function refuseBound(context: Context, all: readonly Row[]): void {
  const today = dayOf(context.now())
  for (const row of all) {
    const until = boundUntil(context, row)
    if (until >= today)
      throw new Refusal(
        'not_now',
        `${nameOf(row)} 的调解协议正在生效，申请司法确认或者履行的期限到 ${writtenDay(until)}。现在注销，双方就不能再登记履行、申请确认（人民调解法 第三十一条、第三十三条）。请在这以后注销`,
      )
  }
}
