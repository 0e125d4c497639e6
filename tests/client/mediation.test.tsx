import { fireEvent, render, screen } from '@testing-library/react'

import type { MediationOwn } from '../../src/contract/mediation.ts'
import CasePage from '../../src/pages/case/index.tsx'
import AgreementPage from '../../src/pages/mediation/agreement/index.tsx'
import AnswerPage from '../../src/pages/mediation/answer/index.tsx'
import ConfirmationPage from '../../src/pages/mediation/confirmation/index.tsx'
import InstalmentsPage from '../../src/pages/mediation/instalments/index.tsx'
import InvitationPage from '../../src/pages/mediation/invitation/index.tsx'
import MediatorsPage from '../../src/pages/mediation/mediators/index.tsx'
import RecordPage from '../../src/pages/mediation/record/index.tsx'
import RequestPage from '../../src/pages/mediation/request/index.tsx'
import RightsPage from '../../src/pages/mediation/rights/index.tsx'
import {
  asked,
  choose,
  field,
  grow,
  keyOf,
  live,
  lost,
  ok,
  problem,
  serve,
  settle,
  signIn,
  step,
  tap,
  type,
} from './hotline-support.ts'
import { CASE, committee, forgetAll, ID, invitation, theMediation } from './mediation-support.ts'
import { device, showAgain } from './stubs/device.ts'

const ALWAYS = '不收费，不影响打官司或仲裁'
const usual = {
  'GET /api/committees': ok({
    items: [committee(), committee({ id: 'k2', name: '桥江镇人民调解委员会', why: null })],
  }),
  'GET /api/drafts/mediation': ok({ fields: {} }),
  'PUT /api/drafts/mediation': ({ body }: { body: unknown }) => ({ status: 200, body }),
}

afterEach(forgetAll)

const seesAlways = () => expect(screen.getByText(ALWAYS)).toBeTruthy()
const HELD: MediationOwn['sessions'][number] = {
  id: 's1',
  state: 'held',
  startsAt: '2026-11-20T09:00:00+08:00',
  endsAt: '2026-11-20T10:00:00+08:00',
  mode: 'place',
  place: '司法所',
  present: '张三、李四',
  record: '双方同意恢复排水沟',
  privately: null,
  confirmed: { applicant: false, otherSide: true },
}
const AGREED: NonNullable<MediationOwn['agreement']> = {
  form: 'written',
  state: 'signing',
  no: 2,
  text: '双方自愿达成协议',
  hash: 'h',
  unchanged: true,
  signatures: [{ who: 'applicant', whoText: '申请人', on: '2026-11-20', howText: '签名' }],
  effectiveAt: null,
  mayBeElectronic: false,
  onPaper: '请在纸上签名、盖章或者按指印',
  received: { applicant: false, otherSide: false },
}
const OPEN_DAYS = { lastOn: '2026-12-23', remainingDays: 20, blocks: [], facts: [], result: null }

const bodyOf = (path: string) => asked('POST', path)[0]?.body

/** From the first question to the one about the place. */
async function fillIn() {
  choose('邻居、房子、土地')
  choose(/^邻里/)
  tap('下一步')
  seesAlways()
  tap('下一步')
  type('对方姓名或单位', '李四')
  type(/对方电话/, '13900000002')
  tap('下一步')
  type('我的要求', '把排水沟恢复原样')
  type(/事情的经过/, '去年他填了沟')
  tap('下一步')
  expect(await screen.findByText('推荐')).toBeTruthy()
  seesAlways()
  tap('下一步')
}

