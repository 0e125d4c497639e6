import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { checkWages, fillApplication, sendApplication } from '../support/aid-journey.ts'
import { GRANTING, legalAidDesk, REFUSING } from '../support/legal-aid.ts'
import { photo } from '../support/samples.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb, type Web } from './support/web.ts'

const TELEPHONE = '13900000001'
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

    const asked = await desk.step(id, 'ask_for_material', desk.reviewer, { items: ['work_proof'] })
    expect(asked.status).toBe(200)
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

    await desk.step(id, 'recommend', desk.reviewer, GRANTING)
    expect((await desk.step(id, 'grant', desk.head)).status).toBe(200)
    const [lawyer] = (await desk.read(id, desk.head)).own.staff.lawyers
    expect((await desk.step(id, 'assign', desk.head, { lawyerId: lawyer.id })).status).toBe(200)
    await web.open(`/pages/case/index?id=${id}`)
    await web.see('你的律师')
    await web.see(lawyer.name)
    await web.see('给予法律援助决定书')
    await look('case-lawyer')
    const letter = (await desk.read(id, token)).documents.find(({ name }: { name: string }) =>
      name.includes('给予'),
    )
    const pdf = await fetch(`${service.address}/api/cases/${id}/documents/${letter.id}?format=pdf`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(pdf.headers.get('content-type')).toContain('application/pdf')
    expect(await web.errors()).toEqual([])
  },
  4 * MINUTE,
)

it(
  'LP-24: whoever is refused objects from the case, in elder mode as well',
  async () => {
    const token = await service.signIn('13900000002')
    const { body } = await desk.apply(token)
    await desk.step(body.id, 'recommend', desk.reviewer, REFUSING)
    const refused = await desk.step(body.id, 'refuse', desk.head, {
      ground: 'not_covered',
      reasons: '属于合伙分红，不是劳动报酬。',
      toldHowToObject: true,
    })
    expect(refused.status).toBe(200)
    const web = await openWeb({ address: service.address, storage: { token, elder: true } })
    const look = looking(web, 'aid-elder')
    await web.open(`/pages/case/index?id=${body.id}`)
    await web.see('决定不予法律援助')
    await web.tap('我不同意，提出异议')
    await web.at('pages/legal-aid/object/index')
    await web.type('您为什么不同意？', '我在工地干了三个月，有记工本，不是合伙')
    await look('object')
    await web.tap('提出异议', '新的材料')
    await web.see('异议正在审查')
    await look('objected')
    expect(await web.errors()).toEqual([])
  },
  2 * MINUTE,
)
