import { askAdviser, QUESTION } from '../support/inquiry-story.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb, type Web } from './support/web.ts'

const RESIDENT = '13900000041'
const ADVISER = '13900000201'
const CONTACT = '13900000701'
const TOWNSHIP = '13900000601'
const BUREAU = '13900000501'
const MINUTE = 60_000

let service: Service
beforeAll(async () => {
  service = await openService()
})
afterAll(() => service.stop())

const staff = async (telephone: string): Promise<Web> =>
  openWeb({ address: service.address, storage: { token: await service.signIn(telephone) } })

const look = async (web: Web, name: string) => {
  await web.settle()
  await web.screenshot(name)
  expect(await web.axe()).toEqual([])
  await web.resize('small')
  expect(await web.overflow()).toBe(0)
  await web.resize('phone')
}

const give = async (desk: Web) => {
  await desk.open('/pages/adviser-desk/work/index')
  await desk.see('今天先答这些')
  await look(desk, 'adviser-work')
  await desk.tap('胜利社区', '邻里')
  await desk.at('pages/case/index')
  await desk.tap('答复')
}

it(
  'a resident finds the adviser by initials and asks; the adviser answers with the law; the ledger has the line and the resident confirms it',
  async () => {
    const phone = await openWeb({ address: service.address })
    await askAdviser(phone, RESIDENT, (name) => look(phone, name))

    const desk = await staff(ADVISER)
    await give(desk)
    await desk.at('pages/adviser-desk/answer/index')
    await desk.see(QUESTION)
    await desk.type('根据的事实', '据你说，对方的墙过界三十厘米。')
    await desk.tap('常用法条')
    await desk.tap('民法典 第二百八十八条')
    await desk.tap('先调解')
    await desk.tick('已经告诉当事人')
    await look(desk, 'adviser-answer')
    await desk.tap('交给村民')
    await desk.see('要把答复交给村民吗')
    await desk.tap('确定，交给村民')
    await desk.at('pages/case/index')
    await desk.open('/pages/adviser-desk/ledger/index')
    await desk.see('网上答复')
    await desk.see('等待确认')
    await look(desk, 'adviser-ledger')
    expect(await desk.errors()).toEqual([])

    await phone.tap('看进展，或者补充几句')
    await phone.at('pages/case/index')
    await phone.see('民法典 第二百八十八条')
    await look(phone, 'advisers-answered')
    await phone.tap('谁在答复，问答全文')
    await phone.see('问答全文')
    await look(phone, 'advisers-thread')
    await phone.tap('去补充、接着问')
    await phone.tap('确认法律顾问答复了我')
    await phone.tap('答复了，我确认')
    await phone.see('谢谢，已经记下')
    await look(phone, 'advisers-confirmed')
    expect(await phone.errors()).toEqual([])
  },
  3 * MINUTE,
)

it(
  'the code on the board in the village leads to its adviser',
  async () => {
    const contact = await service.signIn(CONTACT)
    const { body } = await service.post('/api/villages/431224100001/board', {}, { token: contact })
    const phone = await openWeb({ address: service.address })
    await phone.open(new URL(body.url).hash.slice(1))
    await phone.at('pages/advisers/village/index')
    await phone.see('胜利社区')
    await phone.see('24 小时内答复')
    expect(await phone.errors()).toEqual([])
  },
  MINUTE,
)