describe('asking for mediation', () => {
  it('asks one question a screen, says on each that it costs nothing and closes no way (PM-1, PM-3), and sends once', async () => {
    live()
    signIn()
    serve({ ...usual, 'POST /api/mediations': ok(theMediation(), 201) })
    render(<RequestPage />)
    seesAlways()
    await fillIn()
    expect(screen.getByText('看一看，对不对？')).toBeTruthy()
    tap('交给调解委员会')
    await settle()
    expect(bodyOf('/api/mediations')).toEqual({
      type: 'neighbours',
      wish: '把排水沟恢复原样',
      story: '去年他填了沟',
      other: { name: '李四', phone: '13900000002' },
      already: 'none',
      urgent: false,
      regionCode: '431224100001',
    })
    expect(device.visits).toEqual([{ way: 'redirectTo', url: `/pages/mediation/done/index?id=${ID}` }])
  })

  it('is written down by a mediator for somebody at the window, who finds it under the own number', async () => {
    live()
    signIn(['mediator'])
    serve({ ...usual, 'POST /api/mediations': ok(theMediation(), 201) })
    render(<RequestPage />)
    await fillIn()
    type('来人的手机号', '13900000005')
    type(/怎么称呼/, '王五')
    fireEvent.change(screen.getByLabelText(/案件来源/), { target: { value: 'police' } })
    tap('交给调解委员会')
    await settle()
    expect(bodyOf('/api/mediations')).toMatchObject({
      onBehalfOf: { phone: '13900000005', name: '王五' },
      cameBy: 'window',
      source: 'police',
    })
  })

  it('PM-11: explains what no committee may take, with the door to go to, and blocks nothing', async () => {
    live()
    serve(usual)
    render(<RequestPage />)
    choose('家里的事')
    tap('下一步')
    choose('法院已经受理，或者判过了')
    expect(screen.getByText('这种情况，人民调解委员会不能受理')).toBeTruthy()
    expect(screen.getByText(/人民调解工作若干规定/)).toBeTruthy()
    tap('下一步')
    expect(screen.getByText('和谁的事？')).toBeTruthy()
    await settle()
  })

  it('PM-10: proposes the committee that fits, and lets another be chosen', async () => {
    live()
    signIn()
    serve({ ...usual, 'POST /api/mediations': ok(theMediation(), 201) })
    render(<RequestPage />)
    await fillIn()
    fireEvent.click(screen.getByRole('button', { name: /哪里调解/ }))
    fireEvent.click(await screen.findByRole('radio', { name: /桥江镇/ }))
    tap('下一步')
    tap('交给调解委员会')
    await settle()
    expect(bodyOf('/api/mediations')).toMatchObject({ committeeId: 'k2' })
  })

  it('says what is missing beside the question, and keeps what is typed', async () => {
    live()
    serve(usual)
    render(<RequestPage />)
    tap('下一步')
    expect(screen.getByText('请选择是哪类纠纷')).toBeTruthy()
    choose('家里的事')
    tap('下一步')
    tap('下一步')
    tap('下一步')
    expect(screen.getByText(/请填写对方/)).toBeTruthy()
    await settle()
  })

  it('asks to sign in only at the end, and goes on by itself afterwards', async () => {
    live()
    serve({ ...usual, 'POST /api/mediations': ok(theMediation(), 201) })
    render(<RequestPage />)
    await fillIn()
    tap('登录并提交')
    expect(device.visits).toEqual([{ way: 'navigateTo', url: '/pages/sign-in/index' }])
    signIn()
    showAgain()
    await settle()
    expect(asked('POST', '/api/mediations')).toHaveLength(1)
  })

  it('a lost answer is asked for again with the same key', async () => {
    live()
    signIn()
    serve({ ...usual, 'POST /api/mediations': lost })
    render(<RequestPage />)
    await fillIn()
    tap('交给调解委员会')
    expect(await screen.findByText('还没收到回音')).toBeTruthy()
    serve({ ...usual, 'POST /api/mediations': ok(theMediation(), 201) })
    tap('再试一次')
    await settle()
    const [first, second] = asked('POST', '/api/mediations')
    expect(keyOf(first)).toBe(keyOf(second))
  })

  it('offers elders the telephone first', async () => {
    grow()
    live()
    serve(usual)
    render(<RequestPage />)
    expect(screen.getByText('打电话，请人帮我登记')).toBeTruthy()
    seesAlways()
    tap(/我自己一步一步填/)
    expect(screen.getByText('是哪方面的事？')).toBeTruthy()
    await settle()
  })

  it('takes over what an earlier case says, so that nobody tells it twice', async () => {
    live()
    signIn()
    device.params = { fromCaseId: 'c9' }
    serve({ ...usual, 'GET /api/cases/c9': ok(theMediation({ id: 'c9', form: { question: '邻居砌墙' } })) })
    render(<RequestPage />)
    expect(await screen.findByText('已经带上你之前说的，不用再说一遍。')).toBeTruthy()
  })
})

