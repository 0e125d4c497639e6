import type { Standing } from '#domain/procedure'
import { type Db, sql } from '../../server/db/sql.ts'
import { makeDocument, voidDocument } from '../../server/documents/make.ts'
import type { Audience } from '../../server/documents/row.ts'
import { atTheDesk } from '../support/desk.ts'
import { roomInWindow } from '../support/limits.ts'
import { agreementForm, grantLetter } from '../support/papers.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let resident: string
let operator: string
let operatorId: string
let head: string
let caseId: string

type CaseRow = { id: string; organisation_id: string; data_key: Buffer | null; applicant_id: string }
const caseRow = sql<CaseRow>(
  'test_document_case',
  'select id, organisation_id, data_key, applicant_id from case_file where id = $1',
)

beforeAll(async () => {
  server = await startServer()
  desk = await atTheDesk(server)
  resident = await server.signIn('13900000010')
  operator = await server.signIn('13900000101')
  operatorId = (await server.get('/api/me', operator)).body.id
  head = await server.signIn('13900000109')
  caseId = (await desk.book(resident)).id
})
afterAll(() => server.stop())

type Wish = { id?: string; audience?: Audience; byId?: string | null; organisationId?: string; at?: string }
const AT = '2026-11-23T10:00:00+08:00'

async function issueIn(tx: Db, { id = caseId, ...wish }: Wish = {}) {
  const row = await tx.one(caseRow, id)
  if (!row) throw new Error('no such case')
  const said = { type: 'FZ-009', paper: grantLetter(), at: AT, byId: operatorId, audience: 'all' } as const
  return makeDocument(server.context, tx, { row, ...said, ...wish })
}
const issue = (wish: Wish = {}) => server.database.inTransaction((tx) => issueIn(tx, wish))

const addOrganisation = sql(
  'test_document_organisation',
  `insert into organisation (id, name, kind, region_code, created_at) values ($1, $2, 'committee', $3, now())`,
)
let offices = 0
/** An office of its own, so that its numbers begin at 1. */
async function office(name: string, regionCode: string): Promise<string> {
  offices += 1
  const id = `test-office-${offices}`
  await server.database.run(addOrganisation, id, name, regionCode)
  return id
}

const pathTo = (documentId: string, of = caseId) => `/api/cases/${of}/documents/${documentId}`
const listed = async (token: string) => (await server.get(`/api/cases/${caseId}`, token)).body.documents

describe('numbers of documents', () => {
  it('run from 1 without a gap when twenty are issued at once', async () => {
    const organisationId = await office('甲县法律援助中心', '431225000000')
    const made = await Promise.all(Array.from({ length: 20 }, () => issue({ organisationId })))
    const serials = made.map(({ number }) => Number(/第(\d+)号$/.exec(number ?? '')?.[1]))
    expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    expect(made[0]?.number).toMatch(/^会援给字〔2026〕第\d+号$/)
  })

  it('are given back when the step does not come about', async () => {
    const organisationId = await office('乙县法律援助中心', '431226000000')
    await issue({ organisationId })
    const failed = server.database.inTransaction(async (tx) => {
      const { number } = await issueIn(tx, { organisationId })
      expect(number).toContain('第2号')
      throw new Error('the step failed')
    })
    await expect(failed).rejects.toThrow('the step failed')
    expect((await issue({ organisationId })).number).toContain('第2号')
  })

  it('begin again with each year, each sort and each office', async () => {
    const organisationId = await office('丙县法律援助中心', '431227000000')
    const another = await office('丁县法律援助中心', '431228000000')
    const numbers = [
      await issue({ organisationId }),
      await issue({ organisationId, at: '2027-01-02T09:00:00+08:00' }),
      await issue({ organisationId: another }),
    ].map(({ number }) => number)
    expect(numbers).toEqual([
      expect.stringContaining('援给字〔2026〕第1号'),
      expect.stringContaining('援给字〔2027〕第1号'),
      expect.stringContaining('援给字〔2026〕第1号'),
    ])
    expect(new Set(numbers).size).toBe(3)
  })

  it('of two offices in one place are never the same, also when both begin at once', async () => {
    const first = await office('溆浦县医疗纠纷人民调解委员会', '431224000000')
    const second = await office('溆浦县交通事故人民调解委员会', '431224000000')
    const type = 'TJ-006'
    const make = (organisationId: string) =>
      server.database.inTransaction(async (tx) => {
        const row = await tx.one(caseRow, caseId)
        if (!row) throw new Error('no such case')
        const said = { paper: agreementForm(), at: AT, byId: null, audience: 'all' } as const
        return makeDocument(server.context, tx, { row, organisationId, type, ...said })
      })
    const numbers = (await Promise.all([make(first), make(second)])).map(({ number }) => number)
    expect(numbers).toContain('溆人调字〔2026〕第1号')
    expect(numbers.some((number) => /^溆[医交]人调字〔2026〕第1号$/.test(number ?? ''))).toBe(true)
  })
})

