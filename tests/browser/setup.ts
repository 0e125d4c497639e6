import { inProject, scratch } from '../support/artefacts.ts'
import { bundle } from '../support/bundle.ts'
import { prepareBrowser } from '../support/chromium.ts'
import startDatabase from '../support/database-setup.ts'

/** Once before the browser tests: the eyes as a page script, a database. */
const prepare = async (): Promise<void> => {
  await bundle(inProject('tests/support/page/seek.ts'), scratch('seek.js'))
  await prepareBrowser()
  await startDatabase()
}

// biome-ignore lint/style/noDefaultExport: jest asks for it
export default prepare
