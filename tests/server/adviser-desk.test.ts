import { addDays, dayOf, instant } from '#domain/day'
import { readSheet } from '../../server/sheets/read.ts'
import { writeSheet } from '../../server/sheets/write.ts'
import { PAGES } from '../support/pages.ts'
import { startServer, type TestServer } from '../support/server.ts'

jest.setTimeout(60_000)

const VILLAGE = '431224100001'
const OTHER = '431224100002'

let server: TestServer
let adviser: string
let contact: string
let township: string
let bureau: string
let resident: string
let today: string

beforeAll(async () => {
  server = await startServer()
  today = dayOf(server.context.now())
  adviser = await server.signIn('13900000201')
  contact = await server.signIn('13900000701')
  township = await server.signIn('13900000601')
  bureau = await server.signIn('13900000501')
  resident = await server.signIn('13900000001')
})
afterAll(() => server.stop())

const plan = (startsAt: string, endsAt: string, more: object = {}, token = adviser) =>
  server.post(
    '/api/adviser/visits',
    { villageCode: VILLAGE, startsAt, endsAt, place: '村委会', ...more },
    { token },
  )
/** As it hangs in the village: nobody can read it elsewhere. */
const codeOf = async (village: string): Promise<string> => {
  const board = await server.post(
    `/api/villages/${village}/board`,
    {},
    { token: await server.signIn('13900000501') },
  )
  return board.body.code
}
/** Far enough ahead that nothing of the demo stands there. */
const day = (n: number) => addDays(today, 40 + n)
const clock = (now: string) => server.post('/api/demo/clock', { now })

