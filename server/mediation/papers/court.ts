import { CONFIRMATION_FACTS } from '#domain/confirmation'
import { type Day, writtenDay } from '#domain/day'
import { form, letter } from '../../documents/forms.ts'
import type { Paper } from '../../documents/paper.ts'
import { disputeTitle, type Head, partiesOf } from './head.ts'

export type Confirmed = { agreement: string; effectiveOn: Day; lastOn: Day }

/** The court asks for them; each writes its own, so that the other does not read them here. */
const BY_HAND = [
  ['申请人证件号码、电话', '（由本人填写）'],
  ['被申请人证件号码、电话', '（由本人填写）'],
] as const

/** 司法确认申请书: both together, within thirty days (JC-1 to JC-4). */
export const confirmationRequest = (head: Head, { agreement, effectiveOn, lastOn }: Confirmed): Paper =>
  form({
    office: head.office,
    title: '司法确认申请书',
    parts: [
      { rows: [...partiesOf(head), ...BY_HAND, ['受理法院', '＿＿＿＿＿＿人民法院']] },
      {
        title: '请求事项',
        points: [`确认${writtenDay(effectiveOn)}经${head.office}主持达成的${agreement}人民调解协议有效`],
      },
      {
        title: '事实和理由',
        text: `申请人双方因${disputeTitle(head)}，经${head.office}调解，自愿达成调解协议，自${writtenDay(effectiveOn)}起生效。现共同申请司法确认，最后一天是${writtenDay(lastOn)}。`,
      },
      {
        title: '承诺',
        points: [
          '协议出于自愿，没有恶意串通，没有规避法律',
          '没有损害国家、社会公共利益和他人合法权益',
          '因该协议给他人造成损害的，愿意承担责任',
        ],
      },
      {
        title: '附件',
        points: ['调解协议', '调解证明', '双方身份证明', '财产权利证明（涉及财产的）', '送达地址确认书'],
      },
      { title: '请注意', points: CONFIRMATION_FACTS.map(({ text, law }) => `${text}（${law}）`) },
    ],
    signers: ['申请人甲', '申请人乙'],
    day: head.day,
  })

/** 调解证明: that the committee mediated (JC-4). */
export const proofOfMediation = (head: Head, { agreement, effectiveOn }: Confirmed): Paper =>
  letter({
    office: head.office,
    title: '调解证明',
    to: '人民法院',
    text: [
      `${disputeTitle(head)}，由本委员会主持调解，双方自愿达成${agreement}人民调解协议，自${writtenDay(effectiveOn)}起生效。`,
    ],
    law: [],
    decision: '特此证明。',
    day: head.day,
  })

/** 履行情况证明: for the police (PM-28, 治安管理处罚法 第九条第四款). */
export const proofOfPerformance = (
  head: Head,
  { agreement, performedOn }: { agreement: string; performedOn: Day },
): Paper =>
  letter({
    office: head.office,
    title: '履行情况证明',
    to: '公安机关',
    text: [
      `${disputeTitle(head)}，经本委员会调解达成${agreement}协议，双方于${writtenDay(performedOn)}确认已经履行完毕。`,
      '是否不予处罚由公安机关依法决定，当事人应当书面申请。',
    ],
    law: ['《中华人民共和国治安管理处罚法》第九条'],
    decision: '特此证明。',
    day: head.day,
  })
