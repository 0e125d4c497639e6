import { addDays } from '#domain/day'
import { startServer, type TestServer } from '../support/server.ts'
import { unzip } from '../support/unzip.ts'
import {
  AGREEMENT,
  at,
  beginnings,
  HELD,
  type People,
  peopleOf,
  photo,
  type Seen,
  today,
  until,
  workingDay,
} from './mediation-support.ts'

/** What goes on when the talking is over: days, marks, proofs, the court. */
jest.setTimeout(60_000)

let server: TestServer
let people: People
let begin: ReturnType<typeof beginnings>

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00', RATE_LIMITS: 'off' })
  people = await peopleOf(server)
  begin = beginnings(server, people)
  await until(server, today(server), '23:00')
})
afterAll(() => server.stop())

const oral = (more = {}) => ({ ...AGREEMENT(server), reachedOn: today(server), place: '村部', ...more })
const WHOLE = { amount: 0, instalments: [] }

/** Both sides in the app, a mediator, rights told. */
async function both(more = {}) {
  const { id, code, take, act, read } = await begin.invited(more)
  await begin.join(code, people.other)
  await take('accept_invitation', people.other, {})
  await take('accept', people.secretary)
  await take('assign_mediator', people.secretary, { mediatorId: await begin.mediator() })
  for (const token of [people.applicant, people.other]) await take('confirm_rights', token, { read: true })
  return { id, take, act, read }
}

const signed = async (side: 'applicant' | 'other_side', more = {}) => ({
  side,
  how: 'signature',
  signedOn: today(server),
  readAloud: true,
  fileIds: [await photo(server, people.mediator)],
  ...more,
})

const clock = (seen: Seen, name: string) => seen.clocks.find((one: Seen) => one.name === name)

const newsOf = async (token: string, id: string): Promise<string[]> =>
  (await server.get('/api/notices?limit=100', token)).body.items
    .filter(({ caseId }: Seen) => caseId === id)
    .map(({ news }: Seen) => news)

it('PM-13: what the office found of the other side is not printed on the application', async () => {
  const { id } = await begin.ask({ other: { name: '李对方' } })
  const { take, read } = at(server, id)
  await take('invite', people.secretary, { means: ['telephone'], phone: '13900000088' })
  await take('accept_invitation', people.secretary, { heard: 'telephone' })
  await take('accept', people.secretary)
  const mine = await read(people.applicant)
  const paper = mine.documents.find(({ type }: Seen) => type === 'TJ-001')
  const address = `/api/cases/${id}/documents/${paper.id}?format=docx`
  const file = await server.web.hono.request(address, {
    headers: { authorization: `Bearer ${people.applicant}` },
  })
  const words = Object.values(unzip(Buffer.from(await file.arrayBuffer()))).join('')
  expect(words).toContain('李对方')
  expect(words).not.toContain('13900000088')
})

describe('a day that is mistyped', () => {
  it('PM-19: cannot lie before the text was there', async () => {
    const { take, act } = await both()
    await take('record_session', people.mediator, HELD(today(server)))
    await take('draft_agreement', people.mediator, AGREEMENT(server))
    const yesterday = addDays(today(server), -1)
    const slip = await act(
      'confirm_agreement',
      people.mediator,
      await signed('applicant', { signedOn: yesterday }),
    )
    expect(slip.body.fields.signedOn).toContain('不能更早')
    for (const side of ['applicant', 'other_side'] as const)
      await take('confirm_agreement', people.mediator, await signed(side))
    const seal = { mediatorSignedOn: today(server), sealedOn: today(server) }
    for (const field of Object.keys(seal))
      expect(
        (await act('seal_agreement', people.mediator, { ...seal, [field]: yesterday })).body.fields,
      ).toHaveProperty(field)
    expect((await take('seal_agreement', people.mediator, seal)).status).toBe('agreed')
  })

  it('PM-20: an oral agreement is of the last thirty days', async () => {
    const { act } = await begin.together()
    const old = await act(
      'record_oral_agreement',
      people.mediator,
      oral({ reachedOn: addDays(today(server), -31) }),
    )
    expect(old.body.fields.reachedOn).toContain('30 天')
  })
})

it('PM-2: whoever declines has the hours of the session again', async () => {
  const day = workingDay(server, 5)
  const plan = {
    startsAt: `${day}T10:00:00+08:00`,
    endsAt: `${day}T11:00:00+08:00`,
    mode: 'place',
    place: '司法所',
    room: '回绝室',
  }
  const one = await both()
  await one.take('schedule_session', people.mediator, plan)
  expect((await one.take('decline_invitation', people.other, {})).appointment).toBeNull()
  const two = await begin.together()
  expect((await two.take('schedule_session', people.mediator, plan)).status).toBe('accepted')
})

