import { contentBlocks } from './confirmation.ts'
import type { MediationAction, MediationStatus } from './mediation.ts'
import { draftOf, isOnlyOral, SIDES, signedBy, touchesOf } from './mediation-past.ts'
import type { Deed } from './procedure.ts'

/** Said on every screen (PM-1, 人民调解法 第四条; PM-3, 第三条). */
export const FREE = '人民调解不收任何费用'
export const NEVER_BLOCKS = '调解不影响你打官司、申请仲裁或者找其他部门，随时可以不调'

/** What the status means, and what happens next. */
export const MEDIATION_STATUS: Readonly<Record<MediationStatus, { text: string; next: string }>> = {
  requested: { text: '已申请', next: '调解委员会会联系双方，先问对方愿不愿意' },
  invited: { text: '已邀请对方', next: '等对方答复。对方不愿意，就不能调解，但可以走别的路' },
  accepted: { text: '已受理', next: '确认权利义务、选调解员，然后约时间调解' },
  not_accepted: { text: '不予受理', next: '下面写了为什么，以及该去哪里办' },
  other_side_refused: { text: '对方不愿意调解', next: '调解要双方自愿。下面是其他办法和期限' },
  in_mediation: { text: '调解中', next: '按约好的时间继续调解，记录请双方看过并确认' },
  agreed: { text: '达成协议', next: '请按协议履行。三十日内双方可以一起申请司法确认' },
  failed: { text: '没有调成', next: '调解结束。下面是其他办法和期限' },
  transferred: { text: '已移交', next: '等接收的单位签收和处理' },
  closed: { text: '已结案', next: '卷宗已归档。对协议有争议的，可以向法院起诉' },
  withdrawn: { text: '已撤回', next: '需要时可以再申请' },
}

const ORAL_NEXT = '请按协议履行。想请法院确认的，先请调解员补写书面协议，双方签名，再在三十日内一起申请'
const NO_COURT_NEXT = '请按协议履行。这类协议法院不受理司法确认，有争议可以起诉'

/** The thirty days are promised to nobody whose agreement no court confirms (JC-4, JC-5). */
function nextOfAgreed(past: readonly Deed[]): string | null {
  if (contentBlocks(touchesOf(past), false).length > 0) return NO_COURT_NEXT
  return isOnlyOral(past) ? ORAL_NEXT : null
}

/** Between the draft and the seal the same status means something else to a side. */
export function nextOfMediation(past: readonly Deed[]): string | null {
  if (past.at(-1)?.to === 'agreed') return nextOfAgreed(past)
  if (past.at(-1)?.to !== 'in_mediation' || !draftOf(past)) return null
  return signedBy(past).size === SIDES.length
    ? '双方都签了名，等调解委员会盖章，盖章后生效'
    : '协议已经起草。请仔细看一遍、听一遍，同意了再签名；有不对的地方告诉调解员'
}

type Words = { ask: string; done: string; means?: string; final?: boolean }