describe('the other side', () => {
  it('reads who asks and about what, and no more, before it has signed in', async () => {
    device.params = { code: 'ABCD2345EFGH' }
    serve({ 'GET /api/invitations/ABCD2345EFGH': ok(invitation()) })
    render(<InvitationPage />)
    expect(await screen.findByText('张*')).toBeTruthy()
    seesAlways()
    tap('登录，看对方要求什么')
    expect(device.visits).toEqual([{ way: 'navigateTo', url: '/pages/sign-in/index' }])
  })

  it('types the code of a paper; what waits for its number is shown after signing in', async () => {
    signIn()
    serve({
      'GET /api/invitations': ok({ items: [{ ...invitation(), code: 'WXYZ2345EFGH' }] }),
      'GET /api/invitations/WXYZ2345EFGH': ok(invitation()),
      'POST /api/invitations/WXYZ2345EFGH/join': ok(theMediation(), 201),
    })
    render(<InvitationPage />)
    tap('看邀请')
    expect(screen.getByText('请输入邀请码')).toBeTruthy()
    fireEvent.click(await screen.findByText('张*，邻里纠纷'))
    fireEvent.click(await screen.findByRole('button', { name: '看对方要求什么' }))
    await settle()
    expect(device.visits).toEqual([{ way: 'redirectTo', url: `/pages/mediation/answer/index?id=${ID}` }])
  })

  it('says when a code is not good, with whom to call', async () => {
    device.params = { code: 'NOPE' }
    serve({ 'GET /api/invitations/NOPE': problem(404, 'not_found', '邀请码不对、已经用过或者过期了') })
    render(<InvitationPage />)
    expect(await screen.findByText(/邀请码不对/)).toBeTruthy()
    expect(screen.getByRole('link', { name: /12348/ })).toBeTruthy()
  })

  const answering = () =>
    theMediation(
      {
        status: 'invited',
        actions: [
          step('accept_invitation', '愿意调解'),
          step('decline_invitation', '不愿意调解', { final: true }),
          step('not_me', '找错人了'),
        ],
      },
      { side: 'other_side' },
    )

  it('accepts, and says when it suits', async () => {
    signIn()
    device.params = { id: ID }
    serve({
      [`GET ${CASE}`]: ok(answering()),
      [`POST ${CASE}/actions/accept_invitation`]: ok(theMediation()),
    })
    render(<AnswerPage />)
    expect(await screen.findByText('把排水沟恢复原样')).toBeTruthy()
    type(/什么时间方便/, '周末')
    tap('愿意调解')
    await settle()
    expect(bodyOf(`${CASE}/actions/accept_invitation`)).toMatchObject({ suits: '周末' })
  })

  it('PM-2: refuses after being asked once more, without having to say why', async () => {
    signIn()
    device.params = { id: ID }
    serve({
      [`GET ${CASE}`]: ok(answering()),
      [`POST ${CASE}/actions/decline_invitation`]: ok(theMediation()),
    })
    render(<AnswerPage />)
    fireEvent.click(await screen.findByRole('button', { name: '不愿意' }))
    expect(screen.getByText(/不会再来劝你/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '确定不愿意', hidden: true }))
    await settle()
    expect(bodyOf(`${CASE}/actions/decline_invitation`)).toEqual({ version: 3 })
  })

  it('PM-2: was the wrong person: says so in two taps, and is gone', async () => {
    signIn()
    device.params = { id: ID }
    serve({ [`GET ${CASE}`]: ok(answering()), [`POST ${CASE}/actions/not_me`]: ok(answering()) })
    render(<AnswerPage />)
    fireEvent.click(await screen.findByRole('button', { name: '这不是我' }))
    expect(screen.getByText(/再也看不到这件事/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '不是我，退出', hidden: true }))
    await settle()
    expect(bodyOf(`${CASE}/actions/not_me`)).toEqual({ version: 3, wrong: true })
    expect(device.visits).toEqual([{ way: 'switchTab', url: '/pages/home/index' }])
  })

  it('PM-2: who holds a link that is for somebody else is told to leave it, without signing in', async () => {
    device.params = { code: 'ABCD2345EFGH' }
    serve({ 'GET /api/invitations/ABCD2345EFGH': ok(invitation()) })
    render(<InvitationPage />)
    fireEvent.click(await screen.findByRole('button', { name: '这不是我' }))
    expect(screen.getByText(/不用管它，也不用答复/)).toBeTruthy()
  })
})

