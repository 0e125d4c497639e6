import type { Paper } from '../../server/documents/paper.ts'
import { drawPdf } from '../../server/documents/pdf.ts'
import { applicationForm, meansForm, promiseForm } from '../../server/legal-aid/application-form.ts'
import { filedFrom, meansWayOf } from '../../server/legal-aid/filed.ts'
import {
  type About,
  assignmentNotice,
  closeReport,
  endLetter,
  grantLetter,
  objectionLetter,
  receipt,
  refusalLetter,
  supplementNotice,
} from '../../server/legal-aid/letters.ts'
import { UNPAID } from '../support/legal-aid.ts'

const about: About = {
  office: '溆浦县法律援助中心',
  bureau: '溆浦县司法局',
  caseNumber: 'YZ431224-261123-0007-3',
  applicant: '张建国',
  matter: 'wages',
  at: '2026-11-23T10:00:00+08:00',
}

const filedWith = (more: object) =>
  filedFrom({
    organ: 'none',
    help: [],
    material: [],
    filledInBy: 'self',
    preservation: false,
    isGrave: false,
    hasContract: false,
    ...UNPAID,
    applicant: {
      ...UNPAID.applicant,
      name: '张建国',
      idKind: 'resident',
      state: 'adult',
      groups: ['migrant_worker'],
    },
    ...more,
  } as Parameters<typeof filedFrom>[0])

const STATEMENT = { people: 3, monthlyIncome: 1000, hardship: 'low_income', debts: '医药费两万元' } as const
const PROMISED = filedWith({
  matter: 'traffic',
  means: { route: 'promise', promise: true, readAloud: true, statement: STATEMENT },
  otherSide: { kind: 'person', name: '李某', sameHousehold: true },
  filledInBy: 'staff',
  helperName: '覃审查',
})

const LETTERS: Readonly<Record<string, Paper>> = {
  法律援助申请表: applicationForm(
    about,
    filedWith({
      help: ['labour_arbitration'],
      organ: 'arbitration',
      organName: '溆浦县劳动仲裁委',
      deadlineOn: '2026-12-20',
      material: [{ item: 'identity', fileIds: ['f1', 'f2'] }],
    }),
    { channel: '网络', receivedBy: '网上接收', receipt: '溆援收字〔2026〕第3号' },
  ),
  经济困难状况说明表: meansForm(about, PROMISED, STATEMENT),
  个人诚信承诺书: promiseForm(about, PROMISED, { readAloud: true, teller: '法律援助审查人员' }),
  法律援助申请材料接收凭证: receipt(about, {
    items: [
      { name: '法律援助申请表', files: 0 },
      { name: '身份证明', files: 2 },
    ],
    receivedBy: '网上接收',
  }),
  '补充材料（说明）通知书': supplementNotice(about, {
    items: ['work_proof', 'identity'],
    other: '说明工地的地址',
    note: undefined,
    dueOn: '2026-12-08',
    contact: '12348',
  }),
  给予法律援助决定书: grantLetter(about, {
    reasons: '欠薪事实清楚。',
    law: '《中华人民共和国法律援助法》第三十一条第五项',
    means: '经济状况：免予核查经济状况。',
    inAdvance: null,
    formalitiesBy: null,
  }),
  不予法律援助决定书: refusalLetter(about, {
    reasons: '属于合伙分红。',
    ground: '申请事项不属于法律援助范围',
    law: '法律援助法 第三十一条、第四十三条',
  }),
  指派通知书: assignmentNotice(about, {
    firm: '溆水律师事务所',
    lawyer: '梁律师',
    licence: '14312202010110001',
    agreementDays: 5,
  }),
  法律援助结案报告表: closeReport(about, {
    lawyer: '梁律师',
    lines: [
      ['是否诉讼', '否'],
      ['文书号', null],
      ['采纳意见', '全部采纳'],
      ['归档材料清单', '判决书、裁决书、调解书等结果文书'],
    ],
    text: '开庭一次，裁决支付工资。',
  }),
  终止法律援助决定书: endLetter(about, { reasons: '已自行委托律师。', ground: '自行委托律师或者其他代理人' }),
  异议审查决定书: objectionLetter(about, {
    upheld: true,
    against: 'refuse',
    objection: '我是打工的',
    reasons: '决定正确。',
    centre: '溆浦县法律援助中心',
  }),
}

const textOf = (paper: Paper | undefined) => JSON.stringify(paper)

