import { BRANCH, branchOf, causeOf } from '#domain/aid-matter'
import {
  EXEMPTION_NAME,
  type Exemption,
  exemptionOn,
  MEANS_ROUTE,
  RELIEF_CLASS_NAME,
} from '#domain/aid-means'
import { AGENT_TITLE, FILLED_IN_BY, ID_KIND, LANGUAGE, ORGAN, WAY_OF_HELP } from '#domain/aid-terms'
import { ACCUSED_NAME } from '#domain/aid-words'
import { IDENTITY_GROUP_NAME } from '#domain/consultation'
import { dayOf, writtenDay } from '#domain/day'
import { readIdNumber } from '#domain/id-number'
import { SEX_NAME } from '#domain/sex'
import { form, type Part } from '../documents/forms.ts'
import type { Paper } from '../documents/paper.ts'
import type { Filed } from './filed.ts'
import type { About } from './letters.ts'
import { materialIn } from './material-state.ts'

/** How and by whom an application was received; `channel` as the form names it. */
export type Reception = { channel: '网络' | '窗口' | '转交'; receivedBy: string; receipt: string | null }

/** To be filled in by hand where nobody was asked for it. */
const BLANK = '　'
/** LP-36, as a paper says it. */
const DECEIT =
  '以欺骗等手段获得法律援助的，支付已实施法律援助的费用，并可能被处三千元以下罚款（《中华人民共和国法律援助法》第六十四条）。'

const yesNo = (value: boolean) => (value ? '是' : '否')
const yuan = (amount: number | undefined) => (amount === undefined ? null : `${amount}元`)
const written = (day: string | undefined) => (day ? writtenDay(day) : null)

function birthOf({ idKind, idNumber }: Filed['applicant'], { at }: About) {
  const read = idKind === 'resident' ? readIdNumber(idNumber, dayOf(at)) : null
  return read?.ok
    ? { sex: SEX_NAME[read.sex], birthday: writtenDay(read.birthday) }
    : { sex: BLANK, birthday: BLANK }
}

function applicantPart(about: About, { applicant, language, appliedBefore }: Filed): Part {
  const { sex, birthday } = birthOf(applicant, about)
  return {
    title: '申请人',
    rows: [
      ['姓名', applicant.name],
      ['性别', sex],
      ['出生日期', birthday],
      ['民族', applicant.ethnicity ?? BLANK],
      ['证件类型', ID_KIND[applicant.idKind]],
      ['证件号码', applicant.idNumber],
      ['户籍所在地', BLANK],
      ['住所地（经常居住地）', applicant.address],
      ['联系电话', applicant.phone],
      ['工作单位', applicant.work],
      ['人群类别', applicant.groups.map((group) => IDENTITY_GROUP_NAME[group]).join('、')],
      ['语言', language && LANGUAGE[language]],
      ['是否曾申请过法律援助', appliedBefore],
    ],
  }
}

const agentPart = ({ agent }: Filed): Part[] =>
  agent
    ? [
        {
          title: '代理人',
          rows: [
            ['姓名', agent.name],
            ['代理人类型', AGENT_TITLE[agent.kind]],
            ['与申请人关系', agent.relation],
            ['证件号码', agent.idNumber],
            ['联系电话', agent.phone],
            ['利益冲突声明', '与申请人没有利益冲突'],
          ],
        },
      ]
    : []

const otherPart = ({ otherSide }: Filed): Part => ({
  title: '对方当事人',
  rows: [
    ['姓名或者单位名称', otherSide.name ?? '尚不清楚'],
    ['证件号或信用代码', otherSide.idNumber],
    ['地址', otherSide.address],
    ['联系电话', otherSide.phone],
    ['与申请人共同生活', yesNo(otherSide.sameHousehold)],
  ],
})