describe('visits', () => {
  it('are announced once: two at the same time are refused, also at the same moment', async () => {
    const first = await plan(instant(day(0), '09:00'), instant(day(0), '11:00'))
    expect(first).toMatchObject({ status: 201, body: { state: 'planned', capacity: 6, booked: 0 } })
    const second = await plan(instant(day(0), '10:00'), instant(day(0), '12:00'), { villageCode: OTHER })
    expect(second.status).toBe(409)
    const both = await Promise.all([1, 2].map(() => plan(instant(day(1), '09:00'), instant(day(1), '11:00'))))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  })

  it('go to the adviser’s own villages only, and not into the past', async () => {
    const foreign = await plan(instant(day(2), '09:00'), instant(day(2), '11:00'), {
      villageCode: '431224103001',
    })
    expect(foreign.status).toBe(422)
    expect(
      (await plan(instant(addDays(today, -1), '09:00'), instant(addDays(today, -1), '11:00'))).status,
    ).toBe(409)
    expect((await plan(instant(day(2), '09:00'), instant(day(2), '11:00'), {}, resident)).status).toBe(403)
  })

  it('are shown to residents, who book a seat; the adviser has the booking, operators and colleagues do not', async () => {
    const { body } = await server.get(`/api/advisers?village=${VILLAGE}`)
    const { nextVisit } = body.items[0]
    expect(nextVisit.slotId).toEqual(expect.any(String))
    const wish = { topic: 'land', summary: '想当面问一块地', regionCode: VILLAGE }
    const wrong = await server.post(
      '/api/bookings',
      { ...wish, slotId: nextVisit.slotId, channel: 'call_back' },
      { token: resident },
    )
    expect(wrong.status).toBe(422)
    const booked = await server.post(
      '/api/bookings',
      { ...wish, slotId: nextVisit.slotId, channel: 'visit' },
      { token: resident },
    )
    expect(booked.status).toBe(201)
    const { id, handler } = booked.body
    expect(handler.name).toContain('演示')
    expect((await server.get(`/api/cases/${id}`, adviser)).status).toBe(200)
    expect((await server.get(`/api/cases/${id}`, await server.signIn('13900000202'))).status).toBe(404)
    expect((await server.get(`/api/cases/${id}`, await server.signIn('13900000101'))).status).toBe(404)
    const inbox = (await server.get('/api/adviser/inbox', adviser)).body.items
    expect(inbox.map((one: { id: string }) => one.id)).toContain(id)
    const refused = await server.post(
      `/api/adviser/visits/${nextVisit.id}/cancel`,
      { reason: '有事' },
      { token: adviser },
    )
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toContain('1 人')
  })

  it('say whether a seat can be booked: open, full, or too late', async () => {
    const next = async () => (await server.get('/api/advisers/demo-adviser-212')).body.nextVisit
    const { id, slotId } = await next()
    expect(await next()).toMatchObject({ seats: 'open', slotId: expect.any(String) })
    await server.database.raw(`update slot set taken = capacity where id = '${slotId}'`)
    expect(await next()).toMatchObject({ seats: 'full', slotId: null, free: 0 })
    const soon = `timestamptz '${server.context.now()}' + interval '10 minutes'`
    await server.database.raw(`update slot set taken = 0 where id = '${slotId}'`)
    await server.database.raw(`update visit set starts_at = ${soon} where id = '${id}'`)
    expect(await next()).toMatchObject({ id, seats: 'too_late', slotId: null })
    await server.database.raw(`update visit set slot_id = null where id = '${id}'`)
    expect(await next()).toMatchObject({ id, seats: 'not_needed', slotId: null })
  })

  it('can be changed for another time of the same adviser, who keeps the person and answers', async () => {
    const { body } = await server.get('/api/advisers/demo-adviser-201/visits')
    const [, , third, fourth] = body.items
    const person = await server.signIn('13900000055')
    const wish = {
      topic: 'loan',
      summary: '借条的事',
      regionCode: VILLAGE,
      slotId: third.slotId,
      channel: 'visit',
    }
    const { body: booked } = await server.post('/api/bookings', wish, { token: person })
    const path = `/api/cases/${booked.id}/actions`
    const move = { version: booked.version, slotId: fourth.slotId }
    const moved = await server.post(`${path}/reschedule`, move, { token: person })
    expect(moved.body.handler).toEqual(booked.handler)
    const { version } = (await server.get(`/api/cases/${booked.id}`, adviser)).body
    const answer = { version, answer: '先核对借条', category: 'loan', group: 'farmer', toldOfLegalAid: true }
    const answered = await server.post(`${path}/record_answer`, answer, { token: adviser })
    expect(answered.body.status).toBe('answered')
    const { items } = (await server.get(`/api/adviser/ledger?village=${VILLAGE}`, adviser)).body
    const line = items.find((one: { caseNumber: string }) => one.caseNumber === booked.number)
    expect(line).toMatchObject({ service: 'consultation', way: 'on_site' })
  })

  it('whose booking the adviser gives back goes to the hotline of the county', async () => {
    const { body } = await server.get('/api/advisers/demo-adviser-201/visits')
    const visit = body.items[1]
    const wish = {
      topic: 'loan',
      summary: '借条的事',
      regionCode: VILLAGE,
      slotId: visit.slotId,
      channel: 'visit',
    }
    const { body: booked } = await server.post('/api/bookings', wish, { token: resident })
    const seen = (await server.get(`/api/cases/${booked.id}`, adviser)).body
    const given = await server.post(
      `/api/cases/${booked.id}/actions/release`,
      { version: seen.version, reason: '那天不能去' },
      { token: adviser },
    )
    expect(given.status).toBe(200)
    expect(
      (await server.get(`/api/cases/${booked.id}`, await server.signIn('13900000101'))).body,
    ).toMatchObject({
      status: 'booked',
      organisation: { id: 'demo-hotline-431224' },
    })
  })

  it('that are called off are told to the village, with the reason', async () => {
    const { body } = await plan(instant(day(3), '09:00'), instant(day(3), '11:00'))
    await server.post(`/api/adviser/visits/${body.id}/cancel`, { reason: '外出开庭' }, { token: adviser })
    const told = (await server.get('/api/notices', contact)).body.items
    expect(told[0]).toMatchObject({ news: 'visit_off', text: expect.stringContaining('外出开庭') })
    const others = (await server.get('/api/notices', township)).body.items
    expect(others.filter(({ news }: { news: string }) => news === 'visit_off')).toEqual([])
  })

  it('take the place of free remote hours, and give it back when they are cancelled', async () => {
    const { deskId } = (await server.get('/api/advisers/demo-adviser-207')).body
    const colleague = await server.signIn('13900000207')
    const [village] = (await server.get('/api/adviser/me', colleague)).body.villages
    const slots = async () =>
      (
        await server.get(`/api/desks/${deskId}/slots?from=${addDays(today, 1)}&to=${addDays(today, 13)}`)
      ).body.items.filter(({ channels }: { channels?: string[] }) => !channels)
    const [first, ...others] = await slots()
    const wish = { villageCode: village.code, startsAt: first.startsAt, endsAt: first.endsAt }
    const planned = await plan(first.startsAt, first.endsAt, wish, colleague)
    expect(planned.status).toBe(201)
    expect(await slots()).toHaveLength(others.length)
    await server.post(
      `/api/adviser/visits/${planned.body.id}/cancel`,
      { reason: '改期' },
      { token: colleague },
    )
    expect(await slots()).toHaveLength(others.length + 1)
  })
})

