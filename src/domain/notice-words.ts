import { dayOf, spokenDay } from './day.ts'
import {
  type AttemptState,
  type Dealt,
  type Facts,
  type News,
  type NoticeState,
  type Outlet,
  spoken,
} from './notice.ts'

const at = ({ startsAt }: Facts) => (startsAt ? spoken(startsAt) : '约定的时间')
const before = ({ was }: Facts) => (was ? spoken(was) : '约定的时间')
const instead = (facts: Facts) =>
  facts.startsAt ? `为你留了${at(facts)}，留到${untilWhen(facts)}` : '请另选一个时间'
const untilWhen = ({ until }: Facts) => (until ? spoken(until) : '稍后')
const dayIn = ({ day }: Facts) => (day ? spokenDay(day) : '约定的日子')
const whose = ({ number }: Facts) => (number ? `办件 ${number}` : '你的办件')

type Words = {
  title: string
  text(facts: Facts): string
  /** At most 20 characters: a field of a subscribe message holds no more, and an SMS little more. */
  short: string
}

/** Number, time, what to do. A telephone may lie on the table: not a word of the matter itself. */
export const NEWS_WORDS: Readonly<Record<News, Words>> = {
  booked: {
    title: '预约成功',
    text: (facts) => `${whose(facts)} 约在${at(facts)}。请保持电话畅通。`,
    short: '预约成功，请按时接听或到场',
  },
  moved: {
    title: '时间改了',
    text: (facts) => `${whose(facts)} 改到${at(facts)}。不方便请在办件里另选时间。`,
    short: '时间已改，请按新的时间',
  },
  cancelled: {
    title: '预约取消了',
    text: (facts) => `${whose(facts)} 的预约（${at(facts)}）已取消。需要时可以再约，或拨打12348。`,
    short: '预约已取消，可以再约',
  },
  missed: {
    title: '刚才没有打通你的电话',
    text: (facts) => `${whose(facts)}：刚才来电没有接通。我们会再打，也可以在办件里另选时间。`,
    short: '来电没有接通，可另选时间',
  },
  unreachable: {
    title: '多次没有联系上你',
    text: (facts) => `${whose(facts)}：多次来电没有接通。请再约一个时间，或直接拨打12348。`,
    short: '多次没有接通，请再约时间',
  },
  answered: {
    title: '有答复了',
    text: (facts) => `${whose(facts)} 已答复，请打开办件查看。咨询意见仅供参考。`,
    short: '已答复，请打开办件查看',
  },
  handed_on: {
    title: '已转到下一步',
    text: (facts) => `${whose(facts)} 已按你的意思转给下一个部门，打开办件可以看到新的编号。`,
    short: '已转办，请打开办件查看',
  },
  message: {
    title: '有新留言',
    text: (facts) => `${whose(facts)} 有一条新留言，请打开办件查看。`,
    short: '有新留言，请打开办件查看',
  },
  reminder_day: {
    title: '明天有预约',
    text: (facts) => `${whose(facts)} 约在${at(facts)}。不能按时请提前在办件里改时间或取消。`,
    short: '预约提醒，不便请提前改时间',
  },
  reminder_soon: {
    title: '预约快到了',
    text: (facts) => `${whose(facts)} 约在${at(facts)}，请保持电话畅通，或准备出门。`,
    short: '预约快到了，请做好准备',
  },
  earlier_slot: {
    title: '有更早的时间',
    text: (facts) =>
      `${facts.place ?? '你等的岗位'} ${at(facts)}有空，为你保留到${untilWhen(facts)}。要就请现在预约，不要不用管。`,
    short: '有更早的时间，请尽快确认',
  },
  time_lost: {
    title: '原来约的时间办不了了',
    text: (facts) =>
      `${whose(facts)} 原来约在${before(facts)}，那时不开放了，对不起。${instead(facts)}。点开就能改，也可以另选时间。`,
    short: '原时间不开放，请改时间',
  },
  time_call: {
    title: '我们会打电话跟你改时间',
    text: (facts) =>
      `${whose(facts)} 原来约在${before(facts)}，那时不开放了。${facts.startsAt ? `已留${at(facts)}，留到${untilWhen(facts)}` : '请商量另一个时间'}。`,
    short: '原时间不开放，会来电商量',
  },
  time_back: {
    title: '原来约的时间又能办了',
    text: (facts) => `${whose(facts)} 原来约在${before(facts)}，那时又开放了，照原来约的办，不用改。`,
    short: '原时间照常，不用改',
  },
  question: {
    title: '有人向你提问',
    text: (facts) => `${whose(facts)} 等你答复，请在答复时间内打开办件。`,
    short: '有新的提问等你答复',
  },
  question_lost: {
    title: '一件提问已转给别人',
    text: (facts) => `${whose(facts)} 没有按时答复，已自动转给下一位。`,
    short: '超时的提问已转给下一位',
  },
  question_moved: {
    title: '换人答复了',
    text: (facts) => `${whose(facts)} 已换人答复，你不用再说一遍。打开办件可以看到现在由谁答复。`,
    short: '已换人答复，打开办件查看',
  },
  booking_moved: {
    title: '换人来办了',
    text: (facts) =>
      `${whose(facts)} 原来约的法律顾问办不了，已转给12348热线，会打电话跟你商量，你不用再说一遍。对不起。`,
    short: '已转给热线，会打电话找你',
  },
  call_late: {
    title: '对不起，让你久等了',
    text: (facts) =>
      `${whose(facts)} 约好的时间过了还没有办成，对不起。已催办。急事请拨12348，也可以在办件里另选时间。已经谈过的不用管。`,
    short: '没按时联系你，对不起',
  },
  call_due: {
    title: '有预约过了时间',
    text: (facts) => `${whose(facts)} 约定的时间过了还没有结果，请尽快联系当事人并记下结果。`,
    short: '有预约过了时间没有结果',
  },
  asked_back: {
    title: '请补充情况',
    text: (facts) => `${whose(facts)} 要补充一些情况才能答复，请打开办件回答。`,
    short: '请打开办件补充情况',
  },
  asked_on: {
    title: '对方接着问',
    text: (facts) => `${whose(facts)} 本人接着问，等你答复。`,
    short: '对方接着问，等你答复',
  },
  rules_asked: {
    title: '有村规民约等你审查',
    text: (facts) => `${whose(facts)} 提交了草案，请逐条写明意见。`,
    short: '有村规民约等你审查',
  },
  rules_step: {
    title: '村规民约有进展',
    text: (facts) => `${whose(facts)} 有新的进展，请打开办件查看。`,
    short: '村规民约有进展，请查看',
  },
  rules_ready: {
    title: '有村规民约可以备案',
    text: (facts) => `${whose(facts)} 顾问看过，没有违法条款。村民会议通过后，请备案并公开。`,
    short: '有村规民约可以备案了',
  },
  visit_tomorrow: {
    title: '明天要进村',
    text: (facts) =>
      `${at(facts)} 安排了进村${facts.place ? `：${facts.place}` : ''}。到村请扫公示牌上的码签到。`,
    short: '明天要进村，记得签到',
  },
  stand_in: {
    title: '请你代班',
    text: ({ place, day, until }) =>
      `${place ?? '一位同事'}请假，${day ? spokenDay(day) : '这几天'}到${until ? spokenDay(dayOf(until)) : '销假'}由你代班。这些村在你的工作台上。`,
    short: '同事请假，由你代班',
  },
  village_gap: {
    title: '有村本月没有安排进村',
    text: ({ place }) => `${place ?? '辖区里有村'}本月还没有安排法律顾问进村，请联系顾问安排。`,
    short: '有村本月没有安排进村',
  },
  visit_off: {
    title: '法律顾问这次不来了',
    text: (facts) =>
      `原定 ${at(facts)} 的进村${facts.place ? `（${facts.place}）` : ''}取消了。${facts.why ? `原因：${facts.why}。` : ''}请告诉想来问的村民，改期后公示页上会显示。`,
    short: '法律顾问的进村取消了，请告诉村民',
  },
  day_full: {
    title: '有一天约满了',
    text: ({ place, day }) =>
      `${place ?? '岗位'} ${day ? spokenDay(day) : '这一天'}已经约满。可以加开时间或名额，等着的人会先收到通知。`,
    short: '有一天约满了',
  },
  danger: {
    title: '有危险提示等你看',
    text: (facts) => `${whose(facts)} 有危险提示，请马上打开办件看一眼，看过了点“看过了”。`,
    short: '有危险提示，请马上查看',
  },
  rate: {
    title: '请给这次服务打个分',
    text: (facts) => `${whose(facts)} 已经办完。点短信里的链接就能评价，三十天内有效，不用登录。`,
    short: '请给这次服务打个分',
  },
  mediation_asked: {
    title: '调解申请收到了',
    text: (facts) => `${whose(facts)} 已收到，调解委员会会联系双方。不收任何费用。`,
    short: '调解申请已收到',
  },
  mediation_invited: {
    title: '有人请你参加人民调解',
    text: () => '有一件人民调解请你看看，愿不愿意由你决定，不收费。用这个手机号登录后在“调解邀请”里打开。',
    short: '有人请你参加调解，请登录查看',
  },
  other_side_willing: {
    title: '对方愿意调解',
    text: (facts) => `${whose(facts)}：对方同意调解，请打开办件看下一步。`,
    short: '对方同意调解',
  },
  other_side_unwilling: {
    title: '对方不愿意调解',
    text: (facts) => `${whose(facts)}：对方不愿意调解。还可以走的路和期限写在办件里，也可以拨打12348。`,
    short: '对方不愿调解，请看其他办法',
  },
  callback_drawn: {
    title: '轮到你们抽查回访',
    text: (facts) =>
      `${whose(facts)} 抽中由你们回访，${dayIn(facts)}前打电话问双方，在“要复核的”里记下结果。`,
    short: '轮到你们抽查回访',
  },
  mediation_new: {
    title: '有新的调解申请',
    text: (facts) => `${whose(facts)} 刚刚申请，请三个工作日内联系双方。`,
    short: '有新的调解申请，请联系双方',
  },
  mediation_complaint: {
    title: '有人投诉调解员',
    text: (facts) => `${whose(facts)} 有一条投诉等你们处理，请打开办件查看，查清后答复。`,
    short: '有一条投诉等你们处理',
  },
  complaint_answered: {
    title: '投诉有结果了',
    text: (facts) => `${whose(facts)} 的投诉已经处理，请打开办件看结果。`,
    short: '有新的答复，请打开办件查看',
  },
  mediator_left: {
    title: '要另定调解员',
    text: (facts) => `${whose(facts)} 的调解员换下来了，请双方另选或者另行指定。`,
    short: '调解员换下来了，请另定',
  },
  mediation_longer: {
    title: '调解期限延长了',
    text: (facts) => `${whose(facts)} 经双方书面同意，延长了调解期限，打开办件看到哪天。`,
    short: '调解期限延长，请看办件',
  },
  mark_ready: {
    title: '协议履行有新的登记',
    text: (facts) => `${whose(facts)} 登记了履行或者司法确认的情况，请打开办件看看，属实的请你也确认。`,
    short: '有新的登记，请看看并确认',
  },
  agreement_disputed: {
    title: '对协议有争议',
    text: (facts) => `${whose(facts)}：一方对协议有争议。可以再谈，也可以向法院起诉，办法写在办件里。`,
    short: '一方对协议有争议，请看办件',
  },
  wrong_person: {
    title: '打开邀请的不是对方',
    text: (facts) =>
      `${whose(facts)}：打开邀请的人不是对方当事人，已经退出，再也看不到。调解委员会会另找对方；你有他别的号码，请留言告诉我们。`,
    short: '找错了人，会另找对方',
  },
  mediation_accepted: {
    title: '调解已受理',
    text: (facts) => `${whose(facts)} 已受理。请打开办件确认权利义务、选调解员。`,
    short: '调解已受理，请确认权利义务',
  },
  mediation_not_accepted: {
    title: '调解没有受理',
    text: (facts) => `${whose(facts)} 不能由人民调解办理。为什么、该去哪里，写在办件里。`,
    short: '没有受理，请看该去哪里办',
  },
  session_set: {
    title: '约好了调解时间',
    text: (facts) => `${whose(facts)} 约在${at(facts)}调解。不方便请提前留言或者打电话。`,
    short: '约好了调解时间',
  },
  session_off: {
    title: '这次调解取消了',
    text: (facts) => `${whose(facts)} 约好的调解取消了，会另约时间。`,
    short: '这次调解取消，会另约时间',
  },
  record_ready: {
    title: '请看调解记录',
    text: (facts) => `${whose(facts)} 的调解记录写好了，请打开办件看过并确认。`,
    short: '请看过并确认调解记录',
  },
  draft_ready: {
    title: '协议文本好了',
    text: (facts) => `${whose(facts)} 的协议文本好了，请先看清楚，再签名。`,
    short: '协议文本好了，请看清再签',
  },
  agreement_effective: {
    title: '协议生效了',
    text: (facts) => `${whose(facts)} 的协议生效了，请按约定履行。三十日内双方可以一起申请司法确认。`,
    short: '协议生效，请按约定履行',
  },
  instalment_due: {
    title: '快到履行的日子了',
    text: (facts) => `${whose(facts)} 有一期约在${dayIn(facts)}前履行。履行后请双方在办件里标记。`,
    short: '快到履行日期，请按时履行',
  },
  instalment_late: {
    title: '有一期到期了',
    text: (facts) =>
      `${whose(facts)} 有一期约在${dayIn(facts)}前履行，还没有双方的确认。已履行请标记，有困难请联系调解员。`,
    short: '有一期到期，请标记或联系调解员',
  },
  confirmation_days: {
    title: '可以申请司法确认',
    text: (facts) =>
      `${whose(facts)}：双方一起申请司法确认，最后一天是${dayIn(facts)}。材料在办件里，不收费。`,
    short: '司法确认有期限，请看办件',
  },
  visit_due: {
    title: '该回访了',
    text: (facts) => `${whose(facts)} 约定${dayIn(facts)}回访，请记下履行情况。`,
    short: '到约定的回访日期了',
  },
  mediation_yours: {
    title: '有一件调解交给你',
    text: (facts) => `${whose(facts)} 由你调解，请打开办件看下一步。`,
    short: '有一件调解交给你',
  },
  mediation_ended: {
    title: '调解有了结果',
    text: (facts) => `${whose(facts)} 的调解结束或者移交了，下一步可以怎么办写在办件里。`,
    short: '调解结束或移交，请看下一步',
  },
  aid_received: {
    title: '申请收到了',
    text: (facts) => `${whose(facts)} 已收到，最晚哪天决定写在办件里。要补材料的会一次告诉你。`,
    short: '申请已收到，决定日期见办件',
  },
  aid_material: {
    title: '请补充材料',
    text: (facts) => `${whose(facts)} 还缺材料，已一次列全。请打开办件看清单和最后一天。`,
    short: '请补充材料，清单在办件里',
  },
  aid_supplied: {
    title: '材料补来了',
    text: (facts) => `${whose(facts)} 补充了材料，请继续审查。`,
    short: '补充了材料，请继续审查',
  },
  aid_decided: {
    title: '有决定了',
    text: (facts) => `${whose(facts)} 已作出决定，决定书和下一步写在办件里，也可以拨打12348。`,
    short: '已作出决定，请打开办件查看',
  },
  aid_lawyer: {
    title: '律师定了',
    text: (facts) => `${whose(facts)} 已指派律师，姓名和电话写在办件里。`,
    short: '已指派律师，请打开办件查看',
  },
  aid_assigned: {
    title: '有一件指派给你',
    text: (facts) => `${whose(facts)} 指派给你承办，请接受或者声明冲突。`,
    short: '有一件指派给你，请查看',
  },
  aid_progress: {
    title: '有新进展',
    text: (facts) => `${whose(facts)} 有新的进展，请打开办件查看。`,
    short: '有新进展，请打开办件查看',
  },
  aid_change_asked: {
    title: '受援人申请更换律师',
    text: (facts) => `${whose(facts)} 受援人申请更换律师，由中心答复。`,
    short: '受援人申请更换律师',
  },
  aid_lawyer_left: {
    title: '要换一位律师',
    text: (facts) => `${whose(facts)} 原来指派的律师不能承办，中心会另派一位，定了就告诉你。`,
    short: '要换一位律师，定了就告诉你',
  },
  aid_end_asked: {
    title: '提出了终止援助',
    text: (facts) => `${whose(facts)} 提出了终止法律援助。中心作决定以前照常进行，有话要说请在办件里留言。`,
    short: '提出了终止援助，还没有决定',
  },
  aid_last_days: {
    title: '快到最后一天了',
    text: (facts) => `${whose(facts)} 还没有补齐，最后一天是${dayIn(facts)}，当天也算。有困难请拨打12348。`,
    short: '还没有补齐，快到最后一天了',
  },
  aid_lapsed: {
    title: '没有按时补齐',
    text: (facts) => `${whose(facts)} 没有按时补齐材料，视为撤回申请。准备好了可以重新申请。`,
    short: '视为撤回，可以重新申请',
  },
  aid_urgent: {
    title: '有紧急的法律援助申请',
    text: (facts) => `${whose(facts)} 离期限不到七天，或者需要保全，请马上看；可以先行提供援助，手续后补。`,
    short: '有紧急的申请，请马上看',
  },
  aid_to_do: {
    title: '有一件等你处理',
    text: (facts) => `${whose(facts)} 有新的情况等你处理，请打开办件查看。`,
    short: '有一件等你处理',
  },
  aid_ended: {
    title: '办结了',
    text: (facts) => `${whose(facts)} 已经办结，结果写在办件里，可以评价。`,
    short: '已办结，请打开办件查看',
  },
}

