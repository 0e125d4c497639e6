/** What a reader finds in the file: the text without spaces, its pages, its fonts. */
export async function pdfText(bytes: Buffer) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const texts: string[] = []
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  const { info } = await pdf.getMetadata()
  const found = { pages: texts.map((text) => text.replace(/\s/g, '')), info: info as Record<string, unknown> }
  await task.destroy()
  return found
}
