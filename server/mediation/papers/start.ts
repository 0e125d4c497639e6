import { DUTIES, FREE, NEVER_BLOCKS, RIGHTS } from '#domain/mediation-words'
import { form, letter } from '../../documents/forms.ts'
import type { Paper } from '../../documents/paper.ts'
import { contactsOf, type Head, matterOf, partiesOf } from './head.ts'

type Asked = { wish: string; story: string | null }

/** 人民调解申请书 */
export const application = (head: Head, { wish, story }: Asked): Paper =>
  form({
    office: head.office,
    title: '人民调解申请书',
    parts: [
      { rows: [...matterOf(head), ...contactsOf(head)] },
      { title: '纠纷简要情况', text: story ?? '（口头说明，见登记）' },
      { title: '申请事项', points: [wish] },
    ],
    statement: '人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解。',
    signers: ['申请人（签名、盖章或者按指印）'],
    day: head.day,
  })

/** 人民调解受理登记表 */
export const registration = (head: Head, { wish, source }: { wish: string; source: string }): Paper =>
  form({
    office: head.office,
    title: '人民调解受理登记表',
    parts: [
      { rows: [...matterOf(head), ['案件来源', source], ['受理日期', head.day], ...contactsOf(head)] },
      { title: '当事人要求', text: wish },
    ],
    signers: ['申请人', '被申请人', '登记人'],
    seal: true,
    day: head.day,
  })

/** 权利义务告知书: rights, duties, no fee, effect of an agreement, the thirty days (PM-8). */
export const rightsNotice = (head: Head): Paper =>
  form({
    office: head.office,
    title: '人民调解权利义务告知书',
    parts: [
      { rows: [...matterOf(head), ...partiesOf(head)] },
      { title: '当事人的权利（人民调解法第二十三条）', points: RIGHTS },
      { title: '当事人的义务（人民调解法第二十四条）', points: DUTIES },
      {
        title: '还应当知道',
        points: [
          `${FREE}（人民调解法第四条）`,
          `${NEVER_BLOCKS}（人民调解法第三条）`,
          '调解协议具有法律约束力，当事人应当按照约定履行（人民调解法第三十一条）',
          '协议生效之日起三十日内，双方可以共同向人民法院申请司法确认（人民调解法第三十三条）',
        ],
      },
    ],
    statement: '以上内容看过（听过），已经明白。',
    signers: ['申请人（签名、时间）', '被申请人（签名、时间）'],
    day: head.day,
  })

type Invited = { code: string; site: string; address: string; phone: string | null; until: string }

/** What the other side gets on paper: who asks, what kind of matter, whom to call, and that it may say no. */
export const invitation = (head: Head, { code, site, address, phone, until }: Invited): Paper =>
  letter({
    office: head.office,
    title: '人民调解邀请函',
    to: head.other.name,
    about: matterOf(head),
    text: [
      `${head.applicant.name}就与你之间的纠纷向本委员会申请人民调解，请你参加。`,
      `愿意或者不愿意都可以：${phone ? `拨打 ${phone}，或者` : ''}扫下面的码，或者打开 ${site} 在“调解邀请”里输入邀请码 ${code}（${until} 前有效，只能用一次）。`,
    ],
    law: ['《中华人民共和国人民调解法》第三条、第四条、第十七条'],
    decision: '参加调解完全自愿，不收任何费用；你不愿意，调解就不进行。调解不影响任何一方起诉、申请仲裁。',
    scan: { address, label: '扫码打开调解邀请，答复愿不愿意' },
    day: head.day,
  })
