import { startServer, type TestServer } from '../support/server.ts'

type Item = { code: string; name: string; level: string; parent: string | null; path: string }

const XUPU = '431224000000'
const LUFENG = '431224100000'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const ask = (query: string) => server.get(`/api/regions${query}`)
const items = async (query: string): Promise<Item[]> => (await ask(query)).body.items
const search = (text: string, more = '') => items(`?q=${encodeURIComponent(text)}${more}`)
const paths = async (text: string) => (await search(text)).map(({ path }) => path)

describe('the tree', () => {
  it('begins with the provinces that are served, readable without signing in', async () => {
    expect(await ask('')).toMatchObject({
      status: 200,
      body: {
        items: [{ code: '430000000000', name: '湖南省', level: 'province', parent: null, path: '湖南省' }],
      },
    })
  })

  it('lists what lies directly below a place, in the order of the codes', async () => {
    const towns = await items(`?parent=${XUPU}`)
    expect(towns).toContainEqual({
      code: LUFENG,
      name: '卢峰镇',
      level: 'town',
      parent: XUPU,
      path: '湖南省 怀化市 溆浦县 卢峰镇',
    })
    expect(towns.map(({ code }) => code)).toEqual(towns.map(({ code }) => code).toSorted())
  })

  it('leads from the province to every one of the 412 villages of the county', async () => {
    const towns = await items(`?parent=${XUPU}`)
    const villages = await Promise.all(towns.map(({ code }) => items(`?parent=${code}`)))
    expect(villages.flat().filter(({ level }) => level === 'village')).toHaveLength(412)
  })

  it('has nothing below a village or a place it does not know', async () => {
    expect(await items('?parent=431224100999')).toEqual([])
  })

  it.each(['?parent=431224', '?parent=x', '?q=a&limit=0', '?q=a&limit=101', `?q=${'长'.repeat(61)}`])(
    'refuses %s',
    async (query) => {
      expect(await ask(query)).toMatchObject({ status: 422, body: { code: 'invalid' } })
    },
  )

  it('refuses parent and q together', async () => {
    const { status, body } = await ask(`?parent=${XUPU}&q=溆浦`)
    expect({ status, code: body.code, fields: Object.keys(body.fields) }).toEqual({
      status: 422,
      code: 'invalid',
      fields: ['q'],
    })
  })
})

describe('searching', () => {
  it.each([
    ['溆浦', '湖南省 怀化市 溆浦县'],
    ['溆浦县', '湖南省 怀化市 溆浦县'],
    ['峰镇', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['溆浦 卢峰', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['溆浦卢峰', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['卢峰 溆浦', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['溆浦 峰', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['湖南省怀化市溆浦县卢峰镇', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['怀化　溆浦　卢峰镇', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['xpx', '湖南省 怀化市 溆浦县'],
    ['lfz', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['xplf', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['xp lf', '湖南省 怀化市 溆浦县 卢峰镇'],
    [' ＸＰｌｆ ', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['xupu', '湖南省 怀化市 溆浦县'],
    ['xupulufeng', '湖南省 怀化市 溆浦县 卢峰镇'],
    ['沅陵县 麻溪铺', '湖南省 怀化市 沅陵县 麻溪铺镇'],
    ['卢 峰 镇', '湖南省 怀化市 溆浦县 卢峰镇'],
  ])('finds with %s first of all %s', async (text, path) => {
    expect((await paths(text))[0]).toBe(path)
  })

  it('puts the exact name first, then beginnings, then the rest, and places it only leads to last', async () => {
    const found = await search('桐木')
    const kind = ({ name }: Item) => (name.startsWith('桐木') ? 0 : name.includes('桐木') ? 1 : 2)
    const kinds = found.map(kind)
    expect(kinds).toEqual(kinds.toSorted())
    expect(found[0]).toMatchObject({ name: '桐木镇', level: 'town' })
    expect((await search('桐木村'))[0]?.name).toMatch(/^桐木村/)
  })

  it('finds a village under either way of writing its office', async () => {
    for (const text of ['红远村', '红远村村委会', '红远'])
      expect(await paths(text)).toContain('湖南省 怀化市 溆浦县 卢峰镇 红远村村委会')
  })

  it('answers a single character with names that have it, as many as were asked for', async () => {
    const found = await search('村', '&limit=50')
    expect(found).toHaveLength(50)
    expect(found.every(({ name }) => name.includes('村'))).toBe(true)
    expect(await search('村')).toHaveLength(20)
    expect((await search('溆')).map(({ name }) => name)).toContain('溆浦县')
  })

  it.each(['%', '_', '%%', '溆%', '\\', "'; drop table region --", '饕餮', 'qqqq', '溆浦 饕餮', '🏠', '.*'])(
    'finds nothing for %s, and comes to no harm',
    async (text) => {
      expect(await ask(`?q=${encodeURIComponent(text)}`)).toMatchObject({ status: 200, body: { items: [] } })
    },
  )

  it('finds nothing for nothing', async () => {
    expect(await search('  ')).toEqual([])
  })

  it('finds every place first by its path, with and without spaces', async () => {
    const towns = await items(`?parent=${XUPU}`)
    for (const { path } of [...towns, ...(await items(`?parent=${LUFENG}`))].filter(
      (_, index) => index % 5 === 0,
    )) {
      expect((await search(path))[0]?.path).toBe(path)
      expect((await search(path.replaceAll(' ', '')))[0]?.path).toBe(path)
    }
  })
})
