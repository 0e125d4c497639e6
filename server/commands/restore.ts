import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'

import { openKeys, readManifest } from '../backup/manifest.ts'
import { checkBackup, restoreBackup } from '../backup/restore.ts'
import { openServer } from '../db/open.ts'
import { keepKeys, readPlaces } from '../env.ts'
import { inOneLine, Trouble } from '../trouble.ts'

const say = (line: string) => {
  process.stdout.write(`${line}\n`)
}

const readArguments = () =>
  parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean' }, yes: { type: 'boolean' } } })

async function restore() {
  const { positionals, values } = readArguments()
  const places = readPlaces()
  const dir = resolve(positionals[0] ?? '')
  if (!positionals[0])
    throw new Trouble('name the folder of the backup: npm run restore -- DIR [--replace] [--yes]')
  if (!places.passphrase)
    throw new Trouble('BACKUP_PASSPHRASE is missing: the keys of the backup are sealed under it')
  const manifest = readManifest(dir)
  const keys = openKeys(manifest, places.passphrase)
  say(`checking the backup of ${manifest.contents.madeAt}`)
  await checkBackup(dir, manifest, say)
  const { url, where, stop } = await openServer(places, { say })
  try {
    if (values.replace && !values.yes) await confirm(where)
    say(`restoring into ${where} and ${places.filesDir}`)
    await restoreBackup(dir, manifest, {
      url,
      filesDir: places.filesDir,
      replace: values.replace ?? false,
      say,
    })
    sayWhereKeysAre(places, keys)
  } finally {
    await stop()
  }
}

async function confirm(where: string) {
  if (!process.stdin.isTTY)
    throw new Trouble('--replace loses what the database holds: add --yes to say you mean it')
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question(`Everything in ${where} will be lost. Type "replace" to go on: `)
  asking.close()
  if (answer.trim() !== 'replace') throw new Trouble('nothing was changed')
}

function sayWhereKeysAre(
  { dataDir, keys: current }: ReturnType<typeof readPlaces>,
  keys: Readonly<Record<string, string>>,
) {
  const isSame = Object.entries(keys).every(
    ([name, text]) => new Map(Object.entries(current ?? {})).get(name) === text,
  )
  if (isSame) return say('done: the keys are those that are set')
  say(`done. The keys of the backup are in ${keepKeys(dataDir, keys)}:`)
  say('in production, put its two lines into the environment of the service, then delete the file')
}

restore().catch((error) => {
  process.stderr.write(`${inOneLine(error)}\n`)
  process.exitCode = 1
})
