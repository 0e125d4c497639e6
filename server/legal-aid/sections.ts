import type { Section } from '#contract/case'
import type { LegalAid } from '#contract/legal-aid'
import { dayOf, spokenDay, writtenDay } from '#domain/day'
import type { Shown } from '../cases/kind.ts'
import { filedIn } from './filed.ts'
import { linesOfFiled } from './filed-lines.ts'

type Told = readonly (readonly [name: string, label: string, text: string | null | undefined])[]

const section = (
  title: string,
  told: Told,
  law: string | null = null,
  note: string | null = null,
): Section => ({
  title,
  lines: told.flatMap(([name, label, text]) => (text ? [{ name, label, text }] : [])),
  note,
  law,
})

const on = (at: string) => spokenDay(dayOf(at))

type Say = (aid: LegalAid) => Section | null

const advance: Say = ({ advance }) =>
  advance && section('先行提供援助', [['ground', '理由', advance.ground]], advance.law, advance.text)

const urgent: Say = ({ urgent }) =>
  urgent && {
    ...section(
      '时间紧',
      [['deadlineOn', '最后一天', urgent.deadlineOn && spokenDay(urgent.deadlineOn)]],
      urgent.law,
      urgent.text,
    ),
    urgent: true,
  }

const NEED = { required: '', if_you_have: '（有就交）' } as const

const waiting: Say = ({ notice, material, ifSuppliedToday }) => {
  if (!notice?.dueOn) return null
  const items = material
    .filter(({ state }) => state === 'asked')
    .map(
      ({ item, name, why, example, anyOf }) =>
        [
          item,
          name,
          anyOf.length > 0 ? `${why}。任何一种就行：${anyOf.join('；')}` : `${why}。${example}`,
        ] as const,
    )
  return section(
    '还要补充',
    [...items, ['other', '另外', notice.other], ['note', '说明', notice.note]],
    notice.law,
    [notice.text, ifSuppliedToday?.text].filter(Boolean).join('。'),
  )
}

const incomplete: Say = ({ complete }) =>
  complete ? null : section('请把申请填好', [], null, '前面说过的已经带过来，只补法律要求的几项')

const redirected: Say = ({ redirected }) =>
  redirected &&
  section(
    '转到有管辖权的机构',
    [
      ['centre', '机构', redirected.centre],
      ['reason', '理由', redirected.reason],
    ],
    '法律援助法 第三十八条',
  )

const TITLE = {
  granted: '决定给予法律援助',
  refused: '决定不予法律援助',
  terminated: '决定终止法律援助',
} as const

const decision: Say = ({ decision }) =>
  decision &&
  section(
    TITLE[decision.outcome],
    [
      ['number', '文号', decision.number],
      ['ground', '依据', decision.ground],
      ['reasons', '理由', decision.reasons],
      ...decision.remedies.map(
        ({ text }, n) => [`remedy${n}`, n === 0 ? '不同意可以' : '还可以', text] as const,
      ),
    ],
    decision.law,
  )

const OUTCOME = { upheld: '维持原决定', to_correct: '责令法律援助中心改正' } as const

const objection: Say = ({ objection }) =>
  objection?.filedAt
    ? section(
        '异议',
        [
          ['reasons', '申请人的理由', objection.reasons],
          ['outcome', '结果', objection.outcome && OUTCOME[objection.outcome]],
          ['answer', '审查意见', objection.answer],
          ...objection.remedies.map(({ text }, n) => [`court${n}`, '仍不同意可以', text] as const),
        ],
        objection.law,
        objection.outcome ? null : objection.text,
      )
    : null

const lawyer: Say = ({ lawyer, staff }) =>
  lawyer &&
  section(staff ? '承办律师' : '你的律师', [
    ['name', '姓名', lawyer.name],
    ['firm', '单位', lawyer.firm],
    ['phone', '电话', lawyer.phone],
    ['licence', '执业证号', lawyer.licence],
    ['agreementOn', '委托协议', lawyer.agreementOn && `${spokenDay(lawyer.agreementOn)}签订`],
  ])

const progress: Say = ({ progress }) =>
  progress.length === 0
    ? null
    : section(
        '办理进展',
        progress
          .toReversed()
          .map(({ at, text, how }, n) => [`p${n}`, `${on(at)}${how ? `（${how}）` : ''}`, text] as const),
        '法律援助法 第四十六条',
      )

const CHANGE = {
  changed: '已改派',
  kept: '不更换',
  left: '原来的律师已经退出，由中心另行指派',
  ended: '援助已经终止',
} as const

