import { deflateRawSync } from 'node:zlib'

import exceljs from 'exceljs'
import fc from 'fast-check'

import { LIMITS, readSheet } from '../../server/sheets/read.ts'
import { safeCell, writeSheet } from '../../server/sheets/write.ts'
import { unpack } from '../../server/sheets/zip.ts'
import { unzip } from '../support/unzip.ts'

const COLUMNS = [{ title: '姓名' }, { title: '事由' }, { title: '人次' }]

/** A ZIP file with one packed entry that says of itself what it likes. */
function zipWith(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(10, 22)
  head.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(10, 24)
  entry.writeUInt16LE(name.length, 28)
  const file = Buffer.concat([head, Buffer.from(name), packed])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(file.length, 16)
  return Buffer.concat([file, entry, Buffer.from(name), end])
}

const book = async (fill: (sheet: exceljs.Worksheet) => void) => {
  const made = new exceljs.Workbook()
  fill(made.addWorksheet('表'))
  return Buffer.from(await made.xlsx.writeBuffer())
}

describe('a sheet that leaves the house', () => {
  it('comes back as it was written', async () => {
    const bytes = await writeSheet({
      name: '服务台账',
      columns: COLUMNS,
      rows: [
        ['张三', '土地征收\n第二行', 3],
        ['李四', null, 0],
      ],
    })
    expect(await readSheet(bytes)).toEqual([
      ['姓名', '事由', '人次'],
      ['张三', '土地征收\n第二行', '3'],
      ['李四', '', '0'],
    ])
  })

  it('never carries a formula, whatever people wrote', async () => {
    const attacks = [
      '=1+1',
      '+8613800000000',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '＝cmd',
      '=HYPERLINK("http://x")',
    ]
    const bytes = await writeSheet({
      name: '表',
      columns: COLUMNS,
      rows: attacks.map((text) => [text, text, null]),
    })
    const files = unzip(bytes)
    expect(files['xl/worksheets/sheet1.xml']).not.toContain('<f>')
    const [, ...rows] = await readSheet(bytes)
    for (const [name = ''] of rows) expect(name.startsWith("'")).toBe(true)
  })

  it('is safe for any text: no cell begins with what a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const cell = String(safeCell(text))
        expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect(cell.replace(/^'/, '').length).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('opens with any name, any length of text and any number', async () => {
    const bytes = await writeSheet({
      name: `[溆浦县/2026]*${'长'.repeat(40)}`,
      columns: COLUMNS,
      rows: [['长'.repeat(40_000), '\u0000\ud800坏', Number.NaN]],
    })
    const [, [long = '', bad, number] = []] = await readSheet(bytes)
    expect(long.length).toBeLessThanOrEqual(32_767)
    expect([bad, number]).toEqual(['坏', ''])
  })
})

describe('a sheet that comes in', () => {
  const refused = (bytes: Buffer, limits = LIMITS) => expect(readSheet(bytes, limits)).rejects

  it('gives what people see: dates, numbers, rich text, links and what formulas came to', async () => {
    const bytes = await book((sheet) => {
      sheet.addRow([
        new Date('2026-11-23T00:00:00Z'),
        12.5,
        { richText: [{ text: '张' }, { text: '三' }] },
        { text: '链接', hyperlink: 'https://law.example.cn' },
        { formula: '1+1', result: 2 },
        { formula: 'NOW()' },
        true,
        '  村名 ',
      ])
      sheet.addRow([])
      sheet.addRow([null, 'x'])
    })
    expect(await readSheet(bytes)).toEqual([
      ['2026-11-23', '12.5', '张三', '链接', '2', '', 'true', '村名'],
      ['', '', '', '', '', '', '', ''],
      ['', 'x', '', '', '', '', '', ''],
    ])
  })

  it('is refused in plain words when it is no sheet, broken or empty of sheets', async () => {
    await refused(Buffer.from('a,b\n1,2')).toMatchObject({
      code: 'malformed',
      message: expect.stringContaining('.xlsx'),
    })
    await refused(Buffer.alloc(0)).toMatchObject({ code: 'malformed' })
    await refused(Buffer.from('PK\u0003\u0004nothing')).toMatchObject({ code: 'malformed' })
    await refused(zipWith('word/document.xml', Buffer.from('<a/>'))).toMatchObject({ code: 'malformed' })
    const far = zipWith('xl/workbook.xml', Buffer.from('<a/>'))
    far.writeUInt32LE(0x7fffffff, far.length - 6)
    await refused(far).toMatchObject({ code: 'malformed' })
    await refused(zipWith('xl/workbook.xml', Buffer.from('<broken'))).toMatchObject({ code: 'malformed' })
    const good = await book((sheet) => sheet.addRow(['x']))
    for (let cut = 10; cut < good.length; cut += 997)
      await refused(good.subarray(0, cut)).toMatchObject({ code: 'malformed' })
  })

  it('is refused when it has too many bytes, rows or columns', async () => {
    const limits = { ...LIMITS, rows: 10, columns: 5 }
    const tall = await book((sheet) => {
      for (let row = 0; row < 11; row += 1) sheet.addRow(['x'])
    })
    const wide = await book((sheet) => sheet.addRow(Array.from({ length: 6 }, () => 'x')))
    const manyEmpty = await book((sheet) => {
      for (let row = 1; row < 60; row += 1) sheet.getRow(row).height = 20
    })
    for (const bytes of [tall, wide, manyEmpty])
      await refused(bytes, limits).toMatchObject({ code: 'too_large' })
    await refused(tall, { ...LIMITS, bytes: 100 }).toMatchObject({ code: 'too_large' })
  })

  it('cannot fill the memory: what unpacks to more than the limit is refused before it is unpacked', async () => {
    const bomb = zipWith('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().rss
    await refused(bomb).toMatchObject({ code: 'too_large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024)
    expect(() => unpack(bomb, 1000)).toThrow()
  })

  it('never breaks the server, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (tail) => {
        const bytes = Buffer.concat([Buffer.from('PK'), tail])
        await refused(bytes).toMatchObject({ code: expect.stringMatching(/malformed|too_large/) })
      }),
    )
  })
})
