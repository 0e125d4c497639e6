import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { addDays, addMinutes, dayOf } from '#domain/day'
import {
  acceptAssignment,
  askForProof,
  assign,
  grant,
  openAtDesk,
  openBeside,
  orderCorrection,
  provideInAdvance,
  recommendGrant,
  recommendRefusal,
  refuse,
  takeNext,
} from '../support/aid-desk-story.ts'
import { checkWages, fillApplication, sendApplication } from '../support/aid-journey.ts'
import { signIn } from '../support/journeys.ts'
import { legalAidDesk } from '../support/legal-aid.ts'
import { photo } from '../support/samples.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb, type Web } from './support/web.ts'

const TELEPHONE = '13900000001'
const REVIEWER = '13900000401'
const HEAD = '13900000409'
const BUREAU = '13900000501'
const MINUTE = 60_000

let dir: string
let service: Service
let desk: Awaited<ReturnType<typeof legalAidDesk>>
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'linfa-aid-web-'))
  service = await openService({ FILES_DIR: dir })
  desk = await legalAidDesk(service)
}, MINUTE)
afterAll(async () => {
  await service.stop()
  rmSync(dir, { recursive: true, force: true })
})

const looking = (web: Web, story: string) => async (name: string) => {
  await web.settle()
  await web.screenshot(`${story}-${name}`)
  expect(await web.axe()).toEqual([])
  await web.resize('small')
  expect(await web.overflow()).toBe(0)
  await web.resize('phone')
}

/** On a desk and on both telephones; the pages of staff are as good on the small one. */
const lookingAtWork = (web: Web, story: string) => async (name: string) => {
  await web.settle()
  expect(await web.axe()).toEqual([])
  for (const size of ['desktop', 'small', 'phone'] as const) {
    await web.resize(size)
    await web.settle()
    await web.screenshot(`${story}-${name}-${size}`)
    expect([size, await web.overflow()]).toEqual([size, 0])
  }
}

/** At the work of legal aid, signed in. */
const staffAt = async (telephone: string): Promise<Web> =>
  openWeb({ address: service.address, storage: { token: await service.signIn(telephone) } })

const faultsOf = async (...webs: Web[]) => (await Promise.all(webs.map((web) => web.errors()))).flat()

const idOf = async (number: string, token: string): Promise<string> => {
  const { items } = (await service.get('/api/cases', token)).body
  return items.find((one: { number: string }) => one.number === number).id
}

