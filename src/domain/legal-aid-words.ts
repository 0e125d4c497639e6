import { type Day, dayOf } from './day.ts'
import type { LegalAidAction, LegalAidStatus } from './legal-aid.ts'
import { legalLength } from './limit-words.ts'
import type { Deed } from './procedure.ts'

/** What the status means for the applicant, and what happens next. */
export const LEGAL_AID_STATUS: Readonly<Record<LegalAidStatus, { text: string; next: string }>> = {
  under_review: { text: '正在审查', next: '最晚哪天决定写在下面。要补材料的，我们会一次说清' },
  awaiting_material: { text: '等你补充', next: '按清单补齐就继续审查，补充的时间不算在审查期限里' },
  granted: { text: '决定给予援助', next: '接着为你指派律师，姓名和电话会写在这里' },
  assigned: { text: '已指派律师', next: '律师会和你联系，也可以直接打电话' },
  in_progress: { text: '律师正在办理', next: '办到哪一步写在下面。律师不收你的钱和东西' },
  refused: { text: '决定不予援助', next: '不同意可以在这里提出异议，由司法局审查；也可以走别的办法' },
  objected: { text: '异议正在审查', next: '由司法局审查，维持决定或者责令改正' },
  deemed_withdrawn: { text: '视为撤回申请', next: '没有按时补齐材料。准备好了可以随时重新申请' },
  redirected: {
    text: '转到有管辖权的机构',
    next: '这件由下面写的机构办。下面列出新办件的，已经替你转好，材料不用再交；没有列出的，请到那里申请，不清楚打 12348',
  },
  terminated: { text: '终止援助', next: '不同意可以在这里提出异议，由司法局审查' },
  closed: { text: '已结案', next: '结果写在下面。可以评价，有意见可以投诉' },
  withdrawn: { text: '已撤回', next: '需要时可以重新申请' },
}

const NEXT: Readonly<Partial<Record<LegalAidStatus, (on: Day) => string>>> = {
  under_review: (on) => `收到申请后${legalLength('LP-11', on)}内决定。要补材料的，我们会一次说清`,
  granted: (on) => `${legalLength('LP-16', on)}内为你指派律师，姓名和电话会写在这里`,
  objected: (on) => `司法局${legalLength('LP-25', on)}内审查，维持决定或者责令改正`,
}

/** What comes next with the days of the law as it was when this part began; null where the law gives none. */
export function nextInAid(past: readonly Pick<Deed, 'at' | 'to'>[]): string | null {
  const status = past.at(-1)?.to
  const begun = past[past.findLastIndex(({ to }) => to !== status) + 1]
  return (begun && NEXT[status as LegalAidStatus]?.(dayOf(begun.at))) ?? null
}

type Words = { ask: string; done: string; means?: string; final?: boolean }