const matterPart = (filed: Filed): Part => ({
  title: '案件',
  rows: [
    ['事项类型', BRANCH[branchOf(filed.matter)].name],
    ['案由', causeOf(filed.matter)],
    ['犯罪嫌疑人、被告人情况', filed.accusedIs && ACCUSED_NAME[filed.accusedIs]],
    ['办案机关', filed.organ === 'none' ? '未进入程序' : `${ORGAN[filed.organ]}　${filed.organName ?? ''}`],
    ['案号', filed.organCaseNumber],
    ['争议发生地', filed.happenedIn],
    ['时效或期限届满日', written(filed.deadlineOn)],
    ['需要保全或者先予执行', yesNo(filed.preservation)],
    ['共同申请人数', filed.people === undefined ? null : `${filed.people}人`],
    ['涉案金额', yuan(filed.amount)],
    ['申请援助方式', filed.help.map((one) => WAY_OF_HELP[one]).join('、')],
  ],
})

const exemptionText = (code: Exemption, { matter }: Filed, { at }: About) =>
  exemptionOn(code, matter, dayOf(at))?.text ?? EXEMPTION_NAME[code]

function meansPart(about: About, filed: Filed): Part {
  const { means } = filed
  const { name, law } = MEANS_ROUTE[means.route]
  const exempt = means.route === 'exempt' ? means : null
  return {
    title: '经济条件',
    rows: [
      ['说明方式', `${name}（${law}）`],
      ['免予核查的情形', exempt && exemptionText(exempt.exemption, filed, about)],
      ['社会救助类别', exempt?.relief && RELIEF_CLASS_NAME[exempt.relief]],
    ],
  }
}

const STATE = { given: '已交', asked: '待补', missing: '待补' } as const

/** What helps and nobody is sent away to get is not missing. */
const materialPart = (filed: Filed): Part => ({
  title: '材料',
  grid: {
    head: ['材料名称', '份数', '状态'],
    rows: materialIn(filed, []).map(({ name, fileIds, needed, state }) => [
      name,
      String(fileIds.length),
      state === 'missing' && needed === 'if_you_have' ? '可选' : STATE[state],
    ]),
    widths: [3, 1, 1],
  },
})

const writerOf = ({ filledInBy, helperName, helperPhone }: Filed) =>
  filledInBy === 'self'
    ? null
    : [helperName, FILLED_IN_BY[filledInBy], helperPhone].filter(Boolean).join('，')

const SIGNERS = (filed: Filed): string[] => [
  '申请人',
  ...(filed.agent ? ['代理人'] : []),
  ...(filed.filledInBy === 'self' ? [] : ['代书人']),
]

/** F-LA-2 with its official labels; what only the centre knows is filled in later and by hand. */
export const applicationForm = (
  about: About,
  filed: Filed,
  { channel, receivedBy, receipt }: Reception,
): Paper =>
  form({
    office: about.office,
    title: '法律援助申请表',
    parts: [
      {
        rows: [
          ['申请机构', about.office],
          ['申请日期', writtenDay(dayOf(about.at))],
          ['申请渠道', channel],
          ['办件编号', about.caseNumber],
        ],
      },
      applicantPart(about, filed),
      ...agentPart(filed),
      otherPart(filed),
      matterPart(filed),
      { title: '案情简述', text: filed.summary },
      { title: '申请理由和要求', text: filed.wish },
      meansPart(about, filed),
      materialPart(filed),
      {
        title: '处理',
        rows: [
          ['接收人', receivedBy],
          ['接收时间', `${writtenDay(dayOf(about.at))} ${about.at.slice(11, 16)}`],
          ['接收凭证号', receipt],
          ['代书人', writerOf(filed)],
          ['审查意见', BLANK],
          ['审批意见', BLANK],
        ],
      },
    ],
    statement: `本人声明以上所填属实。本人知悉：${DECEIT}`,
    signers: SIGNERS(filed),
    day: dayOf(about.at),
  })

type Statement = Extract<Filed['means'], { statement: unknown }>['statement']

