import type { FigureName } from '#contract/coverage'
import type { Duties } from '#domain/adviser'
import { inForce, isVerified, serves } from './sql.ts'

type Words = { text: string; meaning: string; of?: FigureName }

/** What each figure counts, for the one who reads it. */
export const figureWords = ({ max_villages }: Duties): Readonly<Record<FigureName, Words>> => ({
  villages: { text: '村（社区）', meaning: '辖区内现有的村（社区）' },
  without_adviser: {
    text: '没有顾问',
    meaning: '今天（过去的月份看月末）没有法律顾问在任的村（社区）',
    of: 'villages',
  },
  overloaded: {
    text: '村太多的顾问',
    meaning: `今天（过去的月份看月末）服务超过 ${max_villages} 个村的顾问，别处的村也算`,
  },
  visits_owed: { text: '应进村', meaning: '有顾问的村，本月应进村的次数（合同没写的按统一要求）' },
  visits_made: { text: '已进村', meaning: '本月签到并签退的进村', of: 'visits_owed' },
  visits_verified: {
    text: '已核实进村',
    meaning: '其中村里或村民确认过的，确认过的才算数',
    of: 'visits_made',
  },
  visits_missing: { text: '还缺进村', meaning: '本月核实过的进村还没达到要求的村（社区）', of: 'villages' },
  answers: { text: '答复提问', meaning: '本月顾问第一次答复的提问' },
  in_time: { text: '按时答复', meaning: '其中在承诺时间内答复的', of: 'answers' },
  moved_on: { text: '超时转走', meaning: '本月因顾问没有按时答复、自动转给别人的提问' },
  unconfirmed: { text: '等待确认', meaning: '本月的台账里还没有人确认的' },
  flagged: { text: '有疑点', meaning: '本月的台账里标出疑点的' },
})

// Each figure is the number of rows (or their sum `n`) of one question, and the list behind it is those rows: so the
// two cannot differ. $1 and $2 are the first and last code of the place, $3 and $4 the first day of the month and of
// the next one, $5 today, $6 and $7 how many visits a month and how many villages the office has set (VA-7).

const ASSIGNED = `adviser_village v join adviser a on a.id = v.adviser_id and ${serves('a')}
  where v.village between $1 and $2 and ${inForce('v', '$5')}`
const NOTHING = 'null::text as adviser_id, null::text as case_id, null::text as line_id'
const LINES = `ledger_line l where l.village between $1 and $2 and l.day >= $3::date and l.day < $4::date`
const LINE = `l.village, 1 as n, l.adviser_id, l.case_id, l.id as line_id`
const OWED = `coalesce(v.visits_month, $6)`
const MADE = `w.cancelled_at is null and w.out_at is not null and w.starts_at >= $3::date and w.starts_at < $4::date`
const VERIFIED = `${MADE} and ${isVerified('w')}`
const VISITS = `select w.village, 1 as n, w.adviser_id, null::text as case_id, null::text as line_id from visit w
    where w.village between $1 and $2`

export const FIGURE_ROWS: Readonly<Record<FigureName, string>> = {
  villages: `select r.code as village, 1 as n, ${NOTHING} from region r
    where r.level = 5 and r.valid_to is null and r.code between $1 and $2`,
  without_adviser: `select r.code as village, 1 as n, ${NOTHING} from region r
    where r.level = 5 and r.valid_to is null and r.code between $1 and $2 and not exists (select from adviser_village v
      join adviser a on a.id = v.adviser_id and ${serves('a')}
      where v.village = r.code and ${inForce('v', '$5')})`,
  overloaded: `select min(v.village)::char(12) as village, 1 as n, v.adviser_id, null::text as case_id, null::text as line_id
    from ${ASSIGNED} group by v.adviser_id
    having (select count(*) from adviser_village x where x.adviser_id = v.adviser_id and ${inForce('x', '$5')}) > $7`,
  visits_owed: `select v.village, ${OWED} as n, v.adviser_id, null::text as case_id, null::text as line_id
    from ${ASSIGNED} and ${OWED} > 0`,
  visits_made: `${VISITS} and ${MADE}`,
  visits_verified: `${VISITS} and ${VERIFIED}`,
  visits_missing: `select v.village, 1 as n, v.adviser_id, null::text as case_id, null::text as line_id
    from ${ASSIGNED} and (select count(*) from visit w where w.village = v.village and ${VERIFIED}) < ${OWED}`,
  answers: `select ${LINE} from ${LINES} and l.minutes is not null`,
  in_time: `select ${LINE} from ${LINES} and l.in_time`,
  moved_on: `select m.village, 1 as n, m.adviser_id, m.case_id, null::text as line_id from inquiry_move m
    where m.village between $1 and $2 and m.why = 'missed' and m.at >= $3::date and m.at < $4::date`,
  unconfirmed: `select ${LINE} from ${LINES} and l.verification = 'waiting'`,
  flagged: `select ${LINE} from ${LINES} and l.flags <> '{}'`,
}
