import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'

import { fileIdsIn } from '../../server/cases/files.ts'
import { sql } from '../../server/db/sql.ts'
import { attach } from '../../server/files/attach.ts'
import { forgetFiles } from '../../server/files/forget.ts'
import { rotateKeys } from '../../server/vault/rotate.ts'
import { bomb, fetchFile, pdf, photo, send, sidewaysPhoto } from '../support/samples.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { slotsAhead } from '../support/slots.ts'

let server: TestServer
let dir: string
let resident: string
let other: string

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'linfa-files-'))
  server = await startServer({ FILES_DIR: dir })
  resident = await server.signIn('13900000001')
  other = await server.signIn('13900000002')
})
afterAll(async () => {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

const stored = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
const rows = sql<{ count: number }>('test_file_rows', 'select count(*)::int as count from file')
const countRows = async () => (await server.database.one(rows))?.count
const age = sql('test_file_age', `update file set at = at - interval '25 hours' where id = $1`)

describe('a file that is sent', () => {
  it('is kept sealed and comes back to its sender alone, to be shown and never to be run', async () => {
    const bytes = pdf(5000)
    const { status, body } = await send(server, bytes, { token: resident, name: '欠条 1.pdf' })
    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.any(String),
      name: '欠条 1.pdf',
      type: 'application/pdf',
      size: 5000,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
    const back = await fetchFile(server, body.id, resident)
    expect(back.bytes.equals(bytes)).toBe(true)
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="__ 1.pdf"; filename*=UTF-8''%E6%AC%A0%E6%9D%A1%201.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'private, no-store',
    })
    const sealed = readFileSync(join(dir, body.id.slice(-2), body.id))
    expect(sealed.includes(bytes.subarray(0, 100))).toBe(false)
    expect((await fetchFile(server, body.id, other)).status).toBe(404)
    expect((await server.get(`/api/files/${body.id}`)).status).toBe(401)
  })

  it('is turned upright if it is a picture, and says no more where it was taken', async () => {
    const raw = await sidewaysPhoto()
    expect(raw.includes('TelephoneMaker')).toBe(true)
    const { body } = await send(server, raw, { token: resident })
    const { bytes } = await fetchFile(server, body.id, resident)
    const clean = await sharp(bytes).metadata()
    expect([clean.width, clean.height, clean.exif, clean.orientation]).toEqual([40, 80, undefined, undefined])
    expect(bytes.includes('TelephoneMaker')).toBe(false)
    expect(body.size).toBe(bytes.length)
  })

  it('is not larger than a page needs', async () => {
    const { body } = await send(server, await photo(4000, 1000), { token: resident })
    const { width, height } = await sharp((await fetchFile(server, body.id, resident)).bytes).metadata()
    expect([width, height]).toEqual([3000, 750])
  })

  it('is named by the person, and ends as what it is, whatever the name says', async () => {
    const { body } = await send(server, await photo(), {
      token: resident,
      name: 'tmp_8f3.pdf',
      called: '../工资条\u202e<b>.pdf',
    })
    expect([body.name, body.type]).toEqual(['..工资条b.jpg', 'image/jpeg'])
  })

  it('may be a recording, also one that a recorder has put into the container of films', async () => {
    const film = (track: string) =>
      Buffer.concat([
        Buffer.from('0000001c667479706d70343200000000', 'hex'),
        Buffer.from('isommp42\0\0\0\0', 'latin1'),
        Buffer.from(`\0\0\0\x20hdlr\0\0\0\0\0\0\0\0${track}`, 'latin1'),
        Buffer.alloc(100),
      ])
    const sound = await send(server, film('soun'), { token: resident, name: '录音.m4a' })
    expect([sound.status, sound.body.type, sound.body.name]).toEqual([201, 'audio/mp4', '录音.m4a'])
    const moving = await send(server, film('vide'), { token: resident, name: '录像.m4a' })
    expect([moving.status, moving.body.fields.file]).toEqual([422, '还不能传视频。请传几张截图，或只传录音'])
  })
})

