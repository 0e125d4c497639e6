import { Secret, TOTP } from 'otpauth'

import { startServer, type TestServer } from '../support/server.ts'
import { enter } from './admin-support.ts'

let server: TestServer
let admin: string

beforeAll(async () => {
  server = await startServer()
  admin = await enter(server, '13900000901')
})
afterAll(() => server.stop())

const XUPU = '431224000000'
const HOTLINE = 'demo-hotline-431224'
let made = 0
const phoneOf = (n: number) => `1380000${String(1000 + n)}`
const add = (more: object = {}, token: string | undefined = admin) =>
  server.post(
    '/api/admin/staff',
    {
      phone: phoneOf(++made),
      name: '米值班',
      role: 'hotline_operator',
      organisationId: HOTLINE,
      regionCode: XUPU,
      ...more,
    },
    token ? { token } : {},
  )
const change = (id: string, body: object, token = admin) =>
  server.ask('PATCH', `/api/admin/staff/${id}`, { token, body })
const renew = (id: string, token = admin) => server.post(`/api/admin/staff/${id}/otp`, {}, { token })
const list = (q: string) => server.post('/api/admin/staff/search', { q, limit: 100 }, { token: admin })
const adminRole = async (name = '管理员') => (await list(name)).body.items[0]
const isSignedIn = async (token: string) => (await server.get('/api/cases?view=mine', token)).status === 200
const latest = async () => (await server.get('/api/admin/changes?limit=1', admin)).body.items[0]

describe('who may look after staff', () => {
  it('is the administrator alone', async () => {
    const operator = await enter(server, '13900000101')
    expect((await server.get('/api/admin/staff')).status).toBe(401)
    expect((await server.get('/api/admin/staff', operator)).status).toBe(403)
    expect((await server.post('/api/admin/staff', {})).status).toBe(401)
    expect((await add({}, operator)).status).toBe(403)
    expect((await change('x', {}, operator)).status).toBe(403)
    expect((await server.ask('PATCH', '/api/admin/staff/x', { body: {} })).status).toBe(401)
    expect((await renew('x', operator)).status).toBe(403)
    expect((await server.post('/api/admin/staff/x/otp', {})).status).toBe(401)
    expect((await server.get('/api/admin/changes')).status).toBe(401)
    expect((await server.get('/api/admin/changes', operator)).status).toBe(403)
  })
})

