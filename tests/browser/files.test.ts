import { residentWithBooking } from '../support/resident.ts'
import { pdf, photo, sidewaysPhoto } from '../support/samples.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeb } from './support/web.ts'

const TELEPHONE = '13900000001'
const MINUTE = 60_000

let service: Service
beforeAll(async () => {
  service = await openService()
})
afterAll(() => service.stop())

const INPUT = '.files__input'

it.each([false, true])(
  'photos and papers go with a message on the web page, with what was wrong beside each (elder: %s)',
  async (elder) => {
    const { storage, caseId } = await residentWithBooking(service, TELEPHONE)
    const web = await openWeb({
      address: service.address,
      size: 'small',
      storage: { ...storage, elder },
      entry: `/pages/case/index?id=${caseId}`,
    })
    await web.see('添加照片或文件')
    const mimeType = 'image/jpeg'
    await web.browserPage.locator(INPUT).setInputFiles([
      { name: '借条.jpg', mimeType, buffer: await sidewaysPhoto() },
      { name: '转账记录.pdf', mimeType: 'application/pdf', buffer: pdf(200_000) },
      { name: '程序.jpg', mimeType, buffer: Buffer.from('MZ no picture at all') },
      { name: '太大.pdf', mimeType: 'application/pdf', buffer: pdf(10 * 1024 * 1024 + 1) },
    ])
    await web.see('这种文件不能传')
    await web.see('超过 10 MB，请压缩或分开后再传')
    await web.see('4 个附件，已传好 2 个')
    await web.browserPage.locator('.files').scrollIntoViewIfNeeded()
    await web.screenshot(`files-${elder ? 'elder' : 'usual'}`)
    expect(await web.axe()).toEqual([])
    expect(await web.overflow()).toBe(0)
    await web.tap('移除：程序.jpg')
    await web.tap('移除：太大.pdf')
    await web.tap('发送留言')
    await web.see('留言已发出')
    await web.tap('借条.jpg')
    await web.settle()
    const width = await web.browserPage
      .locator('img[alt="借条.jpg"]')
      .evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))
    expect(width).toBe(40)
    expect(await web.axe()).toEqual([])
    expect(await web.errors()).toEqual([])
  },
  MINUTE,
)

it(
  'what waits for the network is sent when it is back',
  async () => {
    const { storage, caseId } = await residentWithBooking(service, '13900000002')
    const web = await openWeb({ address: service.address, storage, entry: `/pages/case/index?id=${caseId}` })
    await web.see('添加照片或文件')
    await web.network('offline')
    await web.browserPage
      .locator(INPUT)
      .setInputFiles([{ name: '借条.jpg', mimeType: 'image/jpeg', buffer: await photo() }])
    await web.see('还没传上去，连上网络会自动再传')
    await web.network('ok')
    await web.see('1 个附件，已传好 1 个')
  },
  MINUTE,
)