const HARDSHIP: Readonly<Record<NonNullable<Statement['hardship']>, string>> = {
  low_income: '低收入人口',
  hit_by_misfortune: '因灾害、意外、重大疾病等遭遇严重困难',
  neither: '都不属于',
  unsure: '不清楚',
}

/** Of the household; where the other side lives in it, of the applicant alone (LP-10). */
const incomeRows = ({ people, monthlyIncome }: Statement, isOwn: boolean) =>
  [
    ['共同生活人口', `${people}人`],
    [isOwn ? '本人月收入' : '家庭月收入', `${monthlyIncome}元`],
    ['人均月收入', isOwn ? null : `${Math.round(monthlyIncome / people)}元`],
  ] as const

/** F-LA-4 */
export const meansForm = (about: About, filed: Filed, said: Statement): Paper =>
  form({
    office: about.office,
    title: '经济困难状况说明表',
    parts: [
      {
        rows: [
          ['姓名', filed.applicant.name],
          ['证件号码', filed.applicant.idNumber],
          ['住址', filed.applicant.address],
          ['办件编号', about.caseNumber],
          [
            '说明的范围',
            filed.otherSide.sameHousehold ? '申请人本人（对方是共同生活的家庭成员）' : '申请人家庭',
          ],
          ...incomeRows(said, filed.otherSide.sameHousehold),
          ['家庭主要支出', said.spending ?? '未填'],
          ['财产', said.property ?? '未填'],
          ['债务', said.debts ?? '未填'],
          ['困难情形', said.hardship && HARDSHIP[said.hardship]],
          ['特殊困难说明', said.story],
          ['已享受救助类别', said.relief && RELIEF_CLASS_NAME[said.relief]],
        ],
      },
      {
        title: '核查（由法律援助机构填写）',
        rows: [
          ['核查方式', BLANK],
          ['核查人', BLANK],
          ['核查结果', BLANK],
        ],
      },
    ],
    statement: `本人声明以上说明属实，${filed.means.route === 'query' ? '同意法律援助机构查询核对本人及家庭的经济状况。' : '并已另行作出诚信承诺。'}本人知悉：${DECEIT}`,
    signers: SIGNERS(filed),
    day: dayOf(about.at),
  })

const toldHow = (filed: Filed, readAloud: boolean) =>
  readAloud ? '口头宣读' : filed.filledInBy === 'staff' ? '书面' : '网上阅读后确认'

/** F-LA-4b. That no false promise stands against the applicant was looked up before this one was taken (LP-8). */
export const promiseForm = (
  about: About,
  filed: Filed,
  { readAloud, teller }: { readAloud: boolean; teller: string },
): Paper =>
  form({
    office: about.office,
    title: '个人诚信承诺书',
    parts: [
      {
        rows: [
          ['申请人', filed.applicant.name],
          ['证件号码', filed.applicant.idNumber],
          ['申请事项', causeOf(filed.matter)],
          ['办件编号', about.caseNumber],
        ],
      },
      {
        title: '承诺内容',
        points: [
          '所填的收入、财产和家庭情况真实、完整。',
          '收入、财产或者家庭情况发生变化的，及时告知法律援助机构。',
          '配合法律援助机构对经济状况的核查。',
        ],
      },
      {
        title: '不实承诺的后果',
        points: [
          DECEIT,
          '作过不实承诺的，不再适用诚信承诺的方式（《湖南省实施〈中华人民共和国法律援助法〉若干规定》第四条）。',
        ],
      },
      {
        title: '告知',
        rows: [
          ['告知人', teller],
          ['告知方式', toldHow(filed, readAloud)],
          ['告知时间', `${writtenDay(dayOf(about.at))} ${about.at.slice(11, 16)}`],
          ['代书人', writerOf(filed)],
          ['是否曾作不实承诺', `${writtenDay(dayOf(about.at))}查询：没有尚在限制期内的登记`],
        ],
      },
    ],
    statement: '以上内容本人已经阅读或者听读，并予承诺。',
    signers: SIGNERS(filed),
    day: dayOf(about.at),
  })