describe('after the dossier is closed', () => {
  it('JC-1, PM-21: the days to the court, the marks, the pack and the reminders go on', async () => {
    const { id, take, read } = await both()
    await take('record_session', people.mediator, HELD(today(server)))
    const dueOn = addDays(today(server), 20)
    await take('draft_agreement', people.mediator, {
      ...AGREEMENT(server),
      amount: 100,
      instalments: [{ dueOn, amount: 100, what: '补偿' }],
    })
    for (const side of ['applicant', 'other_side'] as const)
      await take('confirm_agreement', people.mediator, await signed(side))
    await take('seal_agreement', people.mediator, {
      mediatorSignedOn: today(server),
      sealedOn: today(server),
    })
    const visit = { on: today(server), by: 'visit', performed: 'partly', contented: 'yes', record: '在做' }
    await take('return_visit', people.mediator, visit)
    await take('close', people.mediator)
    expect(clock(await read(people.applicant), '申请司法确认').state).toBe('running')
    const packed = await take('issue_pack', people.applicant, { together: true })
    expect(packed.documents.map(({ type }: Seen) => type)).toContain('TJ-012')
    await take('mark_performed', people.applicant, { no: 1, mark: 'done' })
    await take('return_visit', people.mediator, visit)
    await until(server, addDays(dueOn, -2), '09:00')
    await until(server, dueOn, '09:00')
    for (const token of [people.applicant, people.other])
      expect(await newsOf(token, id)).toEqual(expect.arrayContaining(['instalment_due', 'confirmation_days']))
    await until(server, dueOn, '23:00')
  })

  it('has no days to the court where nothing was agreed', async () => {
    const { take, read } = await begin.together()
    await take('fail', people.mediator, { why: 'no_agreement', told: '谈不拢' })
    await take('close', people.secretary)
    expect(clock(await read(people.applicant), '申请司法确认')).toBeUndefined()
  })
})

it('PM-28: without instalments both confirm the whole once; what one notes is for the mediator', async () => {
  const { take, read, act } = await both()
  await take('record_oral_agreement', people.mediator, oral(WHOLE))
  expect((await read(people.applicant)).own.instalments).toEqual([
    expect.objectContaining({ no: 1, dueOn: null, state: 'open' }),
  ])
  expect((await act('issue_proof', people.mediator)).body.code).toBe('not_now')
  await take('mark_performed', people.applicant, { no: 1, mark: 'done', note: '他当面道了歉' })
  await take('mark_performed', people.other, { no: 1, mark: 'done' })
  const note = async (token: string) => (await read(token)).own.instalments[0].applicant.note
  expect([await note(people.applicant), await note(people.mediator), await note(people.other)]).toEqual([
    '他当面道了歉',
    '他当面道了歉',
    null,
  ])
  const proof = await take('issue_proof', people.mediator)
  expect(proof.documents.map(({ type }: Seen) => type)).toContain('TJ-014')
})

describe('JC-4, JC-5: the way to the court', () => {
  it('is promised to nobody by an oral agreement, and opens when it is written down and signed, from its own day', async () => {
    const { id, take, act, read } = await both()
    const reachedOn = addDays(today(server), -2)
    const seen = await take('record_oral_agreement', people.mediator, oral({ ...WHOLE, reachedOn }))
    expect(seen.nextText).toContain('补写书面协议')
    await until(server, addDays(today(server), 1), '09:00')
    expect(await newsOf(people.applicant, id)).not.toContain('confirmation_days')
    expect((await act('issue_pack', people.applicant, { together: true })).body.detail).toContain('口头协议')
    const written = await take('write_down', people.mediator)
    expect(written.documents.map(({ type }: Seen) => type)).toContain('TJ-006')
    expect((await act('write_down', people.mediator)).body.code).toBe('not_now')
    for (const side of ['applicant', 'other_side'] as const)
      await take('confirm_agreement', people.mediator, await signed(side))
    const mine = await read(people.applicant)
    expect(mine.own.confirmation).toMatchObject({ blocks: [], lastOn: expect.any(String) })
    expect(mine.own.agreement.effectiveAt.slice(0, 10)).toBe(reachedOn)
    expect(mine.own.agreement.signatures).toHaveLength(2)
    expect(clock(mine, '申请司法确认').dueOn).toBe(addDays(reachedOn, 30))
    const packed = await take('issue_pack', people.applicant, { together: true })
    expect(packed.documents.map(({ type }: Seen) => type)).toContain('TJ-012')
    await until(server, today(server), '23:00')
  })

  it('is not spoken of where no court confirms the contents', async () => {
    const { id, take, read } = await both({ type: 'family' })
    await take('record_oral_agreement', people.mediator, oral({ ...WHOLE, touches: ['status'] }))
    expect((await read(people.applicant)).nextText).toContain('法院不受理')
    await until(server, addDays(today(server), 1), '09:00')
    expect(await newsOf(people.other, id)).not.toContain('confirmation_days')
    await until(server, today(server), '23:00')
  })

  it('JC-1: one party alone ends the thirty days for nobody; the other confirms, or the office does', async () => {
    const said = (outcome: string) => ({ outcome, court: '溆浦县人民法院', on: today(server) })
    const state = (seen: Seen) => clock(seen, '申请司法确认').state
    const { id, take, read } = await both()
    await take('record_oral_agreement', people.mediator, oral(WHOLE))
    const alone = await take('record_confirmation', people.applicant, said('applied'))
    expect([state(alone), alone.own.confirmation.result.settled]).toEqual(['running', false])
    expect(await newsOf(people.other, id)).toContain('mark_ready')
    expect(state(await take('record_confirmation', people.applicant, said('confirmed')))).toBe('running')
    expect(state(await take('record_confirmation', people.other, said('withdrawn')))).toBe('running')
    expect(state(await take('record_confirmation', people.other, said('applied')))).toBe('met')
    expect((await read(people.applicant)).own.confirmation.result.settled).toBe(true)
    const two = await both()
    await two.take('record_oral_agreement', people.mediator, oral(WHOLE))
    expect(state(await two.take('record_confirmation', people.mediator, said('applied')))).toBe('met')
  })
})

