import { drawDocx } from '../../server/documents/docx.ts'
import type { Drawn } from '../../server/documents/drawing.ts'
import type { Paper } from '../../server/documents/paper.ts'
import { drawPdf } from '../../server/documents/pdf.ts'
import { agreementForm, grantLetter } from '../support/papers.ts'
import { pdfText } from '../support/pdf.ts'
import { unzip } from '../support/unzip.ts'

const issued = (paper: Paper, more: Partial<Drawn> = {}): Drawn => ({
  ...paper,
  type: 'FZ-009',
  number: '溆援给字〔2026〕第12号',
  code: '7K3M-90AB-CDEF-GH12',
  address: 'https://law.example.cn/verify?code=7K3M-90AB-CDEF-GH12',
  day: '2026-11-23',
  digest: '3F9A-21BC',
  state: 'issued',
  ...more,
})

const charactersOf = (paper: Paper) => {
  const words: string[] = []
  JSON.stringify(paper.blocks, (name, value) => {
    if (typeof value === 'string' && name !== 'kind' && name !== 'day') words.push(value)
    return value
  })
  return [...new Set([paper.office, paper.title, ...words].join('').replace(/\s/g, ''))]
}

describe('a document as PDF', () => {
  for (const [name, paper] of Object.entries({
    给予法律援助决定书: grantLetter(),
    人民调解协议书: agreementForm(),
  }))
    it(`has every character of ${name}, its number, its code and the place of the seal`, async () => {
      const { pages, info } = await pdfText(await drawPdf(issued(paper)))
      const text = pages.join('')
      expect(charactersOf(paper).filter((one) => !text.includes(one))).toEqual([])
      for (const said of ['溆援给字〔2026〕第12号', '2026年11月23日', '（加盖印章后生效）'])
        expect(text).toContain(said)
      for (const page of pages) expect(page).toContain('验证码7K3M-90AB-CDEF-GH12内容校验3F9A-21BC')
      expect(pages[0]).toContain(`第1页共${pages.length}页`)
      expect(info.Title).toBe(`${name} 溆援给字〔2026〕第12号`)
    })

  it('carries the letters it uses with it, and only those', async () => {
    const bytes = await drawPdf(issued(grantLetter()))
    const file = bytes.toString('latin1')
    expect(file.match(/\/FontName \/[A-Z]{6}\+NotoSerifSC-(Regular|Bold)/g)).toHaveLength(2)
    expect(file.match(/\/FontFile2/g)).toHaveLength(2)
    expect(bytes.length).toBeLessThan(150_000)
  })

  it('is the same file each time, so that an issued document never changes', async () => {
    const [first, second] = [await drawPdf(issued(grantLetter())), await drawPdf(issued(grantLetter()))]
    expect(first.equals(second)).toBe(true)
  })

  it('runs over as many pages as it needs, never with the seal alone on the last', async () => {
    for (let more = 0; more < 24; more += 3) {
      const paper = grantLetter()
      const line = { kind: 'paragraph', text: '经审查，情况属实。' } as const
      const blocks = [paper.blocks[0], ...Array.from({ length: more }, () => line), ...paper.blocks.slice(1)]
      const { pages } = await pdfText(
        await drawPdf(issued({ ...paper, blocks: blocks.flatMap((one) => (one ? [one] : [])) })),
      )
      const withSeal = pages.find((page) => page.includes('加盖印章后生效')) ?? ''
      expect(withSeal).toContain('对本决定有异议的')
    }
  })

  it('says openly that it is void', async () => {
    const { pages } = await pdfText(await drawPdf(issued(grantLetter(), { state: 'void' })))
    for (const page of pages) expect(page).toContain('已作废')
  })

  it('shows a sign for a name that no font has, and says where the name stands in full', async () => {
    const { pages } = await pdfText(await drawPdf(issued(grantLetter('王𠮷\u0007'))))
    expect(pages.join('')).toContain('王〓')
    expect(pages.join('')).toContain('以本文书的Word版为准')
    const rare = await pdfText(await drawPdf(issued(grantLetter('李䶮㛃'))))
    expect(rare.pages.join('')).toContain('李䶮㛃')
    expect(rare.pages.join('')).not.toContain('〓')
  })
})

describe('a document as Word file', () => {
  for (const [name, paper] of Object.entries({
    给予法律援助决定书: grantLetter(),
    人民调解协议书: agreementForm(),
  }))
    it(`says the same as the PDF of ${name}`, async () => {
      const files = unzip(await drawDocx(issued(paper)))
      const text = (files['word/document.xml'] ?? '').replace(/<[^>]+>/g, '').replace(/\s/g, '')
      expect(charactersOf(paper).filter((one) => !text.includes(one))).toEqual([])
      for (const said of ['溆援给字〔2026〕第12号', '2026年11月23日', '（加盖印章后生效）'])
        expect(text).toContain(said)
      const foot = Object.entries(files).find(([path]) => /word\/footer\d\.xml/.test(path))?.[1] ?? ''
      expect(foot.replace(/<[^>]+>/g, '')).toContain('验证码　7K3M-90AB-CDEF-GH12　　内容校验　3F9A-21BC')
      expect(Object.keys(files).some((path) => path.startsWith('word/media/'))).toBe(true)
    })

  it('is A4 in 仿宋 of 三号, indented by two characters', async () => {
    const files = unzip(await drawDocx(issued(grantLetter())))
    const body = files['word/document.xml'] ?? ''
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(body).toMatch(/w:firstLine="640"/)
    expect(files['word/styles.xml']).toMatch(/w:eastAsia="仿宋"/)
    expect(files['word/styles.xml']).toMatch(/<w:sz w:val="32"\/>/)
  })

  it('keeps the rare name, drops what no program reads, and says openly that it is void', async () => {
    const files = unzip(await drawDocx(issued(grantLetter('王𠮷\u0007\ud800<b>&'), { state: 'void' })))
    const body = files['word/document.xml'] ?? ''
    expect(body).toContain('王𠮷&lt;b&gt;&amp;')
    expect(body).not.toContain('\u0007')
    expect(body).toContain('已作废')
  })
})
