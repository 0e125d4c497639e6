import { verifyChains } from '../../server/cases/verify.ts'
import type { Instant } from '../../src/domain/day.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { caseOf, employ, type Live, startLive } from './session-support.ts'

const VILLAGE = '431224100001'
let live: Live
let demo: TestServer
let realTime: () => Instant
beforeAll(async () => {
  ;[live, demo] = await Promise.all([startLive(), startServer()])
  realTime = live.context.wallNow
})
afterAll(() => Promise.all([live.stop(), demo.stop()]))
afterEach(() => live.setTime(realTime))

let count = 0
const newPhone = () => `135${String(10_000_000 + count++)}`
const me = (token: string) => live.get('/api/me', token)
const correct = (token: string, body: unknown, at: Pick<TestServer, 'ask'> = live) =>
  at.ask('PATCH', '/api/me', { token, body })
const cancel = (token: string) => live.ask('DELETE', '/api/me', { token })
async function resident(phone = newPhone()) {
  const { token, account } = (await live.enter(phone)).body
  return { phone, token, id: account.id as string }
}

describe('my account (PI-11)', () => {
  it('is corrected by me', async () => {
    const { token } = await resident()
    const { status, body } = await correct(token, { name: ' 向阳花 ', regionCode: VILLAGE })
    expect([status, body]).toEqual([200, expect.objectContaining({ name: '向阳花', regionCode: VILLAGE })])
    expect((await me(token)).body).toEqual(body)
    expect((await correct(token, { name: '向日葵' })).body).toMatchObject({
      name: '向日葵',
      regionCode: VILLAGE,
    })
  })

  it.each([
    ['王\u202e小\u200b川\udc00', '王小川'],
    ['𠮷田😀', '𠮷田😀'],
    ['葛\u{e0100}', '葛\u{e0100}'],
    ['阿依古丽·买买提', '阿依古丽·买买提'],
  ])('is corrected to %j as it is seen', async (name, seen) => {
    const { token } = await resident()
    expect((await correct(token, { name })).body.name).toBe(seen)
  })

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: '长'.repeat(41) }, 'name'],
    [{ name: '\u200b' }, 'name'],
    [{ name: '\u202e \u2066' }, 'name'],
    [{ name: '\ud800' }, 'name'],
    [{ name: '\u3164\ufe0f' }, 'name'],
    [{ regionCode: '4312' }, 'regionCode'],
    [{ regionCode: '999999999999' }, 'regionCode'],
  ])('is not corrected to %j', async (body, field) => {
    const { token } = await resident()
    expect(await correct(token, body)).toMatchObject({
      status: 422,
      body: { fields: { [field]: expect.any(String) } },
    })
    expect((await me(token)).body).toMatchObject({ name: null, regionCode: null })
  })
})

describe('who saw my file', () => {
  it('is read by me alone: who, from where, which case, what and why, page by page', async () => {
    const [token, other, operator] = [
      await demo.signIn('13900000001'),
      await demo.signIn('13900000002'),
      await demo.signIn('13900000101'),
    ]
    const { id } = (await demo.get('/api/me', token)).body
    const made = await caseOf(demo, id, 'booked')
    const version = (await demo.get(`/api/cases/${made.id}`, operator)).body.version
    await demo.post(`/api/cases/${made.id}/actions/claim`, { version }, { token: operator })
    const reason = '核对回拨号码'
    expect(
      (await demo.post(`/api/cases/${made.id}/reveals`, { field: 'phone', reason }, { token: operator }))
        .status,
    ).toBe(200)
    const { items, next } = (await demo.get('/api/me/access-log', token)).body
    expect(next).toBe(null)
    const seen = {
      by: '何接线（演示）',
      organisation: '溆浦县12348热线（演示）',
      caseNumber: made.number,
      at: expect.any(String),
    }
    expect(items).toEqual([
      { ...seen, what: '查看了完整电话', reason },
      { ...seen, what: '打开了办件', reason: null },
    ])
    const first = (await demo.get('/api/me/access-log?limit=1', token)).body
    expect(first.items).toEqual([items[0]])
    const second = (await demo.get(`/api/me/access-log?limit=1&cursor=${first.next}`, token)).body
    expect(second).toEqual({ items: [items[1]], next: null })
    expect((await demo.get('/api/me/access-log', other)).body.items).toEqual([])
    expect((await demo.get('/api/me/access-log?limit=0', token)).status).toBe(422)
  })
})

describe('the name of staff', () => {
  const refused = {
    status: 409,
    body: { code: 'not_now', detail: '工作人员的姓名由管理员维护' },
  }

  it('is not theirs to change, so that the file says tomorrow who looked today', async () => {
    const token = await demo.signIn('13900000102')
    expect(await correct(token, { name: '王局长' }, demo)).toMatchObject(refused)
    expect((await correct(token, { regionCode: VILLAGE }, demo)).status).toBe(200)
    expect((await demo.get('/api/me', token)).body.name).toBe('贺接线（演示）')
  })

  it('stays as it was after they have left', async () => {
    const phone = newPhone()
    const { role } = await employ(live, phone)
    await live.database.raw('update staff_role set ended_at = now() where id = $1', [role])
    const { token } = await resident(phone)
    expect(await correct(token, { name: '王局长' })).toMatchObject(refused)
  })
})

