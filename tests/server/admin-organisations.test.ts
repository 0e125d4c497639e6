import { startServer, type TestServer } from '../support/server.ts'
import { enter } from './admin-support.ts'

let server: TestServer
let admin: string
let operator: string

beforeAll(async () => {
  server = await startServer()
  admin = await enter(server, '13900000901')
  operator = await enter(server, '13900000101')
})
afterAll(() => server.stop())

const XUPU = '431224000000'
const body = { name: '溆浦县公证处', kind: 'bureau', regionCode: XUPU }
const add = (more: object, token = admin) =>
  server.post('/api/admin/organisations', { ...body, ...more }, { token })
const change = (id: string, more: unknown, token = admin) =>
  server.ask('PATCH', `/api/admin/organisations/${id}`, { token, body: more })
const list = (query: string, token: string | undefined = admin) =>
  server.get(`/api/admin/organisations${query}`, token)

describe('who may look after bodies', () => {
  it('asks a stranger to sign in first', async () => {
    expect((await server.get('/api/admin/organisations')).status).toBe(401)
    expect((await server.post('/api/admin/organisations', body)).status).toBe(401)
    expect((await server.ask('PATCH', '/api/admin/organisations/x', { body: {} })).status).toBe(401)
  })

  it('shows and gives nothing to an operator', async () => {
    expect((await list('', operator)).status).toBe(403)
    expect((await add({}, operator)).status).toBe(403)
    expect((await change('demo-city', { active: false }, operator)).status).toBe(403)
  })
})

describe('a new body', () => {
  it('is listed with its place, and its making is in the log', async () => {
    const made = await add({ name: '甲机构', address: '示例路1号', phone: '0745-1234567' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: '甲机构',
      region: '湖南省怀化市溆浦县',
      address: '示例路1号',
      phone: '0745-1234567',
      active: true,
      people: 0,
      signedIn: 0,
      desks: 0,
    })
    const { body: changes } = await server.get('/api/admin/changes?limit=1', admin)
    expect(changes.items).toEqual([
      expect.objectContaining({
        what: 'add_organisation',
        subjectId: made.body.id,
        subject: '甲机构',
        by: '管*',
      }),
    ])
  })

  it.each([
    ['without a name', { name: ' ' }, 'name'],
    ['of a kind that nobody knows', { kind: 'court' }, 'kind'],
    ['in a place that does not exist', { regionCode: '431299000000' }, 'regionCode'],
    ['with a broken telephone number', { phone: '12' }, 'phone'],
    ['with the name of another body', { name: '怀化市司法局（演示）' }, 'name'],
  ])('is refused %s, and the field is named', async (_, more, field) => {
    const answer = await add(more)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.fields)).toEqual([field])
  })

  it('is refused in the place of another administrator', async () => {
    const answer = await add({ name: '外地机构', regionCode: '430000000000' })
    expect([answer.status, answer.body.code]).toEqual([403, 'not_yours'])
  })

  it('is refused when the request is not JSON', async () => {
    expect((await add({}, admin)).status).toBe(201)
    const broken = await server.ask('POST', '/api/admin/organisations', { token: admin, body: '{' })
    expect([broken.status, broken.body.code]).toEqual([400, 'malformed'])
  })
})

describe('the list', () => {
  it('goes page by page and shows each body once', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { body: page } = await list(`?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      seen.push(...page.items.map(({ id }: { id: string }) => id))
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(10)
  })

  it('finds by part of a name and by place', async () => {
    const found = async (q: string) =>
      (await list(`?limit=100&q=${encodeURIComponent(q)}`)).body.items as { name: string; region: string }[]
    for (const { name } of await found('法律援助')) expect(name).toMatch('法律援助')
    expect((await found('法律援助')).map(({ name }) => name)).toContain('溆浦县法律援助中心（演示）')
    for (const { name, region } of await found('卢峰')) expect(name + region).toMatch('卢峰')
    expect((await found('卢峰')).length).toBeGreaterThan(1)
    expect((await list(`?q=${encodeURIComponent('100%_')}`)).body.items).toEqual([])
  })

  it('refuses a cursor that it never gave', async () => {
    expect((await list('?cursor=nonsense')).status).toBe(400)
    expect((await list('?limit=0')).status).toBe(422)
  })
})

describe('a body that changes', () => {
  it('keeps what was not said and can lose its telephone number', async () => {
    const { body: made } = await add({ name: '乙机构', phone: '0745-1234567', address: '甲路' })
    const changed = await change(made.id, { name: '乙机构（新）', phone: null })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({ name: '乙机构（新）', phone: null, address: '甲路', kind: 'bureau' })
  })

  it('cannot take the name of another, and one that is not there cannot change', async () => {
    const { body: made } = await add({ name: '丙机构' })
    expect((await change(made.id, { name: '怀化市司法局（演示）' })).status).toBe(422)
    expect((await change('nobody', { name: '丁' })).status).toBe(404)
  })

  it('leaves no mark in the log when nothing changed', async () => {
    const { body: made } = await add({ name: '戊机构' })
    await change(made.id, {})
    await change(made.id, { active: true })
    const { body: changes } = await server.get('/api/admin/changes?limit=1', admin)
    expect(changes.items[0]).toMatchObject({ what: 'add_organisation', subject: '戊机构' })
  })
})

describe('disabling a body', () => {
  it('signs its people out at once and closes its desks', async () => {
    const before = (await list(`?q=${encodeURIComponent('溆浦县12348')}`)).body.items[0]
    expect(before).toMatchObject({ people: 3, signedIn: 1, desks: 1 })
    expect((await server.get('/api/cases?view=desk', operator)).status).toBe(200)

    const disabled = await change('demo-hotline-431224', { active: false })
    expect(disabled.status).toBe(200)
    expect(disabled.body).toMatchObject({ active: false, signedIn: 0, desks: 0 })
    expect((await server.get('/api/cases?view=desk', operator)).status).toBe(401)
    const { body: slots } = await server.get(
      '/api/desks/demo-desk-431224/slots?from=2026-01-01&to=2026-02-01',
    )
    expect(slots.items).toEqual([])
  })

  it('leaves the desks closed until each is enabled again', async () => {
    const enabled = await change('demo-hotline-431224', { active: true })
    expect(enabled.body).toMatchObject({ active: true, desks: 0 })
  })

  it('is refused for the body of the last administrator, and nothing has happened', async () => {
    const answer = await change('demo-city', { active: false })
    expect([answer.status, answer.body.code]).toEqual([409, 'not_now'])
    expect(answer.body.detail).toMatch('最后一位管理员')
    expect((await list('')).status).toBe(200)
  })
})
