import type { Instalment } from '#domain/agreement'
import { type Day, writtenDay } from '#domain/day'
import { form, type Part } from '../../documents/forms.ts'
import type { Paper } from '../../documents/paper.ts'
import { type Head, matterOf, partiesOf } from './head.ts'

const grid = (instalments: readonly Instalment[]): Part[] =>
  instalments.length
    ? [
        {
          title: '履行时限',
          grid: {
            head: ['期', '日期', '内容', '金额（元）'],
            rows: instalments.map(({ dueOn, what, amount }, index) => [
              String(index + 1),
              writtenDay(dueOn),
              what,
              amount ? String(amount) : '',
            ]),
            widths: [1, 3, 6, 3],
          },
        },
      ]
    : []

export type Terms = {
  text: string
  instalments: readonly Instalment[]
  copies: number
  /** False where no court confirms it: then the paper promises nothing of the kind (JC-5). */
  confirmable?: boolean
  /** It was reached by word of mouth on this day and is only written down now. */
  reachedOn?: Day
}

const EFFECT =
  '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效（人民调解法第二十九条）。'
const effectSince = (day: Day) =>
  `本协议是${writtenDay(day)}达成的口头协议的书面记录，自该日起生效（人民调解法第三十条）。`
const COURT = '生效之日起三十日内，双方可以共同向人民法院申请司法确认（人民调解法第三十三条）。'

/** 人民调解协议书: in force only when all have signed and the seal is on it (PM-18, PM-19). */
export const agreement = (
  head: Head,
  { text, instalments, copies, confirmable = true, reachedOn }: Terms,
): Paper =>
  form({
    office: head.office,
    title: '人民调解协议书',
    parts: [{ rows: [...matterOf(head), ...partiesOf(head)] }, { text }, ...grid(instalments)],
    statement:
      (reachedOn ? effectSince(reachedOn) : EFFECT) +
      (confirmable ? COURT : '') +
      '对履行或者内容有争议的，可以向人民法院起诉（人民调解法第三十二条）。' +
      `本协议一式 ${copies} 份，当事人各执一份，人民调解委员会留存一份。`,
    signers: ['申请人（签名、盖章或者按指印）', '被申请人（签名、盖章或者按指印）', '人民调解员', '记录人'],
    seal: true,
    day: head.day,
    ...(!reachedOn && { note: '没有签齐、没有盖章的，不生效' }),
  })

/** 口头协议登记表: in force from the day on which it was reached (PM-20). */
export const oral = (
  head: Head,
  said: { text: string; instalments: readonly Instalment[]; reachedOn: Day; place: string },
): Paper =>
  form({
    office: head.office,
    title: '人民调解口头协议登记表',
    parts: [
      {
        rows: [
          ...matterOf(head),
          ['达成日期', writtenDay(said.reachedOn)],
          ['调解地点', said.place],
          ['调解员', head.mediator],
          ...partiesOf(head),
        ],
      },
      { text: said.text },
      ...grid(said.instalments),
    ],
    statement:
      '当事人认为无需制作调解协议书，以上为人民调解员记录的口头协议，自达成之日起生效（人民调解法第二十八条、第三十条）。',
    signers: ['人民调解员', '申请人', '被申请人'],
    seal: true,
    day: head.day,
  })
