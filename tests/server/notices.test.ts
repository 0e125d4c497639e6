import { addMinutes, type Instant } from '#domain/day'
import { sql } from '../../server/db/sql.ts'
import { deliverDue } from '../../server/outbox/deliver.ts'
import { atTheDesk } from '../support/desk.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { SMS_NOTICES, smsStandIn } from '../support/sms-stand-in.ts'
import { wechatStandIn } from '../support/wechat-stand-in.ts'
import { at, beginnings, peopleOf } from './mediation-support.ts'

const NEVER_QUIET = { QUIET_HOURS: '00:00-00:00' }
const TEMPLATES = {
  WECHAT_PROGRESS_TEMPLATE: 'progress-1/character_string1/time2/thing3',
  WECHAT_REMINDER_TEMPLATE: 'reminder-1/character_string1/time2/thing3',
}

let server: TestServer
let live: TestServer
let desk: Awaited<ReturnType<typeof atTheDesk>>
let platform: Awaited<ReturnType<typeof wechatStandIn>>
let sms: Awaited<ReturnType<typeof smsStandIn>>
let operator: string
let head: string
let phones = 50

beforeAll(async () => {
  server = await startServer(NEVER_QUIET)
  platform = await wechatStandIn()
  sms = await smsStandIn()
  const same = { database: server.database, url: server.url, drop: async () => undefined }
  const outside = { ...platform.env, ...sms.env, ...SMS_NOTICES, ...TEMPLATES }
  live = await startServer({ DEMO: 'off', RATE_LIMITS: 'on', ...NEVER_QUIET, ...outside }, same)
  desk = await atTheDesk(server)
  operator = await server.signIn('13900000101')
  head = await server.signIn('13900000109')
})
afterAll(async () => {
  await Promise.all([platform.stop(), sms.stop()])
  await server.stop()
})
beforeEach(() => {
  sms.state.mood = platform.state.mood = 'well'
  platform.wechat.errors.clear()
  delete sms.wish.refuse
})

const newPhone = () => `139000000${phones++}`
/** The worker, with real ways out. */
const send = (now: Instant = server.context.now()) => {
  live.context.now = () => now
  return deliverDue(live.context)
}
const noticesOf = async (token: string) => (await server.get('/api/notices', token)).body.items
const read = async (id: string, token: string) => (await server.get(`/api/cases/${id}`, token)).body
const told = async (id: string, token = operator) =>
  (await read(id, token)).timeline
    .filter(({ action }: { action: string }) => action === 'notice')
    .map(({ text }: { text: string }) => text)
    .filter((text: string) => !text.startsWith('程序内'))
const cancelled = async (token: string, more: object = {}) => {
  const { id, number } = await desk.book(token, more)
  await desk.act(id, 'cancel', { version: 1, reason: '他家吵架了' }, operator)
  return { id, number }
}

/** The other side of a mediation, invited with a text to its number. */
async function invitedByNotice() {
  const { phone } = await somebody()
  const people = await peopleOf(server)
  const asked = await beginnings(server, people).ask({ other: { name: '李对方', phone } })
  const steps = at(server, asked.id)
  let seen = asked
  const take = async (action: string, means: string[]) => {
    seen = await steps.take(action, people.secretary, { means })
  }
  await take('invite', ['notice'])
  const id = asked.id as string
  return {
    take,
    people,
    id,
    phone,
    number: asked.number as string,
    latest: () => seen.own.otherSide.code as string,
  }
}

/** Somebody with a telephone and, when asked, with WeChat. */
async function somebody({ wechat = false } = {}) {
  const phone = newPhone()
  if (!wechat) return { phone, token: await server.signIn(phone) }
  const { body } = await server.post('/api/sessions', { wechatCode: `demo-${phone}` })
  await server.post('/api/me/phone', { wechatPhoneCode: `demo-${phone}` }, { token: body.token })
  return { phone, token: body.token as string }
}