describe('both sides', () => {
  beforeEach(() => {
    signIn()
    device.params = { id: ID }
  })

  it('PM-5, PM-6: each picks those it accepts; who was rejected cannot be picked', async () => {
    const one = theMediation({ actions: [step('choose_mediator', '选调解员', { fields: [field('picks')] })] })
    serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/choose_mediator`]: ok(theMediation()) })
    render(<MediatorsPage />)
    fireEvent.click(await screen.findByRole('checkbox', { name: /谌调解/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: /米调解/ }))
    expect(screen.getByRole('checkbox', { name: /周调解/ })).toHaveProperty('disabled', true)
    tap('就选这 2 位')
    await settle()
    expect(bodyOf(`${CASE}/actions/choose_mediator`)).toEqual({ version: 3, picks: ['m1', 'm2'] })
  })

  it('PM-8: reads rights and duties and says so', async () => {
    const one = theMediation({ actions: [step('confirm_rights', '确认权利义务')] })
    serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/confirm_rights`]: ok(theMediation()) })
    render(<RightsPage />)
    expect(await screen.findByText('可以选择或者接受人民调解员')).toBeTruthy()
    tap('确认')
    expect(screen.getByText('看过以后请勾选')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: /看过/ }))
    tap('确认')
    await settle()
    expect(bodyOf(`${CASE}/actions/confirm_rights`)).toEqual({ version: 3, read: true })
  })

  it('reads the record and confirms it; what the other said alone is not there', async () => {
    const one = theMediation({ actions: [step('confirm_record', '确认调解记录')] }, { sessions: [HELD] })
    serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/confirm_record`]: ok(theMediation()) })
    render(<RecordPage />)
    expect(await screen.findByText('双方同意恢复排水沟')).toBeTruthy()
    expect(screen.getByText('对方已确认')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: /和说的一样/ }))
    tap('确认记录')
    await settle()
    expect(bodyOf(`${CASE}/actions/confirm_record`)).toEqual({ version: 3, right: true })
  })

  it('PM-19: shows who has signed, and that a look at it signs nothing', async () => {
    const one = theMediation({ actions: [step('confirm_receipt', '我看过、收到了')] }, { agreement: AGREED })
    serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/confirm_receipt`]: ok(theMediation()) })
    render(<AgreementPage />)
    expect(await screen.findByText('双方自愿达成协议')).toBeTruthy()
    expect(screen.getAllByText('还没有签')).toHaveLength(3)
    expect(screen.getByText(/不等于签名/)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: /我看过协议/ }))
    tap('我看过、收到了')
    await settle()
    expect(bodyOf(`${CASE}/actions/confirm_receipt`)).toEqual({ version: 3, read: true })
  })

  it.each(['applicant', 'other_side', 'staff'] as const)(
    'agreement, records and confirmation can be read again when nothing is left to do, by %s',
    async (side) => {
      signIn(side === 'staff' ? ['committee_secretary'] : [])
      device.params = { id: ID, ...(side === 'staff' && { view: 'desk' }) }
      const one = theMediation(
        { status: 'closed', actions: [] },
        { side, sessions: [HELD], agreement: AGREED, confirmation: OPEN_DAYS },
      )
      serve({ [`GET ${CASE}`]: ok(one) })
      const page = render(<CasePage />)
      const open = async (name: RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
      await open(/调解协议全文/)
      await open(/调解记录全文/)
      await open(/^司法确认/)
      const folder = '/pages/mediation'
      expect(device.visits.map(({ url }) => url)).toEqual(
        ['agreement', 'record', 'confirmation'].map((name) => `${folder}/${name}/index?id=${ID}`),
      )
      page.unmount()
      render(<RecordPage />)
      expect(await screen.findByText('双方同意恢复排水沟')).toBeTruthy()
      expect(screen.queryByRole('button', { name: '确认记录' })).toBeNull()
      expect(screen.queryAllByText(/^(申请人还没有确认|对方当事人已确认)$/)).toHaveLength(
        side === 'staff' ? 2 : 0,
      )
    },
  )

  it('has nothing to read again before there is something', async () => {
    serve({ [`GET ${CASE}`]: ok(theMediation()) })
    render(<CasePage />)
    await settle()
    expect(screen.queryByText('调解协议全文')).toBeNull()
    expect(screen.queryByText('调解记录全文')).toBeNull()
  })

  it('PM-21: marks an instalment', async () => {
    const instalments = [
      {
        no: 1,
        dueOn: '2026-11-30',
        amount: 500,
        what: '付修沟钱',
        state: 'open' as const,
        stateText: '还没到期',
        applicant: null,
        otherSide: null,
      },
    ]
    const one = theMediation({ actions: [step('mark_performed', '标记履行')] }, { instalments })
    serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/mark_performed`]: ok(one) })
    render(<InstalmentsPage />)
    fireEvent.click(await screen.findByRole('button', { name: '标记这一期：第 1 期' }))
    const hidden = { hidden: true } as const
    fireEvent.click(screen.getByRole('button', { name: '标记', ...hidden }))
    expect(screen.getByText('请先选')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '已经履行', ...hidden }))
    fireEvent.click(screen.getByRole('button', { name: '标记', ...hidden }))
    await settle()
    expect(bodyOf(`${CASE}/actions/mark_performed`)).toEqual({ version: 3, no: 1, mark: 'done' })
  })

  it('JC-1, JC-10: counts the thirty days and prepares the papers', async () => {
    const confirmation = {
      lastOn: '2026-12-20',
      remainingDays: 27,
      blocks: [],
      facts: [{ text: '双方一起去', law: '人民调解法 第三十三条' }],
      result: null,
    }
    const one = theMediation({ actions: [step('issue_pack', '准备司法确认材料')] }, { confirmation })
    serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/actions/issue_pack`]: ok(one) })
    render(<ConfirmationPage />)
    expect(await screen.findByText('还有 27 天')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: /一起申请/ }))
    tap('准备申请材料')
    expect(await screen.findByText(/材料备好了/)).toBeTruthy()
    expect(bodyOf(`${CASE}/actions/issue_pack`)).toEqual({ version: 3, together: true })
  })

  it('JC-5: says why it cannot be confirmed', async () => {
    const confirmation = {
      lastOn: '2026-12-20',
      remainingDays: 27,
      blocks: [{ text: '协议涉及身份关系', law: '民事诉讼法解释 第三百五十五条' }],
      facts: [],
      result: null,
    }
    serve({ [`GET ${CASE}`]: ok(theMediation({}, { confirmation })) })
    render(<ConfirmationPage />)
    expect(await screen.findByText(/第三百五十五条/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '准备申请材料' })).toBeNull()
  })

  it('leads back when a step is not to be taken any more', async () => {
    serve({ [`GET ${CASE}`]: ok(theMediation()) })
    render(<MediatorsPage />)
    expect(await screen.findByText('这一步现在不用办了')).toBeTruthy()
  })
})

