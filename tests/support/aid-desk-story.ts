import type { Phone } from './phone.ts'

/** What those who work on legal aid do on the screen, each step from the page on which they find it. */
type Look = (name: string) => Promise<void>
const noLook: Look = async () => undefined

const WORK = '/pages/legal-aid-desk/work/index'
const REVIEW = 'pages/legal-aid-desk/review/index'
const STEP = 'pages/case/step/index'

/** The next application of the queue, beside its evidence. */
export async function takeNext(reviewer: Phone, look = noLook): Promise<void> {
  await reviewer.open(WORK)
  await reviewer.see('法律援助工作台')
  await look('queue')
  await reviewer.tap('接手下一件申请')
  await reviewer.at(REVIEW)
  await reviewer.see('申请内容')
}

export async function openBeside(staff: Phone, id: string): Promise<void> {
  await staff.open(`/${REVIEW}?id=${id}`)
  await staff.see('申请内容')
}

export async function openAtDesk(staff: Phone, id: string): Promise<void> {
  await staff.open(`/pages/case/index?id=${id}&view=desk`)
  await staff.see('申请人看到的是')
}

/** Opens the page of a step. */
async function begin(staff: Phone, step: string): Promise<void> {
  await staff.tap(step)
  await staff.at(STEP)
  await staff.settle()
}

/** What cannot be taken back is asked once more. */
async function confirm(staff: Phone, step: string): Promise<void> {
  await staff.tap(step)
  await staff.tap(`确定${step}`)
}

/** One list of everything that is missing; here one proof of the work. */
export async function askForProof(reviewer: Phone, look = noLook): Promise<void> {
  await begin(reviewer, '通知补充材料')
  await reviewer.see('发出后不能再发第二次')
  await reviewer.tap('证明你在那里干过活的材料')
  await reviewer.type('给申请人的说明', '记工本、聊天记录、工牌，有一样就行')
  await look('ask')
  await reviewer.tap('通知补充材料')
  await reviewer.at(REVIEW)
  await reviewer.see('已通知补交')
}

export async function recommendGrant(reviewer: Phone, look = noLook): Promise<void> {
  await begin(reviewer, '提出审查意见')
  await reviewer.tap('拟给予法律援助')
  await reviewer.pick('符合哪一项', '确认劳动关系、支付劳动报酬（三十一条五项）')
  await reviewer.type('事实和理由', '有记工本，欠薪事实清楚。')
  await look('recommend')
  await reviewer.tap('提出审查意见')
  await reviewer.at(REVIEW)
}

export async function recommendRefusal(reviewer: Phone): Promise<void> {
  await begin(reviewer, '提出审查意见')
  await reviewer.tap('拟不予法律援助')
  await reviewer.tap('申请事项不属于法律援助范围')
  await reviewer.type('事实和理由', '属于合伙分红，不是劳动报酬。')
  await reviewer.tap('提出审查意见')
  await reviewer.at(REVIEW)
}

/** What the head leaves open is as it was proposed. */
export async function grant(head: Phone, look = noLook): Promise<void> {
  await look('decide')
  await begin(head, '给予援助')
  await look('grant')
  await head.tap('给予援助')
  await head.see('决定给予援助')
}

export async function refuse(head: Phone, look = noLook): Promise<void> {
  await begin(head, '不予援助')
  await head.tap('申请事项不属于法律援助范围')
  await head.type('事实和理由', '合伙协议写明分红，不是劳动报酬。')
  await head.tick('决定书写明可以向司法局提出异议')
  await look('refuse')
  await confirm(head, '不予援助')
  await head.see('决定不予援助')
}

/** The one whose turn it is. */
export async function assign(head: Phone, lawyer: string, look = noLook): Promise<void> {
  await begin(head, '指派律师')
  await head.see(`轮到：${lawyer}`)
  await look('assign')
  await head.tap(lawyer)
  await head.tap('指派律师')
  await head.see('已指派律师')
}

export async function acceptAssignment(lawyer: Phone, look = noLook): Promise<void> {
  await lawyer.see('接受指派')
  await look('case')
  await lawyer.tap('接受指派')
  await lawyer.tick('我与对方没有利益冲突')
  await look('accept')
  await lawyer.tap('接受指派', '先不办')
  await lawyer.see('律师正在办理')
}

export async function orderCorrection(bureau: Phone, look = noLook): Promise<void> {
  await look('objection')
  await begin(bureau, '责令改正')
  await bureau.type('审查意见', '有记工本和工资条，属于劳动报酬，应当重新审查。')
  await look('correct')
  await confirm(bureau, '责令改正')
  await bureau.see('正在审查')
}

/** LP-18: one tap, and the question whether it is meant. */
export async function provideInAdvance(reviewer: Phone, look = noLook): Promise<void> {
  await reviewer.see('离期限不到七天')
  await look('urgent')
  await reviewer.tap('先行提供援助')
  await reviewer.tap('确定先行提供援助')
  await reviewer.see('决定给予援助')
}

/** LP-20: what was done and what comes next, and how the recipient was told. */
export async function reportProgress(lawyer: Phone, text: string): Promise<void> {
  await begin(lawyer, '通报进展')
  await lawyer.type('办到哪一步', text)
  await lawyer.tap('电话')
  await lawyer.tap('通报进展')
  await lawyer.at('pages/case/index')
  await lawyer.see(text)
}
