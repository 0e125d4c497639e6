import { type Day, writtenDay } from '#domain/day'
import { form, letter } from '../../documents/forms.ts'
import type { Paper } from '../../documents/paper.ts'
import { disputeTitle, type Head, matterOf, partiesOf } from './head.ts'

export type Route = { name: string; text: string; lastText: string | null }

const routesOf = (routes: readonly Route[]) =>
  routes.map(({ name, text, lastText }) => [name, text, lastText].filter(Boolean).join('：'))

type Ended = {
  to: string
  why: string
  told: string
  law: readonly string[]
  decision: string
  routes: readonly Route[]
}

/** 不予受理（终止、移交）告知书: why, and where else to go until when (PM-11, PM-15). */
export const endNotice = (head: Head, { to, why, told, law, decision, routes }: Ended): Paper =>
  letter({
    office: head.office,
    title: '不予受理（终止、移交）告知书',
    to,
    about: matterOf(head),
    text: [`${disputeTitle(head)}。${why}。`, told],
    law,
    decision,
    points: routesOf(routes),
    day: head.day,
  })

export type Report = {
  openedOn: Day
  result: string
  amount: number | null
  performed: string
  confirmed: string
  summary: string | null
}

/** 结案报告 */
export const report = (head: Head, said: Report): Paper =>
  form({
    office: head.office,
    title: '人民调解结案报告',
    parts: [
      {
        rows: [
          ...matterOf(head),
          ['案由', disputeTitle(head)],
          ['受理日期', writtenDay(said.openedOn)],
          ['结案日期', writtenDay(head.day)],
          ['结果', said.result],
          ['涉及金额', said.amount === null ? null : `${said.amount} 元`],
          ['履行情况', said.performed],
          ['司法确认', said.confirmed],
          ['调解员', head.mediator],
          ...partiesOf(head),
        ],
      },
      { title: '卷宗情况说明', text: said.summary ?? '无' },
    ],
    signers: ['审核人'],
    seal: true,
    day: head.day,
  })

/** 卷宗目录: the thirteen items, those that are there. */
export const catalogue = (head: Head, items: readonly { name: string; done: boolean }[]): Paper =>
  form({
    office: head.office,
    title: '人民调解卷宗目录',
    parts: [
      { rows: [['卷名', disputeTitle(head)], ...matterOf(head)] },
      {
        grid: {
          head: ['序号', '材料', '有无'],
          rows: items.map(({ name, done }, index) => [String(index + 1), name, done ? '有' : '无']),
          widths: [1, 8, 2],
        },
      },
    ],
    day: head.day,
  })