export const LEGAL_AID_ACTION: Readonly<Record<LegalAidAction, Words>> = {
  claim: { ask: '我来审查', done: '接手审查' },
  release: { ask: '交还', done: '交还给同事' },
  complete_application: { ask: '把申请填好', done: '填好了申请' },
  supply_material: {
    ask: '补充材料',
    done: '补充了材料',
    means: '交上后接着审查，等材料的日子不算在审查期限里',
  },
  ask_for_material: {
    ask: '通知补充材料',
    done: '一次性通知要补充的材料',
    means: '法律规定一次性告知：请把还缺的都列上，发出后不能再发第二次',
  },
  ask_again: { ask: '再次通知补充', done: '经负责人同意，再次通知补充' },
  provide_in_advance: {
    ask: '先行提供援助',
    done: '决定先行提供法律援助',
    means: '马上给予援助、指派律师，手续事后补办（法律援助法第四十四条）',
  },
  supply_formalities: { ask: '补办手续', done: '补交了手续和材料' },
  confirm_formalities: { ask: '手续已补齐', done: '确认手续已补齐' },
  recommend: { ask: '提出审查意见', done: '提出了审查意见' },
  grant: { ask: '给予援助', done: '决定给予法律援助', means: '制作给予法律援助决定书，并通知申请人' },
  refuse: {
    ask: '不予援助',
    done: '决定不予法律援助',
    means: '制作不予法律援助决定书，写明理由和异议途径，并通知申请人',
    final: true,
  },
  redirect: { ask: '转有管辖权的机构', done: '转到有管辖权的法律援助机构', final: true },
  hand_on: { ask: '转办', done: '转成了另一件办件' },
  object: {
    ask: '我不同意，提出异议',
    done: '提出了异议',
    means: '由设立法律援助中心的司法局审查，最晚哪天答复写在办件里',
  },
  uphold_decision: { ask: '维持决定', done: '审查异议，维持原决定', final: true },
  order_correction: { ask: '责令改正', done: '审查异议，责令法律援助中心改正', final: true },
  assign: { ask: '指派律师', done: '指派了律师' },
  accept_assignment: { ask: '接受指派', done: '接受了指派' },
  declare_conflict: { ask: '声明利益冲突', done: '声明有利益冲突，退出办理', means: '退回中心，另行指派' },
  decline_assignment: { ask: '不能承办', done: '说明不能承办', means: '退回中心，另行指派' },
  sign_agreement: { ask: '已签委托协议', done: '签订了委托协议' },
  report_progress: { ask: '通报进展', done: '通报了进展' },
  report_difficulty: { ask: '报告中心', done: '向中心报告了重要情况' },
  request_change: { ask: '申请更换律师', done: '申请更换律师' },
  change_lawyer: { ask: '改派律师', done: '改派了律师' },
  keep_lawyer: { ask: '不更换', done: '答复不更换律师' },
  ask_to_end: { ask: '提出终止', done: '提出终止援助', means: '由中心审查决定，在决定前援助照常进行' },
  terminate: {
    ask: '终止援助',
    done: '决定终止法律援助',
    means: '制作终止法律援助决定书，并通知受援人',
    final: true,
  },
  close: { ask: '结案', done: '办结了案件', means: '结案后不能再通报进展', final: true },
  withdraw: { ask: '撤回申请', done: '撤回了申请', means: '撤回后不再审查，需要时可以重新申请', final: true },
  lapse: { ask: '逾期视为撤回', done: '没有按时补齐，视为撤回申请' },
  expire: { ask: '没有填，先收起来', done: '一直没有填好申请，先收起来了，需要时可以随时重新申请' },
  complain: { ask: '投诉', done: '提出了投诉', means: '由司法局处理，结果会告诉你' },
  answer_complaint: { ask: '答复投诉', done: '答复了投诉' },
  check_quality: { ask: '质量检查', done: '作了质量检查' },
  note_false_promise: {
    ask: '登记不实承诺',
    done: '登记了不实承诺',
    means: '到期以前本人不能再用诚信承诺。会告诉本人理由、到期日和怎样提出异议',
  },
  contest_false_promise: {
    ask: '不同意，我没有作不实承诺',
    done: '对不实承诺的登记提出了异议',
    means: '由法律援助中心负责人核对，结果会告诉你',
  },
  lift_false_promise: {
    ask: '撤销不实承诺的登记',
    done: '撤销了不实承诺的登记',
    means: '本人马上可以再用诚信承诺',
  },
  keep_false_promise: { ask: '维持不实承诺的登记', done: '维持了不实承诺的登记' },
  acknowledge_danger: { ask: '看过了', done: '看过了危险提示' },
}

export const LEGAL_AID_CLOCK = {
  review: '审查决定',
  filling: '把申请填好',
  supplement: '补充材料',
  assignment: '指派律师',
  formalities: '补办手续',
  agreement: '签委托协议（本中心的目标）',
  change: '答复更换律师（本中心的目标）',
  objection: '审查异议',
  complaint: '答复投诉（本局的目标）',
} as const
