import { addMinutes } from '#domain/day'
import { signIn } from '../support/journeys.ts'
import {
  acceptInvitation,
  askForMediation,
  chooseAndConfirm,
  office,
  readAgreement,
} from '../support/mediation-story.ts'
import { noisyPhoto } from '../support/samples.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb } from './support/web.ts'

let service: Service
beforeAll(async () => {
  service = await openService()
})
afterAll(() => service.stop())

const MINUTE = 60_000
const APPLICANT = '13900000001'
const OTHER = '13900000002'
const MEDIATOR = '13900000301'
const SECRETARY = '13900000311'

it(
  'a neighbour dispute in 卢峰镇 goes from the request through invitation, choice and record to an agreement with three instalments',
  async () => {
    const phone = await openWeb({ address: service.address })
    await askForMediation(phone, APPLICANT, OTHER)
    await phone.screenshot('mediation-done')
    const mine = await service.get('/api/cases', await service.signIn(APPLICANT))
    const id: string = mine.body.items[0].id

    const secretary = office(service, await service.signIn(SECRETARY))
    await secretary.act(id, 'invite', { means: ['notice'] })
    const { own } = await secretary.read(id)
    const other = await openWeb({ address: service.address })
    await acceptInvitation(other, own.otherSide.code, OTHER)
    await secretary.act(id, 'accept')

    await chooseAndConfirm(phone, id)
    await chooseAndConfirm(other, id)
    await phone.screenshot('mediation-accepted')

    const desk = await openWeb({ address: service.address })
    await desk.open('/pages/sign-in/index')
    await signIn(desk, MEDIATOR, true)
    const mediator = office(service, await service.signIn(MEDIATOR))
    const now = service.context.now()
    await mediator.act(id, 'record_session', {
      startedAt: addMinutes(now, -90),
      endedAt: addMinutes(now, -30),
      place: '司法所',
      present: '双方',
      record: '双方同意恢复排水沟，费用分三期付。',
      privately: '对方说钱可以出',
    })
    // The request said no name; an agreement needs one (PM-18).
    await mediator.act(id, 'name_parties', { applicant: '张三强' })
    await draft(desk, id)
    await desk.screenshot('mediation-drafted')

    await readAgreement(phone, id)
    const { own: after } = await mediator.read(id)
    expect(after.agreement).toMatchObject({ state: 'draft', unchanged: true, received: { applicant: true } })
    expect(await phone.words()).not.toContain('对方说钱可以出')
    for (const one of [phone, other, desk]) expect(await one.errors()).toEqual([])
  },
  4 * MINUTE,
)

it(
  'a large photo taken on the way is made smaller before it is kept and sent',
  async () => {
    const asked = {
      type: 'neighbours',
      wish: '恢复排水沟',
      regionCode: '431224100001',
      other: { name: '王五' },
    }
    const applicant = await service.signIn(APPLICANT)
    const { id } = (await service.post('/api/mediations', asked, { token: applicant })).body
    const mediator = await service.signIn(MEDIATOR)
    const mediatorId = (await service.get('/api/me', mediator)).body.id
    const secretary = office(service, await service.signIn(SECRETARY))
    await secretary.act(id, 'assign_mediator', { mediatorId })
    const desk = await openWeb({ address: service.address })
    await desk.open('/pages/sign-in/index')
    await signIn(desk, MEDIATOR, true)
    await desk.open(`/pages/mediation-desk/field/index?id=${id}`)
    await desk.see('恢复排水沟')
    const buffer = await noisyPhoto()
    expect(buffer.length).toBeGreaterThan(3_000_000)
    await desk.browserPage
      .locator('input[type=file]')
      .setInputFiles([{ name: '沟.jpg', mimeType: 'image/jpeg', buffer }])
    await desk.see('沟.jpg')
    await desk.tap('记下')
    await desk.see('附 1 个文件')
    await desk.miss('还没传上去')
    const { files } = await office(service, mediator).read(id)
    expect(files).toHaveLength(1)
    expect(files[0].size).toBeLessThanOrEqual(1_000_000)
    expect(await desk.errors()).toEqual([])
  },
  4 * MINUTE,
)

type Web = Awaited<ReturnType<typeof openWeb>>

/** The mediator writes it on the telephone, from the clauses of its type. */
async function draft(desk: Web, id: string): Promise<void> {
  await desk.open(`/pages/mediation-desk/draft/index?id=${id}`)
  await desk.see('协议条款')
  await desk.type('主要事实', '李四强填了两家之间的排水沟')
  await desk.type('第 1 条', '李四强三天内恢复排水沟')
  await desk.tap('去掉第 2 条')
  await desk.tick('恢复原状')
  await desk.type('涉及金额', '900')
  const page = desk.browserPage
  for (const [nth, day] of ['2026-12-30', '2027-01-30', '2027-02-28'].entries()) {
    await desk.tap('加一期')
    await page.getByLabel('哪天以前').nth(nth).fill(day)
    await page.getByLabel('金额（元）', { exact: true }).nth(nth).fill('300')
    await page.getByLabel('做什么').nth(nth).fill('付修沟钱')
  }
  await desk.tick('都没有')
  await desk.tap('固定这一稿')
  await desk.tap('确定', '文字会固定下来')
  await desk.miss('固定这一稿')
}
