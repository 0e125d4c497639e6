import sharp from 'sharp'

import { bomb, pdf, sidewaysPhoto } from '../support/samples.ts'
import { startServer, type TestServer } from '../support/server.ts'

const ME = 'demo-adviser-201'

let server: TestServer
let adviser: string
let colleague: string

beforeAll(async () => {
  server = await startServer()
  adviser = await server.signIn('13900000201')
  colleague = await server.signIn('13900000202')
})
afterAll(() => server.stop())

const seen = async (id = ME) => (await server.get(`/api/advisers/${id}`)).body
const say = (more: object, token = adviser) =>
  server.ask('PUT', '/api/adviser/profile', {
    token,
    body: { about: null, languages: [], phone: null, ...more },
  })

async function show(bytes: Uint8Array, token = adviser) {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], 'me.jpg'))
  return server.web.hono.request('/api/adviser/photo', {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${token}` },
  })
}

async function photo(id = ME): Promise<Buffer> {
  const response = await server.web.hono.request(`/api/advisers/${id}/photo`)
  return Buffer.from(await response.arrayBuffer())
}

describe('the face of an adviser', () => {
  it('is shown upright and square, without where and with what it was taken', async () => {
    expect((await seen()).photo).toBeNull()
    expect((await show(await sidewaysPhoto())).status).toBe(204)
    expect((await seen()).photo).toBe(`/advisers/${ME}/photo`)
    const stored = await photo()
    const { format, width, height, exif, orientation } = await sharp(stored).metadata()
    expect({ format, width, height, exif, orientation }).toEqual({ format: 'jpeg', width: 320, height: 320 })
    expect(stored.includes('TelephoneMaker')).toBe(false)
  })

  it('is a picture: a paper, a drawing with commands, a bomb and a broken one are refused', async () => {
    const before = await photo()
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>')
    const broken = (await sidewaysPhoto()).subarray(0, 200)
    for (const bytes of [pdf(), drawing, bomb(), broken, Buffer.alloc(0)])
      expect((await show(bytes)).status).toBe(422)
    expect(await photo()).toEqual(before)
  })

  it('is that of whoever sends it, of nobody else, and goes when they say so', async () => {
    expect((await show(await sidewaysPhoto(), await server.signIn('13900000001'))).status).toBe(403)
    expect((await server.ask('DELETE', '/api/adviser/photo', { token: colleague })).status).toBe(204)
    expect((await seen()).photo).not.toBeNull()
    expect((await seen('demo-adviser-202')).photo).toBeNull()
    expect((await server.ask('DELETE', '/api/adviser/photo', { token: adviser })).status).toBe(204)
    expect(await seen()).toMatchObject({ photo: null, initials: expect.any(String) })
  })
})

describe('what an adviser says of themselves', () => {
  it('is what the village reads', async () => {
    const said = {
      about: '常办土地和婚姻',
      languages: ['普通话', '溆浦话', '普通话'],
      phone: '0745-332 0001',
    }
    const { status, body } = await say(said)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      about: '常办土地和婚姻',
      languages: ['普通话', '溆浦话'],
      phone: '0745-3320001',
    })
    expect(await seen()).toMatchObject({ about: '常办土地和婚姻', phone: '0745-3320001' })
  })

  it('leaves name, licence and firm to the bureau, and others alone', async () => {
    const before = await seen()
    const other = await seen('demo-adviser-202')
    const { body } = await say({ about: '新的介绍', name: '别人', licence: '1', firm: '别的所' })
    expect(body).toEqual({ ...before, about: '新的介绍', languages: [], phone: null })
    expect(await seen('demo-adviser-202')).toEqual(other)
  })

  it('is refused when it is too long or no telephone number, with words for the field', async () => {
    expect((await say({ phone: '12' })).body.fields).toHaveProperty('phone')
    expect((await say({ about: '字'.repeat(301) })).body.fields).toHaveProperty('about')
    expect((await say({ languages: ['一二三四五六七八九十一二三'] })).status).toBe(422)
    expect((await say({}, await server.signIn('13900000601'))).status).toBe(403)
  })
})
