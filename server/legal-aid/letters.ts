import { MATERIAL, type Material } from '#domain/aid-material'
import { causeOf, type Matter } from '#domain/aid-matter'
import { courtsOn } from '#domain/aid-remedies'
import type { Day, Instant } from '#domain/day'
import { dayOf, writtenDay } from '#domain/day'
import { legalLength } from '#domain/limit-words'
import { form, letter } from '../documents/forms.ts'
import type { Paper } from '../documents/paper.ts'

/** What every letter of a case begins with. */
export type About = {
  office: string
  /** The justice bureau that set up the centre: objections go there. */
  bureau: string
  caseNumber: string
  applicant: string
  matter: Matter
  at: Instant
}

const head = ({ applicant, matter, caseNumber }: About) =>
  [
    ['申请人', applicant],
    ['事项', causeOf(matter)],
    ['办件编号', caseNumber],
  ] as const

const act = (articles: string) => `《中华人民共和国法律援助法》${articles}`

/** LP-15, LP-24, LP-26. The Act gives no day until which one must object. */
const remedyOf = ({ bureau, at }: About) =>
  `对本决定不服的，可以向${bureau}提出异议。司法行政部门自收到异议之日起${legalLength('LP-25', dayOf(at))}内审查，作出维持或者责令改正的决定（${act('第四十九条')}）。对维持决定不服的，可以自收到之日起${courtsOn(dayOf(at))}。`

const SERVICE = '本文书以电子方式送达，也可以到窗口领取纸质文书。'

/** The day itself is still in time. */
const by = (day: Day) => `${writtenDay(day)}（含当日）前`

/** F-LA-5 */
export const receipt = (
  about: About,
  { items, receivedBy }: { items: readonly { name: string; files: number }[]; receivedBy: string },
): Paper =>
  form({
    office: about.office,
    title: '法律援助申请材料接收凭证',
    parts: [
      {
        rows: [
          ...head(about),
          ['接收时间', `${writtenDay(dayOf(about.at))} ${about.at.slice(11, 16)}`],
          ['接收人', receivedBy],
        ],
      },
      {
        title: '材料清单',
        grid: {
          head: ['材料名称', '份数', '原件或复印件'],
          rows: items.map(({ name, files }) => [name, String(files), files > 0 ? '电子件' : '在线填写']),
          widths: [3, 1, 2],
        },
      },
    ],
    statement: `本中心自收到申请之日起${legalLength('LP-11', dayOf(about.at))}内进行审查，作出是否给予法律援助的决定（${act('第四十三条')}）。凭办件编号可以在网上或者拨打12348查询。`,
    seal: true,
    day: dayOf(about.at),
  })

/** F-LA-6: everything at once (LP-12). */
export const supplementNotice = (
  about: About,
  {
    items,
    other,
    note,
    dueOn,
    contact,
  }: {
    items: readonly Material[]
    other?: string | undefined
    note?: string | undefined
    dueOn: Day
    contact: string
  },
): Paper =>
  letter({
    office: about.office,
    title: '补充材料（说明）通知书',
    to: about.applicant,
    about: head(about),
    text: ['你的法律援助申请收悉。经审查，还需要补充材料或者作出说明。'],
    law: [act('第四十三条第二款')],
    decision: `请在${by(dueOn)}补充。未按要求补充材料或者作出说明的，视为撤回申请。补充期间不计入审查期限。需要补充的有：`,
    points: [...items.map(itemText), ...(other ? [other] : []), ...(note ? [note] : [])],
    service: `联系方式：${contact}`,
    day: dayOf(about.at),
  })

function itemText(item: Material): string {
  const { name, why, example, anyOf } = MATERIAL[item]
  const any = anyOf ? `下列任何一种即可：${anyOf.join('；')}。` : ''
  return `${name}：${why}。${any}${example}。`
}

type Granting = {
  reasons: string
  law: string
  means: string | null
  inAdvance: string | null
  formalitiesBy: Day | null
}