it(
  'a migrant worker who was not paid checks, applies without a means form, supplies the one proof asked for, reads the letter and sees the lawyer',
  async () => {
    const web = await openWeb({ address: service.address })
    const look = looking(web, 'aid')
    await checkWages(web, look)
    await fillApplication(web, look)
    const number = await sendApplication(web, TELEPHONE, look)
    const token = await service.signIn(TELEPHONE)
    const id = await idOf(number, token)
    const sent = await desk.read(id, token)
    expect(sent.own.means.route).toBe('exempt')

    const reviewer = await openWeb({ address: service.address, entry: '/pages/sign-in/index' })
    await signIn(reviewer, REVIEWER, true)
    const lookAtReview = lookingAtWork(reviewer, 'aid-reviewer')
    await takeNext(reviewer, lookAtReview)
    await lookAtReview('beside')
    await askForProof(reviewer, lookAtReview)

    await web.tap('看办件和进展')
    await web.see('还要补充')
    await look('case-waiting')
    await web.tap('补充材料')
    await web.at('pages/legal-aid/material/index')
    await web.see('今天补齐，最迟')
    await web.see('考勤、记工本')
    await web.browserPage
      .locator('.material__files .files__input')
      .first()
      .setInputFiles([
        { name: '记工本1.jpg', mimeType: 'image/jpeg', buffer: await photo(220, 120) },
        { name: '记工本2.jpg', mimeType: 'image/jpeg', buffer: await photo(230, 120) },
      ])
    await web.see('2 个附件，已传好 2 个')
    await look('material')
    await web.tap('交上去')
    await web.see('补充了材料')
    await look('case-supplied')

    await openBeside(reviewer, id)
    await reviewer.see('已交')
    await recommendGrant(reviewer, lookAtReview)

    const head = await staffAt(HEAD)
    const lookAtDecision = lookingAtWork(head, 'aid-head')
    await openAtDesk(head, id)
    await grant(head, lookAtDecision)
    const [next] = (await desk.read(id, desk.head)).own.staff.lawyers
    await assign(head, next.name, lookAtDecision)

    const { phone, name } = (await desk.read(id, token)).own.lawyer
    const lawyer = await staffAt(phone)
    await lawyer.open('/pages/desk/board/index')
    await lawyer.see(number)
    await lookingAtWork(lawyer, 'aid-lawyer')('board')
    await openAtDesk(lawyer, id)
    await acceptAssignment(lawyer, lookingAtWork(lawyer, 'aid-lawyer'))

    await web.open(`/pages/case/index?id=${id}`)
    await web.see('你的律师')
    await web.see(name)
    await web.see(phone)
    await web.see('给予法律援助决定书')
    await look('case-lawyer')
    const letter = (await desk.read(id, token)).documents.find(({ name }: { name: string }) =>
      name.includes('给予'),
    )
    const pdf = await fetch(`${service.address}/api/cases/${id}/documents/${letter.id}?format=pdf`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(pdf.headers.get('content-type')).toContain('application/pdf')
    expect(await faultsOf(web, reviewer, head, lawyer)).toEqual([])
  },
  6 * MINUTE,
)

it(
  'LP-24, LP-25: whoever is refused by the head objects from the case, in elder mode as well, and the bureau orders the centre to correct it',
  async () => {
    const token = await service.signIn('13900000002')
    const { id } = (await desk.apply(token)).body
    const reviewer = await staffAt(REVIEWER)
    await openBeside(reviewer, id)
    await recommendRefusal(reviewer)
    const head = await staffAt(HEAD)
    await openAtDesk(head, id)
    await refuse(head, lookingAtWork(head, 'aid-head'))

    const web = await openWeb({ address: service.address, storage: { token, elder: true } })
    const look = looking(web, 'aid-elder')
    await web.open(`/pages/case/index?id=${id}`)
    await web.see('决定不予法律援助')
    await web.tap('我不同意，提出异议')
    await web.at('pages/legal-aid/object/index')
    await web.type('您为什么不同意？', '我在工地干了三个月，有记工本，不是合伙')
    await look('object')
    await web.tap('提出异议', '新的材料')
    await web.see('异议正在审查')
    await look('objected')

    const bureau = await staffAt(BUREAU)
    const lookAtBureau = lookingAtWork(bureau, 'aid-bureau')
    await bureau.open('/pages/desk/board/index')
    await bureau.see('异议正在审查')
    await lookAtBureau('board')
    await openAtDesk(bureau, id)
    await orderCorrection(bureau, lookAtBureau)
    await web.open(`/pages/case/index?id=${id}`)
    await web.see('责令法律援助中心改正')
    expect(await faultsOf(web, reviewer, head, bureau)).toEqual([])
  },
  4 * MINUTE,
)

it(
  'LP-18: five days are left: the reviewer sees it before everything else, gives help in one tap, and a lawyer has it the same hour',
  async () => {
    const token = await service.signIn('13900000005')
    await desk.apply(await service.signIn('13900000006'))
    const deadlineOn = addDays(dayOf(service.context.now()), 5)
    const { id } = (await desk.apply(token, { deadlineOn })).body
    const begun = service.context.now()

    const reviewer = await staffAt(REVIEWER)
    await reviewer.open('/pages/desk/board/index')
    await reviewer.see('紧急，马上看')
    await lookingAtWork(reviewer, 'aid-urgent')('board')
    await takeNext(reviewer)
    await provideInAdvance(reviewer, lookingAtWork(reviewer, 'aid-urgent'))
    expect((await desk.read(id, desk.reviewer)).status).toBe('granted')

    const head = await staffAt(HEAD)
    await openAtDesk(head, id)
    const [next] = (await desk.read(id, desk.head)).own.staff.lawyers
    await assign(head, next.name)

    const web = await openWeb({ address: service.address, storage: { token } })
    await web.open(`/pages/case/index?id=${id}`)
    await web.see('你的律师')
    await web.see('补办手续')
    await looking(web, 'aid-urgent')('resident')
    expect(service.context.now() < addMinutes(begun, 60)).toBe(true)
    expect(await faultsOf(web, reviewer, head)).toEqual([])
  },
  3 * MINUTE,
)