describe('in the app', () => {
  it('whoever books is told there, and nowhere else', async () => {
    const { token, phone } = await somebody()
    const { number, id } = await desk.book(token)
    const [notice] = await noticesOf(token)
    expect(notice).toMatchObject({ news: 'booked', title: '预约成功', caseId: id, readAt: null, offer: null })
    expect(notice.text).toContain(number)
    expect(notice.text).not.toContain('砌墙')
    await send()
    expect(sms.notices.some((one) => one.phone.endsWith(phone))).toBe(false)
  })

  it('is paged, counted, and marked as read by its reader alone', async () => {
    const { token } = await somebody()
    const { id } = await desk.book(token)
    await desk.act(id, 'cancel', { version: 1 }, token)
    const first = (await server.get('/api/notices?limit=1', token)).body
    expect(first).toMatchObject({ unread: 2, items: [{ news: 'cancelled' }] })
    const second = (await server.get(`/api/notices?limit=1&cursor=${first.next}`, token)).body
    expect(second).toMatchObject({ next: null, items: [{ news: 'booked' }] })
    const path = `/api/notices/${first.items[0].id}/read`
    expect((await server.post(path, undefined, { token: operator })).status).toBe(404)
    expect((await server.post(path, undefined, { token })).status).toBe(204)
    expect((await server.get('/api/notices', token)).body.unread).toBe(1)
    expect((await read(id, operator)).timeline.at(-1).text).toContain('本人已读')
    expect((await server.get('/api/notices')).status).toBe(401)
  })

  it('staff sees that in demo mode nothing was sent', async () => {
    const { token } = await somebody()
    const { id } = await cancelled(token)
    await deliverDue(server.context)
    expect((await told(id)).at(-1)).toBe(
      '短信通知“预约取消了”：已发出，是否看到不确定（演示模式，没有真的发出）',
    )
    expect(
      (await read(id, token)).timeline.some(({ action }: { action: string }) => action === 'notice'),
    ).toBe(false)
  })
})

