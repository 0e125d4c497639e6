import * as v from 'valibot'

import { GROUND_NAME } from '#domain/aid-grounds'
import { MATERIAL, MATERIALS, type Material } from '#domain/aid-material'
import {
  ADOPTED,
  ADVANCE_GROUND,
  COMPLAINT,
  COMPLAINT_RESULT,
  DIFFICULTY,
  DOSSIER,
  END_GROUND,
  MEANS_CHECK,
  OUTCOME,
  QUALITY_MARK,
  QUALITY_TOOL,
  REFUSE_GROUND,
  TOLD_BY,
  WAY_OF_HELP,
} from '#domain/aid-terms'
import { Id } from './common.ts'
import { choice, choices, count, day, files, line, long, maybe, passedOn, who, yes } from './field.ts'
import { Completion } from './legal-aid-application.ts'

const MATERIAL_NAME = Object.fromEntries(MATERIALS.map((item) => [item, MATERIAL[item].name])) as Record<
  Material,
  string
>

const reason = (label: string, missing: string) => line(label, 500, missing)

/** One complete list (LP-12): what each item is for and what a good one looks like, the letter adds. */
const notice = {
  items: choices('还缺哪些材料（一次列全）', MATERIAL_NAME, '请选择缺少的材料'),
  other: v.optional(line('清单以外还要补充或说明的', 300, '请写明要补充什么')),
  note: v.optional(long('给申请人的说明', 1000, '请写明说明')),
}

