import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dayOf } from '#domain/day'
import { LEGAL_AID_ACTIONS } from '#domain/legal-aid'
import { GRANTING, legalAidDesk, REFUSING, UNPAID } from '../support/legal-aid.ts'
import { bomb, photo, send } from '../support/samples.ts'
import { startServer, type TestServer } from '../support/server.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came over the wire
type Seen = any

/** The centre of another county, and its head. */
const ELSEWHERE = ['13900000403', '13900000408']
const REFUSAL = { ground: 'not_covered', reasons: '合伙分红', toldHowToObject: true }

jest.setTimeout(60_000)

let server: TestServer
let desk: Awaited<ReturnType<typeof legalAidDesk>>
let dir: string
let people = 30

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'linfa-aid-attack-'))
  server = await startServer({ FILES_DIR: dir, RATE_LIMITS: 'off' })
  desk = await legalAidDesk(server)
})
afterAll(async () => {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

const somebody = () => server.signIn(`139000000${people++}`)
const applied = async (token: string, more: object = {}): Promise<string> =>
  (await desk.apply(token, more)).body.id
const proposed = async (token: string): Promise<string> => {
  const id = await applied(token)
  await desk.step(id, 'recommend', desk.reviewer, GRANTING)
  return id
}
const granted = async (token: string): Promise<string> => {
  const id = await proposed(token)
  await desk.step(id, 'grant', desk.head)
  return id
}
const lettersOf = async (id: string): Promise<Seen[]> => (await desk.read(id, desk.head)).documents
const act = (id: string, action: string, token: string, body: object, key = randomUUID()) =>
  server.post(`/api/cases/${id}/actions/${action}`, body, { token, key })
const codes = (answers: readonly Seen[]) => answers.map(({ status, body }) => body.code ?? status).sort()

describe('the case of somebody else', () => {
  it('is not there, whatever a stranger wants to do with it', async () => {
    const id = await granted(await somebody())
    const [letter] = await lettersOf(id)
    const stranger = await somebody()
    for (const action of LEGAL_AID_ACTIONS) {
      const { status } = await act(id, action, stranger, { version: 3 })
      expect(`${action} ${status}`).toMatch(/ (404|422)$/)
    }
    for (const path of [`/api/cases/${id}`, `/api/cases/${id}/documents/${letter.id}?format=pdf`])
      expect([path, (await server.get(path, stranger)).status]).toEqual([path, 404])
    expect((await desk.read(id, desk.head)).version).toBe(3)
  })

  it('cannot be told from one that does not exist', async () => {
    const id = await applied(await somebody())
    const stranger = await somebody()
    const there = await act(id, 'withdraw', stranger, { version: 1 })
    const nowhere = await act(id.replace(/.$/, '0'), 'withdraw', stranger, { version: 1 })
    expect(there.status).toBe(404)
    expect([there.body.code, there.body.detail]).toEqual([nowhere.body.code, nowhere.body.detail])
  })

  it('cannot be applied on from: a call that is not mine brings none of its words', async () => {
    const stranger = await somebody()
    const id = await applied(await somebody())
    const { status } = await desk.apply(stranger, { fromCaseId: id })
    expect(status).not.toBe(201)
  })
})

describe('staff of another county', () => {
  it.each(ELSEWHERE)('%s neither reads nor decides', async (phone) => {
    const id = await proposed(await somebody())
    const token = await server.signIn(phone)
    expect((await server.get(`/api/cases/${id}`, token)).status).toBe(404)
    for (const [action, body] of Object.entries({
      claim: {},
      ask_for_material: { items: ['work_proof'] },
      provide_in_advance: { ground: 'other' },
      recommend: REFUSING,
      grant: {},
      refuse: REFUSAL,
    })) {
      const { status } = await act(id, action, token, { version: 2, ...body })
      expect(`${action} ${status}`).toMatch(/ (403|404|422)$/)
    }
    const { items } = (await server.get('/api/cases?view=desk&kind=legal_aid', token)).body
    expect(items.map((one: Seen) => one.id)).not.toContain(id)
    expect(await desk.read(id, desk.head)).toMatchObject({ status: 'under_review', version: 2 })
  })

  it('gets none of ours as its next application, however urgent', async () => {
    const deadlineOn = addDays(dayOf(server.context.now()), 2)
    const id = await applied(await somebody(), { deadlineOn })
    const next = await server.post(
      '/api/legal-aid/next',
      {},
      { token: await server.signIn(ELSEWHERE[0] ?? '') },
    )
    expect(next.body.case).toBeNull()
    expect((await desk.read(id, desk.reviewer)).handler).toBeNull()
  })

  it('sees and changes no lawyer of ours', async () => {
    const token = await server.signIn(ELSEWHERE[1] ?? '')
    const ours = (await server.get('/api/legal-aid/lawyers', desk.head)).body.items
    expect(ours.length).toBeGreaterThan(0)
    expect((await server.get('/api/legal-aid/lawyers', token)).body.items).toEqual([])
    const change = { firm: '别处的律所', practiceSince: '2010-01-01', languages: ['mandarin'] }
    const { status } = await server.ask('PUT', `/api/legal-aid/lawyers/${ours[0].id}`, {
      token,
      body: change,
    })
    expect([403, 404, 422]).toContain(status)
    expect((await server.get('/api/legal-aid/lawyers', desk.head)).body.items).toEqual(ours)
  })

  it('is never assigned, nor is anybody who is no lawyer', async () => {
    const resident = await somebody()
    const id = await granted(resident)
    const reviewer = (await server.get('/api/me', desk.reviewer)).body.id
    const other = (await server.get('/api/me', await server.signIn(ELSEWHERE[1] ?? ''))).body.id
    for (const lawyerId of [reviewer, other, 'nobody']) {
      const { body } = await desk.step(id, 'assign', desk.head, { lawyerId })
      expect(body.fields).toEqual({ lawyerId: '没有这位律师，请重新选择' })
    }
  })
})

describe('two who decide at once', () => {
  it('one decision stands, with one letter; the other reads that the page was overtaken', async () => {
    const id = await proposed(await somebody())
    const version = 2
    const answers = await Promise.all([
      act(id, 'grant', desk.head, { version }),
      act(id, 'refuse', desk.head, { version, ...REFUSAL }),
      act(id, 'grant', desk.head, { version }),
    ])
    expect(codes(answers)).toEqual([200, 'stale', 'stale'])
    const decisions = (await lettersOf(id)).filter(({ type }) => type === 'FZ-009' || type === 'FZ-010')
    expect(decisions).toHaveLength(1)
  })

  it('a lawyer is assigned once, though two tap; the turn counts one case', async () => {
    const id = await granted(await somebody())
    const { version, own } = await desk.read(id, desk.head)
    const [first, second] = own.staff.lawyers
    const answers = await Promise.all([
      act(id, 'assign', desk.head, { version, lawyerId: first.id }),
      act(id, 'assign', desk.head, { version, lawyerId: second.id, reason: '他更熟' }),
    ])
    expect(codes(answers)).toEqual([200, 'stale'])
  })

  it('who supplies on one telephone and withdraws on the other has done one of the two', async () => {
    const resident = await somebody()
    const id = await applied(resident)
    await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    const answers = await Promise.all([
      act(id, 'supply_material', resident, { version: 2, items: ['work_proof'], words: '聊天记录' }),
      act(id, 'withdraw', resident, { version: 2 }),
    ])
    expect(codes(answers)).toEqual([200, 'stale'])
  })
})

describe('a reply that was lost', () => {
  it('the same request again brings the same decision, not a second letter', async () => {
    const id = await proposed(await somebody())
    const key = randomUUID()
    const first = await act(id, 'grant', desk.head, { version: 2 }, key)
    const again = await act(id, 'grant', desk.head, { version: 2 }, key)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.version).toBe(first.body.version)
    expect((await lettersOf(id)).filter(({ type }) => type === 'FZ-009')).toHaveLength(1)
  })

  it('the key of one request does not carry another', async () => {
    const id = await proposed(await somebody())
    const key = randomUUID()
    await act(id, 'grant', desk.head, { version: 2 }, key)
    const other = await act(id, 'grant', desk.head, { version: 2, reasons: '别的意见' }, key)
    expect([other.status, other.body.detail]).toEqual([422, '这次提交与上一次的内容不同，请重新提交'])
  })

  it('material sent twice is there once, also when both arrive at once', async () => {
    const resident = await somebody()
    const id = await applied(resident)
    await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    const file = (await send(server, await photo(), { token: resident })).body.id
    const key = randomUUID()
    const body = { version: 2, parts: [{ item: 'work_proof', fileIds: [file] }] }
    const answers = await Promise.all([
      act(id, 'supply_material', resident, body, key),
      act(id, 'supply_material', resident, body, key),
    ])
    expect(codes(answers).filter((code) => code === 200).length).toBeGreaterThan(0)
    const later = await act(id, 'supply_material', resident, body, key)
    expect(later.status).toBe(200)
    const { files, timeline } = await desk.read(id, resident)
    expect(files).toHaveLength(1)
    expect(timeline.filter(({ action }: Seen) => action === 'supply_material')).toHaveLength(1)
  })
})

describe('files of an application', () => {
  const asItem = (fileId: string) => ({ material: [{ item: 'work_proof', fileIds: [fileId] }] })

  it('one of somebody else is not taken into mine, with words that say what to do', async () => {
    const theirs = (await send(server, await photo(), { token: await somebody() })).body.id
    const { status, body } = await desk.apply(await somebody(), asItem(theirs))
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, ['fileIds']])
  })

  it('one that stands in a case already is not taken into another, also by its owner', async () => {
    const resident = await somebody()
    const file = (await send(server, await photo(), { token: resident })).body.id
    await applied(resident, asItem(file))
    const again = await desk.apply(resident, { ...asItem(file), matter: 'labour_relation' })
    expect(again.status).toBe(422)
  })

  it('one that is half a picture, empty or a bomb has no id to be sent along with', async () => {
    const resident = await somebody()
    const whole = await photo(400, 300)
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.alloc(0), bomb()]) {
      const { status, body } = await send(server, bytes, { token: resident })
      expect([status, body.id]).toEqual([422, undefined])
    }
    const { status, body } = await desk.apply(resident, asItem(randomUUID()))
    expect([status, Object.keys(body.fields ?? {})]).toEqual([422, ['fileIds']])
  })

  it('a promise for somebody else’s number opens nobody’s case', async () => {
    const id = await applied(await somebody())
    const other = await somebody()
    await desk.apply(other, { applicant: UNPAID.applicant })
    expect((await server.get(`/api/cases/${id}`, other)).status).toBe(404)
  })
})