describe('a new staff member', () => {
  it('gets a second factor that is shown once and works', async () => {
    const { status, body } = await add({ phone: '13811112222' })
    expect(status).toBe(201)
    expect(body.staff).toMatchObject({
      name: '米值班',
      phone: '138****2222',
      role: 'hotline_operator',
      organisationName: '溆浦县12348热线（演示）',
      region: '湖南省怀化市溆浦县',
      active: true,
      enrolled: true,
      signedIn: false,
    })
    expect(body.enrolment.otpUri).toMatch(/^otpauth:\/\/totp\//)
    expect(body.enrolment.otpUri).not.toMatch('13811112222')
    expect(body.enrolment.otpQr).toMatch(/^data:image\/png;base64,/)
    expect(body.enrolment.otpUri).toMatch(body.enrolment.secret)
  })

  it('can sign in with it', async () => {
    const { body } = await add({ phone: '13811113333' })
    const otp = new TOTP({ secret: Secret.fromBase32(body.enrolment.secret) }).generate()
    const { body: sent } = await server.post('/api/sign-in-codes', { phone: '13811113333' })
    const signedIn = await server.post('/api/sessions', { phone: '13811113333', code: sent.demoCode, otp })
    expect(signedIn.status).toBe(201)
    expect(signedIn.body.account.roles).toContainEqual({
      role: 'hotline_operator',
      organisationId: HOTLINE,
      regionCode: XUPU,
    })
  })

  it('who serves already keeps the factor they have', async () => {
    const { body } = await add({ phone: '13900000111', name: '舒律师', role: 'hotline_operator' })
    expect(body.enrolment).toBeNull()
    expect(body.staff.name).toBe('舒律师（演示）')
  })

  it('who was a resident keeps the name they gave', async () => {
    await enter(server, '13900000031')
    const { body } = await add({ phone: '13900000031', name: '田居民' })
    expect(body.staff.name).toBe('田居民')
    expect(body.enrolment).not.toBeNull()
  })

  it('stands in the log without a name or a number in full', async () => {
    const { body } = await add({ phone: '13811114444', name: '欧阳小川' })
    expect(await latest()).toMatchObject({
      what: 'add_staff',
      subjectId: body.staff.id,
      subject: '欧阳* · 热线值班人员 · 溆浦县12348热线（演示）',
      by: '管*',
    })
    const { rows } = await server.database.raw('select * from admin_change')
    expect(JSON.stringify(rows)).not.toMatch(/小川|13811114444/)
  })

  it.each([
    ['without a name', { name: '' }, 'name'],
    ['with a number that gets no messages', { phone: '0745-1234567' }, 'phone'],
    ['as a resident', { role: 'resident' }, 'role'],
    ['in a body that is not there', { organisationId: 'nobody' }, 'organisationId'],
    ['in a place that is not there', { regionCode: '431299000000' }, 'regionCode'],
    ['twice in the same role', { phone: '13900000101' }, 'phone'],
  ])('is refused %s, and the field is named', async (_, more, field) => {
    const answer = await add(more)
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.fields)).toEqual([field])
  })

  it('is refused beyond the region of the administrator', async () => {
    const answer = await add({ role: 'city_admin', regionCode: '430000000000' })
    expect([answer.status, answer.body.code]).toEqual([403, 'not_yours'])
  })

  it('is refused in a body that is disabled', async () => {
    const { body: closed } = await server.post(
      '/api/admin/organisations',
      { name: '撤销的机构', kind: 'law_firm', regionCode: XUPU },
      { token: admin },
    )
    const disable = { token: admin, body: { active: false } }
    await server.ask('PATCH', `/api/admin/organisations/${closed.id}`, disable)
    const answer = await add({ organisationId: closed.id })
    expect(answer.body.fields.organisationId).toMatch('停用')
  })

  it('is refused when the request is not JSON', async () => {
    const answer = await server.ask('POST', '/api/admin/staff', { token: admin, body: 'name=x' })
    expect(answer.status).toBe(400)
  })
})

describe('the list of staff', () => {
  it('is found by name, whole number, role, body and place', async () => {
    for (const q of ['舒律', '13900000111', '值班律师', '溆浦县12348', '溆浦'])
      expect((await list(q)).body.items.map(({ name }: { name: string }) => name)).toContain('舒律师（演示）')
    expect((await list('1390000011')).body.items).toEqual([])
  })

  it('goes page by page and refuses a cursor that it never gave', async () => {
    const { body: first } = await server.get('/api/admin/staff?limit=4', admin)
    const { body: second } = await server.get(
      `/api/admin/staff?limit=4&cursor=${encodeURIComponent(first.next)}`,
      admin,
    )
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(8)
    expect((await server.get('/api/admin/staff?cursor=x', admin)).status).toBe(400)
    expect((await server.get('/api/admin/staff?limit=1000', admin)).status).toBe(422)
  })

  it('shows no telephone number in full', async () => {
    expect(JSON.stringify((await list('')).body)).not.toMatch(/1[3-9]\d{9}/)
  })
})

