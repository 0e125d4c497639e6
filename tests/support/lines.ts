import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The cases of a text file in tests/fixtures: one a line, columns by tab, `#` begins a remark. */
export const lines = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, '../fixtures', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.split(/\t+/).map((column) => column.trim()))