describe('remote hours and leave', () => {
  it('are changed by the adviser; a time that is booked stays', async () => {
    const colleague = await server.signIn('13900000208')
    const { deskId } = (await server.get('/api/advisers/demo-adviser-208')).body
    const slots = async () =>
      (
        await server.get(`/api/desks/${deskId}/slots?from=${addDays(today, 1)}&to=${addDays(today, 13)}`)
      ).body.items.filter(({ channels }: { channels?: string[] }) => !channels)
    const [first] = await slots()
    const wish = {
      topic: 'loan',
      summary: '借条的事',
      regionCode: VILLAGE,
      slotId: first.id,
      channel: 'call_back',
    }
    expect((await server.post('/api/bookings', wish, { token: resident })).status).toBe(201)
    const hours = [{ weekday: 1, from: '19:00', to: '20:00' }]
    const changed = await server.ask('PUT', '/api/adviser/remote-hours', {
      token: colleague,
      body: { hours },
    })
    expect(changed.body.items).toEqual(hours)
    expect((await server.get('/api/advisers/demo-adviser-208')).body.remoteText).toBe('每周一 19:00–20:00')
    const left = await slots()
    expect(left.find(({ id }: { id: string }) => id === first.id)).toMatchObject({ free: 0 })
    expect(left.some(({ startsAt }: { startsAt: string }) => startsAt.includes('T19:00'))).toBe(true)
    const twice = [...hours, { weekday: 1, from: '19:30', to: '20:30' }]
    expect(
      (await server.ask('PUT', '/api/adviser/remote-hours', { token: colleague, body: { hours: twice } }))
        .status,
    ).toBe(422)
  })

  it('leave a visit of half an hour its seats, when the weekly time at which it stands goes', async () => {
    const colleague = await server.signIn('13900000209')
    const hours = (items: object[]) =>
      server.ask('PUT', '/api/adviser/remote-hours', { token: colleague, body: { hours: items } })
    const { villages, adviser: me } = (await server.get('/api/adviser/me', colleague)).body
    const slots = async () =>
      (await server.get(`/api/desks/${me.deskId}/slots?from=${today}&to=${addDays(today, 13)}`)).body.items
    const [weekly] = (await slots()).filter(({ channels }: { channels?: string[] }) => !channels)
    const wish = { villageCode: villages[0].code, startsAt: weekly.startsAt, endsAt: weekly.endsAt }
    const visit = await plan(weekly.startsAt, weekly.endsAt, wish, colleague)
    expect(visit.status).toBe(201)
    expect((await hours([])).status).toBe(200)
    const left = (await slots()).find(({ startsAt }: { startsAt: string }) => startsAt === weekly.startsAt)
    expect(left).toMatchObject({ channels: ['visit'], free: 6 })
  })

  it('leave waits until visits of these days are moved, and needs a colleague who is there', async () => {
    const visit = await plan(instant(day(5), '09:00'), instant(day(5), '11:00'))
    const leave = { from: day(5), to: day(6), reason: '出差' }
    expect((await server.post('/api/adviser/leaves', leave, { token: adviser })).body.detail).toContain(
      '1 次进村',
    )
    await server.post(`/api/adviser/visits/${visit.body.id}/cancel`, { reason: '出差' }, { token: adviser })
    const self = { ...leave, substituteId: 'demo-adviser-201' }
    expect((await server.post('/api/adviser/leaves', self, { token: adviser })).status).toBe(422)
    const taken = await server.post(
      '/api/adviser/leaves',
      { ...leave, substituteId: 'demo-adviser-202' },
      { token: adviser },
    )
    expect(taken.body.items[0]).toMatchObject({
      reason: '出差',
      substituteName: expect.stringContaining('演示'),
    })
    expect((await plan(instant(day(5), '09:00'), instant(day(5), '11:00'))).body.detail).toContain('请假')
    const rows = await server.database.raw('select reason from adviser_leave')
    expect(JSON.stringify(rows)).not.toContain('出差')
  })
})