describe('disabling a staff member', () => {
  it('ends every session at once, on every device, and enabling brings none back', async () => {
    const { body } = await add({ phone: '13822220001' })
    const sessions = [await enter(server, '13822220001'), await enter(server, '13822220001')]
    expect((await list('13822220001')).body.items[0].signedIn).toBe(true)

    const disabled = await change(body.staff.id, { active: false })
    expect(disabled.body).toMatchObject({ active: false, signedIn: false })
    for (const token of sessions) expect(await isSignedIn(token)).toBe(false)
    expect(await latest()).toMatchObject({ what: 'disable_staff' })

    expect((await change(body.staff.id, { active: true })).body.active).toBe(true)
    for (const token of sessions) expect(await isSignedIn(token)).toBe(false)
  })

  it('is refused for the last administrator, and the session goes on', async () => {
    const { id } = await adminRole()
    for (const body of [{ active: false }, { role: 'bureau_officer' }, { regionCode: XUPU }]) {
      const answer = await change(id, body)
      expect([answer.status, answer.body.code]).toEqual([409, 'not_now'])
    }
    expect(await isSignedIn(admin)).toBe(true)
  })

  it('is possible for an administrator when another one is left', async () => {
    const { body } = await add({
      phone: '13822220002',
      name: '储管理',
      role: 'city_admin',
      organisationId: 'demo-city',
      regionCode: '431200000000',
    })
    const second = await enter(server, '13822220002')
    const { id } = await adminRole('管理员（演示）')
    const [one, other] = await Promise.all([
      change(id, { active: false }, second),
      change(body.staff.id, { active: false }, admin),
    ])
    expect([one.status, other.status].filter((status) => status === 200)).toHaveLength(1)
    const survivor = one.status === 200 ? second : admin
    const back = await change(one.status === 200 ? id : body.staff.id, { active: true }, survivor)
    expect(back.status).toBe(200)
    admin = await enter(server, '13900000901')
  })
})

describe('a staff member who changes', () => {
  it('serves in the new role at once', async () => {
    const { body } = await add({ phone: '13822220003' })
    const token = await enter(server, '13822220003')
    expect((await server.get('/api/admin/staff', token)).status).toBe(403)
    const promoted = await change(body.staff.id, {
      role: 'city_admin',
      organisationId: 'demo-city',
      regionCode: '431200000000',
    })
    expect(promoted.body).toMatchObject({ role: 'city_admin', organisationId: 'demo-city' })
    expect((await server.get('/api/admin/staff', token)).status).toBe(200)
    expect((await change(body.staff.id, { role: 'bureau_officer' })).status).toBe(200)
  })

  it('cannot have the same role twice, nor be somebody who is not there', async () => {
    const { body } = await add({ phone: '13900000109', role: 'duty_lawyer' })
    const answer = await change(body.staff.id, { role: 'hotline_head' })
    expect([answer.status, Object.keys(answer.body.fields)]).toEqual([422, ['role']])
    expect((await change('nobody', { role: 'mediator' })).status).toBe(404)
    expect((await change(body.staff.id, { role: 'judge' })).status).toBe(422)
  })
})

describe('a person whose account is gone', () => {
  it('is not enabled again, and a body that is disabled takes nobody back', async () => {
    const { body } = await add({ phone: '13822220006' })
    await change(body.staff.id, { active: false })
    await server.database.raw(
      'update account set data_key = null, name = null, phone = null, cancelled_at = now() where id = $1',
      [body.staff.accountId],
    )
    expect((await change(body.staff.id, { active: true })).status).toBe(409)
    expect((await list('米值班')).status).toBe(200)
  })
})

describe('a lost authenticator', () => {
  it('is replaced: the old secret and every session are worth nothing', async () => {
    const { body } = await add({ phone: '13822220004' })
    const token = await enter(server, '13822220004')
    const renewed = await renew(body.staff.id)
    expect(renewed.status).toBe(200)
    expect(renewed.body.secret).not.toBe(body.enrolment.secret)
    expect(await isSignedIn(token)).toBe(false)
    expect(await latest()).toMatchObject({ what: 'renew_otp', subjectId: body.staff.id })
  })

  it('is not replaced for somebody who is disabled or not there', async () => {
    const { body } = await add({ phone: '13822220005' })
    await change(body.staff.id, { active: false })
    expect((await renew(body.staff.id)).status).toBe(409)
    expect((await renew('nobody')).status).toBe(404)
  })
})