/** F-LA-9; given in advance it says what is still to be done (LP-18). */
export const grantLetter = (
  about: About,
  { reasons, law, means, inAdvance, formalitiesBy }: Granting,
): Paper =>
  letter({
    office: about.office,
    title: '给予法律援助决定书',
    to: about.applicant,
    about: head(about),
    text: [reasons, ...(means ? [means] : [])],
    law: inAdvance ? [act('第四十四条')] : [law, act('第四十三条')],
    decision: inAdvance
      ? `因${inAdvance}，决定先行提供法律援助。请在${formalitiesBy ? by(formalitiesBy) : '近日'}补办有关手续、补充有关材料。`
      : '决定给予法律援助。',
    points: [
      `本中心自作出决定之日起${legalLength('LP-16', dayOf(about.at))}内指派法律援助人员。`,
      '法律援助不收取任何费用；法律援助人员不得收取受援人财物。',
      '受援人应当如实陈述案件事实，经济状况等情况发生变化的，及时告知本中心。',
      `人民法院、仲裁、公证、司法鉴定等机构依法缓收、减收或者免收有关费用（${act('第五十三条')}）。`,
    ],
    remedy: SERVICE,
    day: dayOf(about.at),
  })

/** F-LA-10: reasons and what can be done against it are mandatory (LP-15). */
export const refusalLetter = (
  about: About,
  { reasons, ground, law }: { reasons: string; ground: string; law: string },
): Paper =>
  letter({
    office: about.office,
    title: '不予法律援助决定书',
    to: about.applicant,
    about: head(about),
    text: [reasons, `经审查，${ground}。`],
    law: [law.replace(/法律援助法 /g, '《中华人民共和国法律援助法》')],
    decision: '决定不予法律援助。',
    remedy: `${remedyOf(about)}\n${SERVICE}`,
    day: dayOf(about.at),
  })

type Assigning = { firm: string; lawyer: string; licence: string | null; agreementDays: number }

/** F-LA-11 */
export const assignmentNotice = (about: About, { firm, lawyer, licence, agreementDays }: Assigning): Paper =>
  letter({
    office: about.office,
    title: '指派通知书',
    to: firm || lawyer,
    about: [
      ['承办人', lawyer],
      ['执业证号', licence],
      ['受援人', about.applicant],
      ['事项', causeOf(about.matter)],
      ['办件编号', about.caseNumber],
    ],
    text: [`本中心决定对${about.applicant}给予法律援助，现指派${lawyer}承办。`],
    law: [act('第四十三条')],
    decision: '请依法履行法律援助职责。',
    points: [
      `请自指派之日起${agreementDays}日内与受援人签订委托协议（本中心的要求）。`,
      '与对方当事人有利益冲突的，立即告知本中心，由本中心另行指派。',
      '及时向受援人通报办理情况；不得无正当理由拒绝、拖延或者终止提供法律援助，不得收取受援人财物。',
      '办结后及时提交结案报告和案卷。',
    ],
    day: dayOf(about.at),
  })

type Closing = {
  lawyer: string
  lines: readonly (readonly [label: string, text: string | null])[]
  text: string
}

/** F-LA-21 */
export const closeReport = (about: About, { lawyer, lines, text }: Closing): Paper =>
  form({
    office: about.office,
    title: '法律援助结案报告表',
    parts: [
      {
        rows: [
          ['受援人', about.applicant],
          ['案由', causeOf(about.matter)],
          ['办件编号', about.caseNumber],
          ['承办人', lawyer],
          ...lines,
        ],
      },
      { title: '承办过程和结果', text },
    ],
    signers: ['承办人', '法律援助机构审查意见'],
    day: dayOf(about.at),
  })

/** F-LA-18 */
export const endLetter = (about: About, { reasons, ground }: { reasons: string; ground: string }): Paper =>
  letter({
    office: about.office,
    title: '终止法律援助决定书',
    to: about.applicant,
    about: head(about),
    text: [reasons, `经审查，属于下列情形：${ground}。`],
    law: [act('第四十八条')],
    decision: '决定终止法律援助。',
    remedy: `${remedyOf(about)}\n${SERVICE}`,
    day: dayOf(about.at),
  })

type Reviewed = {
  upheld: boolean
  against: 'refuse' | 'terminate' | null
  objection: string
  reasons: string
  centre: string
}

/** F-LA-20, by the bureau. */
export const objectionLetter = (
  about: About,
  { upheld, against, objection, reasons, centre }: Reviewed,
): Paper =>
  letter({
    office: about.bureau,
    title: '异议审查决定书',
    to: about.applicant,
    about: head(about),
    text: [
      `你对${centre}作出的${against === 'terminate' ? '终止' : '不予'}法律援助决定提出异议：${objection}`,
      `经审查：${reasons}`,
    ],
    law: [act('第四十九条')],
    decision: upheld ? `维持${centre}的决定。` : `责令${centre}改正。`,
    remedy: upheld ? `对本决定不服的，可以自收到之日起${courtsOn(dayOf(about.at))}。\n${SERVICE}` : SERVICE,
    day: dayOf(about.at),
  })
