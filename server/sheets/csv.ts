import { CsvError, parse } from 'csv-parse/sync'

import { Refusal } from '#domain/refusal'

/** Sheets save with commas, semicolons or (when pasted) tabs; some people type full-width commas. */
const delimiterOf = (csv: string) => {
  const heading = csv.slice(0, csv.search(/\r?\n|$/))
  return ['\t', ',', '，', ';'].find((sign) => heading.includes(sign)) ?? ','
}

const unreadable = (words: string) => new Refusal('invalid', words, { fields: { csv: words }, rows: [] })

/** A sheet saved as CSV, as rows of trimmed text; empty rows stay, so that rows keep their numbers. */
export function readCsv(csv: string): string[][] {
  if (csv.includes('\ufffd')) throw unreadable('文件里有认不出的字。请在表格软件里另存为“CSV UTF-8”再导入')
  try {
    return parse(csv, {
      delimiter: delimiterOf(csv),
      bom: true,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unreadable(`第 ${error.lines ?? 1} 行的引号没有成对，请检查这一行的英文引号`)
  }
}