describe('the ledger (VA-8)', () => {
  const check = (id: string, what: 'in' | 'out', body: object, token = adviser) =>
    server.post(`/api/adviser/visits/${id}/check-${what}`, body, { token })
  const begin = async (village: string, startsAt: string, endsAt: string) => {
    const { body } = await plan(startsAt, endsAt, { villageCode: village })
    await clock(startsAt)
    adviser = await server.signIn('13900000201')
    return body.id as string
  }

  it('writes a visit by itself when the adviser leaves the village, and the village confirms it', async () => {
    const id = await begin(VILLAGE, instant(day(10), '09:00'), instant(day(10), '11:00'))
    expect((await check(id, 'out', { villageCode: await codeOf(VILLAGE) })).status).toBe(409)
    expect((await check(id, 'in', { villageCode: await codeOf(OTHER) })).body.fields).toHaveProperty(
      'villageCode',
    )
    expect((await check(id, 'in', { villageCode: '1234567' })).status).toBe(422)
    expect((await check(id, 'in', {})).status).toBe(422)
    expect((await check(id, 'in', { villageCode: await codeOf(VILLAGE) })).body.state).toBe('begun')
    await clock(instant(day(10), '11:00'))
    adviser = await server.signIn('13900000201')
    const left = await check(id, 'out', {
      villageCode: await codeOf(VILLAGE),
      people: 8,
      note: '解答了八个人',
    })
    expect(left.body).toMatchObject({ state: 'made', flags: [], ledgerId: expect.any(String) })

    contact = await server.signIn('13900000701')
    const { body } = await server.get(`/api/adviser/ledger?verification=waiting&village=${VILLAGE}`, contact)
    const line = body.items.find((one: { id: string }) => one.id === left.body.ledgerId)
    expect(line).toMatchObject({
      service: 'visit',
      people: 8,
      about: '解答了八个人',
      presence: 'village_code',
      canConfirm: true,
    })
    const confirm = (token: string) => server.post(`/api/adviser/ledger/${line.id}/confirm`, {}, { token })
    expect((await confirm(adviser)).status).toBe(403)
    expect((await confirm(contact)).body).toMatchObject({ verification: 'by_contact', canConfirm: false })
    expect((await confirm(contact)).status).toBe(409)
    expect(line).toMatchObject({
      licence: expect.stringMatching(/^14399|^34399/),
      firm: expect.any(String),
      servedFrom: expect.any(String),
      checkIn: { at: expect.stringContaining('T09:00'), byText: '扫村码' },
      checkOut: { at: expect.stringContaining('T11:00'), byText: '扫村码' },
    })
    const rows = await server.database.raw('select about from ledger_line where about is not null')
    expect(JSON.stringify(rows)).not.toContain('解答')
  })

  it('flags two places at once and does not block them', async () => {
    const line = (villageCode: string, from: string, to: string) =>
      server.post(
        '/api/adviser/ledger',
        {
          villageCode,
          service: 'lecture',
          startsAt: instant(day(9), from),
          endsAt: instant(day(9), to),
          about: '讲民法典',
          people: 30,
        },
        { token: adviser },
      )
    const first = await line(VILLAGE, '09:00', '10:00')
    expect(first).toMatchObject({ status: 201, body: { flags: [], automatic: false } })
    const second = await line(OTHER, '09:30', '10:30')
    expect(second.body.flags).toEqual(['同一时间在两个村'])
    const { body } = await server.get(`/api/adviser/ledger?from=${day(9)}&to=${day(9)}`, adviser)
    expect(body.items.map(({ flags }: { flags: string[] }) => flags.length)).toEqual([1, 1])
    expect(body.counters).toMatchObject([{ service: 'lecture', count: 2, people: 60, verified: 0 }])
    expect(body.villages.map(({ code }: { code: string }) => code)).toEqual([VILLAGE, OTHER])
    const one = (
      await server.get(`/api/adviser/ledger?from=${day(9)}&to=${day(9)}&village=${OTHER}`, adviser)
    ).body
    expect([one.items.length, one.villages.length]).toEqual([1, 2])
  })

  it('forgets where the adviser stood, and keeps only how far apart the two places were', async () => {
    const id = await begin(OTHER, instant(day(11), '09:00'), instant(day(11), '11:00'))
    await check(id, 'in', { position: { latitude: 27.9, longitude: 110.6 } })
    await clock(instant(day(11), '10:00'))
    adviser = await server.signIn('13900000201')
    const left = await check(id, 'out', { position: { latitude: 28.1, longitude: 110.6 } })
    expect(left.body.flags).toEqual(['签到和签退的位置相距太远', '只有定位，还没有这个村的位置可以核对'])
    const { rows } = await server.database.raw(`select in_place, apart from visit where id = '${id}'`)
    expect(rows).toEqual([{ in_place: null, apart: expect.any(Number) }])
  })

  it('cannot be had from home: the code is in the village, and a position is held against where it lies', async () => {
    expect((await server.get(`/api/advisers?village=${OTHER}`)).body.answer.code).toBeNull()
    const there = { latitude: 27.9, longitude: 110.6 }
    const visitOn = async (n: number, comes: object, goes: object) => {
      const id = await begin(OTHER, instant(day(n), '09:00'), instant(day(n), '11:00'))
      expect((await check(id, 'in', comes)).status).toBe(200)
      await clock(instant(day(n), '10:00'))
      adviser = await server.signIn('13900000201')
      return (await check(id, 'out', goes)).body.flags
    }
    const villageCode = await codeOf(OTHER)
    expect(await visitOn(12, { position: there }, { villageCode, position: there })).toEqual([])
    expect(await visitOn(13, { position: there }, { position: there })).toEqual([])
    const home = { latitude: 27.55, longitude: 110 }
    const far = ['签到或签退的位置不在这个村附近']
    expect(await visitOn(14, { position: home }, { position: home })).toEqual(far)
    expect(await visitOn(15, { villageCode, position: home }, { villageCode })).toEqual(far)
    const { rows } = await server.database.raw('select * from village_sighting limit 1')
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['id', 'place', 'village'])
  })

  it('is not written for what has not happened, nor for a village of somebody else', async () => {
    const entry = {
      service: 'lecture',
      about: '讲座',
      startsAt: instant(day(30), '09:00'),
      endsAt: instant(day(30), '10:00'),
    }
    const ahead = await server.post(
      '/api/adviser/ledger',
      { ...entry, villageCode: VILLAGE },
      { token: adviser },
    )
    expect(ahead.status).toBe(422)
    const past = { ...entry, startsAt: instant(day(8), '09:00'), endsAt: instant(day(8), '10:00') }
    const foreign = await server.post(
      '/api/adviser/ledger',
      { ...past, villageCode: '431224103001' },
      { token: adviser },
    )
    expect(foreign.status).toBe(422)
  })

  it('is seen by the adviser, the village and those who watch over the place, each their part', async () => {
    const villagesIn = async (token: string) => {
      const { body } = await server.get('/api/adviser/ledger?limit=100', token)
      return new Set<string>(body.items.map(({ village }: { village: { code: string } }) => village.code))
    }
    expect([...(await villagesIn(contact))]).toEqual([VILLAGE])
    township = await server.signIn('13900000601')
    for (const code of await villagesIn(township)) expect(code.startsWith('431224100')).toBe(true)
    const { body } = await server.get('/api/adviser/ledger', await server.signIn('13900000202'))
    for (const { adviserId } of body.items) expect(adviserId).toBe('demo-adviser-202')
    expect((await server.get('/api/adviser/ledger', resident)).status).toBe(403)
  })

  it('goes out as a sheet in which nothing becomes a formula', async () => {
    const entry = {
      villageCode: VILLAGE,
      service: 'other',
      about: '=HYPERLINK("http://x","点我")',
      startsAt: instant(day(7), '09:00'),
      endsAt: instant(day(7), '10:00'),
    }
    await server.post('/api/adviser/ledger', entry, { token: adviser })
    const { body } = await server.post(
      '/api/adviser/ledger/exports',
      { from: day(7), to: day(7) },
      { token: adviser },
    )
    expect(body).toMatchObject({ lines: 1, name: expect.stringMatching(/\.xlsx$/) })
    const rows = await readSheet(Buffer.from(body.base64, 'base64'))
    expect(rows[0]).toContain('事由与内容')
    expect(rows[1]?.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true)
  })
})

