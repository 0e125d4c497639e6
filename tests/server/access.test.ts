import type { Endpoint } from '#contract/endpoint'
import { hasRole, ROLES, type StaffRole } from '#domain/actor'
import { sql } from '../../server/db/sql.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

type Somebody = {
  name: string
  token: string | null
  roles: readonly string[]
  relation: 'nobody' | 'own' | 'stranger' | 'desk'
}

let server: TestServer
let everybody: Somebody[]
let caseId: string

const employ = sql(
  'test_employ',
  `with gone as (delete from staff_role where account_id = (select account_id from session where id = $1))
   insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
   select $1 || '-role', account_id, $2, $3, $4, now() from session where id = $1`,
)
const makeStaff = sql('test_make_staff', 'update session set staff = true where id = $1')

/** Somebody signed in with one role at one organisation. */
async function withRole(role: StaffRole, organisationId: string, n: number): Promise<string> {
  const token = await server.signIn(`1360000${String(n).padStart(4, '0')}`)
  const { body } = await server.get('/api/sessions', token)
  const id = body.items[0].id
  await server.database.run(employ, id, role, organisationId, '431224000000')
  await server.database.run(makeStaff, id)
  return token
}

beforeAll(async () => {
  server = await startServer()
  const own = await server.signIn('13900000001')
  const slots = await slotsAhead(server)
  const wish = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: '431224100001' }
  const booked = await server.post('/api/bookings', { ...wish, slotId: slots.at(-1).id }, { token: own })
  caseId = booked.body.id
  everybody = [
    { name: 'nobody', token: null, roles: [], relation: 'nobody' },
    { name: 'the resident', token: own, roles: [], relation: 'own' },
    { name: 'another resident', token: await server.signIn('13900000002'), roles: [], relation: 'stranger' },
  ]
  const staff = ROLES.filter((role) => role !== 'resident')
  for (const [n, role] of staff.entries()) {
    const here = await withRole(role, 'demo-hotline-431224', 2 * n)
    everybody.push({ name: `${role} of this desk`, token: here, roles: [role], relation: 'desk' })
    const elsewhere = await withRole(role, 'demo-hotline-431202', 2 * n + 1)
    everybody.push({ name: `${role} of another desk`, token: elsewhere, roles: [role], relation: 'stranger' })
  }
}, 120_000)
afterAll(() => server.stop())

const READERS = ['hotline_operator', 'hotline_head', 'duty_lawyer']
const mayRead = ({ relation, roles }: Somebody) =>
  relation === 'own' || (relation === 'desk' && roles.some((role) => READERS.includes(role)))

const pathOf = ({ path }: Endpoint) =>
  `/api${path
    .replace('/cases/:id', `/cases/${caseId}`)
    .replace(':action', 'claim')
    .replace(':kind', 'hotline')
    .replace(':what', 'staff')
    .replace(/:\w+/g, 'nothing')}`

const ask = (endpoint: Endpoint, { token }: Somebody) =>
  server.ask(endpoint.method, pathOf(endpoint), {
    ...(token && { token }),
    ...(endpoint.body && { body: {} }),
  })

/** These would end what the test stands on. */
const UNTOUCHED = ['DELETE /me', 'DELETE /sessions/current']

/** What the door may say: 401 without a session, 403 without the role. Behind it a case may still say 403. */
function expected({ access }: Endpoint, { token, roles }: Somebody): readonly string[] {
  if (access === 'anyone') return ['heard']
  if (!token) return ['401']
  if (access === 'signed_in') return ['heard', '403']
  const grants = roles.map((role) => ({ role: role as StaffRole, organisationId: '', regionCode: '' }))
  return hasRole({ accountId: '', grants }, ...access) ? ['heard'] : ['403']
}

const said = (status: number) => (status === 401 || status === 403 ? String(status) : 'heard')

it('answers nobody what needs a session, and no role what belongs to another, on every route', async () => {
  for (const endpoint of server.web.mounted) {
    const route = `${endpoint.method} ${endpoint.path}`
    if (UNTOUCHED.includes(route)) continue
    for (const somebody of everybody) {
      const { status } = await ask(endpoint, somebody)
      const isRight = status < 500 && expected(endpoint, somebody).includes(said(status))
      expect([route, somebody.name, status, isRight]).toEqual([route, somebody.name, status, true])
    }
  }
}, 120_000)

it('shows a case to the resident and to the staff of its desk, and to everybody else as if it were not there', async () => {
  for (const somebody of everybody.filter(({ token }) => token)) {
    const { status, body } = await server.get(`/api/cases/${caseId}`, somebody.token ?? '')
    expect([somebody.name, status]).toEqual([somebody.name, mayRead(somebody) ? 200 : 404])
    const text = JSON.stringify(body)
    if (!mayRead(somebody)) expect(text).not.toContain('借款')
  }
})

it('lets nobody write into, act on or look behind a case that they may not read', async () => {
  for (const somebody of everybody.filter((one) => one.token && !mayRead(one))) {
    const attempts = [
      ['messages', { text: '你好' }],
      ['actions/cancel', { version: 1 }],
      ['actions/claim', { version: 1 }],
      ['actions/reschedule', { version: 1, slotId: 'x' }],
      ['reveals', { field: 'phone', reason: '看看' }],
      ['texts/x/release', undefined],
    ] as const
    for (const [path, body] of attempts) {
      const { status } = await server.post(`/api/cases/${caseId}/${path}`, body, {
        token: somebody.token ?? '',
      })
      expect([somebody.name, path, status]).toEqual([somebody.name, path, 404])
    }
  }
})

it('lists at a desk only what that role may read', async () => {
  for (const somebody of everybody.filter(({ roles }) => roles.length > 0)) {
    const { body } = await server.get('/api/cases?view=desk&limit=100', somebody.token ?? '')
    const seen = body.items.some(({ id }: { id: string }) => id === caseId)
    expect([somebody.name, seen]).toEqual([somebody.name, mayRead(somebody)])
  }
})