describe('a document of a case', () => {
  it('is listed with its number, and comes as PDF and as Word file under its Chinese name', async () => {
    const { id, number } = await issue()
    expect(await listed(resident)).toContainEqual({
      id,
      name: `给予法律援助决定书 ${number}`,
      type: 'FZ-009',
      number,
      issuedOn: '2026-11-23',
      state: 'issued',
      stateText: '有效',
    })
    for (const [format, type, sign] of [
      ['pdf', 'application/pdf', '%PDF-'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ] as const) {
      const { status, body, headers } = await server.get(`${pathTo(id)}?format=${format}`, resident)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toBe(type)
      expect(headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent(`给予法律援助决定书 ${number}.${format}`)}`,
      )
      expect(String(body).startsWith(sign)).toBe(true)
    }
    expect((await server.get(pathTo(id), resident)).headers.get('content-type')).toBe('application/pdf')
    expect((await server.get(`${pathTo(id)}?format=exe`, resident)).status).toBe(422)
  })

  it('is there only for whoever may read the case, and under its own case', async () => {
    const { id } = await issue()
    const stranger = await server.signIn('13900000012')
    const other = (await desk.book(stranger)).id
    expect((await server.get(pathTo(id))).status).toBe(401)
    for (const [path, token] of [
      [pathTo(id), stranger],
      [pathTo(id, other), stranger],
      [pathTo(id, other), operator],
      [pathTo('01JDXYZ0000000000000000ABC'), resident],
    ] as const)
      expect((await server.get(path, token)).body.code).toBe('not_found')
  })

  it('for staff alone is neither listed nor opened for the applicant', async () => {
    const { id } = await issue({ audience: 'staff' })
    const isListed = async (token: string) =>
      (await listed(token)).some((one: { id: string }) => one.id === id)
    expect(await isListed(resident)).toBe(false)
    expect(await isListed(operator)).toBe(true)
    expect((await server.get(pathTo(id), resident)).status).toBe(404)
    expect((await server.get(pathTo(id), operator)).status).toBe(200)
  })

  it('for one side is not for the other', async () => {
    const otherSide = await server.signIn('13900000014')
    const otherId = (await server.get('/api/me', otherSide)).body.id
    const join = sql('test_other_side', 'update case_file set other_side_ids = array[$2] where id = $1')
    const id = (await desk.book(resident, { topic: 'neighbours', summary: '两家争水' })).id ?? caseId
    await server.database.run(join, id, otherId)
    const theirs: Record<Standing, string> = { applicant: resident, other_side: otherSide, staff: operator }
    const seenBy = async (token: string, documentId: string) =>
      (await server.get(pathTo(documentId, id), token)).status
    for (const audience of ['all', 'staff', 'applicant', 'other_side'] as const) {
      const made = await issue({ id, audience })
      for (const standing of ['applicant', 'other_side', 'staff'] as const) {
        const may = standing === 'staff' || audience === 'all' || audience === standing
        expect([audience, standing, await seenBy(theirs[standing], made.id)]).toEqual([
          audience,
          standing,
          may ? 200 : 404,
        ])
      }
    }
  })

  it('opened by staff who did not make it is written down, where the resident reads it', async () => {
    const { id } = await issue()
    const seen = async () =>
      (await server.get('/api/me/access-log?limit=100', resident)).body.items.filter(
        ({ what }: { what: string }) => what === '打开了文书',
      ).length
    const before = await seen()
    await server.get(pathTo(id), resident)
    await server.get(pathTo(id), operator)
    expect(await seen()).toBe(before)
    await server.get(pathTo(id), head)
    await server.get(`${pathTo(id)}?format=docx`, head)
    expect(await seen()).toBe(before + 2)
  })

  it('made by the clock has no author', async () => {
    const { id } = await issue({ byId: 'clock' })
    const author = sql<{ by_id: string | null }>('test_author', 'select by_id from document where id = $1')
    expect((await server.database.one(author, id))?.by_id).toBeNull()
  })

  it('lies in the database so that nobody reads a name in it, and is refused when somebody changes it there', async () => {
    const { id, code } = await issue()
    const kept = sql<{ row: string }>('test_kept', 'select d::text as row from document d where id = $1')
    const { row = '' } = (await server.database.one(kept, id)) ?? {}
    expect(Buffer.from(row).toString()).not.toContain('杨秀英')
    expect(Buffer.from(/\\+x([0-9a-f]+)/.exec(row)?.[1] ?? '', 'hex').toString()).not.toContain('杨秀英')
    const forge = sql('test_forge', `update document set number = number || '之一' where id = $1`)
    await server.database.run(forge, id)
    expect((await server.get(pathTo(id), resident)).status).toBe(500)
    expect((await server.get(`/api/verify/${code}`)).status).toBe(500)
  })
})

describe('verifying', () => {
  it('tells anybody that a document is genuine, and nothing of whom it is about', async () => {
    const { number, code, facts } = await issue()
    const { status, body } = await server.get(`/api/verify/${code}`)
    expect(status).toBe(200)
    expect(body).toEqual({
      genuine: true,
      type: 'FZ-009',
      name: '给予法律援助决定书',
      number,
      organisation: expect.stringContaining('溆浦县'),
      issuedOn: '2026-11-23',
      state: 'issued',
      stateText: '有效',
      voidedOn: null,
      digest: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
    })
    expect(facts.documentHash?.toUpperCase().startsWith(body.digest.replace('-', ''))).toBe(true)
    const typed = code.toLowerCase().replaceAll('-', '')
    expect((await server.get(`/api/verify/${typed}`)).body.number).toBe(number)
  })

  it('says kindly what to do with a code that is wrong or unknown', async () => {
    const mistyped = await server.get('/api/verify/7K3M-90AB-CDEF-GH12')
    expect(mistyped.body).toMatchObject({ code: 'not_found', detail: expect.stringContaining('再输一遍') })
    const unknown = await server.get('/api/verify/0000-0000-0000-0001')
    expect(unknown.status).toBe(404)
  })

  it('a void one says so, stays with its case and keeps its number', async () => {
    const { id, number, code } = await issue()
    const at = '2026-11-24T10:00:00+08:00'
    const end = () =>
      server.database.inTransaction((tx) => voidDocument(tx, { id, caseId, at, byId: operatorId }))
    await end()
    await expect(end()).rejects.toMatchObject({ code: 'not_now' })
    expect((await server.get(`/api/verify/${code}`)).body).toMatchObject({
      number,
      state: 'void',
      stateText: '已作废',
      voidedOn: '2026-11-24',
    })
    expect((await listed(resident)).find((one: { id: string }) => one.id === id)).toMatchObject({
      state: 'void',
    })
    expect((await server.get(pathTo(id), resident)).status).toBe(200)
    expect((await issue()).number).not.toBe(number)
  })

  it('goes on when the case has been erased; the paper itself is gone', async () => {
    const person = await server.signIn('13900000016')
    const { id: erased } = await desk.book(person)
    const { id, code } = await issue({ id: erased })
    await server.database.run(sql('test_erase', 'update case_file set data_key = null where id = $1'), erased)
    expect((await server.get(`/api/verify/${code}`)).body.genuine).toBe(true)
    expect((await server.get(pathTo(id, erased), person)).status).toBe(404)
    expect((await server.get(`/api/cases/${erased}`, person)).body.documents).toEqual([])
    await expect(issue({ id: erased })).rejects.toMatchObject({ code: 'not_now' })
  })

  it('the address on the paper leads to the page where one verifies', async () => {
    const { status, headers } = await server.get('/verify?code=7K3M-90AB')
    expect(status).toBe(302)
    expect(headers.get('location')).toBe('/#/pages/account/verify/index?code=7K3M-90AB')
  })

  it('cannot be tried without end', async () => {
    const strict = await startServer({ RATE_LIMITS: 'on' })
    await roomInWindow(60)
    const asked = []
    for (let n = 0; n < 32; n += 1) asked.push((await strict.get('/api/verify/0000')).status)
    expect(asked.slice(0, 30).every((status) => status === 404)).toBe(true)
    expect(asked.at(-1)).toBe(429)
    await strict.stop()
  })
})
