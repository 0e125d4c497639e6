import { addDays } from '#domain/day'
import { photo as picture, send } from '../support/samples.ts'
import { startServer, type TestServer } from '../support/server.ts'
import {
  AGREEMENT,
  at,
  type People,
  PHONES,
  peopleOf,
  REQUEST,
  type Seen,
  STORY,
  today,
  until,
  workingDay,
} from './mediation-support.ts'

/** Stories of many steps, on a machine that may be busy. */
jest.setTimeout(60_000)

let server: TestServer
let people: People
let id: string
let earlier: Seen
let docs: Seen[]
let fileIds: string[]

/** What each said where only the office could hear it. */
const OF_APPLICANT = {
  story: STORY,
  suits: REQUEST.suits,
  phone: PHONES.applicant,
  half: '139****0061',
  message: '我怕他打我，请别告诉他我住哪',
  dispute: '我觉得第二期没有给够',
  call: '只在热线里说过的话',
  file: '只给调解员看的照片.jpg',
}
const OF_OTHER = {
  suits: '周末才有空，平时在外地',
  message: '我其实知道墙占了一点',
  phone: PHONES.other,
  file: '对方自己的照片.jpg',
}
const OF_OFFICE = {
  privately: '申请人说给三千也肯了',
  item: '走访时邻居说墙是后来加的',
  inquiry: '村主任说界桩在槐树下',
  visit: '申请人说还是不放心',
  receipt: '卢峰派出所值班民警已接报',
  reject: '这位调解员是他亲戚',
}

const say = (text: string, token: string, more = {}) =>
  server.post(`/api/cases/${id}/messages`, { text, ...more }, { token })

const sendNamed = async (name: string, token: string) =>
  (await send(server, await picture(), { token, name })).body.id

async function call() {
  const [slot] = (
    await server.get(
      `/api/desks/demo-desk-431224/slots?from=${today(server)}&to=${addDays(today(server), 7)}`,
    )
  ).body.items
    .filter(({ free }: Seen) => free > 0)
    .slice(-1)
  const wish = {
    slotId: slot.id,
    channel: 'call_back',
    topic: 'neighbours',
    summary: OF_APPLICANT.call,
    regionCode: REQUEST.regionCode,
  }
  return (await server.post('/api/bookings', wish, { token: people.applicant })).body
}

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00' })
  people = await peopleOf(server)
  earlier = await call()
  const file = await sendNamed(OF_APPLICANT.file, people.applicant)
  const asked = await server.post(
    '/api/mediations',
    { ...REQUEST, urgent: true, fromCaseId: earlier.id, fileIds: [file] },
    { token: people.applicant },
  )
  id = asked.body.id
  const steps = at(server, id)
  await steps.take('invite', people.secretary, { means: ['notice', 'paper'] })
  const [invitation] = (await server.get('/api/invitations', people.other)).body.items
  await server.post(`/api/invitations/${invitation.code}/join`, {}, { token: people.other })
  await steps.take('accept_invitation', people.other, { suits: OF_OTHER.suits })
  await steps.take('accept', people.secretary)
  for (const token of [people.applicant, people.other])
    await steps.take('confirm_rights', token, { read: true })
  const mediators = (await steps.read(people.secretary)).own.mediators
  const [first] = mediators
  await steps.take('assign_mediator', people.secretary, { mediatorId: first.id })
  await steps.take('reject_mediator', people.applicant, { reason: OF_OFFICE.reject })
  await steps.take('assign_mediator', people.secretary, {
    mediatorId: mediators.find((one: Seen) => one.id !== first.id).id,
  })
  const seen = await Promise.all([people.mediator, people.second].map((token) => steps.read(token)))
  const mediator = [people.mediator, people.second][seen.findIndex((one) => one.id === id)] ?? ''
  await say(OF_APPLICANT.message, people.applicant)
  const otherFile = await sendNamed(OF_OTHER.file, people.other)
  await say(OF_OTHER.message, people.other, { fileIds: [otherFile] })
  await steps.take('investigate', mediator, { asked: '村主任', place: '村部', record: OF_OFFICE.inquiry })
  await steps.take('report_danger', mediator, { what: 'violence', to: 'police', receipt: OF_OFFICE.receipt })
  const item = { id: 'phone-0001-note', kind: 'note', at: server.context.now(), text: OF_OFFICE.item }
  await server.post(`/api/mediations/${id}/items`, { items: [item] }, { token: mediator })
  const day = workingDay(server, 2)
  await steps.take('schedule_session', mediator, {
    startsAt: `${day}T10:00:00+08:00`,
    endsAt: `${day}T10:50:00+08:00`,
    mode: 'place',
    place: '调解室',
  })
  await until(server, day)
  await steps.take('record_session', mediator, {
    startedAt: `${day}T10:00:00+08:00`,
    endedAt: `${day}T10:50:00+08:00`,
    place: '调解室',
    present: '双方',
    record: '双方同意以老墙为界',
    privately: OF_OFFICE.privately,
  })
  await steps.take('record_oral_agreement', mediator, {
    ...AGREEMENT(server),
    reachedOn: today(server),
    place: '调解室',
  })
  await steps.take('dispute_agreement', people.applicant, { about: OF_APPLICANT.dispute })
  await steps.take('return_visit', mediator, {
    on: today(server),
    by: 'visit',
    performed: 'partly',
    contented: 'no',
    record: OF_OFFICE.visit,
  })
  docs = (await steps.read(people.secretary)).documents
  fileIds = [file, otherFile]
}, 60_000)
afterAll(() => server.stop())