describe('sending again after a broken network', () => {
  it('gives the same file for the same key, though no two envelopes are alike', async () => {
    const bytes = await photo()
    const key = randomUUID()
    const before = await countRows()
    const first = await send(server, bytes, { token: resident, key })
    const again = await send(server, bytes, { token: resident, key })
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect(await countRows()).toBe((before ?? 0) + 1)
  })

  it('never keeps one twice, also when both arrive at once', async () => {
    const bytes = await photo(300, 300)
    const key = randomUUID()
    const before = { rows: (await countRows()) ?? 0, stored: stored().length }
    const both = await Promise.all([1, 2, 3].map(() => send(server, bytes, { token: resident, key })))
    for (const { status } of both) expect([201, 409]).toContain(status)
    const ids = new Set(both.filter(({ status }) => status === 201).map(({ body }) => body.id))
    expect(ids.size).toBe(1)
    expect(await countRows()).toBe(before.rows + 1)
    expect(stored().length).toBe(before.stored + 1)
  })

  it('refuses another file under a key that was used', async () => {
    const key = randomUUID()
    await send(server, await photo(), { token: resident, key })
    expect((await send(server, pdf(), { token: resident, key })).status).toBe(422)
    expect((await send(server, pdf(), { token: resident, key: null })).status).toBe(400)
  })
})

describe('what cannot be sent', () => {
  const refused = async (bytes: Uint8Array, name: string) => {
    const before = { rows: await countRows(), stored: stored().length }
    const { status, body } = await send(server, bytes, { token: resident, name })
    expect({ rows: await countRows(), stored: stored().length }).toEqual(before)
    return [status, body.code, body.fields?.file ?? body.detail]
  }

  it('is a program under the name of a photo', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), randomBytes(2000)])
    const [status, code, words] = await refused(program, '照片.jpg')
    expect([status, code]).toEqual([422, 'invalid'])
    expect(words).toContain('可以传照片')
    for (const text of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      '<html><script></script>',
      '你好',
    ])
      expect((await refused(Buffer.from(text), 'a.png'))[0]).toBe(422)
  })

  it('is an empty file', async () => {
    expect(await refused(Buffer.alloc(0), '空.pdf')).toEqual([422, 'invalid', '这个文件是空的，请重新选择'])
  })

  it('is one byte more than 10 MB; 10 MB can be', async () => {
    const most = 10 * 1024 * 1024
    expect(await refused(pdf(most + 1), '大.pdf')).toEqual([
      413,
      'too_large',
      '每个文件最大 10 MB，请压缩或分开后再传',
    ])
    expect((await refused(pdf(most * 2), '大.pdf')).slice(0, 2)).toEqual([413, 'too_large'])
    expect((await send(server, pdf(most), { token: resident })).status).toBe(201)
  })

  it('is a few bytes that claim to be a huge picture', async () => {
    const [status, , words] = await refused(bomb(), 'a.png')
    expect([status, words]).toEqual([422, '这张图片有 50000 × 50000 点，太大了。请缩小或截屏后再传'])
  })

  it('is half a picture', async () => {
    const whole = await sharp({
      create: {
        width: 500,
        height: 500,
        channels: 3,
        noise: { type: 'gaussian', mean: 99, sigma: 30 },
        background: 'red',
      },
    })
      .jpeg()
      .toBuffer()
    const [status, , words] = await refused(whole.subarray(0, whole.length / 2), 'a.jpg')
    expect([status, words]).toEqual([422, '这张图片打不开，可能已损坏。请重新拍一张或截屏再传'])
  })

  it('is an envelope that was cut, or holds no file', async () => {
    const type = 'multipart/form-data; boundary=cut'
    const part = '--cut\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc'
    const ask = (body: string) =>
      server.ask('POST', '/api/files', { token: resident, body, headers: { 'content-type': type } })
    expect((await ask(part)).status).toBe(400)
    expect((await ask('')).status).toBe(400)
    expect(
      (await ask('--cut\r\ncontent-disposition: form-data; name="name"\r\n\r\nabc\r\n--cut--\r\n')).body,
    ).toMatchObject({
      status: 422,
      fields: { file: '请选择要上传的文件' },
    })
    expect((await server.post('/api/files', { file: 'abc' }, { token: resident })).status).toBe(400)
  })

  it('is more than eighty that belong to nothing', async () => {
    const token = await server.signIn('13900000003')
    for (let n = 0; n < 80; n++) expect((await send(server, pdf(), { token })).status).toBe(201)
    const { status, body } = await send(server, pdf(), { token })
    expect([status, body.detail]).toEqual([429, '已有 80 个传好还没有提交的附件，请先提交，再传新的'])
  })
})

