import { act, render, screen, waitFor } from '@testing-library/react'
import { MATERIALS } from '../../src/domain/aid-material.ts'
import AidDone from '../../src/pages/legal-aid/done/index.tsx'
import AidForm from '../../src/pages/legal-aid/form/index.tsx'
import { remember } from '../../src/services/device.ts'
import { isBegun, takeFromCheck } from '../../src/store/aid-form.ts'
import { sendingsOf } from '../../src/store/files.ts'
import { pickPlace, usePlace } from '../../src/store/place.ts'
import { useSession } from '../../src/store/session.ts'
import { APPLY, aidCase, CHILD, forgetAll, SAID, say, serve } from './aid-support.ts'
import {
  asked,
  choose,
  grow,
  keyOf,
  live,
  lost,
  ok,
  problem,
  settle,
  signIn,
  tap,
  theCase,
  type,
} from './hotline-support.ts'
import { device } from './stubs/device.ts'

afterEach(forgetAll)

const applications = () => asked('POST', '/api/legal-aid/applications')
const sent = () => applications().map(({ body }) => body)
const made = ok(aidCase(), 201)
const received = (id: string) => ({
  key: id,
  name: `${id}.jpg`,
  size: 2048,
  state: 'received',
  progress: 100,
  at: Date.now(),
  id,
})

const open = async () => {
  const page = render(<AidForm />)
  await screen.findByText(/第 \d+ 步，共 \d+ 步/)
  return page
}
const title = () => screen.getByRole('heading', { level: 1 }).textContent
const next = () => tap('下一步')
const tick = (name: RegExp) => act(() => screen.getByRole('checkbox', { name }).click())

/** Everything said, on the screen with all of it. */
const openWhole = async (more: Readonly<Record<string, unknown>> = {}) => {
  live()
  say({ ...SAID, ...more })
  const page = await open()
  for (let n = 0; n < 4 && title() !== '看一看，都对吗？'; n++) next()
  expect(title()).toBe('看一看，都对吗？')
  return page
}

