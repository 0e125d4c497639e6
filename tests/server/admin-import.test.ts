import { addDays, dayOf } from '#domain/day'
import { SHEET_KINDS, template } from '#domain/sheet'
import { startServer, type TestServer } from '../support/server.ts'
import { bookSlot, enter } from './admin-support.ts'

let server: TestServer
let admin: string
let day: string

beforeAll(async () => {
  server = await startServer()
  admin = await enter(server, '13900000901')
  day = addDays(dayOf(server.context.now()), 30)
})
afterAll(() => server.stop())

const send = (what: string, csv: unknown, token: string | undefined = admin) =>
  server.post(`/api/admin/imports/${what}`, { csv }, token ? { token } : {})
const sheet = (...lines: string[]) => lines.join('\n')
const reasons = async (what: string, ...lines: string[]) => {
  const { status, body } = await send(what, sheet(...lines))
  expect([status, body.code]).toEqual([422, 'invalid'])
  expect(body.fields.csv).toBeTruthy()
  return Object.fromEntries(
    body.rows.map(({ line, reason }: { line: number; reason: string }) => [line, reason]),
  )
}
const count = async (table: string) =>
  Number(((await server.database.raw(`select count(*)::int as n from ${table}`)).rows[0] as { n: number }).n)
const slots = async (desk: string, on = day) =>
  (await server.get(`/api/desks/${desk}/slots?from=${on}&to=${on}`)).body.items as {
    id: string
    startsAt: string
    endsAt: string
    capacity: number
  }[]

const BODIES = '机构名称,机构类型,地区,地址,电话'

describe('who may import', () => {
  it('is the administrator alone, and only what there is', async () => {
    const operator = await enter(server, '13900000101')
    const answer = await server.post('/api/admin/imports/staff', { csv: 'x' })
    expect(answer.status).toBe(401)
    expect((await send('staff', 'x', operator)).status).toBe(403)
    expect((await send('cases', 'x')).status).toBe(404)
    expect((await send('staff', '')).status).toBe(422)
    expect((await send('staff', 7)).status).toBe(422)
    const broken = await server.ask('POST', '/api/admin/imports/staff', { token: admin, body: '{' })
    expect(broken.status).toBe(400)
  })

  it('sends no more than eight megabytes', async () => {
    expect((await send('staff', '溆'.repeat(3_000_000))).status).toBe(413)
    expect((await send('staff', 'x'.repeat(2_000_001))).status).toBe(422)
  })
})