describe('the letters of legal aid', () => {
  it.each(Object.keys(LETTERS))('%s has its title, its number of the case and whom it is about', (title) => {
    const paper = LETTERS[title]
    expect(paper?.title).toBe(title)
    expect(textOf(paper)).toContain('YZ431224-261123-0007-3')
    expect(textOf(paper)).toContain('张建国')
    expect(textOf(paper)).not.toMatch(/undefined|null"|NaN/)
  })

  it('F-LA-2: has the official labels, what was said, and room for what only the centre knows', () => {
    const { blocks = [] } = LETTERS.法律援助申请表 ?? {}
    const rows = new Map(blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])))
    expect(Object.fromEntries(rows)).toMatchObject({
      申请机构: '溆浦县法律援助中心',
      申请日期: '2026年11月23日',
      申请渠道: '网络',
      性别: '男',
      出生日期: '1985年6月15日',
      证件号码: '439901198506150031',
      人群类别: '农民工',
      事项类型: '民事',
      案由: '追索劳动报酬纠纷',
      时效或期限届满日: '2026年12月20日',
      申请援助方式: '劳动、人事争议仲裁代理',
      免予核查的情形: '申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员',
      接收凭证号: '溆援收字〔2026〕第3号',
      审查意见: '　',
    })
    const text = textOf(LETTERS.法律援助申请表)
    for (const said of ['案情简述', '申请理由和要求', '["身份证明","2","已交"]', '待补', '第六十四条'])
      expect(text).toContain(said)
  })

  it('F-LA-4, LP-10: the statement says whose means they are, and what that is for each', () => {
    const text = textOf(LETTERS.经济困难状况说明表)
    for (const said of [
      '申请人本人（对方是共同生活的家庭成员）',
      '"本人月收入","1000元"',
      '低收入人口',
      '医药费两万元',
      '核查结果',
    ])
      expect(text).toContain(said)
  })

  it('F-LA-4: of a household it says what that is for each', () => {
    const text = textOf(meansForm(about, filedWith({}), STATEMENT))
    expect(text).toContain('"人均月收入","333元"')
  })

  it('F-LA-4b, LP-9, LP-36: the promise says to what one is bound, what follows, who told it and how', () => {
    const text = textOf(LETTERS.个人诚信承诺书)
    for (const said of ['口头宣读', '法律援助审查人员', '覃审查', '第六十四条', '三千元', '第四条', '代书人'])
      expect(text).toContain(said)
  })

  it('F-LA-6: names every item with its reason and an example, the last day and what happens after it', () => {
    const text = textOf(LETTERS['补充材料（说明）通知书'])
    for (const said of [
      '任何一种即可',
      '工牌',
      '说明工地的地址',
      '2026年12月8日',
      '视为撤回申请',
      '不计入审查期限',
    ])
      expect(text).toContain(said)
  })

  it('LP-15: a refusal has its reasons and the way to object; so has the end of the help', () => {
    for (const title of ['不予法律援助决定书', '终止法律援助决定书'])
      for (const said of ['向溆浦县司法局提出异议', '五日内', '六十日', '六个月'])
        expect(textOf(LETTERS[title])).toContain(said)
  })

  it('LP-24: no letter says until when one must object, for the Act does not', () => {
    expect(textOf(LETTERS.不予法律援助决定书)).not.toMatch(/日内(可以)?(向.{1,12})?提出异议/)
  })

  it('LP-26: what is upheld names the courts, what is to be corrected does not', () => {
    expect(textOf(LETTERS.异议审查决定书)).toContain('行政诉讼')
    const corrected = objectionLetter(about, {
      upheld: false,
      against: 'terminate',
      objection: '没有请律师',
      reasons: '没有证据。',
      centre: '溆浦县法律援助中心',
    })
    expect(textOf(corrected)).toContain('责令溆浦县法律援助中心改正')
    expect(textOf(corrected)).not.toContain('行政诉讼')
  })

  it('LP-31: a grant is shown to courts, notaries and experts, who take less or nothing', () => {
    expect(textOf(LETTERS.给予法律援助决定书)).toContain('第五十三条')
  })

  it('LA-4, LA-9: where means do not matter the letter names the article of the ground', () => {
    const wayOf = (more: object) =>
      meansWayOf(filedFrom({ ...UNPAID, ...more } as Parameters<typeof filedFrom>[0]), '2026-11-23').law
    const free = { means: { route: 'no_condition' } }
    expect(wayOf({ ...free, matter: 'criminal_accused', accusedIs: 'minor' })).toBe('法律援助法 第二十五条')
    expect(wayOf({ ...free, matter: 'hero' })).toBe('法律援助法 第三十二条第一项')
    expect(wayOf({})).toBe('法律援助法 第四十二条')
  })

  it('LP-18: help in advance says what is still to be done, and until when', () => {
    const text = textOf(
      grantLetter(about, {
        reasons: '情况紧急。',
        law: '',
        means: null,
        inAdvance: '离起诉、仲裁、复议的期限不到七日',
        formalitiesBy: '2026-11-30',
      }),
    )
    for (const said of ['第四十四条', '先行提供', '2026年11月30日']) expect(text).toContain(said)
  })

  it('LP-19: the five days for the agreement are the wish of the office, not the law', () => {
    expect(textOf(LETTERS.指派通知书)).toContain('5日内与受援人签订委托协议（本中心的要求）')
  })

  it.each(Object.keys(LETTERS))('%s can be drawn as PDF', async (title) => {
    const paper = LETTERS[title]
    if (!paper) throw new Error(title)
    const drawn = await drawPdf({
      ...paper,
      type: 'FZ-009',
      number: '溆援给字〔2026〕第12号',
      code: '7K3M-90AB-CDEF-GH12',
      address: 'https://law.example.cn/verify?code=7K3M-90AB-CDEF-GH12',
      day: '2026-11-23',
      digest: '3F9A-21BC',
      state: 'issued',
    })
    expect(drawn.subarray(0, 5).toString()).toBe('%PDF-')
  })
})
