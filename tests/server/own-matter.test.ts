import { GRANTING, legalAidDesk } from '../support/legal-aid.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { at, REQUEST, type Seen, VILLAGE } from './mediation-support.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof legalAidDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await legalAidDesk(server)
})
afterAll(() => server.stop())

const actions = async (id: string, token: string) =>
  (await desk.read(id, token)).actions.map(({ action }: Seen) => action)

describe('nobody serves in a matter of their own', () => {
  it('the head of the centre asks for legal aid and does not decide on it', async () => {
    const { id } = (await desk.apply(desk.head)).body
    expect(await actions(id, desk.head)).toEqual(['complain', 'withdraw'])
    await desk.step(id, 'recommend', desk.reviewer, GRANTING)
    expect((await desk.step(id, 'grant', desk.head)).body.code).toBe('not_yours')
  })

  it('a reviewer takes the next application, and never the own one', async () => {
    const { id } = (await desk.apply(desk.reviewer)).body
    const next = () => server.post('/api/legal-aid/next', {}, { token: desk.reviewer })
    const [one, none] = [await next(), await next()]
    expect([one.status, none.status]).toEqual([200, 200])
    expect(one.body.case.id).not.toBe(id)
    expect(none.body.case).toBeNull()
    expect((await desk.step(id, 'recommend', desk.reviewer, GRANTING)).body.code).toBe('not_yours')
  })

  it('a lawyer who asks for legal aid is not the lawyer of the case', async () => {
    const lawyer = await server.signIn('13900000411')
    const { id } = (await desk.apply(lawyer)).body
    await desk.step(id, 'recommend', desk.reviewer, GRANTING)
    await desk.step(id, 'grant', desk.head)
    const own = (await server.get('/api/me', lawyer)).body.id
    const { lawyers } = (await desk.read(id, desk.head)).own.staff
    expect(lawyers.map((one: Seen) => one.id)).not.toContain(own)
    const assigned = await desk.step(id, 'assign', desk.head, { lawyerId: own, reason: '本人' })
    expect(assigned.body.fields).toHaveProperty('lawyerId')
  })

  it('PM-6: a secretary whose question goes on as a mediation is a party there and nothing else', async () => {
    const secretary = await server.signIn('13900000311')
    const adviser = await server.signIn('13900000201')
    const question = { villageCode: VILLAGE, topic: 'neighbours', question: '邻居砌墙' }
    const { id } = (await server.post('/api/inquiries', question, { token: secretary })).body
    const { links } = await at(server, id)
      .take('hand_on', adviser, { to: 'mediation', consent: true })
      .then(() => at(server, id).read(secretary))
    expect(await actions(links[0].caseId, secretary)).toEqual([
      'state_party',
      'issue_authority',
      'add_to_dossier',
      'withdraw',
      'complain',
    ])
  })

  it('an adviser does not answer the own question', async () => {
    const adviser = await server.signIn('13900000201')
    const question = { villageCode: VILLAGE, topic: 'loan', question: '我自己的事' }
    const { id } = (await server.post('/api/inquiries', question, { token: adviser })).body
    expect(await actions(id, adviser)).toEqual(['withdraw'])
  })
})

describe('a case for somebody at the window', () => {
  it('is shown to the mediator or village contact who opened it, though they do not read it later', async () => {
    for (const phone of ['13900000301', '13900000701']) {
      const staff = await server.signIn(phone)
      const onBehalfOf = { phone: '13900000075', name: '向奶奶' }
      const opened = await server.post('/api/mediations', { ...REQUEST, onBehalfOf }, { token: staff })
      expect([opened.status, opened.body.kind]).toEqual([201, 'mediation'])
      expect((await server.get(`/api/cases/${opened.body.id}`, staff)).status).toBe(404)
    }
  })
})

describe('handing on', () => {
  it('begins once what is asked for twice, and repeats a lost reply', async () => {
    const resident = await server.signIn('13900000076')
    const adviser = await server.signIn('13900000201')
    const question = { villageCode: VILLAGE, topic: 'neighbours', question: '邻居砌墙' }
    const { id } = (await server.post('/api/inquiries', question, { token: resident })).body
    const { version } = await at(server, id).read(adviser)
    const path = `/api/cases/${id}/actions/hand_on`
    const body = { version, to: 'mediation', consent: true }
    const sent = () => server.post(path, body, { token: adviser, key: 'handed-on-once' })
    expect([(await sent()).status, (await sent()).status]).toEqual([200, 200])
    const again = await at(server, id).act('hand_on', adviser, { to: 'mediation', consent: true })
    expect(again.body.code).toBe('not_now')
    const { items } = (await server.get('/api/cases?kind=mediation', resident)).body
    expect(items).toHaveLength(1)
    await at(server, items[0].id).take('withdraw', resident)
    await at(server, id).take('hand_on', adviser, { to: 'mediation', consent: true })
  })
})

it('a number that is given to somebody else after half a year opens no mediation of whoever had it before', async () => {
  const [asking, secretary] = [await server.signIn('13900000077'), await server.signIn('13900000311')]
  const { id } = (await server.post('/api/mediations', REQUEST, { token: asking })).body
  const seen = await at(server, id).take('invite', secretary, { means: ['telephone'] })
  const phone = '13900000078'
  const other = await server.signIn(phone)
  await server.post(`/api/invitations/${seen.own.otherSide.code}/join`, {}, { token: other })
  const { id: account } = (await server.get('/api/me', other)).body
  await server.database.raw(`update account set phone_used_at = now() - interval '400 days' where id = $1`, [
    account,
  ])
  const { demoCode: code } = (await server.post('/api/sign-in-codes', { phone })).body
  const entered = await server.post('/api/sessions', { phone, code })
  expect([entered.status, Object.keys(entered.body.fields ?? {})]).toEqual([422, ['confirm']])
})

describe('whose number it is', () => {
  it('PM-6: nobody writes down their own matter as somebody else’s, at a window or on the line', async () => {
    const [adviser, secretary] = [await server.signIn('13900000201'), await server.signIn('13900000311')]
    const question = { villageCode: VILLAGE, topic: 'loan', question: '我自己的事', consent: true }
    const asked = [
      await server.post(
        '/api/inquiries',
        { ...question, onBehalfOf: { phone: '13900000201' } },
        { token: adviser },
      ),
      await server.post(
        '/api/mediations',
        { ...REQUEST, onBehalfOf: { phone: '13900000311' } },
        { token: secretary },
      ),
    ]
    for (const { status, body } of asked)
      expect([status, body.fields]).toEqual([
        422,
        { 'onBehalfOf.phone': expect.stringContaining('别的同事') },
      ])
  })

  it('PM-2: nobody is both sides of a dispute: not when asking, not for somebody, not by a better number', async () => {
    const [resident, secretary] = [await server.signIn('13900000061'), await server.signIn('13900000311')]
    const same = (phone: string) => ({ ...REQUEST, other: { name: '自己', phone } })
    const own = await server.post('/api/mediations', same('13900000061'), { token: resident })
    const behalf = await server.post(
      '/api/mediations',
      { ...same('13900000075'), onBehalfOf: { phone: '13900000075' } },
      { token: secretary },
    )
    for (const { status, body } of [own, behalf])
      expect([status, body.fields]).toEqual([
        422,
        { 'other.phone': expect.stringContaining('申请人的手机号') },
      ])
    const { id } = (await server.post('/api/mediations', REQUEST, { token: resident })).body
    const invited = await at(server, id).act('invite', secretary, {
      means: ['telephone'],
      phone: '13900000061',
    })
    expect(invited.body.fields?.phone).toContain('申请人的手机号')
  })
})
