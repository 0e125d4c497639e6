import { CASE_SOURCE, CASE_SOURCES } from '#domain/case-source'
import { pdfText } from '../support/pdf.ts'
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
  REQUEST,
  type Seen,
  today,
} from './mediation-support.ts'

let server: TestServer
let people: People
let together: ReturnType<typeof beginnings>['together']
let invited: ReturnType<typeof beginnings>['invited']
let ask: ReturnType<typeof beginnings>['ask']
let join: ReturnType<typeof beginnings>['join']

beforeAll(async () => {
  server = await startServer()
  people = await peopleOf(server)
  ;({ together, invited, ask, join } = beginnings(server, people))
})
afterAll(() => server.stop())

const CARD = '439901198506150031'
const MINE = {
  name: '张申请',
  sex: 'male',
  people: '苗族',
  bornOn: '1983-04-05',
  phone: '0745 5550199',
  occupation: '务农',
  address: '卢峰镇胜利社区一组',
  idKind: 'passport',
  idNumber: 'E12345678',
}
const paperOf = async (id: string, token: string, type: string) => {
  const { documents } = await at(server, id).read(token)
  const one = documents.findLast((seen: Seen) => seen.type === type)
  const path = `/api/cases/${id}/documents/${one.id}`
  const answer = await server.web.hono.request(path, { headers: { authorization: `Bearer ${token}` } })
  const { pages } = await pdfText(Buffer.from(await answer.arrayBuffer()))
  return pages.join('')
}

describe('where a case came from (SYS111)', () => {
  const sourceOn = async (id: string) => {
    const said = await paperOf(id, people.secretary, 'TJ-002')
    return /案件来源(.*?)受理日期/.exec(said)?.[1]
  }
  const sectionOf = ({ sections }: Seen) =>
    sections.flatMap(({ lines }: Seen) => lines).find(({ name }: Seen) => name === 'source')?.text

  it('is what the way it came says, unless staff say otherwise', async () => {
    expect(await sourceOn((await together()).id)).toBe('网上申请')
    const onBehalfOf = { phone: PHONES.stranger }
    const walkedIn = await ask({ onBehalfOf, cameBy: 'window', name: '王来人' }, people.secretary)
    expect(sectionOf(await at(server, walkedIn.id).read(people.secretary))).toBe('当事人申请')
    expect(
      (await server.post('/api/mediations', { ...REQUEST, source: 'court' }, { token: people.applicant }))
        .status,
    ).toBe(403)
  })

  it.each(CASE_SOURCES)(
    '%s is recorded when it is written down or taken, and stands on the registration',
    async (source) => {
      const onBehalfOf = { phone: PHONES.stranger }
      const { id } = await ask({ onBehalfOf, cameBy: 'window', name: '王来人', source }, people.secretary)
      const { take, read } = at(server, id)
      expect(sectionOf(await read(people.secretary))).toBe(CASE_SOURCE[source])
      await take('accept_together', people.secretary, { agreed: true })
      expect(await sourceOn(id)).toBe(CASE_SOURCE[source])

      const other = await ask()
      await at(server, other.id).take('accept_together', people.secretary, { agreed: true, source })
      expect(await sourceOn(other.id)).toBe(CASE_SOURCE[source])
      expect(sectionOf(await at(server, other.id).read(people.applicant))).toBeUndefined()
    },
  )
})

describe('the dossier', () => {
  const doneIn = ({ own }: Seen) => own.dossier.filter(({ done }: Seen) => done).map(({ item }: Seen) => item)

  it('PM-16: completes itself with what is put in, by what it is', async () => {
    const { take, read } = await together()
    const put = async (as: string, token: string) =>
      take('add_to_dossier', token, { as, fileIds: [await photo(server, token)] })
    expect(doneIn(await read(people.secretary))).not.toContain('identity')
    await put('identity', people.applicant)
    expect(doneIn(await read(people.secretary))).toContain('identity')
    await put('authority', people.mediator)
    await put('performance', people.secretary)
    await put('other', people.secretary)
    const filed = doneIn(await read(people.secretary))
    expect(filed).toEqual(expect.arrayContaining(['authority', 'performance']))
    expect(filed).not.toContain('evidence')
    await put('evidence', people.applicant)
    expect(doneIn(await read(people.secretary))).toContain('evidence')
  })

  it('takes nothing without a file or a kind, nor from anybody else, and tells the other side nothing', async () => {
    const { id, code, act, take, read } = await invited()
    await join(code, people.other)
    const none = await act('add_to_dossier', people.applicant, { as: 'x', fileIds: [] })
    expect(Object.keys(none.body.fields).sort()).toEqual(['as', 'fileIds'])
    const path = `/api/cases/${id}/actions/add_to_dossier`
    const body = { version: 1, as: 'evidence', fileIds: [await photo(server, people.stranger)] }
    expect((await server.post(path, body, { token: people.stranger })).status).toBe(404)
    const before = await read(people.other)
    const fileIds = [await photo(server, people.applicant)]
    await take('add_to_dossier', people.applicant, { as: 'evidence', fileIds })
    const after = await read(people.other)
    expect(after.files).toEqual([])
    expect(after.timeline).toEqual(before.timeline)
    const stale = await server.post(
      path,
      { version: 1, as: 'evidence', fileIds },
      { token: people.applicant },
    )
    expect(stale.status).toBe(409)
  })

  it('TJ-011: somebody else may stand for a side; the paper says in what, and is for that side and the office', async () => {
    const { id, code, act, take, read } = await invited()
    await join(code, people.other)
    await take('state_party', people.applicant, { people: '苗族' })
    const given = { agent: '张代理', relation: '儿子', powers: ['evidence', 'agree'] }
    expect(Object.keys((await act('issue_authority', people.applicant, {})).body.fields)).toEqual(
      expect.arrayContaining(['agent', 'relation', 'powers']),
    )
    expect(
      (await act('issue_authority', people.applicant, { ...given, until: '2020-01-01' })).body.fields.until,
    ).toBeTruthy()
    await take('issue_authority', people.applicant, given)
    for (const token of [people.applicant, people.secretary]) {
      const said = await paperOf(id, token, 'TJ-011')
      for (const part of [
        '委托人张申请',
        '苗族',
        '受托人张代理',
        '特别授权',
        '参加调解并签署调解协议',
        '至本次调解结束',
      ])
        expect(said).toContain(part)
    }
    expect(JSON.stringify(await read(people.other))).not.toContain('张代理')
    expect((await read(people.other)).documents).toEqual([])
    const staff = await take('issue_authority', people.secretary, {
      ...given,
      side: 'other_side',
      powers: ['receive'],
    })
    expect(staff.documents.filter(({ type }: Seen) => type === 'TJ-011')).toHaveLength(2)
    expect(await paperOf(id, people.other, 'TJ-011')).toContain('一般授权')
  })
})

