import * as v from 'valibot'

import { SIGNING_NAME, TOUCH_NAME, WAY_NAME } from '#domain/agreement'
import { CASE_SOURCE } from '#domain/case-source'
import { OUTCOME_NAME } from '#domain/confirmation'
import type { DANGERS, REPORTED_TO } from '#domain/danger'
import { EXCLUSION } from '#domain/dispute'
import { FILED_AS, POWER } from '#domain/dossier-parts'
import { MISCONDUCT, MISCONDUCT_RESULT } from '#domain/mediation-complaint'
import {
  BY_WORD,
  CONTENTED,
  END_REASON,
  HELPER_AS,
  INVITED_BY,
  MARK_NAME,
  PERFORMED,
  RECEIVER,
  SESSION_MODE,
  SIDE_NAME,
  VISITED_BY,
  YES_NO,
} from '#domain/mediation-words'
import { ID_KIND, PARTY_AS } from '#domain/party-block'
import { SEX_NAME } from '#domain/sex'
import { Day, Id, words } from './common.ts'
import {
  byStaff,
  choice,
  choices,
  count,
  day,
  files,
  folded,
  line,
  long,
  maybe,
  moment,
  who,
  yes,
} from './field.ts'

/** Staff say for which side they write something down; a party leaves it out. */
const side = byStaff(choice('哪一方', SIDE_NAME, '请选择是哪一方'))
/** How staff heard it; a party leaves it out. */
const heard = byStaff(choice('对方怎么答复的', BY_WORD, '请选择怎么答复的'))
/** Registered as the national code has it; what was said before, or the way it came, stands otherwise. */
const source = v.optional(
  choice('案件来源', CASE_SOURCE, '请选择案件来源', '不选就按登记时的；没登记的，按网上申请或者当事人申请'),
)
const photos = (label: string) => v.optional(files(label, 9), [])

const names = <const T extends Readonly<Record<string, { name: string }>>>(rows: T) =>
  Object.fromEntries(Object.entries(rows).map(([key, { name }]) => [key, name])) as Record<
    keyof T & string,
    string
  >

/** Several accounts out of those that the case offers. */
const people = (label: string, missing: string) =>
  v.pipe(
    v.array(Id, missing),
    v.minLength(1, missing),
    v.maxLength(9, '最多选 9 位'),
    v.title(label),
    v.metadata({ input: 'choices' }),
  )

const touches = choices(
  '协议是否涉及下面的事',
  TOUCH_NAME,
  '请选择，都没有就选“都没有”',
  '决定能不能电子签名、能不能申请司法确认',
)

export const MOST_YUAN = 100_000_000
const amount = count('涉及金额（元）', { min: 0, max: MOST_YUAN }, '请填写整数元，不涉及钱的填 0')

export const Instalment = v.object({
  dueOn: Day,
  amount: v.pipe(v.number('请填写整数元'), v.integer('请填写整数元'), v.minValue(0), v.maxValue(MOST_YUAN)),
  what: words(200, '请写明做什么'),
})
export type Instalment = v.InferOutput<typeof Instalment>

/** A list that the page of this kind fills in row by row. */
const instalments = v.pipe(
  v.array(Instalment),
  v.maxLength(60, '最多 60 期'),
  v.title('履行时限（分期）'),
  v.metadata({ input: 'long' }),
)

const clauses = v.pipe(
  v.array(words(1000, '请写下这一条')),
  v.minLength(1, '请至少写一条'),
  v.maxLength(30, '最多 30 条'),
  v.title('协议条款'),
  v.metadata({ input: 'long' }),
)

const DANGER = {
  suicide: '有人想自杀、自残',
  violence: '有人受到暴力或者可能伤人',
  child: '未成年人受到伤害',
} as const satisfies Record<(typeof DANGERS)[number], string>

const TO = {
  police: '公安机关',
  procuratorate: '检察院',
  women_federation: '妇联',
  civil_affairs: '民政部门',
  ambulance: '急救',
} as const satisfies Record<(typeof REPORTED_TO)[number], string>

