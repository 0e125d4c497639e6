import type { Section } from '#contract/case'
import type { MediationOwn } from '#contract/mediation'
import { CASE_SOURCE, sourceOf } from '#domain/case-source'
import { dayOf, spokenDay, spokenTime, writtenDay } from '#domain/day'
import { EXCLUSION, EXCLUSION_LAW, type Exclusion } from '#domain/dispute'
import { last } from '#domain/mediation-past'
import { REFERRAL } from '#domain/referral'
import type { Shown } from '../cases/kind.ts'
import { text } from './sides.ts'

type Line = Section['lines'][number]
const line = (name: string, label: string, value: string | null | undefined): Line[] =>
  value ? [{ name, label, text: value }] : []
const section = (title: string, lines: Line[], more: { note?: string; law?: string } = {}): Section[] =>
  lines.length || more.note ? [{ title, lines, note: more.note ?? null, law: more.law ?? null }] : []

type Look = { shown: Shown; own: MediationOwn }

/** Said on every screen, first of all (PM-1, PM-3). */
const always = ({ own }: Look) =>
  section('先知道', [...line('free', '收费', own.free), ...line('blocks', '自愿', own.neverBlocks)], {
    law: '人民调解法 第三条、第四条',
  })

function notAccepted({ shown }: Look): Section[] {
  const why = last(shown.past, 'not_accept')?.facts.why as Exclusion | undefined
  if (!why) return []
  const told = shown.papers.findLast(({ action }) => action === 'not_accept')?.paper.told
  const { why: reason, doors } = EXCLUSION[why]
  return section(
    '为什么不能受理',
    [
      ...(shown.standing === 'other_side' ? [] : line('told', '答复', text(told))),
      ...doors.flatMap((id) => line(id, REFERRAL[id].name, REFERRAL[id].text)),
    ],
    { note: reason, law: EXCLUSION_LAW },
  )
}

const routes = ({ own, shown }: Look) =>
  section(
    '还可以走的路',
    own.routes.flatMap(({ to, name, text: words, lastText }) =>
      line(to, name, [words, lastText].filter(Boolean).join('。')),
    ),
    {
      law:
        shown.row.status === 'other_side_refused'
          ? '人民调解法 第十七条、第二十六条'
          : '人民调解法 第二十六条、第三十二条',
    },
  )

function nextSession({ own }: Look): Section[] {
  const planned = own.sessions.find(({ state }) => state === 'planned')
  if (!planned) return []
  const when = `${spokenDay(dayOf(planned.startsAt))} ${spokenTime(planned.startsAt)}`
  return section('下次调解', [...line('when', '时间', when), ...line('place', '地点', planned.place)])
}

function agreement({ own }: Look): Section[] {
  if (!own.agreement) return []
  const { text: words, effectiveAt, signatures, onPaper, state } = own.agreement
  return section(
    effectiveAt ? '调解协议' : '协议文本（还没有生效）',
    [
      ...line('text', '内容', words),
      ...signatures.flatMap(({ who, whoText, on, howText }) =>
        line(who, whoText, `${writtenDay(on)} ${howText}`),
      ),
      ...line('effective', '生效日期', effectiveAt && writtenDay(dayOf(effectiveAt))),
    ],
    { ...(state !== 'effective' && onPaper && { note: onPaper }), law: '人民调解法 第二十九条、第三十条' },
  )
}

const instalments = ({ own }: Look) =>
  section(
    '履行',
    own.instalments.flatMap(({ no, dueOn, what, amount, stateText }) =>
      line(
        `no${no}`,
        dueOn ? `第 ${no} 期 ${spokenDay(dueOn)} 前` : '全部',
        `${what}${amount ? ` ${amount} 元` : ''}（${stateText}）`,
      ),
    ),
    { law: '人民调解法 第三十一条' },
  )

const UNSETTLED = '（一方说的，等另一方或者委员会核实）'

function confirmation({ own }: Look): Section[] {
  if (!own.confirmation) return []
  const { lastOn, remainingDays, blocks, result } = own.confirmation
  if (blocks.length)
    return section('司法确认', [], {
      note: blocks.map(({ text: words, law }) => `${words}（${law}）`).join('；'),
    })
  const left = remainingDays >= 0 && !result?.settled ? `还有 ${remainingDays} 天` : null
  return section(
    '司法确认',
    [
      ...line('last', '最后一天', spokenDay(lastOn)),
      ...line('left', '剩余', left),
      ...line(
        'result',
        '进展',
        result &&
          [result.outcomeText, result.court, result.number, result.settled ? null : UNSETTLED]
            .filter(Boolean)
            .join(' '),
      ),
    ],
    {
      note: '双方一起向法院申请，不收费；确认后一方不履行，另一方可以申请强制执行',
      law: '人民调解法 第三十三条',
    },
  )
}

const MINE = '我填的当事人信息（对方看不到这一栏）'

/** To each side its own. */
const stated = ({ own: { stated: said, side } }: Look) => [
  ...section(side === 'staff' ? '申请人信息' : MINE, said.applicant),
  ...section(side === 'staff' ? '对方当事人信息' : MINE, said.otherSide),
]

const NO_NEWS = '正在处理'

const complaints = ({ own }: Look) =>
  own.complaints.flatMap(({ side, sideText, aboutText, text: words, aimOn, resultText, answer }) =>
    section(
      own.side === 'staff' ? `${sideText}的投诉（调解员看不到）` : '我的投诉（调解员和对方看不到）',
      [
        ...line(`about-${side}`, aboutText, words),
        ...line('result', '处理结果', resultText ?? NO_NEWS),
        ...line('answer', '答复', answer),
        ...line(
          'aim',
          '本机构的目标（不是法定期限）',
          resultText ? null : `${spokenDay(aimOn)}前告诉处理结果`,
        ),
      ],
      { law: '人民调解法 第十五条' },
    ),
  )

/** Who sent somebody here is between that body and the office. */
function source({ own, shown }: Look): Section[] {
  if (own.side !== 'staff') return []
  const accepted = last(shown.past, 'accept', 'accept_together')?.facts.source
  return section('登记', line('source', '案件来源', CASE_SOURCE[sourceOf(accepted, shown.form)]))
}

const office = ({ own }: Look) =>
  section(
    '卷宗还缺',
    own.dossier
      .filter(({ done, needed }) => needed && !done)
      .flatMap(({ item, name }) => line(item, name, '待补')),
    own.closingGaps.length ? { note: `结案前：${own.closingGaps.join('；')}` } : {},
  )

const flags = ({ own }: Look) =>
  section(
    '数据提示',
    own.flags.flatMap(({ flag, text: words }) => line(flag, '请复核', words)),
  )

const PARTS = [
  notAccepted,
  routes,
  nextSession,
  agreement,
  instalments,
  confirmation,
  office,
  flags,
  complaints,
  stated,
  source,
  always,
]

/** What matters most comes first; what is for everybody always comes last. */
export function sectionsFor(shown: Shown): Section[] {
  const own = shown.own as MediationOwn | null
  return own ? PARTS.flatMap((part) => part({ shown, own })) : []
}
