import fc from 'fast-check'

import type { Endpoint } from '#contract/endpoint'
import { sql } from '../../server/db/sql.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

const REQUESTS = process.env.LINFA_FULL === '1' ? 100_000 : 2_000

let server: TestServer
let tokens: string[]
let caseId: string

beforeAll(async () => {
  server = await startServer()
  tokens = [
    await server.signIn('13900000001'),
    await server.signIn('13900000101'),
    await server.signIn('13900000901'),
  ]
  const slots = await slotsAhead(server)
  const wish = { channel: 'call_back', topic: 'loan', summary: '借款不还', regionCode: '431224100001' }
  const booked = await server.post(
    '/api/bookings',
    { ...wish, slotId: slots.at(-1).id },
    { token: tokens[0] ?? '' },
  )
  caseId = booked.body.id
})
afterAll(() => server.stop())

const counts = sql<{ total: number }>(
  'test_counts',
  `select (select count(*) from case_file) + (select count(*) from case_event) + (select count(*) from case_text)
     + (select count(*) from desk) + (select count(*) from organisation) + (select count(*) from staff_role)
     + (select sum(taken) from slot) as total`,
)

const NASTY = [
  '',
  '\u0000',
  '\ud800',
  '%',
  "' or 1=1 --",
  '../../etc/passwd',
  '{{7*7}}',
  '<script>',
  '9'.repeat(400),
  '汉'.repeat(300),
  '\u202e',
  'null',
  '-1',
  '1e999',
  'constructor',
  '__proto__',
]
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const anything = fc.oneof(
  text,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.object({ maxDepth: 2 }),
)
/** Names of real fields, so that schemas are reached, with values that seldom fit. */
const FIELDS = [
  'slotId',
  'channel',
  'topic',
  'summary',
  'regionCode',
  'version',
  'phone',
  'code',
  'otp',
  'fileIds',
  'field',
  'reason',
  'fields',
  'name',
  'csv',
  'now',
  'wechatCode',
  'role',
  'organisationId',
  'openings',
  'closures',
  'channels',
  'active',
  '__proto__',
]
/** Any words are a good message, and would be stored: only what is none stands for it. */
const noWords = anything.filter((value) => typeof value !== 'string')
const body = fc
  .tuple(fc.dictionary(fc.constantFrom(...FIELDS), anything, { maxKeys: 8 }), fc.option(noWords))
  .map(([fields, words]) => (words === null ? fields : { ...fields, text: words }))
const raw = fc.oneof(
  { weight: 6, arbitrary: body.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{"a":',
      '[[[[',
      '{"a":1}garbage',
      `{"a":"${'x'.repeat(200_000)}"}`,
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
)

it(
  `answers ${REQUESTS} bad requests with a clear no: never a 5xx, and nothing is stored`,
  async () => {
    const endpoints = server.web.mounted.filter(
      ({ path, method }) => !UNTOUCHED.includes(`${method} ${path}`),
    )
    const before = await server.database.one(counts)
    const endpoint = fc.nat(endpoints.length - 1)
    const query = fc.dictionary(
      fc.constantFrom(
        'parent',
        'q',
        'region',
        'from',
        'to',
        'limit',
        'cursor',
        'view',
        'kind',
        'day',
        'status',
      ),
      text,
      { maxKeys: 4 },
    )
    const call = fc.record({
      endpoint,
      query,
      raw,
      who: fc.nat(3),
      id: fc.oneof(text, fc.constant('own')),
      type: fc.constantFrom('application/json', 'application/json', 'text/plain', '', 'multipart/form-data'),
      key: fc.constantFrom('good-key', '', '\u00e9', 'x'.repeat(300), undefined),
      method: fc.constantFrom(undefined, undefined, undefined, 'PUT', 'PATCH', 'DELETE', 'GET', 'POST'),
    })
    await fc.assert(
      fc.asyncProperty(call, async ({ endpoint: n, query, raw, who, id, type, key, method }) => {
        const chosen = endpoints[n] as Endpoint
        const path = `${pathOf(chosen, id)}?${new URLSearchParams(wellFormed(query))}`
        const verb = method && !UNTOUCHED.includes(`${method} ${chosen.path}`) ? method : chosen.method
        const headers = {
          'content-type': type,
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(tokens[who] && { authorization: `Bearer ${tokens[who]}` }),
        }
        const response = await server.web.hono.request(path, {
          method: verb,
          headers,
          ...(verb !== 'GET' && { body: raw }),
        })
        expect(`${verb} ${chosen.path} ${response.status}`).not.toMatch(/ 5\d\d$/)
        if (response.status >= 400)
          expect(response.headers.get('content-type')).toContain('application/problem+json')
      }),
      { numRuns: REQUESTS },
    )
    expect(await server.database.one(counts)).toEqual(before)
  },
  REQUESTS * 60,
)

/** These do what they say on any input: they would end the sessions of the test. */
const UNTOUCHED = ['DELETE /me', 'DELETE /sessions/current', 'POST /demo/clock']
/** Half a character cannot stand in an address. */
const paired = (text: string) => text.replace(/\p{Surrogate}/gu, '')
const wellFormed = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, paired(value)]))
const pathOf = ({ path }: Endpoint, id: string) =>
  `/api${path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(paired(name === 'id' && id === 'own' ? caseId : id)))}`
