import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { scratch } from './artefacts.ts'

const WEIGHTS = ['400Regular', '500Medium', '700Bold']

const package_ = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))

const folders = () => WEIGHTS.map((weight) => `<dir>${join(package_, weight)}</dir>`).join('')

const settings = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders()}
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last" binding="weak"><string>Noto Sans SC</string></edit>
  </match>
</fontconfig>
`

/** Environment in which a browser on Linux draws Chinese, whatever fonts the machine has. */
export const chineseFont = (): { FONTCONFIG_FILE: string } => {
  const file = scratch('fonts.conf')
  const cache = scratch('font-cache')
  mkdirSync(cache, { recursive: true })
  writeFileSync(file, settings(cache))
  return { FONTCONFIG_FILE: file }
}
