import { addHours } from '#domain/day'
import { ADVISER_ANSWER } from '../support/adviser-answer.ts'
import { askAdviser, QUESTION } from '../support/inquiry-story.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'
import type { Weapp } from './host/weapp.ts'

let service: Service
beforeAll(async () => {
  service = await openService()
})
afterAll(() => service.stop())

const MINUTE = 60_000

const caseOf = async (telephone: string) =>
  (await service.get('/api/cases', await service.signIn(telephone))).body.items[0]

const isClean = async (phone: Weapp) => {
  expect(await phone.errors()).toEqual([])
  expect(await phone.overBudget()).toEqual([])
}

it(
  'in the mini-program a resident finds the adviser of the village, asks, and reads the answer with the law',
  async () => {
    const phone = await openWeapp({ api: service.address, screen: 'jsdom' })
    await askAdviser(phone, '13900000051')
    const { id, version } = await caseOf('13900000051')
    const token = await service.signIn('13900000201')
    const path = `/api/cases/${id}/actions/answer`
    const answered = await service.post(path, { version, ...ADVISER_ANSWER }, { token })
    expect(answered.status).toBe(200)
    await phone.tap('看进展，或者补充几句')
    await phone.at('pages/case/index')
    await phone.see('已回复')
    await phone.see('民法典第二百九十六条')
    await phone.tap('谁在答复，问答全文')
    await phone.see(QUESTION)
    await phone.see('咨询意见仅供参考')
    await isClean(phone)
  },
  2 * MINUTE,
)

it(
  'a question that is left alone moves on after 24 hours, and the page shows who has it now (VA-9)',
  async () => {
    const phone = await openWeapp({ api: service.address, screen: 'jsdom' })
    await askAdviser(phone, '13900000052')
    await service.post('/api/demo/clock', { now: addHours(service.context.now(), 25) })
    await phone.tap('看进展，或者补充几句')
    await phone.at('pages/case/index')
    await phone.see('没有按时答复，自动换人答复')
    await phone.tap('谁在答复，问答全文')
    await phone.see('现在由代班顾问')
    await phone.see('没有按时答复')
    await isClean(phone)
  },
  2 * MINUTE,
)
