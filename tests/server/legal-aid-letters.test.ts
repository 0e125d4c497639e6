import type { Paper } from '../../server/documents/paper.ts'
import { drawPdf } from '../../server/documents/pdf.ts'
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

const LETTERS: Readonly<Record<string, Paper>> = {
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
