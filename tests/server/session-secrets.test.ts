import { startServer } from '../support/server.ts'
import { smsStandIn } from '../support/sms-stand-in.ts'
import { wechatStandIn } from '../support/wechat-stand-in.ts'
import { caseOf, employ, type Live, startLive } from './session-support.ts'

const PHONE = '13412345678'
const OTHER = '13498765432'
const STAFF = '13411112222'
const PERSON = 'openid-of-somebody'
const NAME = '向阳花'
let live: Live
/** Everything that nobody but its owner may read. */
const secrets: string[] = [PHONE, OTHER, STAFF, PERSON, NAME, '罗接线', '田埂', '田大嫂']

beforeAll(async () => {
  live = await startLive()
  const code = await live.codeFor(PHONE)
  const { token, account } = (await live.post('/api/sessions', { phone: PHONE, code })).body
  await live.ask('PATCH', '/api/me', { token, body: { name: NAME } })
  await caseOf(live, account.id, 'booked')
  const staff = await employ(live, STAFF)
  const otp = staff.otp(live.context.wallNow())
  const served = (await live.enter(STAFF, { otp })).body
  const wechat = (await live.enterWechat(PERSON)).body
  await live.bind(OTHER, wechat.token)
  await live.get('/api/me/export', token)
  live.sms.state.mood = 'gone'
  live.platform.state.mood = 'nonsense'
  await live.askCode(PHONE)
  await live.bind(PHONE, wechat.token)
  await live.ask('DELETE', '/api/me', { token: wechat.token })
  secrets.push(
    code,
    otp,
    token,
    served.token,
    wechat.token,
    live.platform.env.WECHAT_SECRET,
    live.sms.env.SMS_SECRET_KEY,
  )
})
afterAll(() => live.stop())

it('the log names nobody and no secret, though it has a line for every request', () => {
  const text = live.log.text()
  expect(text.split('\n').length).toBeGreaterThan(12)
  expect(text).toContain('POST /sessions')
  for (const secret of secrets) expect([secret, text.includes(secret)]).toEqual([secret, false])
})

it('a dump of the database shows nobody’s number, name, story or token', async () => {
  const { rows } = await live.database.raw(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const tables = rows
    .map((row) => (row as { name: string }).name)
    .filter((name) => !/^region|holiday/.test(name))
  expect(tables).toContain('account')
  const dumps = await Promise.all(
    tables.map((name) => live.database.raw(`select t::text as line from "${name}" t`)),
  )
  const text = dumps
    .flatMap(({ rows: lines }) => lines.map((line) => (line as { line: string }).line))
    .join('\n')
  const hex = (word: string) => Buffer.from(word).toString('hex')
  for (const secret of secrets.filter((word) => word.length > 6 || /[一-龥]/.test(word)))
    expect([secret, text.includes(secret), text.includes(hex(secret))]).toEqual([secret, false, false])
})

it('demo mode sends nothing outside, whatever is configured', async () => {
  const [sms, wechat] = [await smsStandIn(), await wechatStandIn()]
  const demo = await startServer({ ...sms.env, ...wechat.env, CONTENT_CHECK: 'wechat' })
  await demo.signIn('13900000001')
  await demo.post('/api/sessions', { wechatCode: 'demo-1' })
  await demo.post('/api/sessions', { wechatCode: '081abc' })
  expect(await demo.context.checkText('邻居占了我家的田埂', async () => null)).toBe('passed')
  expect([sms.state.asked, wechat.state.asked]).toEqual([[], []])
  await Promise.all([demo.stop(), sms.stop(), wechat.stop()])
})