describe('a sheet', () => {
  it('of bodies comes with Chinese headings, a mark at the start, quotes and other line ends', async () => {
    const csv = `\ufeff${BODIES}\r\n"辰河律师事务所, 分所",律师事务所,溆浦县 卢峰镇,"警予路""8""号",0745-3320000\r\n安江法律服务所,legal_service_office,431224,,\r\n,,,,\r\n`
    expect((await send('organisations', csv)).body).toEqual({ imported: 2 })
    const { body } = await server.get(`/api/admin/organisations?q=${encodeURIComponent('辰河')}`, admin)
    expect(body.items[0]).toMatchObject({
      name: '辰河律师事务所, 分所',
      kind: 'law_firm',
      regionCode: '431224100000',
      address: '警予路"8"号',
      phone: '0745-3320000',
    })
  })

  it('may have the names of fields as headings, in any order, and full-width commas', async () => {
    const csv = sheet('kind，regionCode，name', '司法所，431224118000，大江口镇司法所')
    expect((await send('organisations', csv)).body).toEqual({ imported: 1 })
    const mixed = sheet('机构名称,机构类型,地区', '低庄镇司法所，司法所，431224102000')
    expect((await send('organisations', mixed)).body).toEqual({ imported: 1 })
  })

  it('pasted from a table has tabs between its cells', async () => {
    const csv = sheet('机构名称\t机构类型\t地区', '桥江镇司法所\t司法所\t431224103000')
    expect((await send('organisations', csv)).body).toEqual({ imported: 1 })
  })

  it('keeps what looks like a formula as the text that it is', async () => {
    const formula = `=HYPERLINK("http://evil.example")`
    const csv = sheet(BODIES, `"${formula.replaceAll('"', '""')}",司法所,431224104000,+1+1,`)
    expect((await send('organisations', csv)).status).toBe(200)
    const { rows } = await server.database.raw('select name from organisation where address = $1', ['+1+1'])
    expect(rows).toEqual([{ name: formula }])
  })

  it.each([
    ['without rows', BODIES, '没有内容'],
    ['not in UTF-8', `${BODIES}\n\ufffd\ufffd,司法所,431224,,`, 'UTF-8'],
    ['of more than 5,000 rows', `${BODIES}\n${'甲,司法所,431224,,\n'.repeat(5001)}`, '5001 行'],
  ])('%s is refused with one clear word', async (_, csv, words) => {
    const { status, body } = await send('organisations', csv)
    expect(status).toBe(422)
    expect(body.fields.csv).toMatch(words)
  })

  it('names headings that are missing, unknown or there twice', async () => {
    expect(await reasons('organisations', '机构名称,地区', '甲,431224')).toEqual({
      1: '缺少这些列：机构类型',
    })
    expect((await reasons('organisations', `${BODIES},备注`, '甲,司法所,431224,,,x'))[1]).toMatch('“备注”')
    expect((await reasons('organisations', `${BODIES},name`, '甲,司法所,431224,,,x'))[1]).toMatch('两次')
  })

  it('names the row with a comma too many and the quote that never ends', async () => {
    expect((await reasons('organisations', BODIES, '甲,司法所,431224,一路, 二路,12348'))[2]).toMatch(
      '多 1 格',
    )
    expect((await reasons('organisations', BODIES, '"甲,司法所,431224,,'))[2]).toMatch('引号')
  })
})

describe('all or nothing', () => {
  it('names every bad row with all that is wrong in it, and stores none of the good ones', async () => {
    const before = [await count('organisation'), await count('admin_change')]
    const found = await reasons(
      'organisations',
      BODIES,
      '好机构,司法所,431224105000,,',
      ',法院,火星,,12',
      '好机构,司法所,431224105000,,',
      '怀化市司法局（演示）,bureau,431200000000,,',
      '外地机构,司法所,430000000000,,1.39E+10',
    )
    expect(found[2]).toBeUndefined()
    for (const words of ['请填写机构名称', '请选择机构类型', '没有找到地区“火星”', '手机号'])
      expect(found[3]).toMatch(words)
    expect(found[4]).toBe('与第 2 行重复')
    expect(found[5]).toMatch('已有同名机构')
    expect(found[6]).toMatch('科学计数')
    expect([await count('organisation'), await count('admin_change')]).toEqual(before)
  })

  it('shows at most 200 bad rows and says how many there are', async () => {
    const { body } = await send('organisations', `${BODIES}\n${',,,,x\n'.repeat(300)}`)
    expect(body.rows).toHaveLength(200)
    expect(body.fields.csv).toMatch('300 行')
  })

  it('refuses what lies in the place of another administrator', async () => {
    expect((await reasons('organisations', BODIES, '省机构,司法所,430000000000,,'))[2]).toMatch('不归你管理')
  })
})

