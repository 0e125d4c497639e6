import { residentWithBooking } from '../support/resident.ts'
import { photo } from '../support/samples.ts'
import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'
import type { Weapp } from './host/weapp.ts'

const TELEPHONE = '13900000001'
const MINUTE = 60_000

let service: Service
beforeAll(async () => {
  service = await openService()
})
afterAll(() => service.stop())

const photosOf = async (phone: Weapp, ...names: string[]) => {
  for (const name of names) phone.files.set(`wxfile://tmp/${name}`, await photo(200 + name.length, 100))
  phone.answers.chooseMedia = () => ({
    type: 'image',
    tempFiles: names.map((name) => ({ tempFilePath: `wxfile://tmp/${name}`, size: 9000, fileType: 'image' })),
  })
  await phone.tap('添加照片或文件')
  await phone.tap('从手机相册选')
}

const openCase = async () => {
  const { storage, caseId } = await residentWithBooking(service, TELEPHONE)
  const phone = await openWeapp({ api: service.address, screen: 'jsdom', storage })
  await phone.open(`/pages/case/index?id=${caseId}`)
  await phone.see('给工作人员留言')
  const read = async () => (await service.get(`/api/cases/${caseId}`, await service.signIn(TELEPHONE))).body
  return { phone, read }
}

const keysOf = (phone: Weapp) =>
  phone
    .requests()
    .filter(({ path }) => path === '/api/files')
    .map(({ headers }) => headers['Idempotency-Key'])

it(
  'two photos go with a message; the case shows them, and they open on the telephone',
  async () => {
    const { phone, read } = await openCase()
    await photosOf(phone, 'a.jpg', 'bb.jpg')
    await phone.see('2 个附件，已传好 2 个')
    await phone.type('给工作人员留言', '这是借条的正反面')
    await phone.tap('发送留言')
    await phone.see('留言已发出')
    const { messages, files } = await read()
    const { text, fileIds } = messages.at(-1)
    expect(text).toBe('这是借条的正反面')
    expect(fileIds.sort()).toEqual(files.map(({ id }: { id: string }) => id).sort())
    expect(files.map(({ type }: { type: string }) => type)).toEqual(['image/jpeg', 'image/jpeg'])
    await phone.tap('照片1.jpg')
    await phone.settle()
    expect((await phone.calls()).map(({ api }) => api)).toContain('previewImage')
    expect(await phone.errors()).toEqual([])
    expect(await phone.overBudget()).toEqual([])
  },
  MINUTE,
)

it(
  'after a broken network what was not received is sent again under its own key, and none is received twice',
  async () => {
    const { phone, read } = await openCase()
    await phone.network('lost-reply')
    await photosOf(phone, 'ccc.jpg', 'dddd.jpg')
    await phone.see('还没传上去，连上网络会自动再传')
    await phone.network('ok')
    await phone.see('2 个附件，已传好 2 个')
    const keys = keysOf(phone)
    expect(keys.length).toBeGreaterThan(2)
    expect(new Set(keys).size).toBe(2)
    await phone.tap('移除：照片1.jpg')
    await phone.see('1 个附件，已传好 1 个')
    await phone.tap('发送留言')
    await phone.see('留言已发出')
    const { messages } = await read()
    expect(messages.at(-1)).toMatchObject({ text: '发来 1 个附件' })
    expect(messages.at(-1).fileIds).toHaveLength(1)
  },
  MINUTE,
)