export const OUTLET_NAME: Readonly<Record<Outlet, string>> = {
  wechat: '微信',
  sms: '短信',
  call: '人工电话',
}

/** As staff reads it: what is known, no more. */
export const NOTICE_STATE: Readonly<Record<NoticeState, string>> = {
  told: '已在程序内告知',
  waiting: '等待发送',
  sent: '已发出，是否看到不确定',
  on_call_list: '等待人工电话通知',
  reached: '本人已知道',
  not_reached: '没有通知到本人',
  obsolete: '情况已变，不再通知',
}

export const ATTEMPT_STATE: Readonly<Record<AttemptState, string>> = {
  trying: '正在发送',
  again: '没有成功，会再试',
  sent: '已发出，是否看到不确定',
  passed_over: '走不通，换下一种方式',
  given_up: '发不出去，换下一种方式',
  unknown: '发送时中断，可能已发出，不再重复',
  reached: '已通知到本人',
  not_reached: '没有通知到本人',
}

/** Codes of our own; a provider's code is shown as it is. */
const OUTCOME: Readonly<Record<string, string>> = {
  demo: '演示模式，没有真的发出',
  not_configured: '本机构没有开通',
  no_wechat: '没有绑定微信',
  no_permission: '本人没有同意接收，或次数已用完',
  no_number: '没有可用的手机号',
  no_address: '没有可用的联系方式',
  asked_not_to: '本人交代不要发短信',
  no_hotline: '当地没有热线可以打',
  unavailable: '服务商没有回应',
  interrupted: '程序中断',
  no_answer: '没有接通',
  too_late: '已过时限',
}