/** What each action takes besides `version`. */
export const MEDIATION_ACTIONS = {
  invite: v.object({
    means: choices('怎样邀请', INVITED_BY, '请选择怎样邀请'),
    name: v.optional(line('对方姓名或者单位', 60, '请填写对方姓名')),
    phone: v.optional(line('对方电话', 20, '请填写对方电话', '有电话才能发短信')),
  }),
  join: v.object({}),
  accept_invitation: v.object({
    suits: v.optional(long('什么时间方便', 200, '请写下方便的时间')),
    heard,
  }),
  decline_invitation: v.object({
    reason: v.optional(long('原因（可以不填，只给调解员看）', 300, '请写下原因')),
    heard,
  }),
  not_me: v.object({ wrong: yes('不是这件事的当事人，退出', '确定找错了人再勾选') }),
  name_parties: v.object({
    applicant: v.optional(line('申请人姓名', 40, '请填写申请人姓名', '按身份证写，协议上用')),
    other: v.optional(line('对方姓名或者单位', 60, '请填写对方姓名')),
  }),
  state_party: v.object({
    side,
    name: v.optional(line('姓名或者单位', 60, '请填写姓名或者单位', '按证件上的写；以前填过的不用再填')),
    sex: v.optional(choice('性别', SEX_NAME, '请选择性别')),
    bornOn: v.optional(day('出生日期')),
    phone: v.optional(line('电话', 20, '请填写电话', '只有调解委员会看到')),
    people: folded(line('民族', 20, '请填写民族')),
    occupation: folded(line('职业或者工作单位', 60, '请填写职业')),
    position: folded(line('职务', 40, '请填写职务')),
    address: folded(line('住址', 200, '请填写住址')),
    idKind: folded(choice('证件种类', ID_KIND, '请选择证件种类')),
    idNumber: folded(line('证件号码', 40, '请填写证件号码', '申请司法确认时法院要看；只有调解委员会看到')),
    as: folded(choice('当事人是', PARTY_AS, '请选择个人或者单位', '不选就是个人')),
    creditCode: folded(line('统一社会信用代码', 30, '请填写统一社会信用代码', '单位填写')),
    representative: folded(line('法定代表人', 40, '请填写法定代表人', '单位填写')),
    withheld: folded(maybe('没填的是不愿意提供', '选“是”，文书上写“其余拒绝提供”')),
  }),
  issue_authority: v.object({
    side,
    agent: line('受托人姓名', 40, '请填写受托人姓名'),
    relation: line('与委托人的关系', 40, '请填写关系', '例如：儿子、律师、同事'),
    powers: choices('授权做什么', POWER, '请选择授权的事项'),
    until: v.optional(day('到哪一天', '不选就是到这次调解结束')),
  }),
  add_to_dossier: v.object({
    as: choice('是什么材料', FILED_AS, '请选择是什么材料'),
    fileIds: v.pipe(files('照片或者文件', 20), v.minLength(1, '请添加照片或者文件')),
  }),
  complain: v.object({
    about: choice('投诉什么', MISCONDUCT, '请选择投诉什么'),
    text: long('具体情况', 2000, '请写下具体情况'),
  }),
  answer_complaint: v.object({
    side: choice('答复哪一方', SIDE_NAME, '请选择答复哪一方'),
    result: choice('处理结果', MISCONDUCT_RESULT, '请选择处理结果'),
    answer: long('给投诉人的答复', 2000, '请写下答复'),
  }),
  accept: v.object({ source }),
  accept_together: v.object({
    agreed: yes('双方都在场，都愿意调解，已当面告知权利义务', '请双方都同意后再勾选'),
    source,
    fileIds: photos('登记表签名页照片'),
  }),
  not_accept: v.object({
    why: choice('为什么不能受理', names(EXCLUSION), '请选择原因'),
    told: long('怎样告诉当事人', 500, '请写明理由和去处'),
    calmed: v.optional(long('可能激化的，先采取了什么措施', 300, '请写明措施')),
  }),
  confirm_rights: v.object({
    read: yes('我已看过（听过）权利义务', '请看过以后再勾选'),
    side,
    fileIds: photos('签收页照片'),
  }),
  choose_mediator: v.object({ picks: people('愿意接受哪些调解员', '请至少选一位'), side }),
  assign_mediator: v.object({ mediatorId: who('调解员', '请选择调解员') }),
  reject_mediator: v.object({ reason: long('原因（只给委员会看）', 300, '请写明原因'), side }),
  declare_conflict: v.object({ reason: long('有什么利害关系', 300, '请写明关系') }),
  close_doors: v.object({ reason: v.optional(long('原因', 200, '请写明原因')), side }),
  invite_helper: v.object({
    name: line('请谁参加', 40, '请填写姓名'),
    as: choice('以什么身份', HELPER_AS, '请选择身份'),
  }),
  consent_helper: v.object({ says: choice('是否同意', YES_NO, '请选择是否同意'), side }),
  schedule_session: v.object({
    startsAt: moment('开始'),
    endsAt: moment('结束'),
    mode: choice('方式', SESSION_MODE, '请选择方式'),
    place: line('地点或者视频链接', 200, '请写明地点或者链接'),
    room: v.optional(line('调解室', 40, '请填写调解室', '填了就不会和别的调解撞在一起')),
  }),
  cancel_session: v.object({ reason: v.optional(long('原因', 200, '请写明原因')) }),
  record_session: v.object({
    startedAt: moment('开始'),
    endedAt: moment('结束'),
    place: line('地点', 200, '请写明地点'),
    present: line('参加人', 200, '请写明参加的人'),
    record: long('调解记录', 8000, '请写下调解经过', '双方都能看到并要确认'),
    privately: v.optional(long('只给调解员看的', 4000, '请写下内容', '当事人单独说的写在这里，另一方看不到')),
    fileIds: photos('记录照片或者录音'),
  }),
  confirm_record: v.object({
    right: yes('记录看过，与说的一致', '请看过记录再勾选'),
    side,
    fileIds: photos('签名页照片'),
  }),
  investigate: v.object({
    asked: line('被调查人', 60, '请写明被调查人'),
    place: line('地点', 200, '请写明地点'),
    record: long('调查记录', 8000, '请写下内容', '只给调解员和委员会看'),
    fileIds: photos('照片'),
  }),
  draft_agreement: v.object({
    facts: long('主要事实', 2000, '请写明主要事实'),
    disputed: long('争议事项', 1000, '请写明争议什么'),
    duty: v.optional(long('各方责任', 1000, '请写明责任')),
    clauses,
    ways: choices('履行方式', WAY_NAME, '请选择履行方式'),
    amount,
    instalments: v.optional(instalments, []),
    place: v.optional(line('履行地点', 200, '请写明地点')),
    touches,
  }),
  confirm_agreement: v.object({
    side: choice('哪一方', SIDE_NAME, '请选择是哪一方'),
    how: choice('怎样签的', SIGNING_NAME, '请选择怎样签的'),
    signedOn: day('签名日期'),
    readAloud: yes('已当面宣读，本人签名、盖章或者按指印', '请宣读并签名后再勾选'),
    fileIds: v.pipe(files('签名页照片', 9), v.minLength(1, '请拍下签名页')),
  }),
  sign_agreement: v.object({ reference: line('电子签名编号', 100, '请先完成电子签名') }),
  confirm_receipt: v.object({ read: yes('我看过协议，内容属实', '请看过以后再勾选') }),
  seal_agreement: v.object({
    mediatorSignedOn: day('调解员签名日期'),
    sealedOn: day('调委会盖章日期'),
    fileIds: photos('签好盖好的协议照片'),
  }),
  record_oral_agreement: v.object({
    reachedOn: day('达成日期'),
    startedAt: v.optional(moment('调解开始')),
    endedAt: v.optional(moment('调解结束')),
    place: line('调解地点', 200, '请写明地点'),
    facts: long('主要事实和争议', 2000, '请写明事实和争议'),
    clauses,
    ways: choices('履行方式', WAY_NAME, '请选择履行方式'),
    amount,
    instalments: v.optional(instalments, []),
    touches,
    fileIds: photos('照片'),
  }),
  write_down: v.object({}),
  mark_performed: v.object({
    no: count('第几期', { min: 1, max: 60 }, '请选择第几期'),
    mark: choice('履行情况', MARK_NAME, '请选择履行情况'),
    note: v.optional(long('说明（只给调解员看）', 300, '请写明情况')),
    side,
    fileIds: photos('凭证照片'),
  }),
  return_visit: v.object({
    on: day('回访日期'),
    by: choice('回访方式', VISITED_BY, '请选择方式'),
    performed: choice('履行情况', PERFORMED, '请选择履行情况'),
    contented: choice('是否满意', CONTENTED, '请选择是否满意'),
    record: long('回访情况', 2000, '请写下情况', '只给调解员和委员会看'),
    nextOn: v.optional(day('下次回访日期')),
  }),
  issue_pack: v.object({
    together: yes('双方愿意一起申请司法确认', '要双方共同申请（人民调解法 第三十三条）'),
  }),
  record_confirmation: v.object({
    outcome: choice('进展', OUTCOME_NAME, '请选择进展'),
    court: line('法院', 60, '请填写法院名称'),
    number: v.optional(line('案号', 60, '请填写案号')),
    on: day('日期'),
  }),
  dispute_agreement: v.object({ about: long('对什么有争议（只给调解员看）', 1000, '请写明争议'), side }),
  issue_proof: v.object({}),
  extend: v.object({
    until: day('延长到'),
    reason: long('为什么要延长', 500, '请写明原因', '双方都能看到'),
    agreed: yes('双方都书面同意', '要双方书面同意'),
    fileIds: v.pipe(files('双方签名的书面同意', 9), v.minLength(1, '请拍下双方签名的书面同意')),
  }),
  fail: v.object({
    why: choice('为什么没有调成', END_REASON, '请选择原因'),
    told: long('怎样告诉双方', 500, '请写明', '双方都能看到；其他办法和期限会自动列出'),
    since: v.optional(day('纠纷从哪天起算', '用来推算其他办法的最后一天，不清楚可以不填')),
  }),
  transfer: v.object({
    to: choice('移交给谁', RECEIVER, '请选择移交给谁'),
    organisationId: v.optional(who('本系统内的调解委员会', '请选择委员会')),
    unit: v.optional(line('接收单位', 60, '请填写接收单位')),
    reason: long('原因', 500, '请写明原因', '双方都能看到'),
    agreed: v.optional(maybe('当事人同意移交')),
  }),
  record_receipt: v.object({
    by: line('接收人', 40, '请填写接收人'),
    number: v.optional(line('回执编号', 60, '请填写编号')),
    on: day('签收日期'),
  }),
  resume: v.object({ reason: v.optional(long('为什么接回', 300, '请写明原因')) }),
  close: v.object({ summary: v.optional(long('卷宗情况说明', 2000, '请写明')) }),
  flag_callback: v.object({}),
  review_flags: v.object({ finding: long('复核结果', 1000, '请写明复核结果') }),
  withdraw: v.object({ reason: v.optional(long('原因（可以不填）', 300, '请写明原因')) }),
  report_danger: v.object({
    what: choice('哪种危险', DANGER, '请选择是哪种危险'),
    to: choice('报告给谁', TO, '请选择报告给谁'),
    receipt: line('接报单位、接报人或者回执编号', 200, '请写明接报单位、接报人或回执编号'),
  }),
  acknowledge_danger: v.object({ note: v.optional(line('看法', 200, '请写明看法')) }),
} as const