describe('desks', () => {
  const HEAD = '岗位名称,所属机构,地区,联系方式,地址,电话'

  it('are opened for a body by name or number, with channels in words', async () => {
    const csv = sheet(
      HEAD,
      '周末岗,溆浦县12348热线（演示）,溆浦县,电话回拨、到场咨询,一楼,12348',
      '夜间岗,demo-hotline-431224,431224,video|call_back,,',
    )
    expect((await send('desks', csv)).body).toEqual({ imported: 2 })
    const { body } = await server.get(`/api/admin/desks?q=${encodeURIComponent('周末岗')}`, admin)
    expect(body.items[0]).toMatchObject({
      organisationId: 'demo-hotline-431224',
      channels: ['call_back', 'visit'],
      openings: [],
    })
  })

  it('name the body that is not there, the channel that nobody knows, the desk that is there already', async () => {
    const found = await reasons(
      'desks',
      HEAD,
      '甲岗,没有的机构,溆浦县,电话回拨,,',
      '乙岗,demo-hotline-431224,溆浦县,传真,,',
      '周末岗,demo-hotline-431224,溆浦县,电话回拨,,',
      '丙岗,demo-hotline-431224,溆浦县,,,',
    )
    expect(found[2]).toMatch('没有找到机构“没有的机构”')
    expect(found[3]).toMatch('“传真”')
    expect(found[4]).toMatch('已有同名岗位')
    expect(found[5]).toMatch('至少选择一种方式')
  })
})

describe('staff', () => {
  const HEAD = '姓名,手机号,角色,所属机构,地区'

  it('are appointed, each without a second factor until one is given out', async () => {
    const csv = sheet(
      HEAD,
      '向一,138 3333 0001,热线值班人员,demo-hotline-431224,溆浦县',
      '向二,13833330002,mediator,demo-committee-lufeng,溆浦县 卢峰镇',
    )
    expect((await send('staff', csv)).body).toEqual({ imported: 2 })
    const { body } = await server.post('/api/admin/staff/search', { q: '13833330001' }, { token: admin })
    expect(body.items[0]).toMatchObject({ name: '向一', role: 'hotline_operator', enrolled: false })
  })

  it('name the role that nobody knows, the landline, the same person twice', async () => {
    const found = await reasons(
      'staff',
      HEAD,
      '向三,13833330003,法官,demo-hotline-431224,溆浦县',
      '向四,0745-3320000,热线值班人员,demo-hotline-431224,溆浦县',
      '向五,13833330005,热线值班人员,demo-hotline-431224,溆浦县',
      '向五,13833330005,热线值班人员,demo-hotline-431224,溆浦县',
      '向一,13833330001,热线值班人员,demo-hotline-431224,溆浦县',
    )
    expect(found[2]).toMatch('请选择岗位角色')
    expect(found[3]).toMatch('11 位手机号')
    expect(found[4]).toBeUndefined()
    expect(found[5]).toBe('与第 4 行重复')
    expect(found[6]).toMatch('已经有这个角色')
  })
})

