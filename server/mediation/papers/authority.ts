import { type Day, writtenDay } from '#domain/day'
import { isSpecial, POWER, type Power } from '#domain/dossier-parts'
import type { Side } from '#domain/mediation-past'
import { whoItIs } from '#domain/party-block'
import { form } from '../../documents/forms.ts'
import type { Paper } from '../../documents/paper.ts'
import { disputeTitle, type Head, matterOf } from './head.ts'

type Given = { side: Side; agent: string; relation: string; powers: readonly Power[]; until: Day | null }

/** 授权委托书: who stands for whom, in what, until when; good once it is signed. */
export const authority = (head: Head, { side, agent, relation, powers, until }: Given): Paper => {
  const { name, address, block = {} } = side === 'applicant' ? head.applicant : head.other
  return form({
    office: head.office,
    title: '授权委托书',
    parts: [
      {
        rows: [
          ...matterOf(head),
          ['委托人', name],
          ['委托人情况', whoItIs(block, head.day)],
          ['委托人住址', address],
          ['受托人', agent],
          ['与委托人的关系', relation],
          ['受托人证件号码、电话', '（由本人填写）'],
          ['授权', isSpecial(powers) ? '特别授权' : '一般授权'],
          ['期限', until ? `至 ${writtenDay(until)}` : '至本次调解结束'],
        ],
      },
      { title: '授权的事项', points: powers.map((one) => POWER[one]) },
    ],
    statement: `因${disputeTitle(head)}，委托人委托受托人在上述授权范围内参加人民调解。`,
    signers: ['委托人（签名、盖章或者按指印）', '受托人'],
    day: head.day,
  })
}
