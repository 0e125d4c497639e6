import { type Day, writtenDay } from '#domain/day'
import { form } from '../../documents/forms.ts'
import type { Paper } from '../../documents/paper.ts'
import { disputeTitle, type Head, matterOf, partiesOf } from './head.ts'

export type SessionWords = { from: string; to: string; place: string; present: string; record: string }

/** 调解记录: what both sides may read; what one said alone is not in it. */
export const record = (head: Head, said: SessionWords & { open: boolean }): Paper =>
  form({
    office: head.office,
    title: '人民调解记录',
    parts: [
      {
        rows: [
          ...matterOf(head),
          ['事由', disputeTitle(head)],
          ['时间', `${said.from} 至 ${said.to}`],
          ['地点', said.place],
          ['方式', said.open ? '公开' : '不公开'],
          ['参加人', said.present],
          ['调解员', head.mediator],
          ...partiesOf(head),
        ],
      },
      { title: '调解经过', text: said.record },
    ],
    statement: '以上记录看过，与我说的一致。',
    signers: ['申请人', '被申请人', '调解员', '记录人'],
    day: head.day,
  })

/** 调查记录 */
export const inquiry = (head: Head, said: { asked: string; place: string; record: string }): Paper =>
  form({
    office: head.office,
    title: '人民调解调查记录',
    parts: [
      {
        rows: [
          ...matterOf(head),
          ['事由', disputeTitle(head)],
          ['地点', said.place],
          ['被调查人', said.asked],
          ['调查人', head.mediator],
        ],
      },
      { title: '调查内容', text: said.record },
    ],
    statement: '以上记录看过，与我说的一致。',
    signers: ['被调查人', '调查人', '记录人'],
    day: head.day,
  })

export type Visit = {
  on: Day
  by: string
  performed: string
  contented: string
  record: string
  nextOn: Day | null
}

/** 回访记录 */
export const visit = (head: Head, said: Visit & { agreement: string | null }): Paper =>
  form({
    office: head.office,
    title: '人民调解回访记录',
    parts: [
      {
        rows: [
          ...matterOf(head),
          ...partiesOf(head),
          ['协议编号', said.agreement],
          ['回访日期', writtenDay(said.on)],
          ['回访方式', said.by],
          ['履行情况', said.performed],
          ['是否满意', said.contented],
          ['下次回访', said.nextOn && writtenDay(said.nextOn)],
        ],
      },
      { title: '回访情况', text: said.record },
    ],
    signers: ['回访人', '当事人'],
    day: head.day,
  })
