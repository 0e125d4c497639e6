import { existsSync, writeFileSync } from 'node:fs'
import { inProject, scratch } from '../support/artefacts.ts'
import { bundle } from '../support/bundle.ts'
import { prepareBrowser } from '../support/chromium.ts'
import startDatabase from '../support/database-setup.ts'
import { compile } from './host/compile.ts'
import { DIST, LOOK, readPackage } from './host/package.ts'

const compileProgram = () => {
  if (!existsSync(DIST)) throw new Error('dist/weapp is not there: run `npm run build:weapp` first')
  writeFileSync(scratch('program.js'), compile(readPackage(), LOOK).script)
}

/** Once before the weapp tests: the program compiled, the host and its eyes as page scripts, a database. */
const prepare = async (): Promise<void> => {
  compileProgram()
  await bundle(inProject('tests/weapp/host/page/start.ts'), scratch('host.js'))
  await bundle(inProject('tests/support/page/seek.ts'), scratch('seek.js'))
  await prepareBrowser()
  await startDatabase()
}

// biome-ignore lint/style/noDefaultExport: jest asks for it
export default prepare
