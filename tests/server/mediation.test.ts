import { addDays } from '#domain/day'
import { verifyChains } from '../../server/cases/verify.ts'
import { startServer, type TestServer } from '../support/server.ts'
import {
  AGREEMENT,
  at,
  LUFENG,
  type People,
  peopleOf,
  photo,
  REQUEST,
  type Seen,
  today,
  until,
  workingDay,
} from './mediation-support.ts'

/** Stories of many steps, on a machine that may be busy. */
jest.setTimeout(60_000)

let server: TestServer
let people: People

beforeAll(async () => {
  server = await startServer({ QUIET_HOURS: '00:00-00:00' })
  people = await peopleOf(server)
})
afterAll(() => server.stop())

const request = async (token = people.applicant, more = {}): Promise<Seen> =>
  (await server.post('/api/mediations', { ...REQUEST, ...more }, { token })).body

/** From a request to both sides willing, the other one by the code that came to its number. */
async function accepted(more = {}) {
  const asked = await request(people.applicant, more)
  const steps = at(server, asked.id)
  await steps.take('invite', people.secretary, { means: ['notice', 'paper'] })
  const [invitation] = (await server.get('/api/invitations', people.other)).body.items
  await server.post(`/api/invitations/${invitation.code}/join`, {}, { token: people.other })
  await steps.take('accept_invitation', people.other, { suits: '周末' })
  await steps.take('accept', people.secretary)
  return { ...steps, id: asked.id as string }
}

const mediatorsOf = (seen: Seen) => seen.own.mediators as { id: string; name: string }[]

/** Both told of their rights, and a mediator whom both like. */
async function ready() {
  const steps = await accepted()
  for (const token of [people.applicant, people.other])
    await steps.take('confirm_rights', token, { read: true })
  const [first, second] = mediatorsOf(await steps.read(people.applicant))
  const ids = [first?.id, second?.id]
  await steps.take('choose_mediator', people.applicant, { picks: ids })
  await steps.take('choose_mediator', people.other, { picks: [ids[0]] })
  const handler = [people.mediator, people.second]
  const seen = await Promise.all(handler.map((token) => steps.read(token)))
  const mediator = handler[seen.findIndex(({ id }) => id === steps.id)] ?? ''
  return { ...steps, mediator }
}

const session = (day: string, hour = '10') => ({
  startsAt: `${day}T${hour}:00:00+08:00`,
  endsAt: `${day}T${hour}:50:00+08:00`,
  mode: 'place',
  place: '镇司法所调解室',
  room: '一号调解室',
})
const record = (day: string, text: string) => ({
  startedAt: `${day}T10:00:00+08:00`,
  endedAt: `${day}T10:50:00+08:00`,
  place: '镇司法所调解室',
  present: '双方及调解员',
  record: text,
})