it('tells the secretary of a new request and of a mediator who goes, and the mediator of the session', async () => {
  const { id, take } = await both()
  expect(await newsOf(people.secretary, id)).toContain('mediation_new')
  const day = workingDay(server, 3)
  await take('schedule_session', people.mediator, {
    startsAt: `${day}T20:00:00+08:00`,
    endsAt: `${day}T21:00:00+08:00`,
    mode: 'place',
    place: '司法所',
  })
  await until(server, addDays(day, -1), '18:30')
  expect(await newsOf(people.mediator, id)).toContain('reminder_day')
  await take('reject_mediator', people.other, { reason: '是他亲戚' })
  for (const token of [people.secretary, people.mediator])
    expect(await newsOf(token, id)).toContain('mediator_left')
})

it('PM-18: an agreement names both parties; the office writes down who they are', async () => {
  const { id } = await begin.ask({
    name: undefined,
    other: undefined,
    fileIds: [await photo(server, people.applicant)],
  })
  const { take, act } = at(server, id)
  await take('assign_mediator', people.secretary, { mediatorId: await begin.mediator() })
  await take('accept_together', people.mediator, { agreed: true })
  const refused = await act('record_oral_agreement', people.mediator, oral(WHOLE))
  expect(refused.body.detail).toMatch(/申请人、对方当事人的姓名，请先点“补全姓名”/)
  expect((await act('name_parties', people.mediator, {})).body.fields.applicant).toBeTruthy()
  await take('name_parties', people.mediator, { applicant: '张申请', other: '李对方' })
  const seen = await take('record_oral_agreement', people.mediator, oral(WHOLE))
  expect([seen.status, seen.own.applicantName, seen.own.otherSide.name]).toEqual([
    'agreed',
    '张申请',
    '李对方',
  ])
})

it('PM-2: whoever said yes by telephone hears of the session, the agreement and its days at that number', async () => {
  const phone = '13900000089'
  const { id, take } = await begin.invited({ other: { name: '李对方', phone } })
  await take('accept_invitation', people.secretary, { heard: 'telephone' })
  await take('accept', people.secretary)
  await take('assign_mediator', people.secretary, { mediatorId: await begin.mediator() })
  await take('confirm_rights', people.applicant, { read: true })
  await take('confirm_rights', people.mediator, { side: 'other_side', read: true })
  const day = workingDay(server, 4)
  await take('schedule_session', people.mediator, {
    startsAt: `${day}T20:00:00+08:00`,
    endsAt: `${day}T21:00:00+08:00`,
    mode: 'place',
    place: '司法所',
  })
  const dueOn = addDays(today(server), 2)
  await take(
    'record_oral_agreement',
    people.mediator,
    oral({ amount: 100, instalments: [{ dueOn, amount: 100, what: '补偿' }] }),
  )
  await until(server, addDays(today(server), 1), '09:00')
  const token = await server.signIn(phone)
  const told = (await server.get('/api/notices', token)).body.items
  expect(told.map(({ news }: Seen) => news)).toEqual(
    expect.arrayContaining(['mediation_accepted', 'session_set', 'agreement_effective', 'instalment_due']),
  )
  expect(JSON.stringify(told)).not.toContain(id)
  await until(server, today(server), '23:00')
})

it('PI: each side reads who opened its files and its papers, and neither those of the other', async () => {
  const { id, read } = await both()
  const fileId = await photo(server, people.other)
  await server.post(
    `/api/cases/${id}/messages`,
    { text: '见照片', to: 'staff', fileIds: [fileId] },
    { token: people.other },
  )
  const seen = await read(people.mediator)
  const paper = (type: string) => seen.documents.find((one: Seen) => one.type === type).id
  await server.get(`/api/files/${fileId}`, people.mediator)
  for (const type of ['TJ-001', 'TJ-003'])
    await server.get(`/api/cases/${id}/documents/${paper(type)}`, people.mediator)
  const looks = async (token: string) =>
    (await server.get('/api/me/access-log?limit=100', token)).body.items
      .filter((one: Seen) => one.caseNumber === seen.number)
      .map(({ what }: Seen) => what)
      .filter((what: string) => /附件|文书/.test(what))
      .sort()
  expect(await looks(people.other)).toEqual(['打开了文书', '查看了附件'])
  expect(await looks(people.applicant)).toEqual(['打开了文书', '打开了文书'])
})