it(
  'a draft of village rules is handed in by the contact, reviewed clause by clause, filed, and read by a resident',
  async () => {
    const contact = await staff(CONTACT)
    await contact.open('/pages/adviser-desk/draft/index')
    await contact.type('名称', '胜利社区居民公约（草案）')
    await contact.type('条文', '第一条 邻里和睦，互相帮助。\n第二条 酒席超过二十桌的罚款五百元。')
    await contact.see('分成 2 条')
    await look(contact, 'rules-draft')
    await contact.tap('提交审查')
    await contact.tap('确定')
    await contact.at('pages/case/index')
    const id = new URL(contact.browserPage.url()).hash.match(/id=([^&]+)/)?.[1]

    const desk = await staff(ADVISER)
    await desk.open(`/pages/case/index?id=${id}&view=desk`)
    await desk.tap('逐条写意见')
    await desk.at('pages/adviser-desk/opinion/index')
    await desk.see('第 1 条，共 2 条')
    await desk.tap('合法')
    await desk.tap('下一条')
    await desk.tap('违法须删')
    await desk.tap('自设罚款')
    await look(desk, 'rules-opinion')
    await desk.tap('下一条')
    await desk.type('总的意见', '第二条要删，其余可以。')
    await look(desk, 'rules-summary')
    await desk.tap('把意见交给村里')
    await desk.tap('确定，交给村里')
    await contact.open(`/pages/adviser-desk/review/index?id=${id}`)
    await contact.see('自设罚款')
    await look(contact, 'rules-review')

    await contact.open(`/pages/case/index?id=${id}`)
    await contact.tap('改好再送审')
    await contact.at('pages/adviser-desk/draft/index')
    await contact.see('上一次的意见')
    await contact.settle()
    await contact.type('条文', '邻里和睦，互相帮助。\n酒席从简，不攀比。')
    await contact.tap('分成 2 条')
    await contact.see('2. 酒席从简，不攀比。')
    await contact.tap('交给法律顾问再看')
    await contact.tap('确定')
    await contact.at('pages/case/index')
    await desk.open(`/pages/case/index?id=${id}&view=desk`)
    await desk.tap('逐条写意见')
    await desk.see('第 1 条，共 2 条')
    await desk.tap('合法')
    await desk.tap('下一条')
    await desk.see('第 2 条，共 2 条')
    await desk.tap('合法')
    await desk.tap('下一条')
    await desk.type('总的意见', '都合法，可以提交居民会议。')
    await desk.tap('把意见交给村里')
    await desk.tap('确定，交给村里')
    await desk.at('pages/case/index')

    const township = await staff(TOWNSHIP)
    await township.open(`/pages/case/index?id=${id}&view=desk`)
    await township.tap('备案')
    await township.at('pages/adviser-desk/draft/index')
    await township.type('哪天通过的', '2026-11-20')
    await look(township, 'rules-file')
    await township.tap('备案并公开')
    await township.tap('确定')
    await township.at('pages/case/index')

    const phone = await openWeb({ address: service.address })
    await phone.open('/pages/advisers/rules/index?village=431224100001')
    await phone.see('酒席从简，不攀比。')
    await look(phone, 'rules-public')
    for (const web of [township, phone]) expect(await web.errors()).toEqual([])
    expect(await desk.errors()).toEqual([])
    expect(await contact.errors()).toEqual([])
  },
  2 * MINUTE,
)

it(
  'the adviser keeps profile and leave; the bureau sees coverage and the list behind it, imports, and the village prints its board',
  async () => {
    const desk = await staff(ADVISER)
    await desk.open('/pages/adviser-desk/profile/index')
    await desk.type('介绍', '常办土地、婚姻家庭和邻里的事')
    await desk.tap('保存')
    await desk.see('已保存')
    await look(desk, 'adviser-profile')
    await desk.open('/pages/adviser-desk/leave/index')
    await desk.type('从哪天', '2027-03-01')
    await desk.type('到哪天', '2027-03-02')
    await desk.type('原因', '外出开庭')
    await desk.tap('请假')
    await desk.see('没有代班顾问')
    await look(desk, 'adviser-leave')

    const bureau = await staff(BUREAU)
    await bureau.open('/pages/adviser-desk/coverage/index')
    await bureau.see('已核实进村')
    await look(bureau, 'adviser-coverage')
    await bureau.tap('等待确认')
    await bureau.at('pages/adviser-desk/behind/index')
    await look(bureau, 'adviser-behind')
    await bureau.open('/pages/adviser-desk/import/index')
    await bureau.type('或者直接粘贴', '姓名,手机号\n张三,139')
    await bureau.tap('导入')
    await bureau.see('一行也没有导入')
    await look(bureau, 'adviser-import')
    await bureau.open('/pages/adviser-desk/board/index?village=431224100001')
    await bureau.see('村码')
    await look(bureau, 'village-board')
    for (const web of [desk, bureau]) expect(await web.errors()).toEqual([])
  },
  2 * MINUTE,
)