/** Nothing more to say than the state does. */
const PLAIN = ['reached', 'Ok', '0']

/** 短信通知“时间改了”：已发出，是否看到不确定（演示模式，没有真的发出） */
export function attemptText(attempt: Tried & Told): string {
  return `${OUTLET_NAME[attempt.outlet]}通知${titleOf(attempt)}：${outcomeOf(attempt)}`
}

/** What was said, and to which side. */
type Told = { news: News; side: 'applicant' | 'other_side' }

const titleOf = ({ news, side }: Told) =>
  `“${NEWS_WORDS[news].title}”${side === 'other_side' ? '（给对方）' : ''}`

type Tried = { outlet: Outlet; tries: number; state: AttemptState; outcome: string | null }

/** One way out and what came of it. */
export const outcomeText = (tried: Tried): string => `${OUTLET_NAME[tried.outlet]}：${outcomeOf(tried)}`

function outcomeOf({ outlet, tries, state, outcome }: Tried): string {
  const waits = outlet === 'call' && state === 'again'
  const what = waits ? NOTICE_STATE.on_call_list : ATTEMPT_STATE[state]
  const why = outcome && !PLAIN.includes(outcome) ? (OUTCOME[outcome] ?? `代码 ${outcome}`) : null
  const more = [tries > 1 ? `第 ${tries} 次` : null, why].filter(Boolean).join('，')
  return `${what}${more && `（${more}）`}`
}

export const DEALT_NAME: Readonly<Record<Dealt, string>> = {
  told_otherwise: '已经用别的办法告诉本人',
  not_needed: '不用再通知',
  cannot_be_told: '找不到本人，无法通知',
}

/** What staff reads of the notice itself. */
export const noticeText = (told: Told, state: NoticeState, isRead: boolean): string =>
  `程序内消息${titleOf(told)}：${isRead ? '本人已读' : NOTICE_STATE[state]}`