/** What each action takes besides `version`. */
export const LEGAL_AID_ACTIONS = {
  claim: v.object({}),
  release: v.object({ reason: reason('为什么交还', '请写明为什么交还') }),
  complete_application: Completion,
  ask_for_material: v.object(notice),
  ask_again: v.object({
    reason: reason('为什么要再次通知补充', '请写明理由：法律规定一次性告知'),
    ...notice,
  }),
  supply_material: v.object({
    items: v.optional(choices('这次补的是哪些', MATERIAL_NAME, '请选择补的是哪一项')),
    fileIds: v.optional(files('照片或文件', 60)),
    /** Which file is which item; for pages that take them item by item. */
    parts: v.optional(
      v.pipe(
        v.array(
          v.object({
            item: v.picklist(MATERIALS, '请选择是哪一项'),
            fileIds: v.pipe(v.array(Id), v.maxLength(20)),
          }),
        ),
        v.maxLength(MATERIALS.length, '材料项目有重复'),
      ),
    ),
    words: v.optional(long('补充说明', 2000, '请写下说明')),
  }),
  provide_in_advance: v.object({
    ground: v.optional(
      choice('先行提供的理由', ADVANCE_GROUND, '请选择理由', '不选时按申请里的期限和保全情况'),
    ),
  }),
  supply_formalities: v.object({
    items: v.optional(choices('补的是哪些', MATERIAL_NAME, '请选择补的是哪一项')),
    fileIds: v.optional(files('照片或文件', 60)),
    words: v.optional(long('说明', 2000, '请写下说明')),
  }),
  confirm_formalities: v.object({ note: v.optional(line('说明', 300, '请写明说明')) }),
  recommend: v.object({
    for: choice('审查意见', { grant: '拟给予法律援助', refuse: '拟不予法律援助' }, '请选择审查意见'),
    ground: v.optional(choice('符合哪一项', GROUND_NAME, '请选择依据', '拟给予时必选')),
    refuseGround: v.optional(choice('不符合的原因', REFUSE_GROUND, '请选择原因', '拟不予时必选')),
    reasons: long('事实和理由', 2000, '请写明事实和理由'),
    /** LP-6: required where the applicant let us query. */
    checkedBy: v.optional(
      choice('经济状况核查方式', MEANS_CHECK, '请选择核查方式', '申请人授权查询的，必填'),
    ),
    checkedOn: v.optional(day('核查日期')),
    checkResult: v.optional(line('核查结果', 500, '请写明核查结果')),
  }),
  grant: v.object({
    ground: v.optional(choice('依据', GROUND_NAME, '请选择依据', '不选时按审查意见')),
    reasons: v.optional(long('审批意见', 2000, '请写明审批意见', '不写时按审查意见')),
  }),
  refuse: v.object({
    ground: choice('不予的原因', REFUSE_GROUND, '请选择不予的原因'),
    reasons: long('事实和理由（写进决定书）', 2000, '不予法律援助必须说明理由（法律援助法第四十三条）'),
    toldHowToObject: yes('决定书写明可以向司法局提出异议', '请确认已告知救济途径'),
  }),
  redirect: v.object({
    /** Of this system: then a linked case begins there. */
    centreId: v.optional(who('转到哪个中心', '请选择中心', '不在名单里的，写在下一栏')),
    centre: v.optional(line('名单以外的机构', 100, '请写明机构名称')),
    reason: reason('为什么由那里办理', '请写明理由'),
    consent: passedOn(),
  }),
  hand_on: v.object({
    to: choice('转到哪里', { mediation: '人民调解', inquiry: '村（社区）法律顾问' }, '请选择转到哪里'),
    consent: passedOn(),
  }),
  object: v.object({
    reasons: long('你为什么不同意这个决定', 2000, '请写下不同意的理由'),
    fileIds: v.optional(files('补充材料', 20)),
  }),
  uphold_decision: v.object({ reasons: long('审查意见', 2000, '请写明维持的理由') }),
  order_correction: v.object({ reasons: long('审查意见', 2000, '请写明应当怎样改正') }),
  assign: v.object({
    lawyerId: who('指派给', '请选择承办律师'),
    reason: v.optional(reason('没有按轮次指派的理由', '请写明理由')),
  }),
  accept_assignment: v.object({ noConflict: yes('我与对方没有利益冲突', '有利益冲突的请选“声明冲突”') }),
  declare_conflict: v.object({ reason: reason('什么冲突', '请写明冲突的情形') }),
  decline_assignment: v.object({ reason: reason('为什么不能承办', '请写明理由') }),
  sign_agreement: v.object({
    signedOn: day('签订日期'),
    note: v.optional(line('委托的范围', 300, '请写明委托的范围')),
    fileIds: v.optional(files('签好的协议', 10)),
  }),
  report_progress: v.object({
    text: long('办到哪一步、下一步做什么', 2000, '请写下进展'),
    how: choice('怎样告诉受援人的', TOLD_BY, '请选择告知方式'),
    feedback: v.optional(line('受援人的意见', 500, '请写明意见')),
    fileIds: v.optional(files('文书', 20)),
  }),
  report_difficulty: v.object({
    what: choice('是哪种情况', DIFFICULTY, '请选择是哪种情况'),
    text: long('具体情况', 2000, '请写明情况'),
  }),
  request_change: v.object({
    reasons: long('为什么想换律师', 1000, '请写下理由', '例如约好不来、不告诉进展；有聊天记录等可以附上'),
    fileIds: v.optional(files('依据', 10)),
  }),
  change_lawyer: v.object({
    lawyerId: who('改派给', '请选择承办律师'),
    reason: reason('理由', '请写明改派的理由'),
  }),
  keep_lawyer: v.object({ reason: long('不更换的理由', 1000, '请写明理由，会告知受援人') }),
  ask_to_end: v.object({
    ground: choice('原因', END_GROUND, '请选择原因'),
    reasons: long('具体情况', 1000, '请写明情况'),
  }),
  terminate: v.object({
    ground: choice('终止的法定情形', END_GROUND, '请选择法定情形'),
    reasons: long('事实和理由（写进决定书）', 2000, '终止法律援助必须说明理由'),
    toldHowToObject: yes('决定书写明可以向司法局提出异议', '请确认已告知救济途径'),
  }),
  close: v.object({
    outcome: choice('怎样结的案', OUTCOME, '请选择结案方式'),
    endedOn: day('结案日', '收到判决、裁决、调解书的那天，或和解的那天'),
    way: choice('办理方式', WAY_OF_HELP, '请选择办理方式'),
    litigated: maybe('是否诉讼', '进了法院的选“是”，仲裁、调解、协商的选“否”'),
    text: long('承办过程和结果', 3000, '请写明承办过程和结果'),
    adopted: choice('采纳意见', ADOPTED, '请选择承办意见有没有被采纳'),
    documentNumber: v.optional(line('文书号', 60, '请写明文书号')),
    met: v.optional(count('会见、阅卷、调查次数', { min: 0, max: 999 }, '请填写次数')),
    recovered: v.optional(
      count('取得利益或挽回损失（元）', { min: 0, max: 1_000_000_000 }, '请填写整数金额'),
    ),
    wages: v.optional(count('其中为农民工讨薪（元）', { min: 0, max: 1_000_000_000 }, '请填写整数金额')),
    dossier: choices('归档材料', DOSSIER, '请选择归档的材料'),
    dossierMore: v.optional(line('归档的其他材料', 300, '请写明还有哪些材料')),
    fileIds: v.optional(files('结案材料', 40)),
  }),
  withdraw: v.object({ reason: v.optional(line('为什么撤回', 300, '请写明原因')) }),
  complain: v.object({
    about: choice('投诉什么', COMPLAINT, '请选择投诉什么'),
    text: long('具体情况', 2000, '请写下具体情况'),
    fileIds: v.optional(files('依据', 10)),
  }),
  answer_complaint: v.object({
    result: choice('查实结果', COMPLAINT_RESULT, '请选择结果'),
    answer: long('给投诉人的答复', 2000, '请写下答复'),
  }),
  check_quality: v.object({
    tool: choice('检查方式', QUALITY_TOOL, '请选择检查方式'),
    mark: choice('评定', QUALITY_MARK, '请选择评定'),
    text: long('情况和意见', 2000, '请写明情况'),
    charged: v.optional(maybe('受援人反映被收费')),
  }),
  acknowledge_danger: v.object({ note: v.optional(long('说明', 200, '请写明看法')) }),
  note_false_promise: v.object({
    evidence: long('查实的情况和依据', 1000, '请写明依据', '会告诉本人，不要写举报人是谁'),
  }),
  contest_false_promise: v.object({
    reasons: long('为什么不同意', 1000, '请写下不同意的理由'),
    fileIds: v.optional(files('依据', 10)),
  }),
  lift_false_promise: v.object({ answer: long('撤销的理由', 1000, '请写明理由，会告诉本人') }),
  keep_false_promise: v.object({ answer: long('维持的理由', 1000, '请写明理由，会告诉本人') }),
} as const
