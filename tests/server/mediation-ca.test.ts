import { type Asked, standIn } from '../support/outside.ts'
import { startServer, type TestServer } from '../support/server.ts'
import {
  AGREEMENT,
  at,
  type People,
  peopleOf,
  REQUEST,
  type Seen,
  today,
  until,
} from './mediation-support.ts'

const KEY = 'key-of-the-test'
const signings = new Map<string, { hash: string; signer: string; state: string }>()

/** The authority: knows hashes and words of ours, signs when the person has signed there. */
function answer({ url, headers, text }: Asked): unknown {
  if (headers.authorization !== `Bearer ${KEY}`) return { error: 'unauthorised' }
  const [, , reference = ''] = url.pathname.split('/')
  if (reference) return signings.get(reference) ?? { state: 'unknown', hash: '', signer: '' }
  const made = `ref-${signings.size + 1}`
  signings.set(made, { ...JSON.parse(text), state: 'waiting' })
  return { reference: made, url: `${url.origin}/sign/${made}` }
}

/** Stories of many steps, on a machine that may be busy. */
jest.setTimeout(60_000)

let authority: Awaited<ReturnType<typeof standIn>>
let server: TestServer
let people: People

beforeAll(async () => {
  authority = await standIn(answer)
  server = await startServer({ QUIET_HOURS: '00:00-00:00', CA_BASE: authority.base, CA_KEY: KEY })
  people = await peopleOf(server)
})
afterAll(async () => {
  await server.stop()
  await authority.stop()
})
afterEach(() => {
  authority.state.mood = 'well'
})

/** A draft that both have before them, the other side with an app too. */
async function drafted(touches: string[]) {
  const { id } = (await server.post('/api/mediations', REQUEST, { token: people.applicant })).body
  const steps = at(server, id)
  const mine = (await server.get('/api/me', people.mediator)).body.id
  await steps.take('assign_mediator', people.secretary, { mediatorId: mine })
  await steps.take('accept_together', people.mediator, { agreed: true })
  const { code } = (await steps.take('invite', people.secretary, { means: ['notice'] })).own.otherSide
  await server.post(`/api/invitations/${code}/join`, {}, { token: people.other })
  await until(server, today(server), '23:50')
  await steps.take('record_session', people.mediator, {
    startedAt: `${today(server)}T09:00:00+08:00`,
    endedAt: `${today(server)}T10:00:00+08:00`,
    place: '村部',
    present: '双方',
    record: '谈妥',
  })
  const seen = await steps.take('draft_agreement', people.mediator, { ...AGREEMENT(server), touches })
  return { ...steps, id, seen }
}

const begin = (id: string, token: string) => server.post(`/api/mediations/${id}/signatures`, {}, { token })
const signThere = (reference: string) => {
  const signing = signings.get(reference)
  if (signing) signings.set(reference, { ...signing, state: 'signed' })
}

describe('an electronic signature', () => {
  it('counts when the licensed authority says that this side signed this text, and not before', async () => {
    const { id, seen, act, take } = await drafted(['none'])
    expect(seen.own.agreement).toMatchObject({ mayBeElectronic: true, onPaper: null })
    for (const token of [people.applicant, people.other]) {
      const { body, status } = await begin(id, token)
      expect(status).toBe(201)
      expect((await act('sign_agreement', token, { reference: body.reference })).body.code).toBe('not_now')
      signThere(body.reference)
      await take('sign_agreement', token, { reference: body.reference })
    }
    const seal = { mediatorSignedOn: today(server), sealedOn: today(server) }
    expect((await take('seal_agreement', people.secretary, seal)).status).toBe('agreed')
    const words = authority.state.asked.map(({ text }) => text).join('\n')
    for (const secret of ['张申请', '李对方', '围墙', '13900000061']) expect(words).not.toContain(secret)
  })

  it('of one side is not that of the other, of one text not that of another', async () => {
    const { id, act, take } = await drafted(['none'])
    const mine = (await begin(id, people.applicant)).body.reference
    signThere(mine)
    expect((await act('sign_agreement', people.other, { reference: mine })).body.code).toBe('not_now')
    await take('draft_agreement', people.mediator, { ...AGREEMENT(server), disputed: '改过的争议' })
    expect((await act('sign_agreement', people.applicant, { reference: mine })).body.code).toBe('not_now')
    expect((await act('sign_agreement', people.applicant, { reference: '../../x' })).body.code).toBe(
      'not_now',
    )
  })

  it('is never used for status, adoption, inheritance or guardianship', async () => {
    for (const touch of ['status', 'adoption', 'inheritance', 'guardianship']) {
      const { id, seen, act } = await drafted([touch])
      expect(seen.own.agreement).toMatchObject({
        mayBeElectronic: false,
        onPaper: expect.stringContaining('第三条'),
      })
      expect((await begin(id, people.applicant)).body.code).toBe('not_now')
      expect((await act('sign_agreement', people.applicant, { reference: 'ref-1' })).body.detail).toContain(
        '纸上',
      )
    }
  })

  it('says so when the authority does not answer as it should, and nothing is changed', async () => {
    const { id, act, read } = await drafted(['none'])
    const { reference } = (await begin(id, people.applicant)).body
    signThere(reference)
    const { version } = await read(people.applicant)
    for (const mood of ['broken', 'nonsense', 'gone'] as const) {
      authority.state.mood = mood
      expect((await act('sign_agreement', people.applicant, { reference })).body.code).toBe('unavailable')
      expect((await begin(id, people.applicant)).body.code).toBe('unavailable')
    }
    const after: Seen = await read(people.applicant)
    expect([after.version, after.own.agreement.signatures]).toEqual([version, []])
  })
})