const change: Say = ({ change }) =>
  change &&
  section('更换律师', [
    ['reasons', '申请人的理由', change.reasons],
    ['outcome', '结果', change.outcome ? CHANGE[change.outcome] : '正在处理'],
    ['answer', '答复', change.answer],
  ])

const complaints: Say = ({ complaints }) =>
  complaints.length === 0
    ? null
    : section(
        '投诉',
        complaints.flatMap(({ about, text, result, answer }, n) => [
          [`about${n}`, about, text] as const,
          [`result${n}`, '处理结果', result ?? '正在处理'] as const,
          [`answer${n}`, '答复', answer] as const,
        ]),
        '法律援助法 第五十六条',
      )

const PROMISE = { lifted: '登记已撤销，可以再用诚信承诺', kept: '维持登记' } as const
const CONTEST = '不同意的，可以在这里提出异议，由法律援助中心负责人核对'

const falsePromise: Say = ({ falsePromise }) =>
  falsePromise &&
  section(
    '登记了不实承诺',
    [
      ['evidence', '查实的情况', falsePromise.evidence],
      ['until', '诚信承诺停用到', falsePromise.until && writtenDay(falsePromise.until)],
      ['reasons', '本人的意见', falsePromise.reasons],
      ['outcome', '核对结果', falsePromise.outcome && PROMISE[falsePromise.outcome]],
      ['answer', '答复', falsePromise.answer],
    ],
    falsePromise.law,
    falsePromise.possible ? CONTEST : null,
  )

const closing: Say = ({ closing }) =>
  closing &&
  section('结案', [
    ['text', '结果', closing.text],
    ...closing.report.map(({ label, text }, n) => [`report${n}`, label, text] as const),
  ])

const given: Say = ({ material, notice }) =>
  material.length === 0 || notice?.dueOn
    ? null
    : section(
        '材料',
        material.map(
          ({ item, name, needed, state }) =>
            [
              item,
              name,
              state === 'given' ? '已交' : needed === 'required' ? '还没有交' : `没有交${NEED[needed]}`,
            ] as const,
        ),
      )

const FOR = { grant: '拟给予', refuse: '拟不予' } as const
const VERDICT = { likely_yes: '可能符合', likely_no: '可能不符合', needs_person: '要核对' } as const

type Check = NonNullable<NonNullable<LegalAid['staff']>['recommendation']>['check']

const checked = (check: Check) => check && `${spokenDay(check.on)}，${check.by}：${check.result}`

const review: Say = ({ staff }) =>
  staff &&
  section('审查', [
    ...staff.hints.map(({ text, number }, n) => [`hint${n}`, '提示', `${text}（${number}）`] as const),
    ...staff.sheet.map(
      ({ part, verdict, text, law }) =>
        [
          part,
          part === 'matter' ? '事项' : '经济',
          `${VERDICT[verdict]}：${text}${law ? `（${law}）` : ''}`,
        ] as const,
    ),
    [
      'recommendation',
      '审查意见',
      staff.recommendation && `${FOR[staff.recommendation.for]}。${staff.recommendation.reasons}`,
    ],
    ['ground', '依据', staff.recommendation?.ground],
    ['check', '经济状况核查', checked(staff.recommendation?.check ?? null)],
    ['endAsked', '提出终止', staff.endAsked && `${staff.endAsked.ground}：${staff.endAsked.reasons}`],
    ...staff.difficulties.map(({ text }, n) => [`difficulty${n}`, '向中心报告', text] as const),
    ...staff.quality.map(({ tool, mark, text }, n) => [`quality${n}`, `${tool}：${mark}`, text] as const),
  ])

/** What matters most first. */
const SAYINGS: readonly Say[] = [
  incomplete,
  redirected,
  waiting,
  advance,
  urgent,
  objection,
  decision,
  lawyer,
  progress,
  closing,
  falsePromise,
  change,
  complaints,
  given,
  review,
]

export function sectionsOfAid({ own, form, papers, standing }: Shown): Section[] {
  const said = SAYINGS.flatMap((say) => say(own as LegalAid) ?? []).filter(
    ({ lines, note }) => lines.length > 0 || note !== null,
  )
  const filed = filedIn(form, papers)
  const later = filed && filed !== form ? linesOfFiled(filed, standing) : []
  return later.length > 0 ? [...said, { title: '申请的内容', lines: later, note: null, law: null }] : said
}