/** Everything that somebody can read: every GET route, with every id that there is in the case. */
async function everything(token: string): Promise<{ path: string; status: number; text: string }[]> {
  const ids = [id, earlier.id, ...fileIds, ...docs.map((one) => one.id)]
  const paths = server.web.mounted
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) => {
      const filled = path.includes(':id') ? ids.map((one) => path.replace(':id', one)) : [path]
      return filled.flatMap((one) =>
        one.includes(':documentId') ? docs.map((doc) => one.replace(':documentId', doc.id)) : [one],
      )
    })
    .map((path) => `/api${path.replace(/:\w+/g, 'none')}`)
  const answers: { path: string; status: number; text: string }[] = []
  for (const path of paths) {
    const { status, body } = await server.get(
      `${path}${path.includes('/cases') && !path.includes(id) ? '?limit=100' : ''}`,
      token,
    )
    answers.push({ path, status, text: typeof body === 'string' ? body : JSON.stringify(body) })
  }
  return answers
}

const found = (answers: { path: string; text: string }[], secrets: Readonly<Record<string, string>>) =>
  answers.flatMap(({ path, text }) =>
    Object.entries(secrets).flatMap(([name, secret]) =>
      text.includes(secret) ? [`${name} in ${path}`] : [],
    ),
  )

describe('what one side says to the office alone', () => {
  it('never reaches the other side, through any route that can be read', async () => {
    const answers = await everything(people.other)
    expect(answers.some(({ path, status }) => path === `/api/cases/${id}` && status === 200)).toBe(true)
    const { phone, ...words } = OF_APPLICANT
    expect(found(answers, { ...words, ...OF_OFFICE, phone, link: earlier.number })).toEqual([])
  })

  it('never reaches the applicant either', async () => {
    const answers = await everything(people.applicant)
    // Its number the applicant wrote down.
    const { phone, ...words } = OF_OTHER
    expect(found(answers, { ...words, ...OF_OFFICE })).toEqual([])
    expect(phone).toBe(REQUEST.other.phone)
  })

  it('is not there at all for strangers, nor for mediators of elsewhere', async () => {
    for (const token of [people.stranger, people.elsewhere]) {
      const answers = await everything(token)
      expect(found(answers, { ...OF_APPLICANT, ...OF_OTHER, ...OF_OFFICE, wish: REQUEST.wish })).toEqual([])
      const open = answers.filter(
        ({ path, status, text }) => path.includes(id) && status === 200 && text !== '{"items":[]}',
      )
      expect(open).toEqual([])
    }
  })

  it('is read by the mediator who has the case', async () => {
    const answers = await everything(people.secretary)
    const text = answers.find(({ path }) => path === `/api/cases/${id}`)?.text ?? ''
    for (const secret of [
      STORY,
      OF_APPLICANT.message,
      OF_OTHER.message,
      OF_OFFICE.privately,
      OF_OFFICE.item,
      OF_OTHER.suits,
    ])
      expect(text).toContain(secret)
  })

  it('does not show in papers of the other: each reads only what is for it', async () => {
    const read = async (doc: Seen, token: string) =>
      (await server.get(`/api/cases/${id}/documents/${doc.id}`, token)).status
    const mine = docs.filter(({ type }) => ['TJ-001', 'TJ-002', 'TJ-004', 'TJ-008', 'TJ-016'].includes(type))
    expect(mine.length).toBe(5)
    for (const doc of mine) expect([doc.type, await read(doc, people.other)]).toEqual([doc.type, 404])
    const shared = docs.filter(({ type }) => ['TJ-003', 'TJ-005', 'TJ-007'].includes(type))
    for (const doc of shared) expect([doc.type, await read(doc, people.other)]).toEqual([doc.type, 200])
  })

  it('is not told by what made the case urgent, nor that a danger was reported', async () => {
    const seen = (await server.get(`/api/cases/${id}`, people.other)).body
    expect(seen).toMatchObject({ urgent: false, alarmAt: null, danger: [], links: [] })
    expect(seen.timeline.map(({ action }: Seen) => action)).not.toContain('report_danger')
    expect(seen.timeline.map(({ action }: Seen) => action)).not.toContain('investigate')
    expect(seen.form).toEqual({ type: 'neighbours', wish: REQUEST.wish })
  })

  it('is not told before anybody has come forward: a code shows who asks, of what kind, and whom to call', async () => {
    const asked = (
      await server.post(
        '/api/mediations',
        { ...REQUEST, other: { name: '赵某' } },
        { token: people.applicant },
      )
    ).body
    const seen = await at(server, asked.id).take('invite', people.secretary, { means: ['paper'] })
    const { status, body } = await server.get(`/api/invitations/${seen.own.otherSide.code}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ askedBy: '张*', typeText: '邻里', committee: { phone: '0745-5550101' } })
    const text = JSON.stringify(body)
    for (const secret of [REQUEST.wish, STORY, asked.number, asked.id, '赵某', PHONES.applicant])
      expect(text).not.toContain(secret)
  })
})

it('a dump of the database shows nobody’s number or story', async () => {
  const { rows } = await server.database.raw(
    `select string_agg(t::text, ' ') as all from (
       select to_jsonb(x) as t from mediation_party x union all select to_jsonb(x) from mediation_item x
       union all select to_jsonb(x) from mediation_work x union all select to_jsonb(x) from case_event x
       union all select to_jsonb(x) from notice x union all select to_jsonb(x) from document x
       union all select to_jsonb(x) from case_text x) as everything`,
  )
  const dump = String((rows[0] as Seen).all)
  const secrets = [
    ...Object.values(OF_APPLICANT),
    ...Object.values(OF_OTHER),
    ...Object.values(OF_OFFICE),
    '李对方',
    REQUEST.wish,
  ]
  for (const secret of secrets) expect(dump).not.toContain(secret)
})
