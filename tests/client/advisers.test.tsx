import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'

import Ask from '../../src/pages/advisers/ask/index.tsx'
import Asked from '../../src/pages/advisers/asked/index.tsx'
import ConfirmService from '../../src/pages/advisers/confirm/index.tsx'
import FindAdviser from '../../src/pages/advisers/find/index.tsx'
import VillageRules from '../../src/pages/advisers/rules/index.tsx'
import AdviserSlots from '../../src/pages/advisers/slots/index.tsx'
import Thread from '../../src/pages/advisers/thread/index.tsx'
import AdviserPage from '../../src/pages/advisers/village/index.tsx'
import { usePlace } from '../../src/store/place.ts'
import {
  adviser,
  answer,
  asking,
  BOARD,
  forgetAll,
  found,
  OTHER,
  VILLAGE,
  visit,
} from './advisers-support.ts'
import {
  asked,
  choose,
  grow,
  keyOf,
  live,
  lost,
  ok,
  problem,
  serve,
  settle,
  signIn,
  slot,
  tap,
  type,
  WEDNESDAY,
} from './hotline-support.ts'
import { device, showAgain } from './stubs/device.ts'

const LIST = 'GET /api/advisers'
const ASK = 'POST /api/inquiries'
const QUESTION = '邻居砌墙占了我家宅基地，怎么办？'

const usual = {
  [LIST]: found(),
  'GET /api/regions': ok({ items: [] }),
  'GET /api/drafts/inquiry': ok({ fields: {} }),
  'PUT /api/drafts/inquiry': ({ body }: { body: unknown }) => ({ status: 200, body }),
}

afterEach(forgetAll)

const sendings = () => asked('POST', '/api/inquiries')

describe('finding', () => {
  it('opens my own village with one tap', async () => {
    live()
    serve(usual)
    render(<FindAdviser />)
    tap(/溆浦县 · 卢峰镇 · 桔花园社区/)
    expect(device.visits.at(-1)?.url).toBe(`/pages/advisers/village/index?village=${VILLAGE.code}`)
    await settle()
  })

  it('begins the tree in the county where I live: town, village, adviser; the way up stays open', async () => {
    live()
    const below = { '431224000000': '卢峰镇', '431224100000': '胜利社区' } as const
    const places = ({ path }: { path: string }) => {
      const [parent, name] = Object.entries(below).find(([code]) => path.includes(code)) ?? []
      const items = name
        ? [{ ...OTHER, name, ...(parent === '431224000000' && { code: '431224100000', level: 'town' }) }]
        : []
      return { status: 200, body: { items: items.map((one) => ({ level: 'village', ...one })) } }
    }
    serve({ ...usual, 'GET /api/regions': places })
    render(<FindAdviser />)
    expect(await screen.findByText('溆浦县')).toBeTruthy()
    await screen.findByRole('button', { name: '卢峰镇' })
    tap('卢峰镇')
    await screen.findByRole('button', { name: '胜利社区' })
    tap('胜利社区')
    expect(device.visits.at(-1)?.url).toBe(`/pages/advisers/village/index?village=${OTHER.code}`)
    expect(asked('GET', '/api/regions').map(({ path }) => /parent=(\d+)/.exec(path)?.[1])).toEqual(
      Object.keys(below),
    )
  })

  it('finds villages and advisers by any part of a name, and says who answers there', async () => {
    const village = {
      ...OTHER,
      answeredBy: 'duty_lawyer',
      answeredByText: '值班律师',
      answeredByName: null,
      adviserId: null,
    }
    serve({ ...usual, [LIST]: found({ answer: null, villages: [village] }) })
    render(<FindAdviser />)
    type('村名、顾问姓名或律所', 'slsq')
    const row = await screen.findByRole('button', { name: /胜利社区/ })
    expect(row.textContent).toContain('值班律师 · 溆浦县 卢峰镇')
    expect(screen.getByRole('button', { name: /舒法明/ }).textContent).toContain('律师 · 湖南示例律师事务所')
    tap(/舒法明/)
    expect(device.visits.at(-1)?.url).toBe('/pages/advisers/village/index?id=a1')
  })

  it('says what to try when nothing is found, with the line below', async () => {
    serve({ ...usual, [LIST]: ok({ items: [], answer: null, villages: [] }) })
    render(<FindAdviser />)
    type('村名、顾问姓名或律所', '没有这个村')
    expect(await screen.findByText('没有找到')).toBeTruthy()
    expect(screen.getByRole('link', { name: /现在就打 12348/ })).toBeTruthy()
  })

  it('takes the seven digits of the board, and says when one is wrong', async () => {
    serve(usual)
    render(<FindAdviser />)
    tap(/有公示牌上的村码/)
    type('村码', '1234567')
    tap('打开')
    expect(screen.getByText('村码不对，请对照公示牌再输一遍')).toBeTruthy()
    type('村码', '123 4568')
    tap('打开')
    expect(device.visits.at(-1)?.url).toBe(`/pages/advisers/village/index?code=${BOARD}`)
    await settle()
  })
})