describe('a copy of what is held (PI-11)', () => {
  it('holds account, cases with their words, sessions and who looked, and goes to me alone', async () => {
    const { phone, token, id } = await resident()
    await correct(token, { name: '向阳花', regionCode: VILLAGE })
    const { number } = await caseOf(live, id, 'booked')
    const stranger = await resident()
    const { status, body } = await live.get('/api/me/export', token)
    expect(status).toBe(200)
    expect(body.account).toMatchObject({
      id,
      phone,
      name: '向阳花',
      regionCode: VILLAGE,
      createdAt: expect.any(String),
    })
    expect(body.cases).toMatchObject([{ number, form: { summary: '邻居占了我家的田埂', name: '田大嫂' } }])
    expect(body.sessions).toMatchObject([{ current: true }])
    expect(body.accessLog).toEqual([])
    expect((await live.get('/api/me/export', stranger.token)).body.cases).toEqual([])
  })
})

describe('cancelling the account (PI-12)', () => {
  const rowOf = async (id: string) => {
    const { rows } = await live.database.raw('select * from account where id = $1', [id])
    return rows[0] as Record<string, unknown>
  }

  it('deletes everything when nothing has to be kept', async () => {
    const { phone, token, id } = await resident()
    await correct(token, { name: '向阳花', regionCode: VILLAGE })
    await live.ask('PUT', '/api/drafts/hotline', {
      token,
      body: { form: { summary: '邻居' }, savedAt: realTime() },
    })
    const { number, id: caseId } = await caseOf(live, id, 'cancelled')
    const { status, body } = await cancel(token)
    expect([status, body.kept]).toEqual([200, []])
    expect(body.deleted).toContain(`热线预约 ${number} 的内容`)
    expect((await me(token)).status).toBe(401)
    const sealed = ['data_key', 'phone', 'name', 'wechat', 'phone_index', 'wechat_index', 'region_code']
    const row = await rowOf(id)
    for (const column of sealed) expect([column, row[column]]).toEqual([column, null])
    const { rows } = await live.database.raw(
      `select (select data_key from case_file where id = $1) as key, (select count(*)::int from draft where account_id = $2) as drafts`,
      [caseId, id],
    )
    expect(rows).toEqual([{ key: null, drafts: 0 }])
    expect((await resident(phone)).id).not.toBe(id)
  })

  it('ends every session, in WeChat too, and frees the WeChat identity', async () => {
    const { token } = (await live.enterWechat('openid-leaving')).body
    const other = (await live.enterWechat('openid-leaving')).body
    expect((await cancel(token)).status).toBe(200)
    expect((await me(other.token)).status).toBe(401)
    expect((await live.enterWechat('openid-leaving')).body.account.id).not.toBe(other.account.id)
  })

  it('keeps the record of a service that was given, and names the law', async () => {
    const { phone, token, id } = await resident()
    await correct(token, { name: '向阳花' })
    const { number, id: caseId } = await caseOf(live, id, 'answered')
    const { body } = await cancel(token)
    expect(body.kept).toEqual([
      {
        what: `热线预约 ${number} 的办理记录`,
        reason: expect.any(String),
        law: expect.stringContaining('个人信息保护法 第四十七条第二款'),
      },
      expect.objectContaining({ what: '这些办件里的姓名和手机号' }),
    ])
    expect(body.deleted).not.toContain('姓名和手机号')
    const row = await rowOf(id)
    expect(row).toMatchObject({ phone_index: null, wechat_index: null, region_code: null })
    expect(row.phone).not.toBe(null)
    const { rows } = await live.database.raw('select data_key from case_file where id = $1', [caseId])
    expect(rows).not.toEqual([{ data_key: null }])
    const again = await resident(phone)
    expect(again.id).not.toBe(id)
    expect((await live.get('/api/cases', again.token)).body.items).toEqual([])
  })

  it('waits until what is open has been cancelled', async () => {
    const { token, id } = await resident()
    const { number } = await caseOf(live, id, 'booked')
    expect(await cancel(token)).toMatchObject({
      status: 409,
      body: { code: 'not_now', detail: expect.stringContaining(number) },
    })
    expect((await me(token)).status).toBe(200)
  })

  it('happens once when two ask for it together', async () => {
    const { token } = await resident()
    const answers = await Promise.all([cancel(token), cancel(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  it('leaves the chains of events whole', async () => {
    expect(await verifyChains(live.context, () => undefined)).toMatchObject({ broken: null })
  })
})
