import { startServer, type TestServer } from '../support/server.ts'
import { beginnings, type People, PHONES, peopleOf, type Seen } from './mediation-support.ts'

/** Who sits in the place of the other side, and who cannot be put there. */
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

const BY_TELEPHONE = { means: ['telephone'] }

const actions = async (read: (token: string) => Promise<Seen>, token: string) =>
  (await read(token)).actions.map(({ action }: Seen) => action)

describe('PM-2: whoever agreed keeps their place', () => {
  it('PM-18: after the agreement another number does not exchange the party', async () => {
    const { act, read } = await begin.agreed()
    const { status, body } = await act('invite', people.secretary, {
      ...BY_TELEPHONE,
      phone: PHONES.stranger,
    })
    expect([status, body.fields?.phone]).toEqual([422, expect.stringContaining('找错人了')])
    expect((await read(people.other)).status).toBe('agreed')
  })

  it('PM-18: after the agreement the party is not renamed', async () => {
    const { act, read } = await begin.agreed()
    const { body } = await act('invite', people.secretary, { ...BY_TELEPHONE, name: '王别人' })
    expect(body.fields?.name).toContain('协议已经成立')
    expect((await read(people.secretary)).own.otherSide.name).toBe('李对方')
  })
})

describe('PM-2: a new code lets nobody in beside whoever has come', () => {
  it('while it goes on, and once it is agreed', async () => {
    for (const beginning of [begin.came, begin.agreed]) {
      const { take, read } = await beginning()
      const code = begin.codeIn(await take('invite', people.secretary, BY_TELEPHONE))
      const { status, body } = await begin.join(code, people.stranger)
      expect([status, body.detail]).toEqual([409, expect.stringContaining('登记的那个手机号')])
      expect((await read(people.stranger)).code).toBe('not_found')
    }
  })

  it('and lets in the number that is written down, beside somebody of the family who came first', async () => {
    const { code, take, read } = await begin.invited()
    await begin.join(code, people.stranger)
    const anew = begin.codeIn(await take('invite', people.secretary, BY_TELEPHONE))
    expect((await begin.join(anew, people.other)).status).toBe(201)
    expect((await read(people.other)).own.side).toBe('other_side')
  })
})

describe('PM-2: coming in', () => {
  it('is done once: it is not offered to whoever is in, and leaves one line in the history', async () => {
    const { code, act, read } = await begin.invited()
    await begin.join(code, people.other)
    expect(await actions(read, people.other)).not.toContain('join')
    const { timeline } = await read(people.other)
    expect((await act('join', people.other)).status).toBe(409)
    expect((await read(people.other)).timeline).toEqual(timeline)
  })

  it('begins again after the wrong one has left', async () => {
    const { code, take } = await begin.invited()
    await begin.join(code, people.other)
    await take('not_me', people.other, { wrong: true })
    const anew = begin.codeIn(await take('invite', people.secretary, BY_TELEPHONE))
    expect((await begin.join(anew, people.other)).status).toBe(201)
  })
})
