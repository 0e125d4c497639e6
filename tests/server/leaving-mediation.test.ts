import { addDays } from '#domain/day'
import { legalAidDesk } from '../support/legal-aid.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { beginnings, type People, peopleOf, REQUEST, today, until, VILLAGE } from './mediation-support.ts'

/** Cancelling the account when somebody else still depends on the case (PI-12). */
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

const cancel = (token: string) => server.ask('DELETE', '/api/me', { token })

let next = 13900000080
/** Two people of their own, signed in. */
async function two() {
  const phone = String(next + 1)
  const [applicant, other] = [await server.signIn(String(next)), await server.signIn(phone)]
  next += 2
  return { applicant, other, more: { other: { name: '乙某', phone } } }
}

describe('PI-12: whoever is the other side', () => {
  it('does not leave in the middle: is told which case waits, and how it ends', async () => {
    const { applicant, other, more } = await two()
    const { take, read } = await begin.came(more, applicant, other)
    const { number } = await read(applicant)
    const { status, body } = await cancel(other)
    expect([status, body.detail]).toEqual([409, expect.stringContaining(number)])
    expect(body.detail).toContain('不愿意调解的请先在办件里说明')
    await take('decline_invitation', other, {})
    expect((await cancel(other)).status).toBe(200)
  })

  it('is told that the record with their words stays, by which law, and who reads it', async () => {
    const { applicant, other, more } = await two()
    const { take, read } = await begin.came(more, applicant, other)
    const { number } = await take('decline_invitation', other, {})
    const { body } = await cancel(other)
    expect(body.kept[0]).toEqual({
      what: expect.stringContaining(number),
      reason: expect.stringContaining('申请人和调解委员会以后仍然看得到'),
      law: expect.stringContaining('个人信息保护法 第四十七条第二款'),
    })
    expect(body.deleted).not.toContain('姓名和手机号')
    expect((await read(applicant)).status).toBe('other_side_refused')
  })

  it('does not come in and leave at the same moment', async () => {
    const { applicant, other, more } = await two()
    const { id } = await begin.ask(more, applicant)
    const invited = await server.post(
      `/api/cases/${id}/actions/invite`,
      { version: 1, means: ['telephone'] },
      { token: people.secretary },
    )
    await Promise.all([begin.join(begin.codeIn(invited.body), other), cancel(other)])
    const { rows } = await server.database.raw(
      `select 1 from case_file c join account a on a.id = any(c.other_side_ids)
       where c.id = $1 and a.cancelled_at is not null`,
      [id],
    )
    expect(rows).toEqual([])
  })
})

describe('JC-1, PM-28: an agreement in force binds both to their account', () => {
  it('until the days of confirmation and the last instalment are over; the other side keeps every remedy; then it is only kept', async () => {
    const { applicant, other, more } = await two()
    const { id, act, take, read } = await begin.agreed(more, applicant, other)
    await take('write_down', people.mediator)
    await take('return_visit', people.mediator, {
      on: today(server),
      by: 'visit',
      performed: 'partly',
      contented: 'yes',
      record: '在做',
    })
    await take('close', people.mediator)
    for (const token of [applicant, other]) {
      const { status, body } = await cancel(token)
      expect([status, body.detail]).toEqual([409, expect.stringMatching(/期限到 \d+年\d+月\d+日/)])
    }
    const { actions } = await read(other)
    expect(actions.map(({ action }: { action: string }) => action)).toContain('mark_performed')
    expect((await act('mark_performed', other, { no: 1, mark: 'not_done' })).status).toBe(200)

    await until(server, addDays(today(server), 45))
    const [late, lateOther] = await Promise.all([cancel(applicant), cancel(other)])
    expect([late.status, lateOther.status]).toEqual([200, 200])
    await calledBack(id)
  })

  /** What is only kept is looked into by no call-back either. */
  async function calledBack(id: string) {
    const { id: officer } = (await server.get('/api/me', people.bureau)).body
    await server.database.raw(
      `insert into mediation_callback (id, case_id, organisation_id, due_on, made_at)
       select 'late-callback', $1, organisation_id, current_date, now() from staff_role
       where account_id = $2 and ended_at is null limit 1
       on conflict (case_id) do update set id = excluded.id, organisation_id = excluded.organisation_id`,
      [id, officer],
    )
    const { items } = (await server.get('/api/mediations/callbacks', people.bureau)).body
    expect(items.map(({ caseId }: { caseId: string }) => caseId)).not.toContain(id)
    const path = '/api/mediations/callbacks/late-callback'
    const shown = await server.post(`${path}/reveals`, { side: 'applicant' }, { token: people.bureau })
    const said = { result: 'differs', said: '说没有这回事' }
    const kept = await server.post(path, said, { token: people.bureau })
    for (const { status, body } of [shown, kept])
      expect([status, body.detail]).toEqual([409, expect.stringContaining('依法只作保存')])
  }
})

describe('PI-12: asking and leaving at the same moment', () => {
  it('leaves no open case of an account that is cancelled, whatever was asked for', async () => {
    const aid = await legalAidDesk(server)
    const question = { villageCode: VILLAGE, topic: 'land', question: '问一句' }
    for (let time = 0; time < 3; time++) {
      const [token, asker, poor] = [
        await server.signIn(String(next++)),
        await server.signIn(String(next++)),
        await server.signIn(String(next++)),
      ]
      await Promise.all([
        cancel(token),
        server.post('/api/mediations', { ...REQUEST, other: { name: '某' } }, { token }),
        cancel(asker),
        server.post('/api/inquiries', question, { token: asker }),
        cancel(poor),
        aid.apply(poor),
      ])
    }
    const { rows } = await server.database.raw(
      `select c.kind from case_file c join account a on a.id = c.applicant_id
       where a.cancelled_at is not null and c.closed_at is null`,
    )
    expect(rows).toEqual([])
  })
})