describe('out of the machine', () => {
  it('by SMS: number, time and what to do, not a word of the matter', async () => {
    const { token, phone } = await somebody()
    const { number } = await cancelled(token)
    await send()
    const message = sms.notices.find((one) => one.phone.endsWith(phone))
    expect(message?.words[0]).toBe(number)
    expect(message?.words[1]).toBe('预约已取消，可以再约')
    expect(JSON.stringify(message)).not.toMatch(/砌墙|吵架/)
    expect(message?.key).toMatch(/\/sms$/)
  })

  it('PM-2: who is invited to a mediation gets the link that takes the invitation, and nothing of the matter', async () => {
    const { take, number, phone, latest } = await invitedByNotice()
    await send()
    const { body } = await server.get(`/api/invitations/${latest()}`)
    expect(body.askedBy).toBe('张*')
    const messages = () => sms.notices.filter((one) => one.phone.endsWith(phone))
    const link = `${live.context.env.publicUrl}/#/pages/mediation/invitation/index?code=`
    expect(messages().map(({ words }) => words)).toEqual([[`${link}${latest()}`]])
    expect(JSON.stringify(messages())).not.toMatch(new RegExp(`张申请|砌墙|墙退|${number}`))

    await take('invite', ['notice'])
    await take('invite', ['telephone'])
    await send()
    expect(messages()).toHaveLength(1)
  })

  it('stands in what staff read of the case also when it was for the other side, and nowhere else', async () => {
    const { id, people } = await invitedByNotice()
    await send()
    const seen = await told(id, people.secretary)
    expect(seen).toContainEqual(expect.stringMatching(/^短信通知“.*”（给对方）：已发出/))
    const notices = async (token: string) =>
      (await read(id, token)).timeline.filter(({ action }: { action: string }) => action === 'notice')
    expect((await notices(people.secretary)).map(({ text }: { text: string }) => text)).toContainEqual(
      expect.stringMatching(/^程序内消息“.*”（给对方）/),
    )
    expect(await notices(people.applicant)).toEqual([])
  })

  it('by WeChat as often as it was allowed, then by SMS (WX-4)', async () => {
    const { token, phone } = await somebody({ wechat: true })
    const { status, body } = await server.post(
      '/api/me/subscriptions',
      { templateIds: ['progress-1'] },
      { token },
    )
    expect([status, body.items]).toEqual([201, [{ templateId: 'progress-1', remaining: 1 }]])
    const { id, number } = await cancelled(token)
    await send()
    expect(platform.wechat.messages.at(-1)).toMatchObject({
      touser: `demo-${phone}`,
      template_id: 'progress-1',
      page: `pages/case/index?id=${id}`,
      data: { character_string1: { value: number }, thing3: { value: '预约已取消，可以再约' } },
    })
    const second = await cancelled(token)
    await send()
    expect(await told(second.id)).toEqual([
      expect.stringContaining('本人没有同意接收，或次数已用完'),
      '短信通知“预约取消了”：已发出，是否看到不确定',
    ])
  })

  it('by WeChat also when the permission was given before the number was bound', async () => {
    const phone = newPhone()
    const byPhone = await server.signIn(phone)
    const { body } = await server.post('/api/sessions', { wechatCode: `demo-${phone}` })
    await server.post('/api/me/subscriptions', { templateIds: ['progress-1'] }, { token: body.token })
    const bound = await server.post(
      '/api/me/phone',
      { wechatPhoneCode: `demo-${phone}` },
      { token: body.token },
    )
    expect(bound.status).toBe(200)
    const { id } = await cancelled(byPhone)
    await send()
    expect(await told(id)).toEqual(['微信通知“预约取消了”：已发出，是否看到不确定'])
  })

  it('believes the platform, not its own ledger, when the permission was taken back (43101)', async () => {
    const { token } = await somebody({ wechat: true })
    for (let n = 0; n < 3; n++)
      await server.post('/api/me/subscriptions', { templateIds: ['progress-1'] }, { token })
    platform.wechat.errors.set('/cgi-bin/message/subscribe/send', 43101)
    const { id } = await cancelled(token)
    await send()
    expect((await told(id)).at(-1)).toMatch(/^短信.*已发出/)
    const { body } = await server.post('/api/me/subscriptions', { templateIds: ['progress-1'] }, { token })
    expect(body.items[0].remaining).toBe(1)
  })

  it('a letter that the platform refuses for good goes another way, and lies where heads and bureau see it', async () => {
    const { token } = await somebody({ wechat: true })
    await server.post('/api/me/subscriptions', { templateIds: ['progress-1'] }, { token })
    platform.wechat.errors.set('/cgi-bin/message/subscribe/send', 47003)
    const { id, number } = await cancelled(token)
    await send()
    expect((await told(id)).at(-1)).toMatch(/^短信.*已发出/)
    for (const reader of [head, await server.signIn('13900000501')]) {
      const { body } = await server.get('/api/desk/lost-notices', reader)
      expect(body.items[0]).toMatchObject({ number, attempts: [{ outlet: 'wechat', outcome: '47003' }, {}] })
    }
    expect((await server.get('/api/desk/lost-notices', operator)).status).toBe(403)
    expect((await server.get('/api/desk/lost-notices', token)).status).toBe(403)
  })

  it('leaves the list once somebody has seen to it, with who and how on record; page by page', async () => {
    const list = async (by: string, more = '') => (await server.get(`/api/desk/lost-notices${more}`, by)).body
    for (const wechat of [true, true]) {
      const { token } = await somebody({ wechat })
      await server.post('/api/me/subscriptions', { templateIds: ['progress-1'] }, { token })
      platform.wechat.errors.set('/cgi-bin/message/subscribe/send', 47003)
      await cancelled(token)
      await send()
    }
    const first = await list(head, '?limit=1')
    const second = await list(head, `?limit=1&cursor=${first.next}`)
    expect(second.items).toHaveLength(1)
    expect(second.items[0].id).not.toBe(first.items[0].id)
    const { id, attempts } = first.items[0]
    expect(attempts[0].text).toMatch(/^微信：发不出去.*代码 47003/)
    const done = (by: string, body: object = { how: 'told_otherwise' }) =>
      server.post(`/api/desk/lost-notices/${id}/done`, body, { token: by })
    expect((await done(operator)).status).toBe(403)
    expect((await done(head, { how: 'thrown_away' })).body.fields.how).toBe('请选择怎样处理的')
    expect(
      (await server.post('/api/desk/lost-notices/none/done', { how: 'not_needed' }, { token: head })).status,
    ).toBe(404)
    expect((await done(head)).status).toBe(204)
    expect((await done(head)).body).toMatchObject({
      code: 'not_now',
      detail: expect.stringContaining('已经有人处理过'),
    })
    expect((await list(head)).items.map((one: { id: string }) => one.id)).not.toContain(id)
    expect((await list(head, '?done=true')).items).toMatchObject([
      {
        id,
        done: {
          by: expect.stringContaining('演示'),
          howText: '已经用别的办法告诉本人',
          at: expect.any(String),
        },
      },
    ])
  })

  it('waits while the provider is down for an hour, and goes out once afterwards', async () => {
    const { token, phone } = await somebody()
    const { id } = await cancelled(token)
    const start = server.context.now()
    for (const mood of ['gone', 'broken', 'nonsense'] as const) {
      sms.state.mood = mood
      for (const minutes of [0, 1, 6]) await send(addMinutes(start, minutes))
    }
    expect((await told(id)).at(-1)).toMatch(/没有成功，会再试（第 3 次，服务商没有回应）/)
    sms.state.mood = 'well'
    await send(addMinutes(start, 20))
    expect(sms.notices.some((one) => one.phone.endsWith(phone))).toBe(false)
    await send(addMinutes(start, 60))
    await send(addMinutes(start, 90))
    expect(sms.notices.filter((one) => one.phone.endsWith(phone))).toHaveLength(1)
  })

  it('is given up after the last try, and the operators telephone', async () => {
    const { token } = await somebody()
    const { id } = await cancelled(token)
    sms.wish.refuse = 'LimitExceeded.PhoneNumberDailyLimit'
    const start = server.context.now()
    for (let hour = 0; hour < 12; hour++) await send(addMinutes(start, 60 * hour))
    const lines = await told(id)
    expect(lines.at(-2)).toContain('发不出去，换下一种方式')
    expect(lines.at(-1)).toBe('人工电话通知“预约取消了”：等待人工电话通知')
  })

  it('two workers at once send once', async () => {
    const { token, phone } = await somebody()
    await cancelled(token)
    await Promise.all([send(), send(), send()])
    expect(sms.notices.filter((one) => one.phone.endsWith(phone))).toHaveLength(1)
  })

  it('nobody is disturbed in the quiet hours', async () => {
    const { token, phone } = await somebody()
    await cancelled(token)
    const quiet = live.context.env
    Object.assign(live.context, { env: { ...quiet, quietHours: { from: '21:00', to: '08:00' } } })
    const day = addMinutes(server.context.now(), 24 * 60).slice(0, 10)
    const sent = () => sms.notices.filter((one) => one.phone.endsWith(phone)).length
    await send(`${day}T22:30:00+08:00`)
    expect(sent()).toBe(0)
    await send(`${addMinutes(`${day}T22:30:00+08:00`, 600)}`)
    Object.assign(live.context, { env: quiet })
    expect(sent()).toBe(1)
  })
})