describe('files that belong to nothing', () => {
  it('go after a day, bytes and all', async () => {
    const { body } = await send(server, pdf(), { token: resident })
    await forgetFiles(server.context)
    expect(stored()).toContain(body.id)
    await server.database.run(age, body.id)
    expect(await forgetFiles(server.context)).toBe(1)
    expect(stored()).not.toContain(body.id)
    expect((await fetchFile(server, body.id, resident)).status).toBe(404)
  })

  it('wait thirty days while their owner is filling in an application for legal aid', async () => {
    const writer = await server.signIn('13900000071')
    const { body } = await send(server, pdf(), { token: writer })
    const draft = { fields: { wish: { value: '要回工资', at: server.context.now() } } }
    await server.ask('PUT', '/api/drafts/legal_aid', { token: writer, body: draft })
    await server.database.run(age, body.id)
    await forgetFiles(server.context)
    expect((await fetchFile(server, body.id, writer)).status).toBe(200)
    await server.database.raw(`update file set at = at - interval '30 days' where id = '${body.id}'`)
    await forgetFiles(server.context)
    expect((await fetchFile(server, body.id, writer)).status).toBe(404)
  })

  it('cannot be sent along by others, nor twice', async () => {
    const { body } = await send(server, pdf(), { token: resident })
    const { accountId, caseId } = await aCase()
    const reach = (who: string, fileIds: string[]) =>
      server.database.inTransaction((tx) => attach(tx, { caseId, accountId: who, fileIds }))
    const refusal = { code: 'invalid', fields: { fileIds: '有附件已经用过或过期了，请移除后重新上传' } }
    await expect(reach('somebody', [body.id])).rejects.toMatchObject(refusal)
    await expect(reach(accountId, [body.id, 'none'])).rejects.toMatchObject(refusal)
    await reach(accountId, [body.id])
    await expect(reach(accountId, [body.id])).rejects.toMatchObject(refusal)
  })
})

const eraseCase = sql('test_erase_case', 'update case_file set data_key = null where id = $1')
const ownerOfCase = sql<{ applicant_id: string }>(
  'test_applicant',
  'select applicant_id from case_file where id = $1',
)

let slots = 0

async function aCase() {
  slots += 1
  const open = await slotsAhead(server)
  const slotId = open.filter(({ free }: { free: number }) => free > 0).at(-slots).id
  const wish = {
    channel: 'call_back',
    topic: 'loan',
    summary: '借款不还',
    regionCode: '431224100001',
    slotId,
  }
  const { body } = await server.post('/api/bookings', wish, { token: resident })
  const row = await server.database.one(ownerOfCase, body.id)
  return { caseId: body.id as string, accountId: row?.applicant_id ?? '' }
}