describe('what one says in a case with two sides', () => {
  const saying = (more: object = {}) => theMediation({ ...more })
  const open = async (one: object, view?: string) => {
    device.params = { id: ID, ...(view && { view }) }
    serve({ [`GET ${CASE}`]: ok(one), [`POST ${CASE}/messages`]: ok({}, 201) })
    render(<CasePage />)
    await screen.findByLabelText(/写留言/)
  }

  it('a party speaks to the mediator alone unless it says otherwise', async () => {
    signIn()
    await open(saying())
    type(/写留言/, '他家其实也想和')
    tap('发给调解员')
    await settle()
    expect(bodyOf(`${CASE}/messages`)).toMatchObject({ to: 'staff' })
  })

  it('a party may speak to both', async () => {
    signIn()
    await open(saying())
    type(/写留言/, '我同意周六谈')
    choose(/双方都看/)
    tap('发给双方')
    await settle()
    expect(bodyOf(`${CASE}/messages`)).toMatchObject({ to: 'all' })
  })

  it('the office must say to whom it speaks, and is not sent without', async () => {
    signIn(['mediator'])
    await open(saying({ audiences: ['all', 'applicant', 'other_side', 'staff'] }), 'desk')
    type(/写留言/, '明天带上收据')
    tap('发送留言')
    expect(screen.getByText('请先选给谁看，发出后不能收回')).toBeTruthy()
    expect(asked('POST', `${CASE}/messages`)).toEqual([])
    choose(/^对方/)
    tap('只发给对方')
    await settle()
    expect(bodyOf(`${CASE}/messages`)).toMatchObject({ to: 'other_side' })
  })

  it('each message says who reads it', async () => {
    signIn()
    const message = {
      at: '2026-11-23T10:00:00+08:00',
      by: '我',
      role: 'applicant',
      mine: true,
      held: false,
      fileIds: [],
    }
    await open(
      saying({
        messages: [
          { ...message, id: '1', text: '一', to: 'staff' },
          { ...message, id: '2', text: '二', to: 'all' },
        ],
      }),
    )
    expect(screen.getByText('只有你和调解员看得到')).toBeTruthy()
    expect(screen.getByText('双方都看得到')).toBeTruthy()
  })
})
