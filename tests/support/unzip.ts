import { unpack } from '../../server/sheets/zip.ts'

/** The files in a ZIP file as text, by name. */
export const unzip = (zip: Buffer): Record<string, string> =>
  Object.fromEntries([...unpack(zip, 2 ** 28)].map(([name, content]) => [name, content.toString('utf8')]))
