import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { addDays, addMonths, dayOf } from '#domain/day'
import { atTheDesk } from '../support/desk.ts'
import { GRANTING, legalAidDesk, REFUSING, UNPAID } from '../support/legal-aid.ts'
import { photo, send } from '../support/samples.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let desk: Awaited<ReturnType<typeof legalAidDesk>>
let dir: string
let people = 20

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'linfa-aid-'))
  server = await startServer({ FILES_DIR: dir })
  desk = await legalAidDesk(server)
})
afterAll(async () => {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** Somebody new each time, so that no limit and no earlier case gets in the way. */
const UNPAID_QUERY = { route: 'query', authorised: true, statement: { people: 2, monthlyIncome: 900 } }
const somebody = () => server.signIn(`139000000${String(people++)}`)

const applied = async (token: string, more: object = {}): Promise<string> => {
  const { status, body } = await desk.apply(token, more)
  expect([status, body.fields]).toEqual([201, undefined])
  return body.id
}
const granted = async (token: string, more: object = {}) => {
  const id = await applied(token, more)
  await desk.step(id, 'recommend', desk.reviewer, GRANTING)
  await desk.step(id, 'grant', desk.head)
  return id
}
const lawyersFor = async (id: string) => (await desk.read(id, desk.head)).own.staff.lawyers
const phoneOf = async (id: string, token: string): Promise<string> =>
  (await desk.read(id, token)).own.lawyer.phone
const assigned = async (token: string, more: object = {}) => {
  const id = await granted(token, more)
  const [first] = await lawyersFor(id)
  await desk.step(id, 'assign', desk.head, { lawyerId: first.id })
  return { id, lawyer: await server.signIn(await phoneOf(id, token)) }
}

describe('the application form', () => {
  it('says of every bad field what to do, and keeps nothing', async () => {
    const resident = await somebody()
    const bad = {
      ...UNPAID,
      summary: ' ',
      truthful: false,
      applicant: { ...UNPAID.applicant, name: '', phone: '12' },
      means: { route: 'promise', promise: false },
    }
    const { status, body } = await server.post('/api/legal-aid/applications', bad, { token: resident })
    expect(status).toBe(422)
    expect(Object.keys(body.fields)).toEqual(
      expect.arrayContaining(['summary', 'truthful', 'applicant.name', 'applicant.phone', 'means.promise']),
    )
    for (const words of Object.values(body.fields)) expect(words).toMatch(/[\u4e00-\u9fff]/)
    const child = await desk.apply(resident, {
      applicant: { ...UNPAID.applicant, idNumber: '43990119850615003X' },
    })
    expect(child.body.fields).toHaveProperty(['applicant.idNumber'])
    const lost = await desk.apply(resident, { regionCode: '431224999999' })
    expect(lost.body.fields).toHaveProperty('regionCode')
    expect((await server.get('/api/cases', resident)).body.items).toEqual([])
  })

  it('the same submission sent twice is one case', async () => {
    const resident = await somebody()
    const send = () =>
      server.post('/api/legal-aid/applications', UNPAID, { token: resident, key: 'once-only' })
    expect((await send()).body.id).toBe((await send()).body.id)
  })

  it('shows staff no whole number, name or house, and nothing of it lies readable in the database', async () => {
    const resident = await somebody()
    const id = await applied(resident)
    const seen = await desk.read(id, desk.reviewer)
    const text = JSON.stringify(seen)
    for (const secret of ['439901198506150031', '13900000001', '张建国', '三组'])
      expect(text).not.toContain(secret)
    expect(text).toContain('4399**********0031')
    expect((await desk.read(id, resident)).form.applicant.idNumber).toBe('439901198506150031')
    const rows = await server.database.raw(`select case_id, encode(id_index, 'escape') as id from aid_party`)
    expect(JSON.stringify(rows.rows)).not.toContain('439901198506150031')
    await desk.step(id, 'claim', desk.reviewer)
    const reveal = { field: 'name', reason: '核对身份' }
    const shown = await server.post(`/api/cases/${id}/reveals`, reveal, { token: desk.reviewer })
    expect(shown.body.value).toBe('张建国（演示）')
    const whole = async (field: string) =>
      (await server.post(`/api/cases/${id}/reveals`, { ...reveal, field }, { token: desk.reviewer })).body
        .value
    expect(await whole('id_number')).toBe('439901198506150031')
    expect(await whole('other_side')).toBe('某某建筑公司（演示）')
    const { items } = (await server.get('/api/me/access-log', resident)).body
    expect(items.map(({ what }: { what: string }) => what)).toContain('查看了完整证件号码')
  })

  it('LP-9: is filled in at the window for somebody, who finds it under the number', async () => {
    const onBehalfOf = { phone: '13900000098', name: '向爷爷' }
    const more = { onBehalfOf, filledInBy: 'staff', helperName: '覃审查' }
    const opened = await desk.apply(desk.reviewer, more)
    expect(opened).toMatchObject({ status: 201, body: { channel: 'window' } })
    expect((await desk.apply(await somebody(), more)).body.code).toBe('not_yours')
    const person = await server.signIn('13900000098')
    const { items } = (await server.get('/api/cases', person)).body
    expect(items).toMatchObject([{ locked: true }])
    expect(
      (
        await server.post(
          `/api/cases/${opened.body.id}/number`,
          { number: opened.body.number },
          { token: person },
        )
      ).status,
    ).toBe(200)
    const second = (await desk.apply(desk.reviewer, { ...more, matter: 'work_injury' })).body
    const say = async (number: string) =>
      server.post(`/api/cases/${second.id}/number`, { number }, { token: person })
    expect((await say('0032')).body.fields.number).toContain('对不上')
    expect((await say('0031')).status).toBe(200)
    const supplied = await desk.step(opened.body.id, 'withdraw', desk.reviewer, { reason: '本人到窗口撤回' })
    expect(supplied.body.status).toBe('withdrawn')
  })
})

describe('material', () => {
  it('comes as photos with the application and item by item later; strangers see none of it', async () => {
    const resident = await somebody()
    const first = (await send(server, await photo(), { token: resident })).body.id
    const id = await applied(resident, { material: [{ item: 'identity', fileIds: [first] }] })
    await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof', 'medical_record'] })
    const chat = (await send(server, await photo(), { token: resident })).body.id
    const stranger = (await send(server, await photo(), { token: await somebody() })).body.id
    const stolen = await desk.step(id, 'supply_material', resident, {
      parts: [{ item: 'work_proof', fileIds: [stranger] }],
    })
    expect(stolen.status).toBe(422)
    const supplied = await desk.step(id, 'supply_material', resident, {
      parts: [{ item: 'work_proof', fileIds: [chat] }],
    })
    const material = supplied.body.own.material
    const stateOf = (item: string) => material.find((one: { item: string }) => one.item === item)
    expect(stateOf('identity')).toMatchObject({ state: 'given', fileIds: [first] })
    expect(stateOf('work_proof')).toMatchObject({ state: 'given', fileIds: [chat] })
    expect(stateOf('medical_record')).toMatchObject({ state: 'asked', needed: 'required' })
    expect((await server.get(`/api/files/${chat}`, desk.reviewer)).status).toBe(200)
    expect((await server.get(`/api/files/${chat}`, await somebody())).status).toBe(404)

    // What was forgotten comes later, while the review goes on, without a second notice.
    const report = (await send(server, await photo(), { token: resident })).body.id
    const parts = [{ item: 'medical_record', fileIds: [report] }]
    const { status, own } = (await desk.step(id, 'supply_material', resident, { parts })).body
    expect(status).toBe('under_review')
    expect(own.material.some(({ state }: { state: string }) => state === 'asked')).toBe(false)
  })

  it('is not taken before anything was asked for', async () => {
    const resident = await somebody()
    const id = await applied(resident)
    const early = await desk.step(id, 'supply_material', resident, { words: '先交一份' })
    expect([early.status, early.body.code]).toEqual([409, 'not_now'])
  })

  it('LP-12: the head may send a second notice with a reason, and what is asked for again can be supplied', async () => {
    const resident = await somebody()
    const photoOf = async () => (await send(server, await photo(), { token: resident })).body.id
    const id = await applied(resident, { material: [{ item: 'identity', fileIds: [await photoOf()] }] })
    await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    await desk.step(id, 'supply_material', resident, { words: '没有了' })
    const again = { items: ['identity'], reason: '身份证照片看不清' }
    expect((await desk.step(id, 'ask_again', desk.reviewer, again)).status).toBe(403)
    const bare = await desk.step(id, 'ask_again', desk.head, { items: ['identity'] })
    expect(Object.keys(bare.body.fields)).toEqual(['reason'])
    expect((await desk.step(id, 'ask_again', desk.head, again)).body.status).toBe('awaiting_material')
    const identity = async () => {
      const { material } = (await desk.read(id, resident)).own
      return material.find(({ item }: { item: string }) => item === 'identity')
    }
    expect(await identity()).toMatchObject({ state: 'asked', needed: 'required' })
    await desk.step(id, 'supply_material', resident, {
      parts: [{ item: 'identity', fileIds: [await photoOf()] }],
    })
    expect(await identity()).toMatchObject({ state: 'given' })
    expect((await identity()).fileIds).toHaveLength(2)
  })
})

describe('what the reviewer is told', () => {
  it('LA-4: of compulsory defence by its own article, in the sheet and in the decision', async () => {
    const resident = await somebody()
    const accused = { matter: 'criminal_accused', accusedIs: 'disabled', means: { route: 'no_condition' } }
    const id = await applied(resident, accused)
    const { own, form } = await desk.read(id, desk.reviewer)
    expect(form.accusedIs).toBe('disabled')
    expect(own.grounds).toMatchObject([{ code: 'notified', law: '法律援助法 第二十五条' }])
    expect(own.means.law).toBe('法律援助法 第二十五条')
    expect(own.staff.sheet.map(({ law }: { law: string }) => law)).toEqual(
      Array(2).fill('法律援助法 第二十五条'),
    )
    await desk.step(id, 'recommend', desk.reviewer, { ...GRANTING, ground: 'notified' })
    await desk.step(id, 'grant', desk.head)
    const { own: after } = await desk.read(id, resident)
    expect(after.decision.law).toBe('法律援助法 第二十五条')
  })

  it('of a repeated application and of a conflict, and no lawyer of the other side gets the case', async () => {
    const wife = await somebody()
    const husband = await somebody()
    const one = { ...UNPAID.applicant, idNumber: '43990119850615004X', name: '王某（演示）' }
    const two = { ...UNPAID.applicant, idNumber: '439901200002290022', name: '赵某（演示）' }
    const violence = { matter: 'violence', means: { route: 'no_condition' } }
    const sameHouse = (who: typeof one) => ({
      kind: 'person',
      name: who.name,
      idNumber: who.idNumber,
      sameHousehold: true,
    })
    const { id: first } = await assigned(wife, { ...violence, applicant: one, otherSide: sameHouse(two) })
    const lawyerId = (await desk.read(first, desk.head)).own.lawyer.id
    await applied(wife, { ...violence, applicant: one, otherSide: sameHouse(two) })
    const id = await granted(husband, { ...violence, applicant: two, otherSide: sameHouse(one) })
    const { staff } = (await desk.read(id, desk.head)).own
    expect(staff.hints.map(({ hint }: { hint: string }) => hint)).toContain('conflict')
    const barred = staff.lawyers.find((one: { id: string }) => one.id === lawyerId)
    expect(barred.against).toContain('对方')
    const refused = await desk.step(id, 'assign', desk.head, { lawyerId })
    expect(refused.body.fields.lawyerId).toContain('对方')
    const again = await desk.read(
      await applied(wife, { ...violence, applicant: one, otherSide: sameHouse(two) }),
      desk.reviewer,
    )
    expect(again.own.staff.hints.map(({ hint }: { hint: string }) => hint)).toContain('repeat')
    expect((await desk.read(id, husband)).own.staff).toBeNull()
  })

  it('LP-8, LP-10: who has made a false promise cannot promise again, and may let us query', async () => {
    const resident = await somebody()
    const applicant = { ...UNPAID.applicant, idNumber: '439903201105200023' }
    const father = {
      kind: 'statutory',
      relation: '父亲',
      name: '张父（演示）',
      idNumber: '439901198506150031',
      phone: '13900000001',
      conflict: false,
    }
    const statement = { people: 3, monthlyIncome: 1200, hardship: 'low_income' }
    const promise = {
      matter: 'traffic',
      hurt: true,
      applicant,
      agent: father,
      means: { route: 'promise', promise: true, statement },
    }
    const id = await applied(resident, promise)
    await desk.step(id, 'note_false_promise', desk.head, { evidence: '名下有三套房' })
    const barred = await desk.apply(resident, promise)
    expect(barred.body.fields['means.route']).toContain('湖南')
    const query = await desk.apply(resident, {
      ...promise,
      means: { route: 'query', authorised: true, statement },
    })
    expect(query.status).toBe(201)
    expect(query.body.own.means.text).not.toContain('只看申请人自己')
    const otherSide = { kind: 'person', name: '张兄（演示）', sameHousehold: true }
    const family = { ...promise, otherSide, means: { route: 'query', authorised: true, statement } }
    expect((await desk.apply(resident, family)).body.own.means.text).toContain('只看申请人自己')
    expect((await desk.read(query.body.id, desk.reviewer)).own.staff.hints[0].hint).toBe('false_promise')
  })

  it('LP-8: the person is told why, until when and how to contest it; the head takes the note back, or time does', async () => {
    const resident = await somebody()
    const applicant = { ...UNPAID.applicant, name: '舒某（演示）', idNumber: '43990119850615004X' }
    const statement = { people: 3, monthlyIncome: 1200, hardship: 'low_income' }
    const promise = {
      matter: 'traffic',
      hurt: true,
      applicant,
      means: { route: 'promise', promise: true, statement },
    }
    const id = await applied(resident, promise)
    const ask = async (who: object, token = resident) =>
      (await server.post('/api/legal-aid/promises', who, { token })).body
    const who = { name: applicant.name, idNumber: applicant.idNumber }
    expect(await ask(who)).toEqual({ bar: null })
    expect((await desk.step(id, 'contest_false_promise', resident, { reasons: '没有' })).body.code).toBe(
      'not_now',
    )
    await desk.step(id, 'note_false_promise', desk.head, { evidence: '名下有三套房' })
    const until = addMonths(dayOf(server.context.now()), 24)
    const { bar } = await ask(who)
    expect(bar).toMatchObject({ until, caseId: id, law: expect.stringContaining('湖南') })
    expect(bar.contest).toContain('提出异议')
    // Whoever does not know the name learns nothing, and a helper does not learn which case it was.
    expect(await ask({ ...who, name: '别人' })).toEqual({ bar: null })
    expect((await ask(who, await somebody())).bar).toMatchObject({ caseId: null })
    expect((await server.post('/api/legal-aid/promises', who)).status).toBe(401)
    expect((await ask({ name: '', idNumber: '' })).fields).toHaveProperty('idNumber')

    const told = await desk.read(id, resident)
    expect(told.own.falsePromise).toMatchObject({ evidence: '名下有三套房', until, possible: true })
    expect(JSON.stringify(told.sections)).toContain('诚信承诺停用到')
    expect((await server.get('/api/notices', resident)).body.items[0].caseId).toBe(id)
    expect((await desk.step(id, 'lift_false_promise', desk.head, { answer: '查错了' })).body.code).toBe(
      'not_now',
    )
    await desk.step(id, 'contest_false_promise', resident, { reasons: '是同名的人' })
    expect((await desk.step(id, 'lift_false_promise', desk.reviewer, { answer: '查错了' })).status).toBe(403)
    expect((await desk.step(id, 'lift_false_promise', desk.head, { answer: '查错了' })).status).toBe(200)
    const lifted = await desk.read(id, resident)
    expect(lifted.own.falsePromise).toMatchObject({ outcome: 'lifted', answer: '查错了', possible: false })
    expect(lifted.timeline.at(-1).action).toBe('lift_false_promise')
    expect(await ask(who)).toEqual({ bar: null })
    const again = await desk.apply(resident, promise)
    expect(again.status).toBe(201)
    expect((await desk.read(again.body.id, desk.reviewer)).own.staff.hints[0]?.hint).toBe('repeat')

    // Noted once more, and kept: the bar ends with its day.
    await desk.step(id, 'note_false_promise', desk.head, { evidence: '名下有三套房' })
    await desk.step(id, 'contest_false_promise', resident, { reasons: '是同名的人' })
    await desk.step(id, 'keep_false_promise', desk.head, { answer: '房产登记在本人名下' })
    expect((await desk.step(id, 'contest_false_promise', resident, { reasons: '不是' })).body.code).toBe(
      'not_now',
    )
    expect((await desk.apply(resident, promise)).body.fields['means.route']).toContain('湖南')
    await server.database.raw(`update aid_false_promise set until = '2026-11-01' where case_id = '${id}'`)
    expect(await ask(who)).toEqual({ bar: null })
    expect((await desk.apply(resident, promise)).status).toBe(201)
  })
})

describe('LP-6: the data query', () => {
  const CHECKED = { checkedBy: 'shared_data', checkResult: '低收入人口' }

  it('is recorded with way, day and result before help is granted, for staff and for nobody else', async () => {
    const resident = await somebody()
    const id = await applied(resident, { matter: 'traffic', hurt: true, means: UNPAID_QUERY })
    const propose = (more: object) =>
      desk.step(id, 'recommend', desk.reviewer, { ...GRANTING, ground: 'bodily_injury', ...more })
    const today = dayOf(server.context.now())
    expect(Object.keys((await propose({})).body.fields)).toEqual(['checkedBy', 'checkResult', 'checkedOn'])
    for (const checkedOn of [addDays(today, 1), addDays(today, -1)])
      expect(Object.keys((await propose({ ...CHECKED, checkedOn })).body.fields)).toEqual(['checkedOn'])
    expect((await propose({ ...CHECKED, checkedOn: today })).status).toBe(200)
    const { own, sections } = await desk.read(id, desk.head)
    expect(own.staff.recommendation.check).toEqual({
      by: '部门信息共享查询',
      on: today,
      result: '低收入人口',
    })
    expect(JSON.stringify(sections)).toContain('部门信息共享查询：低收入人口')
    expect(JSON.stringify(await desk.read(id, resident))).not.toContain('部门信息共享查询：')
    expect((await desk.step(id, 'grant', desk.head)).body.status).toBe('granted')
  })

  it('need not be made of somebody whose matter is not covered, and is whole or not there for all others', async () => {
    const id = await applied(await somebody(), { matter: 'loan', migrantWorker: false, means: UNPAID_QUERY })
    expect((await desk.step(id, 'recommend', desk.reviewer, REFUSING)).status).toBe(200)
    const poor = { ...REFUSING, refuseGround: 'no_hardship' }
    expect((await desk.step(id, 'recommend', desk.reviewer, poor)).body.fields).toHaveProperty('checkedBy')
    const exempt = await applied(await somebody())
    const half = await desk.step(exempt, 'recommend', desk.reviewer, { ...GRANTING, checkResult: '属实' })
    expect(Object.keys(half.body.fields)).toEqual(['checkedBy', 'checkedOn'])
    expect((await desk.step(exempt, 'recommend', desk.reviewer, GRANTING)).status).toBe(200)
  })
})

describe('the lawyer', () => {
  it('is assigned by turn; another choice needs a reason; has the case alone, reports and closes it', async () => {
    const resident = await somebody()
    const id = await granted(resident)
    const lawyers = await lawyersFor(id)
    const passed = await desk.step(id, 'assign', desk.head, { lawyerId: lawyers[1].id })
    expect(Object.keys(passed.body.fields)).toEqual(['reason'])
    const actions = (await desk.read(id, desk.head)).actions
    const assign = actions.find(({ action }: { action: string }) => action === 'assign')
    expect(assign.fields[0].options.map(({ value }: { value: string }) => value)).toEqual(
      lawyers.map((one: { id: string }) => one.id),
    )
    await desk.step(id, 'assign', desk.head, { lawyerId: lawyers[0].id })
    const lawyer = await server.signIn(await phoneOf(id, resident))
    const { items } = (await server.get('/api/cases?view=desk', lawyer)).body
    expect(items.map((one: { id: string }) => one.id)).toContain(id)
    const told = (await server.get('/api/notices', lawyer)).body.items
    expect(told.map(({ news }: { news: string }) => news)).toContain('aid_assigned')
    await desk.step(id, 'accept_assignment', lawyer, { noConflict: true })
    await desk.step(id, 'sign_agreement', lawyer, { signedOn: dayOf(server.context.now()) })
    await desk.step(id, 'report_progress', lawyer, { text: '仲裁已立案，十二月十日开庭', how: 'telephone' })
    await desk.step(id, 'report_difficulty', lawyer, { what: 'group', text: '同工地还有二十人' })
    const mine = await desk.read(id, resident)
    expect(mine.own.progress).toMatchObject([{ text: '仲裁已立案，十二月十日开庭', how: '电话' }])
    expect(JSON.stringify(mine)).not.toContain('二十人')
    expect(mine.own.lawyer.agreementOn).toBe(dayOf(server.context.now()))
    const end = {
      outcome: 'award',
      way: 'labour_arbitration',
      litigated: false,
      text: '裁决支付一万八千元',
      adopted: 'all',
      dossier: ['assignment', 'agreement', 'result'],
      dossierMore: '工资表',
      recovered: 18000,
      wages: 18000,
    }
    const bare = await desk.step(id, 'close', lawyer, { outcome: 'award', endedOn: '2026-11-23', text: '完' })
    expect(Object.keys(bare.body.fields).sort()).toEqual(['adopted', 'dossier', 'litigated', 'way'])
    const tomorrow = await desk.step(id, 'close', lawyer, {
      ...end,
      endedOn: addDays(dayOf(server.context.now()), 1),
    })
    expect(Object.keys(tomorrow.body.fields)).toEqual(['endedOn'])
    const closed = await desk.step(id, 'close', lawyer, { ...end, endedOn: dayOf(server.context.now()) })
    expect(closed.body.status).toBe('closed')
    const done = await desk.read(id, resident)
    expect(done.rateUntil).not.toBeNull()
    expect(done.own.closing.text).toContain('一万八千')
    expect(done.own.closing.report).toEqual([])
    const report = await desk.read(id, desk.head)
    expect(report.own.closing.report).toEqual(
      expect.arrayContaining([
        { label: '办理方式', text: '劳动、人事争议仲裁代理' },
        { label: '是否诉讼', text: '否' },
        { label: '采纳意见', text: '全部采纳' },
      ]),
    )
    expect(JSON.stringify(report.sections)).toContain('结果文书；工资表')
    const typesFor = ({ documents }: { documents: { type: string }[] }) => documents.map(({ type }) => type)
    expect(typesFor(report)).toContain('FZ-021')
    expect(typesFor(done)).not.toContain('FZ-021')
    const checked = await desk.step(id, 'check_quality', desk.bureau, {
      tool: 'call_back',
      mark: 'good',
      text: '满意',
    })
    expect(checked.status).toBe(200)
    expect(
      (await desk.read(id, resident)).timeline.map(({ action }: { action: string }) => action),
    ).not.toContain('check_quality')
  })

  it('declares a conflict, and the case goes to somebody else', async () => {
    const resident = await somebody()
    const { id, lawyer } = await assigned(resident)
    const before = (await desk.read(id, resident)).own.lawyer.id
    await desk.step(id, 'declare_conflict', lawyer, { reason: '是对方的法律顾问' })
    const told = (await server.get('/api/notices', desk.head)).body.items
    expect(told.find(({ caseId }: { caseId: string }) => caseId === id)?.news).toBe('aid_to_do')
    const after = await desk.read(id, resident)
    expect(after).toMatchObject({ status: 'granted', own: { lawyer: null } })
    const against = (await lawyersFor(id)).find((one: { id: string }) => one.id === before).against
    expect(against).toContain('声明')
    expect((await server.get(`/api/cases/${id}`, lawyer)).status).toBe(404)
  })

  it('LP-22: is changed when the recipient asks and the head agrees; the answer is read', async () => {
    const resident = await somebody()
    const { id, lawyer } = await assigned(resident)
    await desk.step(id, 'request_change', resident, { reasons: '三次约好没有来' })
    const waiting = await desk.read(id, resident)
    expect(waiting.clocks.find(({ name }: { name: string }) => name.includes('更换律师'))).toMatchObject({
      law: null,
    })
    const other = (await lawyersFor(id)).find((one: { against: string | null }) => one.against === null)
    const changed = await desk.step(id, 'change_lawyer', desk.head, {
      lawyerId: other.id,
      reason: '情况属实',
    })
    expect(changed.body.status).toBe('assigned')
    expect((await desk.read(id, resident)).own).toMatchObject({
      lawyer: { id: other.id },
      change: { outcome: 'changed' },
    })
    expect((await server.get(`/api/cases/${id}`, lawyer)).status).toBe(404)
  })

  it('LP-22: a lawyer who gives the case back ends the request, and the next lawyer can be asked away too', async () => {
    const resident = await somebody()
    const { id, lawyer } = await assigned(resident)
    await desk.step(id, 'request_change', resident, { reasons: '三次约好没有来' })
    await desk.step(id, 'decline_assignment', lawyer, { reason: '手上案子太多' })
    const left = await desk.read(id, resident)
    expect(left.own.change).toMatchObject({ outcome: 'left', answer: null })
    expect(JSON.stringify(left)).not.toContain('手上案子太多')
    const next = (await lawyersFor(id)).find((one: { against: string | null }) => one.against === null)
    await desk.step(id, 'assign', desk.head, { lawyerId: next.id, reason: '原律师不能承办' })
    const open = (await desk.read(id, resident)).actions.map(({ action }: { action: string }) => action)
    expect(open).toContain('request_change')
    expect((await desk.step(id, 'keep_lawyer', desk.head, { reason: '无' })).body.code).toBe('not_now')
  })

  it('LP-23: help ends on a ground of the law, by letter, and the bureau can put it right', async () => {
    const resident = await somebody()
    const { id, lawyer } = await assigned(resident)
    await desk.step(id, 'ask_to_end', lawyer, { ground: 'own_lawyer', reasons: '听说另外请了律师' })
    expect((await desk.read(id, desk.head)).own.staff.endAsked).toMatchObject({ by: '法律援助律师' })
    const ending = { ground: 'own_lawyer', reasons: '已自行委托律师', toldHowToObject: true }
    expect((await desk.step(id, 'terminate', desk.head, ending)).body.status).toBe('terminated')
    const ended = await desk.read(id, resident)
    expect(ended.documents.map(({ type }: { type: string }) => type)).toContain('FZ-018')
    await desk.step(id, 'object', resident, { reasons: '没有请过' })
    const listed = (await server.get('/api/cases?view=desk&kind=legal_aid&status=objected', desk.bureau)).body
      .items
    expect(listed.map((one: { id: string }) => one.id)).toContain(id)
    const put = await desk.step(id, 'order_correction', desk.bureau, { reasons: '没有证据' })
    expect(put.body.status).toBe('granted')
  })

  it('LP-33: a complaint goes to the bureau, not to the centre, and the result is told', async () => {
    const resident = await somebody()
    const { id, lawyer } = await assigned(resident)
    await desk.step(id, 'complain', resident, { about: 'fee', text: '要我交三百块资料费' })
    for (const token of [desk.head, lawyer])
      expect(JSON.stringify(await desk.read(id, token))).not.toContain('三百块')
    expect((await desk.read(id, desk.bureau)).own.complaints).toMatchObject([{ about: '收了钱或者财物' }])
    const open = async (token: string) => (await server.get('/api/legal-aid/complaints', token)).body
    expect((await open(desk.bureau)).items).toMatchObject([{ caseId: id, about: '收了钱或者财物' }])
    expect((await open(desk.head)).code).toBe('not_yours')
    const answer = { result: 'founded', answer: '已退还，并责令改正' }
    expect((await desk.step(id, 'answer_complaint', desk.bureau, answer)).status).toBe(200)
    expect((await desk.read(id, resident)).own.complaints).toMatchObject([{ result: '属实，已责令改正' }])
    expect((await open(desk.bureau)).items).toEqual([])
  })
})

describe('who has to act next', () => {
  it('is told: reviewers of what is urgent, the head of a proposal, the bureau of objection and complaint', async () => {
    const resident = await somebody()
    const deadlineOn = addDays(dayOf(server.context.now()), 3)
    const id = await applied(resident, { deadlineOn })
    const newsFor = async (token: string) =>
      (await server.get('/api/notices', token)).body.items
        .filter(({ caseId }: { caseId: string }) => caseId === id)
        .map(({ news }: { news: string }) => news)
    expect(await newsFor(desk.reviewer)).toEqual(['aid_urgent'])
    await desk.step(id, 'recommend', desk.reviewer, REFUSING)
    expect(await newsFor(desk.head)).toEqual(['aid_to_do'])
    await desk.step(id, 'refuse', desk.head, {
      ground: 'not_covered',
      reasons: '借款纠纷',
      toldHowToObject: true,
    })
    expect(await newsFor(desk.bureau)).toEqual([])
    await desk.step(id, 'complain', resident, { about: 'fee', text: '要我交三百块资料费' })
    await desk.step(id, 'object', resident, { reasons: '没有请过' })
    expect(await newsFor(desk.bureau)).toEqual(['aid_to_do', 'aid_to_do'])
  })
})

describe('the order of work', () => {
  it('gives the reviewer the urgent one first, and two reviewers two', async () => {
    const next = async (token: string) =>
      (await server.post('/api/legal-aid/next', {}, { token })).body.case?.id ?? null
    for (let left = await next(desk.reviewer); left; left = await next(desk.reviewer));
    const usual = await applied(await somebody())
    const deadlineOn = addDays(dayOf(server.context.now()), 3)
    const urgent = await applied(await somebody(), { deadlineOn })
    const other = await server.signIn('13900000402')
    expect([await next(desk.reviewer), await next(other), await next(other)]).toEqual([urgent, usual, null])
    expect((await server.post('/api/legal-aid/next', {}, { token: desk.bureau })).status).toBe(403)
  })

  it('the head says who is away, and the turn passes over them', async () => {
    const resident = await somebody()
    const id = await granted(resident)
    const [first] = await lawyersFor(id)
    const { items } = (await server.get('/api/legal-aid/lawyers', desk.head)).body
    const known = items.find((one: { id: string }) => one.id === first.id)
    const away = {
      firm: known.firm,
      licence: known.licence,
      practiceSince: known.practiceSince,
      languages: known.languages,
      leaveUntil: addDays(dayOf(server.context.now()), 5),
    }
    const put = (body: object, token = desk.head) =>
      server.ask('PUT', `/api/legal-aid/lawyers/${first.id}`, { token, body })
    expect((await put({ ...away, licence: '123' })).body.fields).toHaveProperty('licence')
    expect((await put(away, desk.reviewer)).status).toBe(403)
    expect((await put(away)).status).toBe(200)
    expect((await lawyersFor(id)).at(-1)).toMatchObject({
      id: first.id,
      against: expect.stringContaining('请假'),
    })
    expect((await put({ ...away, leaveUntil: undefined })).status).toBe(200)
  })
})

describe('one sign-off', () => {
  it('is enough where the office has said so', async () => {
    const small = await startServer({ ONE_SIGN_OFF: 'demo-aid-431224' })
    try {
      const alone = await legalAidDesk(small)
      const { id } = (await alone.apply(await small.signIn('13900000001'))).body
      expect(Object.keys((await alone.step(id, 'grant', alone.head)).body.fields)).toEqual(['ground'])
      const grant = { ground: 'labour', reasons: '欠薪属实' }
      expect((await alone.step(id, 'grant', alone.head, grant)).body.status).toBe('granted')
    } finally {
      await small.stop()
    }
  })
})

describe('from another service', () => {
  let line: Awaited<ReturnType<typeof atTheDesk>>
  beforeAll(async () => {
    line = await atTheDesk(server)
  })

  it('a call goes on as an application: its words are there, the rest is filled in once', async () => {
    const operator = await server.signIn('13900000101')
    const resident = await somebody()
    const call = await line.book(resident, { summary: '老板欠我工资不给', topic: 'labour' })
    await line.due(call.id)
    await line.act(call.id, 'claim', { version: 1 }, operator)
    const handed = await line.act(
      call.id,
      'hand_on',
      { version: 2, to: 'legal_aid', consent: true },
      operator,
    )
    expect(handed.status).toBe(200)
    const { items } = (await server.get('/api/cases?kind=legal_aid', resident)).body
    expect(items).toHaveLength(1)
    const carried = await desk.read(items[0].id, resident)
    expect(carried).toMatchObject({
      status: 'awaiting_material',
      own: { complete: false, prefill: { summary: '老板欠我工资不给' } },
    })
    expect(carried.clocks.map(({ name }: { name: string }) => name)).not.toContain('审查决定')
    const { fromCaseId: _, ...form } = { fromCaseId: '', ...UNPAID }
    const bad = await desk.step(carried.id, 'complete_application', resident, { ...form, summary: '' })
    expect(Object.keys(bad.body.fields)).toEqual(['summary'])
    const completed = await desk.step(carried.id, 'complete_application', resident, form)
    expect(completed.body).toMatchObject({ status: 'under_review', own: { complete: true, matter: 'wages' } })
    expect(completed.body.documents.map(({ type }: { type: string }) => type)).toEqual(['FZ-005', 'FZ-002'])
    const seen = JSON.stringify(await desk.read(carried.id, desk.reviewer))
    expect(seen).not.toContain('439901198506150031')
  })

  it('LP-5, LP-14: what came from a call and was never filled in is put away after its own time, not taken as withdrawn', async () => {
    const operator = await server.signIn('13900000101')
    const resident = await somebody()
    const call = await line.book(resident, { summary: '老板欠我工资不给', topic: 'labour' })
    await line.due(call.id)
    await line.act(call.id, 'claim', { version: 1 }, operator)
    await line.act(call.id, 'hand_on', { version: 2, to: 'legal_aid', consent: true }, operator)
    const [{ id }] = (await server.get('/api/cases?kind=legal_aid', resident)).body.items
    const { clocks } = await desk.read(id, resident)
    expect(clocks).toMatchObject([{ name: '把申请填好', law: null, state: 'running' }])
    const dueOn = clocks[0].dueLegalOn
    await server.post('/api/demo/clock', { now: `${dueOn}T12:00:00+08:00` })
    expect((await desk.read(id, resident)).status).toBe('awaiting_material')
    await server.post('/api/demo/clock', { now: `${addDays(dueOn, 1)}T12:00:00+08:00` })
    const away = await desk.read(id, resident)
    expect(away).toMatchObject({ status: 'withdrawn' })
    expect(away.timeline.at(-1)).toMatchObject({ action: 'expire' })
    expect(JSON.stringify(away)).not.toContain('视为撤回')
  })
})

describe('to another service', () => {
  it('LA-12: whoever is refused goes on to mediation with what was said, and consents to it', async () => {
    const resident = await somebody()
    const id = await applied(resident, { matter: 'loan', migrantWorker: false, means: UNPAID_QUERY })
    await desk.step(id, 'recommend', desk.reviewer, REFUSING)
    await desk.step(id, 'refuse', desk.head, {
      ground: 'not_covered',
      reasons: '借款纠纷',
      toldHowToObject: true,
    })
    const asked = await desk.step(id, 'hand_on', desk.reviewer, { to: 'mediation', consent: false })
    expect(asked.status).toBe(422)
    expect((await desk.step(id, 'hand_on', desk.reviewer, { to: 'mediation', consent: true })).status).toBe(
      200,
    )
    const { items } = (await server.get('/api/cases?kind=mediation', resident)).body
    expect(items).toHaveLength(1)
    expect((await desk.read(id, resident)).links).toMatchObject([{ caseId: items[0].id }])
  })
})

describe('another centre', () => {
  it('LP-1: the right one gets the whole application with consent, and each case shows the other to the applicant', async () => {
    const resident = await somebody()
    const sent = async () => (await send(server, await photo(), { token: resident })).body.id
    const identity = await sent()
    const id = await applied(resident, {
      organ: 'court',
      organName: '鹤城区人民法院',
      material: [{ item: 'identity', fileIds: [identity] }],
    })
    await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    const loose = await sent()
    await desk.step(id, 'supply_material', resident, {
      items: ['work_proof', 'case_material'],
      fileIds: [loose],
      words: '工地在鹤城区',
    })
    const bare = { reason: '办案机关在鹤城区', consent: true }
    expect((await desk.step(id, 'redirect', desk.reviewer, bare)).body.fields).toHaveProperty('centre')
    const asked = { ...bare, centreId: 'demo-aid-431202' }
    const without = await desk.step(id, 'redirect', desk.reviewer, { ...asked, consent: false })
    expect(without.body.fields.consent).toContain('同意')
    const { fields } = (await desk.read(id, desk.reviewer)).actions.find(
      ({ action }: { action: string }) => action === 'redirect',
    )
    const offered = fields.find(({ name }: { name: string }) => name === 'centreId').options
    expect(offered.find(({ value }: { value: string }) => value === 'demo-aid-431202').consent).toContain(
      '由鹤城区法律援助中心（演示）（电话',
    )
    const there = await server.signIn('13900000403')
    expect((await server.get(`/api/cases/${id}`, there)).status).toBe(404)
    expect((await desk.step(id, 'redirect', desk.reviewer, asked)).body.status).toBe('redirected')
    const mine = await desk.read(id, resident)
    expect(mine.own.redirected).toEqual({ centre: '鹤城区法律援助中心（演示）', reason: '办案机关在鹤城区' })
    const other = mine.links[0].caseId
    const moved = await desk.read(other, there)
    expect(moved).toMatchObject({ status: 'under_review', organisation: { id: 'demo-aid-431202' } })
    expect(moved.number).toMatch(/^YZ431202-/)
    expect((await desk.read(other, resident)).form.summary).toBe(UNPAID.summary)
    expect((await server.get(`/api/cases/${other}`, desk.reviewer)).status).toBe(404)

    // Nobody photographs anything a second time: the copies are of the new case, and of nobody else.
    const { material } = moved.own
    const [copy] = material.find(({ item }: { item: string }) => item === 'identity').fileIds
    expect(material).toContainEqual(expect.objectContaining({ item: 'identity', state: 'given' }))
    expect(moved.files).toHaveLength(2)
    expect(moved.files.map((file: { id: string }) => file.id)).not.toContain(identity)
    expect(JSON.stringify(moved.lines)).toContain('工地在鹤城区')
    const look = async (file: string, token: string) => (await server.get(`/api/files/${file}`, token)).status
    expect(await look(copy, there)).toBe(200)
    expect(await look(copy, resident)).toBe(200)
    expect(await look(copy, desk.reviewer)).toBe(404)
    expect(await look(identity, there)).toBe(404)
    expect(await look(identity, desk.reviewer)).toBe(200)
    const keys = await server.database.raw(
      `select count(distinct data_key)::int as n from file where id in ('${copy}', '${identity}')`,
    )
    expect(keys.rows).toEqual([{ n: 2 }])

    // The new centre has given its receipt, and the person need not do anything.
    const receipts = moved.documents.filter(({ type }: { type: string }) => type === 'FZ-005')
    expect(receipts).toHaveLength(1)
    expect(moved.actions.map(({ action }: { action: string }) => action)).not.toContain('supply_material')
  })

  it('LP-1: one outside this system is named, and nothing is opened', async () => {
    const resident = await somebody()
    const id = await applied(resident)
    const outside = { centre: '广东省东莞市法律援助处', reason: '用工地在东莞', consent: true }
    expect((await desk.step(id, 'redirect', desk.reviewer, outside)).body.status).toBe('redirected')
    expect((await desk.read(id, resident)).links).toEqual([])
  })
})

it('of several roles of one person the log names the one that may take the step', async () => {
  const { id: reviewerId } = (await server.get('/api/me', desk.reviewer)).body
  await server.database.raw(
    `insert into staff_role (id, account_id, role, organisation_id, region_code, created_at)
     select 'both', $1, 'legal_aid_head', 'demo-aid-431224', '431224000000', now()`,
    [reviewerId],
  )
  const both = await server.signIn('13900000401')
  const resident = await somebody()
  const id = await applied(resident)
  await desk.step(id, 'recommend', (await server.signIn('13900000402')) ?? '', GRANTING)
  expect((await desk.step(id, 'grant', both)).status).toBe(200)
  const { timeline } = await desk.read(id, resident)
  expect(timeline.at(-1)).toMatchObject({ action: 'grant', role: 'legal_aid_head' })
  await server.database.raw(`update staff_role set ended_at = now() where id = 'both'`)
})

describe('time', () => {
  it('LP-13: while it is waited for nothing is overdue, on the desk and in the list of the resident', async () => {
    const resident = await somebody()
    const id = await applied(resident)
    await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    const { notice } = (await desk.read(id, resident)).own
    await server.post('/api/demo/clock', { now: `${notice.dueOn}T12:00:00+08:00` })
    const inList = async (view: string, token: string) => {
      const { items } = (await server.get(`/api/cases?view=${view}&kind=legal_aid&limit=100`, token)).body
      return items.find((one: { id: string }) => one.id === id)
    }
    for (const seen of [await inList('mine', resident), await inList('desk', desk.reviewer)])
      expect(seen).toMatchObject({ overdue: false, dueAt: `${notice.dueOn}T23:59:00+08:00` })
  })

  it('LP-18: a day that was far away when the application came makes it urgent when it is near', async () => {
    const today = dayOf(server.context.now())
    const resident = await somebody()
    const early = await applied(await somebody())
    const id = await applied(resident, { deadlineOn: addDays(today, 20) })
    const standing = async () => {
      const { items } = (await server.get('/api/cases?view=desk&kind=legal_aid&limit=100', desk.reviewer))
        .body
      const ids = items.map((one: { id: string }) => one.id)
      const { urgent, own } = await desk.read(id, desk.reviewer)
      return { isBefore: ids.indexOf(id) < ids.indexOf(early), urgent, ground: own.urgent?.ground ?? null }
    }
    expect(await standing()).toEqual({ isBefore: false, urgent: false, ground: null })
    await server.post('/api/demo/clock', { now: `${addDays(today, 13)}T08:00:00+08:00` })
    expect(await standing()).toEqual({ isBefore: false, urgent: false, ground: null })
    await server.post('/api/demo/clock', { now: `${addDays(today, 14)}T08:00:00+08:00` })
    expect(await standing()).toEqual({ isBefore: true, urgent: true, ground: 'time' })
    expect((await desk.read(id, resident)).own.urgent.text).toContain('离期限不到七天')
  })

  it('LP-14: what is not supplied by the last day is taken as withdrawn, and may be applied for again', async () => {
    const resident = await somebody()
    const id = await applied(resident)
    await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    const { notice } = (await desk.read(id, resident)).own
    await server.post('/api/demo/clock', { now: `${notice.dueOn}T12:00:00+08:00` })
    expect((await desk.read(id, resident)).status).toBe('awaiting_material')
    await server.post('/api/demo/clock', { now: `${addDays(notice.dueOn, 1)}T12:00:00+08:00` })
    const lapsed = await desk.read(id, resident)
    expect(lapsed).toMatchObject({ status: 'deemed_withdrawn' })
    expect(lapsed.timeline.at(-1)).toMatchObject({ action: 'lapse', text: '没有按时补齐，视为撤回申请' })
    expect((await desk.apply(resident)).status).toBe(201)
  })
})