describe('a person who also serves beyond the county of an administrator', () => {
  const CITY = { organisationId: 'demo-city', regionCode: '431200000000' }
  const COMMITTEE = { role: 'mediator', organisationId: 'demo-committee-lufeng', regionCode: XUPU }
  let county: string
  let made = 0
  beforeAll(async () => {
    await add({ phone: '13822230000', role: 'city_admin', organisationId: 'demo-bureau-431224' })
    county = await enter(server, '13822230000')
  })
  async function cityAdmin() {
    const phone = `1382224${String(1000 + made++)}`
    await add({ phone, role: 'city_admin', ...CITY })
    return { phone, token: await enter(server, phone) }
  }
  const secretOf = async (accountId: string) =>
    (await server.database.raw('select secret from staff_factor where account_id = $1', [accountId])).rows

  it('gets no new second factor from there, and stays signed in', async () => {
    const { phone, token } = await cityAdmin()
    const { status, body } = await add({ phone, ...COMMITTEE }, county)
    expect([status, body.enrolment]).toEqual([201, null])
    const before = await secretOf(body.staff.accountId)
    const answer = await renew(body.staff.id, county)
    expect([answer.status, answer.body.code]).toEqual([403, 'not_yours'])
    expect(await secretOf(body.staff.accountId)).toEqual(before)
    expect(await isSignedIn(token)).toBe(true)
    expect((await renew(body.staff.id)).status).toBe(200)
  })

  it('gets no first one either, as long as none was handed out', async () => {
    const { phone } = await cityAdmin()
    const { accountId } = (await list(phone)).body.items[0]
    await server.database.raw('delete from staff_factor where account_id = $1', [accountId])
    const { body } = await add({ phone, ...COMMITTEE }, county)
    expect(body).toMatchObject({ staff: { enrolled: false }, enrolment: null })
    expect((await renew(body.staff.id, county)).status).toBe(403)
  })

  it('also when only the body lies beyond it', async () => {
    const phone = '13822230001'
    await add({ phone, role: 'legal_aid_reviewer', organisationId: 'demo-city', regionCode: XUPU })
    const { body } = await add({ phone, ...COMMITTEE }, county)
    expect((await renew(body.staff.id, county)).status).toBe(403)
  })

  it('loses the role here when it is ended, and goes on working there', async () => {
    const { phone, token } = await cityAdmin()
    const { body } = await add({ phone, ...COMMITTEE }, county)
    const ended = await change(body.staff.id, { active: false }, county)
    expect(ended).toMatchObject({ status: 200, body: { active: false, signedIn: false } })
    const { roles } = (await server.get('/api/me', token)).body
    expect(roles.map(({ role }: { role: string }) => role)).toEqual(['resident', 'city_admin'])
  })

  it('is not signed out by the end of a body here', async () => {
    const { phone, token } = await cityAdmin()
    const body = { name: '溆浦县临时调委会', kind: 'committee', regionCode: XUPU }
    const { id } = (await server.post('/api/admin/organisations', body, { token: county })).body
    await add({ phone, role: 'mediator', organisationId: id, regionCode: XUPU }, county)
    const path = `/api/admin/organisations/${id}`
    const ended = await server.ask('PATCH', path, { token: county, body: { active: false } })
    expect(ended.status).toBe(200)
    expect((await server.get('/api/admin/staff', token)).status).toBe(200)
  })

  it('gets one when all that they do is in the county', async () => {
    const { body } = await add({ phone: '13822230002' })
    expect((await renew(body.staff.id, county)).status).toBe(200)
  })
})

describe('the log of administration', () => {
  it('goes from the latest back, page by page', async () => {
    const { body: first } = await server.get('/api/admin/changes?limit=5', admin)
    const { body: second } = await server.get(`/api/admin/changes?limit=5&cursor=${first.next}`, admin)
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
    expect(ids).toEqual([...new Set(ids)].sort().reverse())
    expect((await server.get('/api/admin/changes?cursor=a-b', admin)).status).toBe(400)
    expect((await server.get('/api/admin/changes?limit=0', admin)).status).toBe(422)
  })
})