describe('managers', () => {
  it('of a county choose from no list of hundreds of villages; the one they came for is named', async () => {
    bureau = await server.signIn('13900000501')
    const period = `from=${addDays(today, -60)}&to=${today}`
    const villages = async (more = '') =>
      (await server.get(`/api/adviser/ledger?${period}${more}`, bureau)).body.villages
    expect(await villages()).toEqual([])
    expect(await villages(`&village=${VILLAGE}`)).toMatchObject([{ code: VILLAGE }])
  })

  it('see coverage by place, and behind each figure exactly the list it counts', async () => {
    bureau = await server.signIn('13900000501')
    const { body } = await server.get('/api/adviser/coverage', bureau)
    const figure = (name: string) => body.figures.find((one: { figure: string }) => one.figure === name)
    expect(figure('villages').value).toBe(412)
    expect(figure('without_adviser')).toMatchObject({ value: 0, of: 412 })
    expect(body.places).toHaveLength(25)
    for (const { figure: name, value } of body.figures) {
      let count = 0
      let cursor = ''
      do {
        const { body: list } = await server.get(`/api/adviser/coverage/${name}?limit=100${cursor}`, bureau)
        count += list.items.length
        cursor = list.next ? `&cursor=${encodeURIComponent(list.next)}` : ''
      } while (cursor)
      expect([name, count]).toEqual([name, value])
    }
  })

  it('see their own place only', async () => {
    expect((await server.get('/api/adviser/coverage', township)).body.region.code).toBe('431224100000')
    expect((await server.get('/api/adviser/coverage?region=431224000000', township)).status).toBe(403)
    expect((await server.get('/api/adviser/coverage?region=431202000000', bureau)).status).toBe(403)
    expect((await server.get('/api/adviser/coverage', adviser)).status).toBe(403)
  })

  it('count only visits that somebody else has confirmed, and say how many were made (VA-8)', async () => {
    const month = dayOf(server.context.now()).slice(0, 7)
    const figures = async () => {
      const { body } = await server.get(`/api/adviser/coverage?month=${month}&region=431224100000`, township)
      const value = (name: string) =>
        body.figures.find((one: { figure: string }) => one.figure === name) as { value: number; of: number }
      const missing = value('visits_missing').value
      return { made: value('visits_made').value, verified: value('visits_verified'), missing }
    }
    township = await server.signIn('13900000601')
    await server.database.raw(
      `update ledger_line set verification = 'waiting' where visit_id is not null and day >= '${month}-01'`,
    )
    const before = await figures()
    expect(before.made).toBeGreaterThan(0)
    expect(before.verified).toMatchObject({ value: 0, of: before.made })
    await server.database.raw(
      `update ledger_line set verification = 'by_contact' where visit_id is not null and day >= '${month}-01'
         and village = '${VILLAGE}'`,
    )
    const after = await figures()
    expect(after.verified.value).toBeGreaterThan(0)
    expect(after.missing).toBe(before.missing - 1)
  })

  it('see an adviser with too many villages wherever the others lie, and a past month by its last day', async () => {
    const too = async (month: string) => {
      const { body } = await server.get(
        `/api/adviser/coverage/overloaded?month=${month}&region=431224100000`,
        township,
      )
      return body.items.map(({ adviserId }: { adviserId: string }) => adviserId)
    }
    const now = dayOf(server.context.now())
    const [month, last] = [now.slice(0, 7), addDays(`${now.slice(0, 7)}-01`, -1).slice(0, 7)]
    expect(await too(month)).toEqual([])
    await server.database.raw(
      `insert into adviser_village (village, from_day, to_day, adviser_id)
       select code, '${month}-01', null, 'demo-adviser-201' from region
       where code like '431202%' and level = 5 and valid_to is null order by code limit 3`,
    )
    expect(await too(month)).toEqual(['demo-adviser-201'])
    expect(await too(last)).toEqual([])
    await server.database.raw(`delete from adviser_village where village like '431202%'`)
  })

  it('are warned of villages to which nobody comes, once a week, also of a visit that did not take place', async () => {
    await server.database.raw(`update visit set cancelled_at = now() where village = '431224100003'`)
    const gaps = (await server.get('/api/adviser/gaps', township)).body.items
    expect(gaps.map(({ village }: { village: { code: string } }) => village.code)).toContain('431224100003')
    const month = addDays(dayOf(server.context.now()), 31).slice(0, 7)
    await clock(instant(`${month}-16`, '09:00'))
    await clock(instant(`${month}-17`, '09:00'))
    township = await server.signIn('13900000601')
    const told = (await server.get('/api/notices', township)).body.items
    const warnings = told.filter(
      ({ news, at }: { news: string; at: string }) => news === 'village_gap' && at.startsWith(month),
    )
    expect(warnings).toHaveLength(1)
    const another = '431224100004'
    await server.database.raw(`
      update visit set cancelled_at = now() where village = '${another}';
      insert into visit (id, adviser_id, village, starts_at, ends_at, place, created_at)
      values ('no-show', 'demo-adviser-201', '${another}', '${instant(`${month}-18`, '09:00')}',
        '${instant(`${month}-18`, '11:00')}', '村委会', now())`)
    const villages = async () => {
      const { items } = (await server.get('/api/notices', township)).body
      return items.find(({ news }: { news: string }) => news === 'village_gap').text.match(/(\d+) 个村/)?.[1]
    }
    const before = Number(await villages())
    await server.database.raw(`
      insert into visit (id, adviser_id, village, starts_at, ends_at, place, created_at)
      select 'comes-' || r.code, v.adviser_id, r.code, '${instant(`${month}-28`, '09:00')}',
        '${instant(`${month}-28`, '11:00')}', '村委会', now()
      from region r join adviser_village v on v.village = r.code and v.to_day is null
      where r.parent = '431224100000' and r.code <> '431224100003' and r.code <> '${another}'`)
    await clock(instant(`${month}-22`, '09:00'))
    township = await server.signIn('13900000601')
    expect([before > 0, await villages()]).toEqual([true, '2'])
  })

  it('give a village its board: the same code every time, for the place of the manager only', async () => {
    bureau = await server.signIn('13900000501')
    const board = (token: string, code = VILLAGE) => server.post(`/api/villages/${code}/board`, {}, { token })
    const first = await board(bureau)
    expect(first.body).toMatchObject({ code: await codeOf(VILLAGE), scene: `v=${first.body.code}` })
    expect(first.body.qr).toMatch(/^data:image\/png;base64,/)
    expect(PAGES).toContain(first.body.page)
    expect(first.body.url.endsWith(`/#/${first.body.page}?${first.body.scene}`)).toBe(true)
    expect((await board(township)).body.code).toBe(first.body.code)
    expect((await board(bureau, '431202001001')).status).toBeGreaterThanOrEqual(403)
    const found = await server.get(
      `/api/advisers?code=${first.body.code.slice(0, 3)}-${first.body.code.slice(3)}`,
    )
    expect(found.body.answer.village.code).toBe(VILLAGE)
    expect((await server.get('/api/advisers?code=1234567')).status).toBe(422)
  })
})