describe('who answers', () => {
  it('shows name, occupation, next visit, promise and what costs nothing', async () => {
    device.params = { village: VILLAGE.code }
    serve(usual)
    render(<AdviserPage />)
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('舒法明')
    expect(screen.getByText('律师')).toBeTruthy()
    expect(screen.getByText('明天上午9:00 到 11:30')).toBeTruthy()
    expect(screen.getByText('桔花园社区 · 社区一楼调解室')).toBeTruthy()
    expect(screen.getByText('24 小时内答复')).toBeTruthy()
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['代班顾问', '值班律师', '12348 热线']),
    )
    expect(screen.getByText(/通常约 3 小时答复/)).toBeTruthy()
    expect(screen.getByRole('link', { name: '打电话' }).getAttribute('href')).toBe('tel:0745-3320001')
    tap('写下来问')
    expect(device.visits.at(-1)?.url).toBe(`/pages/advisers/ask/index?village=${VILLAGE.code}`)
  })

  it('opens from the code of the notice board, and remembers the village on a new telephone', async () => {
    device.params = { scene: `v%3D${BOARD}` }
    serve(usual)
    render(<AdviserPage />)
    await screen.findByText('舒法明')
    expect(asked('GET', '/api/advisers')[0]?.path).toContain(`code=${BOARD}`)
    expect(usePlace.getState().place?.code).toBe(VILLAGE.code)
  })

  it('shows the work phone of the adviser beside the line (VA-5)', async () => {
    device.params = { village: VILLAGE.code }
    serve({ ...usual, [LIST]: found({ answer: answer({ phone: '12348' }) }) })
    render(<AdviserPage />)
    const own = await screen.findByRole('link', { name: /打电话给舒法明/ })
    expect(own.getAttribute('href')).toBe('tel:0745-3320001')
    expect(own.textContent).toContain('0745-3320001')
    expect(screen.getByRole('link', { name: '打 12348' })).toBeTruthy()
  })

  it('does not offer a telephone that is not there', async () => {
    device.params = { village: VILLAGE.code }
    serve({ ...usual, [LIST]: found({ items: [adviser({ phone: null })] }) })
    render(<AdviserPage />)
    await screen.findByText('舒法明')
    expect(screen.queryByRole('link', { name: /打电话给/ })).toBeNull()
  })

  it.each([
    ['open', '还能约 5 人，不约也可以直接去', true],
    ['full', '约满了。可以直接去，约好的人先谈；也可以看别的时间', false],
    ['too_late', '快开始了，网上约不了，直接去就行', false],
    ['not_needed', '不用预约，直接去就行', false],
  ] as const)('says of a visit that is %s what to do', async (seats, words, bookable) => {
    device.params = { village: VILLAGE.code }
    const nextVisit = visit({ seats, ...(!bookable && { slotId: null }) })
    serve({ ...usual, [LIST]: found({ items: [adviser({ nextVisit })] }) })
    render(<AdviserPage />)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '约这一次' }) !== null).toBe(bookable)
  })

  it('says who answers instead, and why', async () => {
    device.params = { village: VILLAGE.code }
    const why = '本村还没有配备法律顾问，由县里的值班律师答复'
    const instead = answer({
      answeredBy: 'duty_lawyer',
      answeredByText: '值班律师',
      adviserId: null,
      why,
      phone: '12348',
    })
    serve({ ...usual, [LIST]: ok({ items: [], answer: instead, villages: [] }) })
    render(<AdviserPage />)
    expect(await screen.findByText(why)).toBeTruthy()
    expect(screen.getByText('现在由值班律师答复')).toBeTruthy()
    expect(screen.getByRole('link', { name: '打 12348' }).getAttribute('href')).toBe('tel:12348')
  })

  it('keeps apart what may be looked up: licence, what is forbidden, how to complain', async () => {
    device.params = { id: 'a1' }
    serve({ ...usual, 'GET /api/advisers/a1': ok(adviser({ awayUntil: '2026-11-30' })) })
    render(<AdviserPage />)
    tap(await screen.findByRole('button', { name: /资质怎么查/ }).then(() => /资质怎么查/))
    expect(screen.getByText('14312201910000001')).toBeTruthy()
    tap(/不收费，也不能做这些/)
    expect(screen.getByText('不得在同一件纠纷里同时帮双方')).toBeTruthy()
    tap(/不满意怎么办/)
    expect(screen.getByText('可以拨打 12348 投诉')).toBeTruthy()
    expect(screen.getByText('请假到 11月30日 周一')).toBeTruthy()
  })

  it('puts the telephone first in elder mode', async () => {
    grow()
    device.params = { village: VILLAGE.code }
    serve(usual)
    render(<AdviserPage />)
    const call = await screen.findByRole('link', { name: /打电话给舒法明/ })
    const write = screen.getByRole('button', { name: '写下来问律师' })
    expect(call.compareDocumentPosition(write)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('offers another try and the line when nothing comes', async () => {
    device.params = { village: VILLAGE.code }
    serve({ ...usual, [LIST]: lost })
    render(<AdviserPage />)
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    serve(usual)
    tap('再试一次')
    expect(await screen.findByText('舒法明')).toBeTruthy()
  })
})

describe('booking a time', () => {
  const times = {
    ...usual,
    'GET /api/advisers/a1': ok(adviser()),
    'GET /api/advisers/a1/visits': ok({
      items: [visit(), visit({ id: 'v2', slotId: null, free: 0, seats: 'full' })],
    }),
    'GET /api/desks/:id/slots': ok({ items: [slot(WEDNESDAY, '19:00', '19:30', 1)] }),
  }

  it('goes on in the form of the hotline with the visit that was chosen', async () => {
    device.params = { id: 'a1', village: VILLAGE.code }
    serve(times)
    render(<AdviserSlots />)
    await screen.findByText('到村里见面')
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    choose(/明天上午9:00 到 11:30/)
    tap('就约 明天上午9:00')
    expect(device.visits.at(-1)?.url).toBe('/pages/hotline/form/index')
    expect(JSON.stringify(device.storage.get('draft:hotline'))).toContain('s1')
  })

  it('asks how to talk in a remote hour', async () => {
    device.params = { id: 'a1' }
    serve(times)
    render(<AdviserSlots />)
    await screen.findByText('在家通话')
    choose(/后天晚上7:00/)
    choose('视频')
    tap(/^就约 后天/)
    expect(JSON.stringify(device.storage.get('draft:hotline'))).toContain('video')
  })
})

describe('asking', () => {
  const open = async () => {
    device.params = { village: VILLAGE.code }
    render(<Ask />)
    await screen.findByText('由舒法明答复')
  }
  const fill = () => {
    choose('房子、土地、邻居')
    choose(/^邻里/)
    type(/^想问什么/, QUESTION)
  }

  it('sends topic and question, and nothing else', async () => {
    signIn()
    serve({ ...usual, [ASK]: ok(asking(), 201) })
    await open()
    fill()
    tap('交给法律顾问')
    await waitFor(() => expect(device.visits.at(-1)?.url).toBe('/pages/advisers/asked/index?id=431224-q1'))
    expect(sendings()[0]?.body).toEqual({
      topic: 'neighbours',
      question: QUESTION,
      villageCode: VILLAGE.code,
    })
    expect(device.storage.has('draft:inquiry')).toBe(false)
  })

  it('says beside each question what is missing', async () => {
    signIn()
    serve(usual)
    await open()
    tap('交给法律顾问')
    expect(screen.getByText('请选择是哪方面的事')).toBeTruthy()
    expect(screen.getByText('请写下要问的事')).toBeTruthy()
    expect(sendings()).toEqual([])
    await settle()
  })

  it('repeats a lost question with the same key, so that it is asked once', async () => {
    signIn()
    serve({ ...usual, [ASK]: lost })
    await open()
    fill()
    tap('交给法律顾问')
    expect(await screen.findByText('还没收到回音')).toBeTruthy()
    serve({ ...usual, [ASK]: ok(asking(), 201) })
    tap('再试一次')
    await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/asked/'))
    const [first, second] = sendings()
    expect(keyOf(first)).toBe(keyOf(second))
  })

  it('asks to sign in at the end and goes on by itself', async () => {
    serve({ ...usual, [ASK]: ok(asking(), 201) })
    await open()
    fill()
    tap('登录并提交')
    expect(device.visits.at(-1)?.url).toBe('/pages/sign-in/index')
    signIn()
    act(showAgain)
    await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/asked/'))
    expect(sendings()).toHaveLength(1)
  })

  it('keeps what was typed when the office refuses', async () => {
    signIn()
    serve({ ...usual, [ASK]: problem(429, 'too_many', '今天问得有点多，请明天再问或打 12348') })
    await open()
    fill()
    tap('交给法律顾问')
    expect(await screen.findByText('今天问得有点多，请明天再问或打 12348')).toBeTruthy()
    expect(screen.getByDisplayValue(QUESTION)).toBeTruthy()
  })

  it('shows the emergency numbers while words of danger are typed', async () => {
    serve(usual)
    await open()
    type(/^想问什么/, '老公又打我')
    expect(screen.getByText('如果现在有危险，请马上打电话')).toBeTruthy()
  })

  it('asks elders one thing after the other', async () => {
    grow()
    signIn()
    serve({ ...usual, [ASK]: ok(asking(), 201) })
    device.params = { village: VILLAGE.code }
    render(<Ask />)
    expect(await screen.findByText('第 1 步，共 3 步：是哪方面的事')).toBeTruthy()
    tap('下一步')
    expect(screen.getByText('请选择是哪方面的事')).toBeTruthy()
    choose('房子、土地、邻居')
    choose(/^邻里/)
    tap('下一步')
    type(/^想问什么/, QUESTION)
    tap('下一步')
    expect(screen.getByText('看一看，对不对？')).toBeTruthy()
    tap('交给法律顾问')
    await waitFor(() => expect(device.visits.at(-1)?.url).toContain('/asked/'))
  })

  it('leads to the telephone where nobody answers in writing', async () => {
    device.params = { village: VILLAGE.code }
    serve({ ...usual, [LIST]: found({ answer: answer({ canAsk: false }) }) })
    render(<Ask />)
    expect(await screen.findByText('这里现在只能打电话')).toBeTruthy()
    expect(screen.getByRole('link', { name: /现在就打 12348/ })).toBeTruthy()
  })

  it('tells the number, who has it and until when', async () => {
    signIn()
    device.params = { id: '431224-q1' }
    serve({ ...usual, 'GET /api/cases/431224-q1': ok(asking()) })
    render(<Asked />)
    expect(await screen.findByText('GW431224-261123-0003-1')).toBeTruthy()
    expect(screen.getByText('明天上午10:05')).toBeTruthy()
    expect(screen.getByText('已交给村（社区）法律顾问 舒法明。')).toBeTruthy()
  })
})

it('VA-9: shows who has the question now, who let it lie, and what was said', async () => {
  signIn()
  device.params = { id: '431224-q1' }
  const own = {
    ...(asking().own as object),
    withText: '代班顾问 向建国',
    chain: [
      {
        stage: 'adviser',
        text: '村（社区）法律顾问 舒法明',
        state: 'past',
        at: '2026-11-24T10:05:00+08:00',
        note: '没有按时答复',
      },
      {
        stage: 'substitute',
        text: '代班顾问 向建国',
        state: 'now',
        at: '2026-11-24T10:05:00+08:00',
        note: null,
      },
    ],
  }
  serve({ ...usual, 'GET /api/cases/431224-q1': ok(asking({ own })) })
  render(<Thread />)
  expect(await screen.findByText('现在由代班顾问 向建国答复')).toBeTruthy()
  expect(screen.getByText('没有按时答复 · 11月24日 10:05')).toBeTruthy()
  expect(screen.getByText('邻居砌墙占了我家宅基地')).toBeTruthy()
})

it('VA-8: whoever was served says so', async () => {
  signIn()
  device.params = { id: '431224-q1' }
  serve({
    ...usual,
    'GET /api/cases/431224-q1': ok(asking()),
    'POST /api/cases/431224-q1/service-confirmation': ok({ confirmed: 1 }),
  })
  render(<ConfirmService />)
  fireEvent.click(await screen.findByRole('button', { name: '答复了，我确认' }))
  expect(await screen.findByText('谢谢，已经记下')).toBeTruthy()
})

it('everybody can read the rules that a village has filed', async () => {
  device.params = { village: VILLAGE.code }
  const filed = {
    number: 'CG431224-261101-0001-1',
    title: '桔花园社区居民公约',
    what: '居民公约',
    clauses: ['邻里和睦，互相帮助。', '不占用公共通道。'],
    passedOn: '2026-10-20',
    filedAt: '2026-11-02T10:00:00+08:00',
  }
  serve({ ...usual, [`GET /api/villages/${VILLAGE.code}/rules`]: ok({ items: [filed] }) })
  render(<VillageRules />)
  expect(await screen.findByText('不占用公共通道。')).toBeTruthy()
  expect(screen.getByText('第 2 条')).toBeTruthy()
})