describe('who the parties are', () => {
  it('is asked once, read by whoever said it and by the office, and printed on the papers', async () => {
    const { id, take, read, code } = await invited()
    await join(code, people.other)
    await take('state_party', people.applicant, MINE)
    await take('state_party', people.other, {
      people: '土家族',
      idKind: 'id_card',
      idNumber: CARD,
      withheld: true,
    })

    const own = (await read(people.applicant)).own.stated
    expect(own.applicant).toContainEqual({ name: 'phone', label: '电话', text: '0745-5550199' })
    expect(own.otherSide).toEqual([])
    const theirs = (await read(people.other)).own.stated
    expect(theirs.applicant).toEqual([])
    expect(theirs.otherSide).toContainEqual({ name: 'sex', label: '性别', text: '男' })
    const staff = (await read(people.secretary)).own.stated
    expect(JSON.stringify(staff)).not.toMatch(new RegExp(`${CARD}|5550199`))
    expect(staff.otherSide).toContainEqual({
      name: 'idNumber',
      label: '证件号码',
      text: '4399**********0031',
    })

    await take('accept_invitation', people.other, {})
    await take('accept', people.secretary)
    const registration = await paperOf(id, people.secretary, 'TJ-002')
    for (const part of ['男，苗族，43岁，务农', '0745-5550199', '护照E12345678', `居民身份证${CARD}`])
      expect(registration).toContain(part.replaceAll(' ', ''))
    expect(registration).toContain('男，土家族，41岁，其余拒绝提供')
  })

  it('never gives number or identity papers to the other side, on no paper that both read', async () => {
    const { id, take, read } = await together()
    await take('state_party', people.applicant, MINE)
    await take('state_party', people.mediator, { side: 'other_side', name: '李对方', occupation: '建筑工' })
    await take('record_session', people.mediator, HELD(today(server)))
    await take('draft_agreement', people.mediator, AGREEMENT(server))
    const agreement = await paperOf(id, people.applicant, 'TJ-006')
    expect(agreement).toContain('男，苗族，43岁，务农')
    expect(agreement).toContain('卢峰镇胜利社区一组')
    expect(agreement).toContain('建筑工')
    const seen = JSON.stringify(await read(people.mediator))
    for (const secret of ['E12345678', '5550199']) {
      expect(agreement).not.toContain(secret)
      expect(seen).not.toContain(secret)
    }
  })

  it('may be mended, one thing at a time; what is no number is said beside it', async () => {
    const { id } = await ask()
    const { act, take, read } = at(server, id)
    for (const [body, field] of [
      [{}, 'name'],
      [{ phone: '1234' }, 'phone'],
      [{ idKind: 'id_card', idNumber: '439901198506150032' }, 'idNumber'],
      [{ idNumber: 'E1' }, 'idKind'],
      [{ creditCode: '123' }, 'creditCode'],
      [{ bornOn: '2999-01-01' }, 'bornOn'],
      [{ sex: 'x' }, 'sex'],
    ] as const) {
      const { status, body: said } = await act('state_party', people.applicant, body)
      expect([field, status, typeof said.fields?.[field]]).toEqual([field, 422, 'string'])
    }
    await take('state_party', people.applicant, MINE)
    await take('state_party', people.applicant, { occupation: '教师' })
    const { applicant } = (await read(people.applicant)).own.stated
    expect(applicant.find(({ name }: Seen) => name === 'occupation').text).toBe('教师')
    expect(applicant.find(({ name }: Seen) => name === 'people').text).toBe('苗族')
    expect((await act('state_party', people.stranger, { version: 1, ...MINE })).status).toBe(404)
    const stale = await server.post(
      `/api/cases/${id}/actions/state_party`,
      { version: 1, ...MINE },
      { token: people.applicant },
    )
    expect(stale.status).toBe(409)
    expect((await act('state_party', people.secretary, { occupation: '务农' })).body.fields.side).toBeTruthy()
  })

  it('PM-2: what was said for the wrong person is not said of whoever comes after', async () => {
    const { id, take, read, code } = await invited()
    await join(code, people.other)
    await take('state_party', people.other, { name: '王不是', people: '侗族' })
    await take('not_me', people.other, { wrong: true })
    expect((await read(people.secretary)).own.stated.otherSide).toEqual([])
    const steps = at(server, id)
    await steps.take('invite', people.secretary, {
      means: ['telephone'],
      name: '李对方',
      phone: PHONES.stranger,
    })
    expect(JSON.stringify(await read(people.secretary))).not.toContain('侗族')
  })
})