describe('one question at a time', () => {
  it('LP-7: a migrant worker goes from the check to the whole without ever being asked about means', async () => {
    live()
    serve()
    takeFromCheck({ matter: 'wages', migrantWorker: true, 'applicant.state': 'adult', deadline: 'no' })
    device.params = { checked: 'yes' }
    await open()
    expect(screen.getByText('已经知道的替你填好了')).toBeTruthy()
    expect(title()).toBe('事情发生在哪里？')
    const seen: (string | null)[] = []
    const step = async (fill: () => void) => {
      seen.push(title())
      fill()
      next()
      await settle()
    }
    await step(() => undefined)
    expect(screen.getByText(/记工本和微信聊天/)).toBeTruthy()
    await step(() => type('事情的经过', SAID.summary))
    await step(() => type('想要的结果', SAID.wish))
    await step(() => {
      choose('个人')
      type(/对方的姓名或单位名称/, SAID['otherSide.name'])
      choose('不是')
    })
    await step(() => choose('还没有找过哪个机关'))
    await step(() => {
      type('姓名', SAID['applicant.name'])
      type('证件号码', SAID['applicant.idNumber'])
    })
    await step(() => {
      type('联系电话', SAID['applicant.phone'])
      type('现在住的地方', SAID['applicant.address'])
    })
    await step(() => undefined)
    await step(() => choose('我自己'))
    expect(title()).toBe('看一看，都对吗？')
    expect(seen.join()).not.toMatch(/经济/)
    expect(screen.getByRole('button', { name: /^要求\s*要回工资/ })).toBeTruthy()
  })

  it('LP-1: where the matter is dealt with is chosen apart from where the person lives, here and at the organ', async () => {
    live()
    serve({ [APPLY]: made })
    signIn()
    const home = usePlace.getState().place
    await openWhole({ organ: 'court', organName: '鹤城区人民法院' })
    tap(/^到哪一步/)
    expect(screen.getByText('由这里的法律援助中心办，机关在别处的请换')).toBeTruthy()
    tap(/桔花园社区/)
    expect(device.visits.at(-1)?.url).toBe('/pages/region/index?next=matter')
    act(() =>
      pickPlace({ code: '431202000000', name: '鹤城区', path: '湖南省 怀化市 鹤城区', level: 'county' }),
    )
    expect(screen.getByText('鹤城区')).toBeTruthy()
    tap('改好了')
    tick(/以上所填属实/)
    tap('提交申请')
    await waitFor(() => expect(sent()).toMatchObject([{ regionCode: '431202000000' }]))
    expect(sent()[0]).not.toHaveProperty('aidPlace')
    expect(usePlace.getState().place).toEqual(home)
  })

  it('does not go on without an answer, and says what to do', async () => {
    live()
    serve()
    await open()
    next()
    expect(screen.getByText('请选择是什么事')).toBeTruthy()
    tap(/被伤着了/)
    tap('交通事故')
    next()
    expect(screen.getByText('请选择有没有人受伤')).toBeTruthy()
    expect(title()).toBe('有人受伤或者生病了吗？')
  })

  it('checks the number of the identity card while it is typed, with the purpose beside it', async () => {
    live()
    serve()
    const { 'applicant.idNumber': _, ...rest } = SAID
    say(rest)
    await open()
    for (let n = 0; n < 4 && title() !== '你的姓名和证件'; n++) next()
    expect(screen.getByText(/确认是本人、避免重复申请/)).toBeTruthy()
    type('证件号码', '439900')
    expect(screen.getByText('已填 6 位，共 18 位')).toBeTruthy()
    type('证件号码', '439900198501010018')
    expect(screen.getByText('有一位对不上，请对照身份证逐位检查')).toBeTruthy()
    type('证件号码', '439900198501010017')
    expect(screen.getByText('号码核对过了，没有写错。')).toBeTruthy()
  })

  it('PI-9: for a child under 14 asks for the guardian and the guardian’s consent', async () => {
    serve()
    live()
    say({ ...SAID, 'applicant.state': 'minor', 'applicant.idNumber': CHILD })
    await open()
    for (let n = 0; n < 4 && title() !== '代为办理的是谁？'; n++) next()
    type(/和申请人的关系/, '父亲')
    type('你的姓名', '张父')
    type('你的身份证号', SAID['applicant.idNumber'])
    type('你的电话', '13900000002')
    choose('没有')
    next()
    expect(screen.getByText('请选择伤害孩子的人是不是监护人')).toBeTruthy()
    choose('不是')
    next()
    expect(title()).toBe('请监护人同意')
    next()
    expect(screen.getByText('不满十四周岁，请监护人同意处理孩子的信息')).toBeTruthy()
    tick(/我是孩子的监护人/)
    next()
    expect(title()).toBe('手边有什么材料？')
  })

  it('LP-4: where a parent is the wrongdoer, a near relative goes on without the parents', async () => {
    serve()
    live()
    say({ ...SAID, matter: 'violence', 'applicant.state': 'minor', 'applicant.idNumber': CHILD })
    await open()
    for (let n = 0; n < 4 && title() !== '代为办理的是谁？'; n++) next()
    type(/和申请人的关系/, '奶奶')
    choose('是')
    choose(/近亲属/)
    type('你的姓名', '奶奶')
    type('你的身份证号', SAID['applicant.idNumber'])
    type('你的电话', '13900000002')
    choose('没有')
    next()
    expect(title()).toBe('手边有什么材料？')
  })

  it('LP-6, LP-8: others choose query or promise; only they state their means', async () => {
    serve()
    live()
    const { migrantWorker: _, ...rest } = SAID
    say({ ...rest, matter: 'support' })
    await open()
    for (let n = 0; n < 4 && title() !== '有下面的情况吗？'; n++) next()
    choose('都没有')
    next()
    choose(/个人诚信承诺/)
    next()
    expect(screen.getByText('请阅读并作出承诺，或改用授权查询')).toBeTruthy()
    choose(/授权我们查询/)
    tick(/同意法律援助中心查询/)
    next()
    expect(title()).toBe('家里的经济状况')
    type(/家里一起生活的有几个人/, '3')
    type(/全家每月收入/, '很少')
    next()
    expect(screen.getByText('请填写全家每月大约的收入')).toBeTruthy()
    type(/全家每月收入/, '1,800元')
    next()
    expect(title()).toBe('手边有什么材料？')
  })

  it('LP-18: the red lane is seen at once when fewer than seven days are left', async () => {
    serve()
    live()
    await openWhole({ deadline: 'yes', deadlineOn: '2026-11-27' })
    expect(screen.getByText('时间很紧，会当急件办')).toBeTruthy()
    tap(/^期限/)
    expect(screen.getByText(/法律援助法第四十四条第一项/)).toBeTruthy()
    choose('没有')
    tap('改好了')
    expect(title()).toBe('看一看，都对吗？')
    expect(screen.queryByText('时间很紧，会当急件办')).toBeNull()
  })

  it('a changed answer opens what it brings, and nothing that was said is lost', async () => {
    serve()
    await openWhole()
    tap(/^打工/)
    choose('不是')
    tap('改好了')
    expect(title()).toBe('有下面的情况吗？')
    tap('上一题')
    tap(/^打工/)
    choose('是')
    tap('改好了')
    expect(title()).toBe('看一看，都对吗？')
    expect(screen.getByText(SAID.summary)).toBeTruthy()
  })

  it('for elders the telephone comes first, and somebody who fills it in', async () => {
    serve()
    grow()
    await open()
    expect(screen.getByRole('link', { name: /打 12348 请人填/ }).getAttribute('href')).toBe('tel:12348')
  })
})

