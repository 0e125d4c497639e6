import { startServer, type TestServer } from '../support/server.ts'
import {
  AGREEMENT,
  at,
  beginnings,
  HELD,
  type People,
  PHONES,
  peopleOf,
  photo,
  type Seen,
  today,
  until,
} from './mediation-support.ts'

/** The invitation reached somebody else: PHONES.stranger is the one who came, PHONES.other the one who was meant. */
jest.setTimeout(60_000)

let server: TestServer
let people: People
let begin: ReturnType<typeof beginnings>

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00' })
  people = await peopleOf(server)
  begin = beginnings(server, people)
})
afterAll(() => server.stop())

const WRONG = { other: { name: '李对方', phone: PHONES.stranger } }
const INVITED = { means: ['telephone'], phone: PHONES.other }

/** The wrong person came, said yes, and was told of rights; a mediator has it. */
async function goingOn() {
  const { id, code, take, act, read } = await begin.invited(WRONG)
  await begin.join(code, people.stranger)
  await take('accept_invitation', people.stranger, { suits: '陌生人说周三都行' })
  await take('accept', people.secretary)
  await take('assign_mediator', people.secretary, { mediatorId: await begin.mediator() })
  for (const token of [people.applicant, people.stranger]) await take('confirm_rights', token, { read: true })
  return { id, take, act, read }
}

describe('PM-2: the wrong person', () => {
  it('says so and goes: reads nothing any more, and what they said binds nobody', async () => {
    const { id, take, act, read } = await goingOn()
    await server.post(
      `/api/cases/${id}/messages`,
      { text: '我住三楼，有事打我电话', to: 'other_side' },
      { token: people.stranger },
    )
    const gone = await take('not_me', people.stranger, { wrong: true })
    expect([gone.own.side, gone.form.story]).toEqual(['other_side', undefined])
    expect((await read(people.stranger)).code).toBe('not_found')
    expect((await server.get('/api/cases?view=mine', people.stranger)).body.items).toEqual([])
    const asked = await read(people.applicant)
    expect([asked.status, asked.closedAt]).toEqual(['requested', null])
    expect(asked.own.rights).toMatchObject({ applicant: true, otherSide: false })
    for (const token of [people.applicant, people.mediator])
      expect((await server.get('/api/notices', token)).body.items[0]).toMatchObject({
        news: 'wrong_person',
        caseId: id,
      })

    const code = begin.codeIn(await take('invite', people.secretary, INVITED))
    expect((await act('accept', people.secretary)).body.detail).toContain('还没有表示愿意')
    const joined = (await begin.join(code, people.other)).body
    expect(JSON.stringify(joined)).not.toMatch(/陌生人说|我住三楼/)
    await take('accept_invitation', people.other, {})
    expect((await take('accept', people.secretary)).status).toBe('accepted')
    expect((await act('record_session', people.mediator, HELD(today(server)))).body.detail).toContain(
      '权利义务',
    )
  })

  it('is sent away by the office in the middle of it, with the draft, before another number is invited', async () => {
    const { take, act, read } = await goingOn()
    await until(server, today(server), '23:50')
    await take('record_session', people.mediator, HELD(today(server)))
    await take('draft_agreement', people.mediator, AGREEMENT(server))
    const fileIds = [await photo(server, people.mediator)]
    const signed = { side: 'other_side', how: 'signature', signedOn: today(server), readAloud: true, fileIds }
    await take('confirm_agreement', people.mediator, signed)
    expect((await act('invite', people.secretary, INVITED)).body.fields.phone).toContain('找错人了')
    const seen = await take('not_me', people.mediator, { wrong: true })
    expect([seen.status, seen.own.agreement]).toEqual(['requested', null])
    expect(seen.documents.find(({ type }: Seen) => type === 'TJ-006').state).toBe('void')
    expect((await read(people.stranger)).code).toBe('not_found')
    const code = begin.codeIn(await take('invite', people.secretary, INVITED))
    await begin.join(code, people.other)
    await take('accept_invitation', people.other, {})
    await take('accept', people.secretary)
    expect((await act('seal_agreement', people.mediator, {})).body.code).toBe('not_now')
  })

  it('came and said yes before another number was written down: that yes is void with them', async () => {
    const { code, take, act, read } = await begin.invited({ other: { name: '李对方' } })
    await begin.join(code, people.stranger)
    await take('accept_invitation', people.stranger, {})
    await take('invite', people.secretary, INVITED)
    expect((await read(people.stranger)).code).toBe('not_found')
    expect((await act('accept', people.secretary)).body.detail).toContain('还没有表示愿意')
  })

  it('is not whoever came by a code and whose number is written down later', async () => {
    const { code, take, read } = await begin.invited({ other: { name: '李对方' } })
    await begin.join(code, people.other)
    await take('accept_invitation', people.other, {})
    await take('invite', people.secretary, INVITED)
    expect((await read(people.other)).status).toBe('invited')
    expect((await take('accept', people.secretary)).status).toBe('accepted')
  })

  it('cannot come back by the code that let them in', async () => {
    const { id, code, take } = await begin.invited(WRONG)
    await begin.join(code, people.stranger)
    await take('not_me', people.stranger, { wrong: true })
    expect((await begin.join(code, people.stranger)).status).toBe(404)
    expect((await server.get('/api/invitations', people.stranger)).body.items).toEqual([])
    expect((await at(server, id).act('not_me', people.secretary, { wrong: true })).body.code).toBe('not_now')
  })
})