describe('a dispute between neighbours in 卢峰镇', () => {
  let steps: Awaited<ReturnType<typeof ready>>

  it('PM-2, PM-10: is asked for with the committee of the town, which invites the other side', async () => {
    const asked = await request()
    expect(asked.organisation.id).toBe(LUFENG)
    expect(asked.number).toMatch(/^TJ431224-/)
    expect(asked.sections.at(-1).lines.map(({ text }: Seen) => text)).toEqual([
      expect.stringContaining('不收任何费用'),
      expect.stringContaining('不影响你打官司'),
    ])
    expect(asked.actions.map(({ action }: Seen) => action)).toEqual([
      'state_party',
      'issue_authority',
      'add_to_dossier',
      'withdraw',
      'complain',
    ])
    await at(server, asked.id).take('withdraw', people.applicant)
  })

  it('PM-5: a mediator whom both picked has the case, and PM-8 both were told of their rights before', async () => {
    steps = await ready()
    const seen = await steps.read(people.secretary)
    expect(seen.status).toBe('accepted')
    expect(seen.own.chosen).toMatchObject({ how: 'common' })
    expect(seen.own.rights).toMatchObject({ applicant: true, otherSide: true })
    expect(seen.documents.map(({ type }: Seen) => type)).toEqual(['TJ-016', 'TJ-001', 'TJ-002', 'TJ-003'])
  })

  it('is mediated in two sessions, whose records both read and confirm', async () => {
    for (const [n, text] of ['各自说明情况，没有谈拢', '达成初步意见'].entries()) {
      const day = workingDay(server, 2)
      const seen = await steps.take('schedule_session', steps.mediator, session(day))
      expect(seen.appointment.startsAt).toBe(`${day}T10:00:00+08:00`)
      await until(server, day)
      await steps.take('record_session', steps.mediator, {
        ...record(day, text),
        privately: '申请人说三千也肯',
      })
      await steps.take('confirm_record', people.applicant, { right: true })
      await steps.take('confirm_record', steps.mediator, {
        right: true,
        side: 'other_side',
        fileIds: [await photo(server, steps.mediator)],
      })
      const { sessions } = (await steps.read(people.other)).own
      expect(sessions[n]).toMatchObject({
        record: text,
        privately: null,
        confirmed: { applicant: true, otherSide: true },
      })
    }
    expect((await steps.read(people.applicant)).status).toBe('in_mediation')
  })

  it('PM-18: the agreement is frozen and hashed; a new draft voids the paper and the signatures before it', async () => {
    const first = await steps.take('draft_agreement', steps.mediator, AGREEMENT(server))
    expect((await steps.read(people.applicant)).nextText).toContain('协议已经起草')
    const sign = { side: 'applicant', how: 'fingerprint', signedOn: today(server), readAloud: true }
    await steps.take('confirm_agreement', steps.mediator, {
      ...sign,
      fileIds: [await photo(server, steps.mediator)],
    })
    const changed = { ...AGREEMENT(server), disputed: '围墙是否占了公用通道' }
    const second = await steps.take('draft_agreement', steps.mediator, changed)
    expect(second.own.agreement.hash).not.toBe(first.own.agreement.hash)
    expect(second.own.agreement).toMatchObject({ no: 2, unchanged: true, signatures: [] })
    const papers = second.documents.filter(({ type }: Seen) => type === 'TJ-006')
    expect(papers.map(({ state }: Seen) => state)).toEqual(['void', 'issued'])
  })

  it('PM-19: is in force when the last of parties, mediator and seal has come, not before', async () => {
    const sign = { how: 'signature', signedOn: today(server), readAloud: true }
    const seal = { mediatorSignedOn: today(server), sealedOn: today(server) }
    expect((await steps.act('seal_agreement', people.secretary, seal)).body.code).toBe('not_now')
    for (const side of ['applicant', 'other_side']) {
      await steps.take('confirm_receipt', side === 'applicant' ? people.applicant : people.other, {
        read: true,
      })
      expect((await steps.act('seal_agreement', people.secretary, seal)).body.code).toBe('not_now')
      const fileIds = [await photo(server, steps.mediator)]
      await steps.take('confirm_agreement', steps.mediator, { ...sign, side, fileIds })
    }
    const seen = await steps.take('seal_agreement', people.secretary, seal)
    expect(seen.status).toBe('agreed')
    expect(seen.own.agreement).toMatchObject({
      state: 'effective',
      effectiveAt: expect.stringContaining(today(server)),
    })
    const told = seen.sections.flatMap(({ lines }: Seen) => lines)
    const [effective] = told.filter(({ name }: Seen) => name === 'effective')
    expect(effective.text).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日$/)
    const days = told.filter(({ name }: Seen) => name !== 'text').map(({ label, text }: Seen) => label + text)
    expect(days.join()).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(seen.own.agreement.signatures.map(({ who }: Seen) => who)).toEqual([
      'applicant',
      'other_side',
      'mediator',
      'committee',
    ])
  })

  it('PM-21: two instalments are performed when both sides say so; one who says so alone is not enough', async () => {
    for (const no of [1, 2]) {
      const half = await steps.take('mark_performed', people.other, { no, mark: 'done' })
      expect(half.own.instalments[no - 1].state).toBe('half')
      const seen = await steps.take('mark_performed', people.applicant, { no, mark: 'done', note: '收到' })
      expect(seen.own.instalments[no - 1].state).toBe('performed')
    }
    expect((await steps.act('issue_proof', people.secretary)).body.code).toBe('not_now')
    expect((await steps.act('close', people.secretary)).body.detail).toContain('回访')
  })

  it('JC-1, JC-10: both are told on day 0, 20 and 27, and the pack for the court is ready', async () => {
    const titles = async (token: string) =>
      (await server.get('/api/notices?limit=100', token)).body.items.filter(
        ({ news, caseId }: Seen) => news === 'confirmation_days' && caseId === steps.id,
      ).length
    const effective = today(server)
    const counts: number[] = []
    for (const days of [0, 5, 20, 27, 29]) {
      await until(server, addDays(effective, days), '13:00')
      counts.push(await titles(people.other))
      expect(await titles(people.applicant)).toBe(counts.at(-1))
    }
    expect(counts).toEqual([1, 1, 2, 3, 3])
    const seen = await steps.take('issue_pack', people.applicant, { together: true })
    const pack = seen.documents.filter(({ type }: Seen) => ['TJ-012', 'TJ-013'].includes(type))
    expect(pack).toHaveLength(2)
    expect(seen.own.confirmation.blocks).toEqual([])
    const late = seen.own.instalments[2]
    expect(late.state).toBe('open')
  })

  it('JC-1: is too late after thirty days, and says where to go instead', async () => {
    await until(server, addDays(today(server), 6))
    const answer = await steps.act('issue_pack', people.applicant, { together: true })
    expect(answer.body.detail).toContain('三十日已满')
    expect(answer.body.detail).toContain('起诉')
  })

  it('PM-16: the dossier has filled itself; what is missing is said, and closing asks for what the law asks', async () => {
    await steps.take('return_visit', steps.mediator, {
      on: today(server),
      by: 'telephone',
      performed: 'partly',
      contented: 'fairly',
      record: '还剩一期',
    })
    const seen = await steps.take('close', people.secretary)
    const missing = seen.own.dossier.filter(({ done, needed }: Seen) => needed && !done)
    expect(missing).toEqual([])
    expect(seen.status).toBe('closed')
    expect(seen.documents.map(({ type }: Seen) => type)).toEqual(expect.arrayContaining(['TJ-009', 'TJ-015']))
  })

  it('leaves a chain of events that holds', async () => {
    expect(await verifyChains(server.context)).toMatchObject({ broken: null })
  })
})