describe('capacity', () => {
  const HEAD = '岗位,日期,开始,结束,名额'
  const DESK = 'demo-desk-431224'
  const NAME = '溆浦县12348热线咨询岗（演示）'

  it('opens slots and sets seats; the same sheet again changes nothing', async () => {
    const slashed = day.replaceAll('-', '/')
    const csv = sheet(HEAD, `${NAME},${slashed},9:00,9:30,3`, `${DESK},${day},０９：３０,10:00:00,0`)
    expect((await send('capacity', csv)).body).toEqual({ imported: 2 })
    const first = await slots(DESK)
    expect(first.map(({ startsAt, capacity }) => [startsAt, capacity])).toEqual([
      [`${day}T09:00:00+08:00`, 3],
      [`${day}T09:30:00+08:00`, 0],
    ])
    await send('capacity', csv)
    expect(await slots(DESK)).toEqual(first)

    await send('capacity', sheet(HEAD, `${DESK},${day},09:00,09:30,5`))
    expect((await slots(DESK))[0]).toMatchObject({ id: first[0]?.id, capacity: 5 })
    const { body } = await server.get('/api/admin/changes?limit=1', admin)
    expect(body.items[0]).toMatchObject({
      what: 'import_capacity',
      subjectId: DESK,
      subject: `${NAME}：1 个时间段`,
    })
  })

  it('names every row that cannot be', async () => {
    const today = dayOf(server.context.now())
    const [nine] = await slots(DESK)
    await bookSlot(server, '13900000041', nine?.id ?? '')
    await bookSlot(server, '13900000042', nine?.id ?? '')
    const found = await reasons(
      'capacity',
      HEAD,
      `${DESK},${day},09:00,09:30,1`,
      `${DESK},${addDays(today, -1)},09:00,09:30,1`,
      `${DESK},2026-02-30,25:00,9点,-1`,
      `${DESK},${day},11:00,10:30,1`,
      `${DESK},${day},09:15,09:45,1`,
      `${DESK},${day},14:00,15:00,1`,
      `${DESK},${day},14:30,15:30,1`,
      `${DESK},${day},14:00,15:00,2`,
      `没有的岗位,${day},09:00,09:30,1`,
      `${DESK},${addDays(today, 400)},09:00,09:30,1`,
      `${DESK},${day},16:00,16:30,201`,
    )
    expect(found).toEqual({
      2: '已有 2 个预约，名额不能少于 2',
      3: '这个时间已经过去',
      4: '日期请写成 2026-11-24 这样；时间请写成 09:00 这样；名额请填 0 到 200 的整数',
      5: '结束时间要晚于开始时间',
      6: '与已有的时间段 09:00–09:30 重叠',
      8: '与第 7 行的时间重叠',
      9: '与第 7 行重复',
      10: '没有找到岗位“没有的岗位”',
      11: '日期太远，最多排到一年以后，请检查年份',
      12: '名额请填 0 到 200 的整数',
    })
    expect((await slots(DESK)).length).toBe(2)
  })

  it('names the desk that is closed that day, disabled, or one of two with the same name', async () => {
    const desk = (name: string, organisationId = 'demo-hotline-431224') =>
      server.post(
        '/api/admin/desks',
        { name, organisationId, regionCode: '431224000000', channels: ['visit'] },
        { token: admin },
      )
    const change = (id: string, body: object) =>
      server.ask('PATCH', `/api/admin/desks/${id}`, { token: admin, body })
    const closed = (await desk('检修岗')).body.id
    await change(closed, { closures: [{ from: day, to: day, reason: '检修' }] })
    await change((await desk('停用岗')).body.id, { active: false })
    await desk('同名岗')
    await desk('同名岗', 'demo-hotline-431202')
    expect(
      await reasons(
        'capacity',
        HEAD,
        `检修岗,${day},09:00,09:30,1`,
        `停用岗,${day},09:00,09:30,1`,
        `同名岗,${day},09:00,09:30,1`,
        `,${day},09:00,09:30,1`,
      ),
    ).toEqual({
      2: '这一天停办（检修）',
      3: '岗位“停用岗”已经停用',
      4: '有 2 个岗位叫“同名岗”，请改填岗位编号',
      5: '请填写岗位名称或编号',
    })
  })
})

describe('the templates', () => {
  it('have the headings that the import knows', async () => {
    for (const kind of SHEET_KINDS) {
      const { body } = await send(kind, template(kind))
      expect(JSON.stringify(body)).not.toMatch('不认识这一列|缺少这些列')
    }
  })
})

describe('a large sheet', () => {
  it('of 1,000 staff is taken whole', async () => {
    const rows = Array.from(
      { length: 1000 },
      (_, n) => `人员${n},137${String(n).padStart(8, '0')},热线值班人员,demo-hotline-431224,溆浦县`,
    )
    const { body } = await send('staff', sheet('姓名,手机号,角色,所属机构,地区', ...rows))
    expect(body).toEqual({ imported: 1000 })
  })

  it('of 5,000 slots is taken whole', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => {
      const at = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
      const start = (n % 100) * 10
      return `demo-desk-431202,${addDays(day, Math.floor(n / 100))},${at(start)},${at(start + 10)},2`
    })
    expect((await send('capacity', sheet('岗位,日期,开始,结束,名额', ...rows))).body).toEqual({
      imported: 5000,
    })
  })
})
