import { signIn, VILLAGE } from './journeys.ts'
import type { Phone } from './phone.ts'
import type { TestServer } from './server.ts'

const WISH = '把排水沟恢复原样'
const ALWAYS = '不收费，不影响打官司或仲裁'

const next = async (phone: Phone, question: string) => {
  await phone.tap('下一步')
  await phone.see(question)
  await phone.see(ALWAYS)
}

/** From the home page to the number: one question a screen, and what is free is said on each (PM-1, PM-3). */
export async function askForMediation(phone: Phone, telephone: string, other: string): Promise<void> {
  await phone.open('/pages/home/index')
  await phone.tap('申请人民调解')
  await phone.see('是哪方面的事？')
  await phone.tick('邻居、房子、土地')
  await phone.tick('邻里')
  await next(phone, '这件事，有下面的情况吗？')
  await next(phone, '和谁的事？')
  await phone.type('对方姓名或单位', '李四强')
  await phone.type('对方电话', other)
  await next(phone, '你想怎么解决？')
  await phone.type('我的要求', WISH)
  await next(phone, '在哪里调解？')
  await phone.tap('去选村（社区）')
  await phone.type('查找', `卢峰 ${VILLAGE}`)
  await phone.tap(VILLAGE)
  await phone.see('推荐')
  await next(phone, '看一看，对不对？')
  await phone.tap('登录并提交')
  await signIn(phone, telephone)
  await phone.see('申请已送到')
}

/** The other side opens the link, signs in, reads what is asked and says yes. */
export async function acceptInvitation(phone: Phone, code: string, telephone: string): Promise<void> {
  await phone.open(`/pages/mediation/invitation/index?code=${code}`)
  await phone.see('有人请你一起来调解')
  await phone.see(ALWAYS)
  await phone.miss(WISH)
  await phone.tap('登录，看对方要求什么')
  await signIn(phone, telephone)
  await phone.see(WISH)
  await phone.type('什么时间方便', '周末都行')
  await phone.tap('愿意调解')
  await phone.see('对方同意调解')
}

/** Picks the first mediator, and says to have read rights and duties (PM-5, PM-8). */
export async function chooseAndConfirm(phone: Phone, id: string): Promise<void> {
  await phone.open(`/pages/case/index?id=${id}`)
  await phone.tap('选调解员')
  await phone.see('你信得过谁？')
  await phone.settle()
  await phone.tap('谌调解')
  await phone.settle()
  await phone.tap('就选这些')
  await phone.see('选了调解员')
  await phone.tap('确认权利义务')
  await phone.see('如实陈述纠纷事实')
  await phone.settle()
  await phone.tap('我看过（听过）了')
  await phone.settle()
  await phone.tap('确认', '我看过')
  await phone.see('确认了权利义务')
}

/** The record with the parties in it, from what was noted on the way. */
export async function readAgreement(phone: Phone, id: string): Promise<void> {
  await phone.open(`/pages/mediation/agreement/index?id=${id}`)
  await phone.see('李四强三天内恢复排水沟')
  await phone.see('还没有生效')
  await phone.tick('我看过协议')
  await phone.tap('我看过、收到了')
  await phone.at('pages/home/index')
}

type Office = Pick<TestServer, 'get' | 'post' | 'signIn'>

/** What the office does between, through the HTTP door. */
export function office({ get, post }: Office, token: string) {
  const read = async (id: string) => (await get(`/api/cases/${id}`, token)).body
  const act = async (id: string, action: string, body: object = {}) => {
    const { version } = await read(id)
    const answer = await post(`/api/cases/${id}/actions/${action}`, { version, ...body }, { token })
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  return { read, act }
}
