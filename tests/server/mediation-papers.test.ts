import { toBuffer } from 'qrcode'

import { DUTIES, RIGHTS } from '#domain/mediation-words'
import { drawDocx } from '../../server/documents/docx.ts'
import type { Drawn } from '../../server/documents/drawing.ts'
import type { Block, Paper } from '../../server/documents/paper.ts'
import { drawPdf } from '../../server/documents/pdf.ts'
import { agreement, oral } from '../../server/mediation/papers/agreement.ts'
import {
  confirmationRequest,
  proofOfMediation,
  proofOfPerformance,
} from '../../server/mediation/papers/court.ts'
import { catalogue, endNotice, report } from '../../server/mediation/papers/end.ts'
import type { Head } from '../../server/mediation/papers/head.ts'
import { inquiry, record, visit } from '../../server/mediation/papers/record.ts'
import { application, invitation, registration, rightsNotice } from '../../server/mediation/papers/start.ts'
import { unpack } from '../../server/sheets/zip.ts'
import { pdfText } from '../support/pdf.ts'

const PHONES = ['13900000061', '13900000062']

const HEAD: Head = {
  office: '卢峰镇人民调解委员会',
  number: 'TJ431224-261123-0007-3',
  type: 'neighbours',
  applicant: { name: '张申请', phone: PHONES[0] ?? '', address: '溆浦县 卢峰镇' },
  other: { name: '李对方', phone: PHONES[1] ?? '', address: null },
  mediator: '谌调解',
  day: '2026-11-23',
}

const wordsIn = (block: Block): string => JSON.stringify(Object.values(block))
const words = ({ office, title, blocks }: Paper) => [office, title, ...blocks.map(wordsIn)].join('\n')

const EFFECT = { agreement: '溆人调字〔2026〕第1号', effectiveOn: '2026-11-23', lastOn: '2026-12-23' }
const TERMS = { text: '退一米', instalments: [{ dueOn: '2026-12-01', amount: 100, what: '补偿' }] }
const SESSION = { from: '十点', to: '十一点', place: '调解室', present: '双方', record: '谈妥', open: true }
const VISIT = {
  on: '2026-11-23',
  by: '电话',
  performed: '已履行',
  contented: '满意',
  record: '都好',
  nextOn: null,
  agreement: null,
}

/** The papers that both sides read. */
const SHARED: Readonly<Record<string, Paper>> = {
  rights: rightsNotice(HEAD),
  record: record(HEAD, SESSION),
  agreement: agreement(HEAD, { ...TERMS, copies: 3 }),
  oral: oral(HEAD, { ...TERMS, reachedOn: '2026-11-23', place: '村部' }),
  court: confirmationRequest(HEAD, EFFECT),
  proof: proofOfMediation(HEAD, EFFECT),
  performance: proofOfPerformance(HEAD, { agreement: EFFECT.agreement, performedOn: '2026-12-01' }),
  end: endNotice(HEAD, {
    to: '双方',
    why: '谈不拢',
    told: '已告知',
    law: [],
    decision: '终止。',
    routes: [],
  }),
}
const OFFICE: Readonly<Record<string, Paper>> = {
  application: application(HEAD, { wish: '退墙', story: '经过' }),
  registration: registration(HEAD, { wish: '退墙', source: '网上申请' }),
  inquiry: inquiry(HEAD, { asked: '村主任', place: '村部', record: '问答' }),
  visit: visit(HEAD, VISIT),
  report: report(HEAD, {
    openedOn: '2026-11-01',
    result: '成功',
    amount: 100,
    performed: '已履行',
    confirmed: '没有申请',
    summary: null,
  }),
  catalogue: catalogue(HEAD, [{ name: '申请书', done: true }]),
}

describe('the forms of mediation', () => {
  it('name the committee, the case and both parties', () => {
    for (const [name, paper] of Object.entries({ ...SHARED, ...OFFICE })) {
      const said = words(paper)
      expect([name, said.includes(HEAD.office), said.includes('张申请'), said.includes('李对方')]).toEqual([
        name,
        true,
        true,
        true,
      ])
    }
  })

  it('that both sides read hold nobody’s number', () => {
    for (const paper of Object.values(SHARED))
      for (const phone of PHONES) expect(words(paper)).not.toContain(phone)
  })

  it('PM-8: tell the four rights, the three duties, that it is free, and the thirty days', () => {
    const said = words(rightsNotice(HEAD))
    for (const part of [...RIGHTS, ...DUTIES, '不收任何费用', '三十日内']) expect(said).toContain(part)
  })

  it('PM-18, PM-19, PM-22: the agreement says when it is in force, what may be done, and how many copies there are', () => {
    const said = words(agreement(HEAD, { ...TERMS, copies: 3 }))
    for (const part of [
      '第二十九条',
      '司法确认',
      '起诉',
      '一式 3 份',
      '2026年12月1日',
      '盖章、按指印'.slice(0, 2),
    ])
      expect(said).toContain(part)
  })

  it('JC-1, JC-4: the request to the court names the agreement, its last day and what goes with it', () => {
    const said = words(confirmationRequest(HEAD, EFFECT))
    for (const part of [
      '溆人调字〔2026〕第1号',
      '2026年12月23日',
      '调解证明',
      '身份证明',
      '没有恶意串通',
      '申请人甲',
      '申请人乙',
    ])
      expect(said).toContain(part)
  })

  it('PM-28: the proof for the police says that it was performed, and leaves the decision to them', () => {
    const said = words(proofOfPerformance(HEAD, { agreement: '号', performedOn: '2026-12-01' }))
    for (const part of ['履行完毕', '2026年12月1日', '治安管理处罚法', '公安机关依法决定'])
      expect(said).toContain(part)
  })

  it('PM-2: the invitation says that one may say no, and nothing of the matter', () => {
    const said = words(
      invitation(HEAD, {
        code: 'ABCD2345EFGH',
        site: 'https://linfa.example',
        address: 'https://linfa.example/#/pages/mediation/invitation/index?code=ABCD2345EFGH',
        phone: '0745-5550101',
        until: '2026-12-23',
      }),
    )
    for (const part of ['ABCD2345EFGH', '自愿', '不收任何费用', '0745-5550101', '扫码打开调解邀请'])
      expect(said).toContain(part)
    expect(said).not.toContain('退墙')
  })

  it('has a picture to scan that leads to the invitation, besides the one that verifies the paper', async () => {
    const address = 'https://linfa.example/#/pages/mediation/invitation/index?code=ABCD2345EFGH'
    const paper = invitation(HEAD, {
      ...{ code: 'ABCD2345EFGH', site: 'https://linfa.example', address },
      ...{ phone: null, until: '2026-12-23' },
    })
    const drawn: Drawn = {
      ...paper,
      ...{ type: 'TJ-016', number: null, code: '7K3M-90AB-CDEF-GH12', day: HEAD.day, digest: '3F9A-21BC' },
      ...{ address: 'https://linfa.example/verify?code=7K3M-90AB-CDEF-GH12', state: 'issued' },
    }
    const inWord = [...unpack(await drawDocx(drawn), 2 ** 28)]
      .filter(([name]) => name.startsWith('word/media/'))
      .map(([, content]) => content.toString('base64'))
    const look = { margin: 0, scale: 4, errorCorrectionLevel: 'M' } as const
    for (const one of [address, drawn.address])
      expect(inWord).toContain((await toBuffer(one, look)).toString('base64'))
    const { pages } = await pdfText(await drawPdf(drawn))
    expect(pages.join('')).toContain('扫码打开调解邀请')
  })
})
