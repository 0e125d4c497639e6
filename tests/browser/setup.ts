import { inProject, scratch } from '../support/artefacts.ts'
import { bundle } from '../support/bundle.ts'

/** Once before the browser tests: the eyes as a page script. */
const prepare = (): Promise<void> => bundle(inProject('tests/support/page/seek.ts'), scratch('seek.js'))

// biome-ignore lint/style/noDefaultExport: jest asks for it
export default prepare