describe('the list of people to telephone', () => {
  const onlyWechat = async () => {
    const { body } = await server.post('/api/sessions', { wechatCode: `demo-${newPhone()}` })
    // Somebody without a number comes in person.
    const { id, number } = await cancelled(body.token, { channel: 'visit' })
    await send()
    return { token: body.token as string, id, number }
  }
  const lineOf = async (number: string, token = operator) =>
    (await server.get('/api/desk/calls?limit=100', token)).body.items.find(
      (line: { number: string }) => line.number === number,
    )

  it('has whoever cannot be reached otherwise, for the operators of that desk alone', async () => {
    const { number, token } = await onlyWechat()
    expect(await lineOf(number)).toMatchObject({ number, tries: 0, phone: null })
    expect(await lineOf(number, await server.signIn('13900000102'))).toBeUndefined()
    expect((await server.get('/api/desk/calls', token)).status).toBe(403)
  })

  it('is ticked when somebody was reached, and says after three calls in vain that this person was not', async () => {
    const reached = await onlyWechat()
    const line = await lineOf(reached.number)
    const tick = (id: string, isReached: boolean, token = operator) =>
      server.post(`/api/desk/calls/${id}/outcome`, { reached: isReached }, { token })
    expect((await tick(line.id, true, await server.signIn('13900000102'))).status).toBe(404)
    expect((await tick(line.id, true)).body).toEqual({ state: 'reached' })
    expect(await lineOf(reached.number)).toBeUndefined()
    expect((await told(reached.id)).at(-1)).toContain('已通知到本人')

    const lost = await onlyWechat()
    const { id } = await lineOf(lost.number)
    for (const state of ['on_call_list', 'on_call_list', 'not_reached'])
      expect((await tick(id, false)).body).toEqual({ state })
    expect(await lineOf(lost.number)).toBeUndefined()
    expect((await server.get('/api/desk/lost-notices', head)).body.items[0]).toMatchObject({
      number: lost.number,
      state: 'not_reached',
      stateText: '没有通知到本人',
    })
  })

  it('loses its line when the person has read the notice', async () => {
    const { token, number } = await onlyWechat()
    const [{ id }] = await noticesOf(token)
    await server.post(`/api/notices/${id}/read`, undefined, { token })
    expect(await lineOf(number)).toBeUndefined()
  })

  it('shows the whole number to whoever calls, and tells its owner who looked', async () => {
    const { token, phone } = await somebody()
    const { number } = await cancelled(token)
    sms.wish.refuse = 'FailedOperation.PhoneNumberInBlacklist'
    await send()
    const line = await lineOf(number)
    expect(line.phone).toMatch(/^139\*{4}/)
    const { body } = await server.post(`/api/desk/calls/${line.id}/reveal`, undefined, { token: operator })
    expect(body).toEqual({ value: phone })
    expect((await server.get('/api/me/access-log', token)).body.items[0]).toMatchObject({
      caseNumber: number,
      reason: '电话通知本人',
    })
  })
})

it('holds no telephone, name or story in a dump of what is to be sent', async () => {
  const { token, phone } = await somebody()
  await cancelled(token)
  await send()
  const rows = await server.database.many(everything)
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${phone}|砌墙|吵架|demo-139`))
})

const everything = sql(
  'test_all_notices',
  'select n.*, a.* from notice n left join notice_attempt a on a.notice_id = n.id',
)