describe('files of a case', () => {
  let caseId: string
  let fileId: string
  let operator: string
  const message = (fileIds: string[], token = resident, key: string = randomUUID()) =>
    server.post(`/api/cases/${caseId}/messages`, { text: '这是借条', fileIds }, { token, key })
  const read = async (token: string) => (await server.get(`/api/cases/${caseId}`, token)).body

  beforeAll(async () => {
    operator = await server.signIn('13900000101')
    caseId = (await aCase()).caseId
    fileId = (await send(server, await photo(), { token: resident, name: '借条.jpg' })).body.id
  })

  it('come with a message, once', async () => {
    const key = randomUUID()
    const { status, body } = await message([fileId], resident, key)
    expect([status, body.fileIds]).toEqual([201, [fileId]])
    expect((await message([fileId], resident, key)).body.id).toBe(body.id)
    expect(await message([fileId])).toMatchObject({
      status: 422,
      body: { fields: { fileIds: '有附件已经用过或过期了，请移除后重新上传' } },
    })
    expect((await read(resident)).messages).toHaveLength(1)
    const ten = Array.from({ length: 10 }, () => 'x')
    expect((await message(ten)).body.fields.fileIds).toBe('一次最多带 9 个附件')
  })

  it('are listed for whoever may read the case, and are not there for anybody else', async () => {
    const size = expect.any(Number)
    for (const token of [resident, operator])
      expect((await read(token)).files).toEqual([{ id: fileId, name: '借条.jpg', type: 'image/jpeg', size }])
    expect((await fetchFile(server, fileId, operator)).status).toBe(200)
    for (const phone of ['13900000002', '13900000102', '13900000901'])
      expect((await fetchFile(server, fileId, await server.signIn(phone))).status).toBe(404)
  })

  it('cannot be another person’s', async () => {
    const theirs = (await send(server, pdf(), { token: other })).body.id
    expect((await message([theirs])).status).toBe(422)
    expect((await fetchFile(server, theirs, operator)).status).toBe(404)
    expect((await read(resident)).files).toHaveLength(1)
  })

  it('are seen by the resident in the log of who looked, each time that staff looked', async () => {
    const seen = async () =>
      (await server.get('/api/me/access-log', resident)).body.items.filter(
        ({ what }: { what: string }) => what === '查看了附件',
      )
    const before = (await seen()).length
    await fetchFile(server, fileId, operator)
    await fetchFile(server, fileId, operator)
    await fetchFile(server, fileId, resident)
    const now = await seen()
    expect(now).toHaveLength(before + 2)
    expect(now[0].caseNumber).toBe((await read(resident)).number)
  })

  it('that staff keeps to the office are not there for the resident', async () => {
    const inside = (await send(server, pdf(), { token: operator })).body.id
    const { id: accountId } = (await server.get('/api/me', operator)).body
    await server.database.inTransaction((tx) =>
      attach(tx, { caseId, accountId, fileIds: [inside], audience: 'staff' }),
    )
    expect((await fetchFile(server, inside, resident)).status).toBe(404)
    expect((await read(resident)).files).toHaveLength(1)
    expect((await read(operator)).files).toHaveLength(2)
  })

  it('stand in the copy of what is held of a person', async () => {
    const { body } = await server.get('/api/me/export', resident)
    const own = body.cases.find(({ id }: { id: string }) => id === caseId)
    expect(own.files.map(({ name }: { name: string }) => name)).toEqual(['借条.jpg'])
  })

  it('are found wherever their ids stand in what was filled in', () => {
    const filled = {
      fileIds: ['a'],
      items: [{ item: 'wages', fileIds: ['b', 'c'] }],
      other: ['d'],
      n: 1,
      x: null,
    }
    expect(fileIdsIn(filled)).toEqual(['a', 'b', 'c'])
  })
})

describe('the keys of files', () => {
  it('go with the key of their case, and the bytes with them', async () => {
    const { body } = await send(server, pdf(), { token: resident })
    const { caseId, accountId } = await aCase()
    await server.database.inTransaction((tx) => attach(tx, { caseId, accountId, fileIds: [body.id] }))
    expect((await fetchFile(server, body.id, resident)).status).toBe(200)
    await server.database.run(eraseCase, caseId)
    expect((await fetchFile(server, body.id, resident)).status).toBe(404)
    await forgetFiles(server.context)
    expect(stored()).not.toContain(body.id)
  })

  it('are wrapped anew when the master key changes', async () => {
    const { body } = await send(server, await photo(), { token: resident })
    const next = `demo-next:${randomBytes(32).toString('base64')}`
    const old = `demo-test:${Buffer.alloc(32, 7).toString('base64')}`
    const fresh = { database: server.database, url: server.url, drop: async () => undefined }
    const both = await startServer({ FILES_DIR: dir, DATA_KEYS: `${next},${old}` }, fresh)
    expect((await rotateKeys(both.context, () => undefined)).file).toBeGreaterThan(0)
    const alone = await startServer({ FILES_DIR: dir, DATA_KEYS: next }, fresh)
    expect((await fetchFile(alone, body.id, resident)).status).toBe(200)
  })
})