export const MEDIATION_ACTION: Readonly<Record<MediationAction, Words>> = {
  invite: {
    ask: '邀请对方',
    done: '邀请了对方',
    means: '只告诉对方是谁、为哪类事请他调解；申请人私下说的不会告诉对方',
  },
  join: { ask: '打开邀请', done: '对方打开了邀请' },
  accept_invitation: { ask: '愿意调解', done: '对方同意调解' },
  decline_invitation: {
    ask: '不愿意调解',
    done: '对方不愿意调解',
    means: '一方明确不愿意，调解就结束，不再来劝（人民调解法 第十七条）',
    final: true,
  },
  not_me: {
    ask: '找错人了',
    done: '找错人了，打开邀请的人退出',
    means: '不是当事人的人退出，再也看不到这件事；他说过的都不算数。申请照常办，委员会会另找对方',
  },
  state_party: {
    ask: '填当事人信息',
    done: '填写了当事人信息',
    means:
      '文书上用，只问这一次，不想填的可以不填。电话、证件号码只有调解委员会看到；其余的写协议时会印在双方都看得到的文书上。',
  },
  issue_authority: {
    ask: '开授权委托书',
    done: '开具了授权委托书',
    means: '请别人代你参加时用。打印后本人签名才有效，签好后拍照放进卷宗',
  },
  add_to_dossier: {
    ask: '放进卷宗',
    done: '把材料放进了卷宗',
    means: '只有调解委员会看到；要给对方看的，请发留言',
  },
  complain: {
    ask: '投诉调解员',
    done: '投诉了调解员',
    means:
      '由委员会负责人或者司法所处理，调解员和对方都看不到，不影响调解。结果会告诉你（人民调解法 第十五条）',
  },
  answer_complaint: { ask: '答复投诉', done: '答复了投诉', means: '答复只给投诉的一方看' },
  name_parties: { ask: '补全姓名', done: '补全了双方的姓名' },
  accept: { ask: '受理', done: '受理了调解', means: '从今天起一个月内调解结束' },
  accept_together: {
    ask: '双方都在，当场受理',
    done: '双方到场，当场受理',
    means: '双方都在场、都愿意，并已当面告知权利义务',
  },
  not_accept: { ask: '不予受理', done: '没有受理', means: '要说明理由和该去哪里办', final: true },
  confirm_rights: { ask: '确认权利义务', done: '确认了权利义务' },
  choose_mediator: {
    ask: '选调解员',
    done: '选了调解员',
    means: '双方都选到的人优先，没有共同人选由委员会指定',
  },
  assign_mediator: { ask: '指定调解员', done: '确定了调解员' },
  reject_mediator: {
    ask: '更换调解员',
    done: '提出更换调解员',
    means: '换人不需要对方同意（人民调解法 第二十三条）',
  },
  declare_conflict: { ask: '我应当回避', done: '调解员因有利害关系退出', means: '退出后不能再办这件' },
  close_doors: { ask: '要求不公开', done: '定为不公开调解' },
  invite_helper: {
    ask: '邀请别人参加',
    done: '提出邀请别人参加',
    means: '双方都同意才能来（人民调解法 第二十条）',
  },
  consent_helper: { ask: '答复受邀人', done: '答复了是否同意受邀人参加' },
  schedule_session: { ask: '约调解时间', done: '约好了调解时间' },
  cancel_session: { ask: '取消这次调解', done: '取消了约好的调解' },
  record_session: { ask: '记调解记录', done: '调解了一次' },
  confirm_record: { ask: '确认调解记录', done: '看过并确认了调解记录' },
  investigate: { ask: '记调查', done: '作了调查' },
  draft_agreement: {
    ask: '起草协议',
    done: '起草了协议',
    means: '文本随即固定；改动要另起一稿，之前的签名作废',
  },
  confirm_agreement: { ask: '记签名', done: '在协议上签名' },
  sign_agreement: { ask: '电子签名', done: '用电子签名签了协议', final: true },
  confirm_receipt: {
    ask: '我看过、收到了',
    done: '看过并收到协议',
    means: '只证明你本人看过、收到，不等于签名',
  },
  seal_agreement: {
    ask: '盖章生效',
    done: '协议生效',
    means: '双方、调解员、公章都齐了协议才生效（人民调解法 第二十九条）',
    final: true,
  },
  record_oral_agreement: {
    ask: '登记口头协议',
    done: '达成口头协议',
    means: '口头协议自达成之日起生效（人民调解法 第三十条）',
    final: true,
  },
  write_down: {
    ask: '补写书面协议',
    done: '把口头协议补写成书面协议',
    means: '文字和口头协议一样，仍从口头达成之日起生效；双方签名以后才能申请司法确认',
  },
  mark_performed: { ask: '标记履行', done: '标记了履行情况' },
  return_visit: { ask: '记回访', done: '作了回访' },
  issue_pack: { ask: '准备司法确认材料', done: '备好了司法确认材料' },
  record_confirmation: { ask: '记法院结果', done: '登记了司法确认情况' },
  dispute_agreement: {
    ask: '对协议有争议',
    done: '提出对协议有争议',
    means: '对协议的履行或者内容有争议，可以向法院起诉（人民调解法 第三十二条）',
  },
  issue_proof: { ask: '开履行证明', done: '开具了履行证明' },
  extend: { ask: '延长期限', done: '双方同意延长调解期限' },
  fail: {
    ask: '终止调解',
    done: '没有调成，调解终止',
    means: '要告诉双方还能走的路（人民调解法 第二十六条）',
    final: true,
  },
  transfer: { ask: '移交', done: '移交给其他单位' },
  record_receipt: { ask: '登记签收', done: '接收方签收' },
  resume: { ask: '接回继续', done: '接回继续办理' },
  close: { ask: '结案', done: '结案归档', final: true },
  flag_callback: { ask: '记抽查不一致', done: '抽查回访与记录不一致' },
  review_flags: { ask: '复核提示', done: '复核了数据提示' },
  withdraw: { ask: '撤回申请', done: '撤回了申请', final: true },
  report_danger: { ask: '依法报告', done: '依法作了报告' },
  acknowledge_danger: { ask: '看过了', done: '看过了危险提示' },
}