describe('sending', () => {
  it('wants the statement of truth, sends only what counts, and leads to the number', async () => {
    serve({ [APPLY]: made })
    signIn()
    await openWhole({ hurt: true, 'means.route': 'promise', 'means.statement.people': '3' })
    tap('提交申请')
    expect(screen.getByText('请确认所填内容属实（法律援助法第六十四条）')).toBeTruthy()
    expect(applications()).toEqual([])
    tick(/以上所填属实/)
    tap('提交申请')
    await waitFor(() => expect(device.visits.at(-1)?.url).toBe('/pages/legal-aid/done/index?id=431224-y1'))
    expect(sent()).toEqual([
      {
        regionCode: '431224100001',
        matter: 'wages',
        migrantWorker: true,
        summary: SAID.summary,
        wish: SAID.wish,
        otherSide: { kind: 'person', name: '李老板', sameHousehold: false },
        organ: 'none',
        preservation: undefined,
        applicant: {
          state: 'adult',
          name: '张三',
          idNumber: SAID['applicant.idNumber'],
          phone: '13900000001',
          address: '卢峰镇桔花园社区',
        },
        means: { route: 'exempt', exemption: 'migrant_worker' },
        filledInBy: 'self',
        material: [],
        truthful: true,
      },
    ])
    expect(isBegun()).toBe(false)
  })

  it('is filed by staff of the centre for whoever stands at the window, under the telephone of the application', async () => {
    serve({ [APPLY]: made })
    signIn(['legal_aid_reviewer'])
    act(() => useSession.setState(({ account }) => ({ account: account && { ...account, name: '覃审查' } })))
    const { filledInBy: _, ...rest } = SAID
    live()
    say({
      ...rest,
      matter: 'support',
      'means.exemption': 'none',
      'means.route': 'promise',
      'means.promise': true,
      'means.readAloud': true,
      'means.statement.people': '3',
      'means.statement.monthlyIncome': '1800',
    })
    remember('files', { 'aid//kinship_proof': [received('f1')], 'aid//work_proof': [received('f2')] })
    await open()
    for (let n = 0; n < 4 && title() !== '看一看，都对吗？'; n++) next()
    tap(/^怎样核对/)
    expect(screen.getByRole('checkbox', { name: /读给他（她）听/ })).toBeTruthy()
    tap('改好了')
    expect(screen.getByText('替来办的人登记')).toBeTruthy()
    tick(/以上所填属实/)
    tap('提交申请')
    await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/pages/legal-aid/done/index'))
    expect(sent()).toMatchObject([
      {
        onBehalfOf: { phone: '13900000001', name: '张三' },
        filledInBy: 'staff',
        helperName: '覃审查',
        means: { readAloud: true },
        material: [{ item: 'kinship_proof', fileIds: ['f1'] }],
      },
    ])
    for (const item of MATERIALS) expect(sendingsOf(`aid//${item}`)).toEqual([])
  })

  it('repeats a lost submission under the same key, and loses nothing', async () => {
    serve({ [APPLY]: lost })
    signIn()
    await openWhole()
    tick(/以上所填属实/)
    tap('提交申请')
    expect(await screen.findByText('网络断了，还没收到回音')).toBeTruthy()
    serve({ [APPLY]: made })
    tap('再试一次')
    await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/done/'))
    expect(new Set(applications().map(keyOf)).size).toBe(1)
    expect(applications()).toHaveLength(2)
  })

  it('LP-8: whoever is barred from the promise hears it before choosing, with reason, last day and what to do', async () => {
    const bar = {
      until: '2028-11-23',
      reason: '以前的一件申请中查实承诺不实。2028年11月23日以前（含当日）不能用诚信承诺，可以改用授权查询',
      law: '湖南省实施《法律援助法》若干规定 第四条',
      contest: '不同意的，可以在那件办件里提出异议',
      caseId: '431224-old',
    }
    serve({ 'POST /api/legal-aid/promises': ok({ bar }) })
    signIn()
    await openWhole({
      matter: 'support',
      'means.exemption': 'none',
      'means.route': 'promise',
      'means.promise': true,
      'means.statement.people': '3',
      'means.statement.monthlyIncome': '1800',
    })
    tap(/^怎样核对/)
    expect(await screen.findByText('现在不能用诚信承诺')).toBeTruthy()
    expect(screen.getByText(/2028年11月23日以前/)).toBeTruthy()
    expect(screen.queryByRole('radio', { name: /个人诚信承诺/ })).toBeNull()
    tap('看那件办件，提出异议')
    expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=431224-old')
  })

  it('LP-8: a barred promise is said where the way is chosen', async () => {
    const barred = '以前作过不实承诺的，不能再用诚信承诺，可以改用授权查询'
    serve({ [APPLY]: problem(422, 'invalid', '', { fields: { 'means.route': barred } }) })
    signIn()
    await openWhole({
      matter: 'support',
      'means.exemption': 'none',
      'means.route': 'promise',
      'means.promise': true,
      'means.statement.people': '3',
      'means.statement.monthlyIncome': '1800',
    })
    tick(/以上所填属实/)
    tap('提交申请')
    expect(await screen.findByText(barred)).toBeTruthy()
    expect(title()).toBe('用哪种方式核对经济状况？')
  })

  it('brings back to the photos when one of them is gone meanwhile, and says what to do', async () => {
    const gone = '有附件已经用过或过期了，请移除后重新上传'
    serve({ [APPLY]: problem(422, 'invalid', '', { fields: { fileIds: gone } }) })
    signIn()
    await openWhole({})
    tick(/以上所填属实/)
    tap('提交申请')
    expect(await screen.findByText(gone)).toBeTruthy()
    expect(title()).toBe('手边有什么材料？')
  })

  it('asks to sign in first and goes on by itself afterwards', async () => {
    serve({ [APPLY]: made })
    await openWhole()
    tick(/以上所填属实/)
    tap('登录并提交')
    expect(device.visits.at(-1)?.url).toBe('/pages/sign-in/index')
    signIn()
    act(() => {
      for (const hook of device.showHooks) hook()
    })
    await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/done/'))
  })

  it('fills in a case that came from a call with what was said there, and completes it', async () => {
    const waiting = aidCase(
      { version: 1, status: 'awaiting_material' },
      {
        complete: false,
        prefill: { regionCode: '431224100001', name: '张三', phone: '13900000001', summary: '老板欠工资' },
      },
    )
    const action = '/api/cases/431224-y1/actions/complete_application'
    serve({ 'GET /api/cases/431224-y1': ok(waiting), [`POST ${action}`]: ok(aidCase({ version: 2 })) })
    signIn()
    device.params = { case: '431224-y1' }
    await open()
    expect(screen.getByText('已经知道的替你填好了')).toBeTruthy()
    const { summary: _, 'applicant.name': __, 'applicant.phone': ___, ...rest } = SAID
    say(rest)
    tap(/打工、工资、工伤/)
    tap('拿不到工资、报酬')
    for (let n = 0; n < 16 && title() !== '看一看，都对吗？'; n++) next()
    expect(screen.getByText('老板欠工资')).toBeTruthy()
    tick(/以上所填属实/)
    tap('提交申请')
    await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/done/'))
    expect(asked('POST', action)[0]?.body).toMatchObject({
      version: 1,
      summary: '老板欠工资',
      applicant: { name: '张三' },
    })
  })

  it('goes on from an earlier call of mine: nobody tells the story twice', async () => {
    const call = theCase({ id: '431224-c1', form: { summary: '工地欠工资八千', name: '张三' } })
    serve({ 'GET /api/cases/431224-c1': ok(call), [APPLY]: made })
    signIn()
    device.params = { from: '431224-c1' }
    await open()
    const { summary: _, ...rest } = SAID
    say(rest)
    tap(/打工、工资、工伤/)
    tap('拿不到工资、报酬')
    for (let n = 0; n < 16 && title() !== '看一看，都对吗？'; n++) next()
    tick(/以上所填属实/)
    tap('提交申请')
    await waitFor(() =>
      expect(sent()).toMatchObject([{ summary: '工地欠工资八千', fromCaseId: '431224-c1' }]),
    )
    await settle()
  })
})

it('LP-11: at the end stand the number, the day of the decision and what comes next', async () => {
  serve({ 'GET /api/cases/431224-y1': ok(aidCase()) })
  signIn()
  device.params = { id: '431224-y1' }
  render(<AidDone />)
  expect(await screen.findByText('YZ431224-261123-0001-3')).toBeTruthy()
  expect(screen.getByText(/11月30日/)).toBeTruthy()
  expect(screen.getByText(/法律援助法第四十三条/)).toBeTruthy()
})