describe('import of advisers', () => {
  const HEAD = '姓名,手机号,职业,执业证号,执业机构,服务村,开始日期,结束日期,每月进村次数'
  const GOOD = '演示新人,13900000295,律师,14399202410000999,演示所,"431224100001、431224100002",2027-06-01,,2'
  const send = (csv: string, token = bureau) => server.post('/api/adviser/imports', { csv }, { token })

  beforeAll(async () => {
    bureau = await server.signIn('13900000501')
  })

  it('takes all rows or none, and names every bad one', async () => {
    const bad = '演示乙,139,医生,123,演示所,没有这个村,昨天,,99'
    const { status, body } = await send([HEAD, GOOD, bad].join('\n'))
    expect(status).toBe(422)
    expect(body.rows).toHaveLength(1)
    expect(body.rows[0]).toMatchObject({ line: 3 })
    for (const word of ['职业', '没有这个村', '开始日期', '每月进村'])
      expect(body.rows[0].reason).toContain(word)
    const { rows } = await server.database.raw(`select from adviser where licence = '14399202410000999'`)
    expect(rows).toEqual([])
  })

  it('makes the adviser, the role and the villages; whoever had them until then has them until the day before', async () => {
    const { status, body } = await send([HEAD, GOOD].join('\n'))
    expect([status, body]).toEqual([200, { advisers: 1, villages: 2 }])
    const { rows } = await server.database.raw(
      `select adviser_id = 'demo-adviser-201' as old, from_day, to_day, visits_month from adviser_village
       where village = '431224100001' order by from_day`,
    )
    expect(rows).toMatchObject([
      { old: true, to_day: '2027-05-31' },
      { old: false, from_day: '2027-06-01', to_day: null, visits_month: 2 },
    ])
    expect((await send([HEAD, GOOD].join('\n'))).status).toBe(200)
  })

  it('reads Excel just as well', async () => {
    const cells = [
      '演示丙',
      '13900000296',
      '基层法律服务工作者',
      '34399201000999',
      '演示所',
      '431224100003',
      '2027-06-01',
      '',
      '',
    ]
    const sheet = await writeSheet({
      name: '顾问',
      columns: HEAD.split(',').map((title) => ({ title })),
      rows: [cells],
    })
    const { status, body } = await server.post(
      '/api/adviser/imports',
      { xlsx: sheet.toString('base64') },
      { token: bureau },
    )
    expect([status, body]).toEqual([200, { advisers: 1, villages: 1 }])
  })

  it('names the row in which the same licence has another name, number, occupation or firm', async () => {
    const other = GOOD.replace('演示新人', '演示旧人')
      .replace('演示所', '别的所')
      .replace('2027-06-01', '2027-07-01')
    const { status, body } = await send([HEAD, GOOD, '', other].join('\n'))
    expect(status).toBe(422)
    expect(body.rows).toEqual([{ line: 4, reason: expect.stringMatching(/第 2 行.*姓名、执业机构/) }])
  })

  it('counts the rows of an Excel sheet as Excel does, empty ones too', async () => {
    const empty = HEAD.split(',').map(() => '')
    const sheet = await writeSheet({
      name: '顾问',
      columns: HEAD.split(',').map((title) => ({ title })),
      rows: [empty, empty, ['演示丁', '139']],
    })
    const { body } = await server.post(
      '/api/adviser/imports',
      { xlsx: sheet.toString('base64') },
      { token: bureau },
    )
    expect(body.rows).toMatchObject([{ line: 4 }])
  })

  it('is no way to an adviser of another county', async () => {
    await server.database.raw(`
      insert into account (id, created_at) values ('far-account', now());
      insert into organisation (id, name, kind, region_code, created_at)
        values ('far-bureau', '远县司法局', 'bureau', '431202000000', now());
      insert into adviser select 'far-adviser', 'far-account', 'far-bureau', '431202', '远方', occupation,
        '14399202410000777', firm, phone, languages, about, photo, key, initials, pinyin, firm_key, firm_initials,
        firm_pinyin, active, created_at from adviser where id = 'demo-adviser-201'`)
    const row = GOOD.replace('14399202410000999', '14399202410000777').replace('295', '293')
    const { status, body } = await send([HEAD, row].join('\n'))
    expect([status, body.rows[0].reason]).toEqual([422, expect.stringContaining('别的县')])
    const { rows } = await server.database.raw(`select name from adviser where id = 'far-adviser'`)
    expect(rows).toEqual([{ name: '远方' }])
  })

  it('with an earlier start makes one time of two, and never two advisers at once', async () => {
    const village = '431224100006'
    const row = (from: string, to = '') =>
      GOOD.replace(/"[^"]+"/, village).replace('2027-06-01,', `${from},${to}`)
    const times = async () =>
      (
        await server.database.raw(
          `select from_day, to_day from adviser_village where village = '${village}' and adviser_id =
             (select id from adviser where licence = '14399202410000999') order by from_day`,
        )
      ).rows
    expect((await send([HEAD, row('2027-09-01')].join('\n'))).status).toBe(200)
    expect((await send([HEAD, row('2027-06-01')].join('\n'))).status).toBe(200)
    expect(await times()).toEqual([{ from_day: '2027-06-01', to_day: null }])
    const short = await send([HEAD, row('2027-03-01', '2027-08-01')].join('\n'))
    expect(short.body.rows[0].reason).toContain('2027-06-01')
    const second = server.database.raw(
      `insert into adviser_village (village, from_day, adviser_id) values ('${village}', '2027-10-01', 'demo-adviser-202')`,
    )
    await expect(second).rejects.toThrow('adviser_village_one_at_a_time')
  })

  it('is refused outside the place of the officer, and to everybody else', async () => {
    const away = GOOD.replace('431224100001、431224100002', '431202001001')
      .replace('0999', '0998')
      .replace('295', '297')
    expect((await send([HEAD, away].join('\n'))).status).toBe(422)
    expect((await send([HEAD, GOOD].join('\n'), adviser)).status).toBe(403)
    expect((await send([HEAD, GOOD].join('\n'), township)).status).toBe(403)
  })
})
