import {
  acceptAssignment,
  openAtDesk,
  recommendGrant,
  reportProgress,
  takeNext,
} from '../support/aid-desk-story.ts'
import { legalAidDesk } from '../support/legal-aid.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'

const MINUTE = 60_000
const RESIDENT = '13900000001'
const REVIEWER = '13900000401'

let service: Service
beforeAll(async () => {
  service = await openService()
}, MINUTE)
afterAll(() => service.stop())

const staffAt = async (telephone: string) =>
  openWeapp({
    api: service.address,
    screen: 'jsdom',
    storage: { token: await service.signIn(telephone) },
  })

it(
  'in the mini-program a reviewer proposes what comes next, and the lawyer accepts it and reports how it goes',
  async () => {
    const desk = await legalAidDesk(service)
    const resident = await service.signIn(RESIDENT)
    const { id } = (await desk.apply(resident)).body

    const reviewer = await staffAt(REVIEWER)
    await takeNext(reviewer)
    await recommendGrant(reviewer)

    await desk.step(id, 'grant', desk.head)
    const [next] = (await desk.read(id, desk.head)).own.staff.lawyers
    await desk.step(id, 'assign', desk.head, { lawyerId: next.id })

    const lawyer = await staffAt((await desk.read(id, resident)).own.lawyer.phone)
    await openAtDesk(lawyer, id)
    await acceptAssignment(lawyer)
    await reportProgress(lawyer, '已经向劳动监察大队投诉，等答复')

    expect((await desk.read(id, resident)).own.progress).toMatchObject([
      { text: '已经向劳动监察大队投诉，等答复' },
    ])
    for (const one of [reviewer, lawyer]) {
      expect(await one.errors()).toEqual([])
      expect(await one.overBudget()).toEqual([])
    }
  },
  2 * MINUTE,
)