/** The four rights and three duties as they are told (人民调解法 第二十三条、第二十四条). */
export const RIGHTS: readonly string[] = [
  '可以选择或者接受人民调解员',
  '可以接受调解、拒绝调解或者要求终止调解',
  '可以要求调解公开进行或者不公开进行',
  '可以自主表达意愿、自愿达成调解协议',
]
export const DUTIES: readonly string[] = [
  '如实陈述纠纷事实',
  '遵守调解现场秩序，尊重人民调解员',
  '尊重对方当事人行使权利',
]
export const RIGHTS_LAW = '人民调解法 第二十三条、第二十四条'

export const SIDE_NAME = { applicant: '申请人', other_side: '对方当事人' } as const
/** How the other side can be reached; it may have no WeChat. */
export const INVITED_BY = {
  notice: '程序内通知和短信链接',
  telephone: '打电话',
  paper: '送纸质邀请',
  in_person: '当面说',
} as const
export const BY_WORD = { telephone: '电话里', in_person: '当面', paper: '书面' } as const
export const YES_NO = { yes: '同意', no: '不同意' } as const
export const HELPER_AS = {
  relative: '亲属',
  neighbour: '邻居、同事',
  expert: '有专门知识的人',
  elder: '有威望的人、乡贤',
  organisation: '社会组织',
  psychologist: '心理服务人员',
  lawyer: '律师、法律顾问',
} as const
export const SESSION_MODE = { place: '到场', video: '视频' } as const
export const MARK_NAME = { done: '已经履行', not_done: '没有履行' } as const
export const VISITED_BY = { visit: '上门', telephone: '电话', video: '视频' } as const
/** 协议履行 (SYS106). */
export const PERFORMED = {
  performed: '已履行',
  partly: '部分履行',
  not_performed: '没有履行',
  confirmed: '已司法确认',
  sued: '已起诉',
  other: '其他',
} as const
export const CONTENTED = { yes: '满意', fairly: '基本满意', no: '不满意', unsaid: '不愿意说' } as const
export const END_REASON = {
  no_agreement: '双方谈不拢',
  ended_by_party: '一方要求终止',
  absent: '一方多次不到',
  overdue: '期限已满还没有调成',
  not_ours: '发现不属于人民调解的范围',
  other: '其他',
} as const
/** The three mediations hand over to one another (seed 61). */
export const RECEIVER = {
  town: '乡镇（街道）人民调解委员会',
  committee: '其他人民调解委员会',
  administrative: '行政调解',
  judicial: '司法调解（法院）',
  police: '公安机关',
} as const

export const OTHER_SIDE_STATE = {
  not_invited: '还没有邀请',
  waiting: '已邀请，等答复',
  joined: '已看到邀请，还没有答复',
  willing: '愿意调解',
  refused: '不愿意调解',
} as const
export const PERFORMANCE_TEXT = {
  open: '还没到期',
  late: '到期还没有履行',
  half: '一方说已履行，等另一方确认',
  performed: '双方确认已履行',
  disputed: '双方说法不一致',
} as const
